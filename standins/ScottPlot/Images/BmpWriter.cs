using System.Buffers.Binary;

namespace ScottPlot.Images;

/// <summary>Writes Windows bitmaps of 32 bits a pixel, rows from the top.</summary>
internal static class BmpWriter
{
    private const int InfoSize = 40, HeaderSize = 14 + InfoSize;

    public static byte[] Encode(uint[] pixels, int width, int height)
    {
        byte[] file = new byte[HeaderSize + pixels.Length * 4];
        void Put(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
        (file[0], file[1]) = ((byte)'B', (byte)'M');
        Put(2, file.Length);
        Put(10, HeaderSize);
        Put(14, InfoSize);
        Put(18, width);
        Put(22, -height); // negative: the first row is the top one
        file[26] = 1; // planes
        file[28] = 32; // bits
        for (int i = 0; i < pixels.Length; i++)
            Put(HeaderSize + 4 * i, unchecked((int)PngWriter.Unpremultiplied(pixels[i]).ARGB));
        return file;
    }
}
