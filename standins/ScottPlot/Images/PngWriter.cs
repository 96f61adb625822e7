using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ScottPlot.Images;

/// <summary>Writes PNG files: the same pixels always give the same bytes.</summary>
internal static class PngWriter
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <param name="pixels">premultiplied 0xAARRGGBB, rows from the top</param>
    public static byte[] Encode(uint[] pixels, int width, int height)
    {
        bool opaque = !pixels.AsSpan().ContainsAnyInRange(0u, 0xFEFFFFFFu);
        using MemoryStream file = new();
        file.Write(Signature);

        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8; // bits
        header[9] = (byte)(opaque ? 2 : 6); // RGB or RGBA
        WriteChunk(file, "IHDR", header);

        using (MemoryStream packed = new())
        {
            using (ZLibStream zlib = new(packed, CompressionLevel.Optimal, leaveOpen: true))
                WriteRows(zlib, pixels, width, height, opaque ? 3 : 4);
            WriteChunk(file, "IDAT", packed.GetBuffer().AsSpan(0, (int)packed.Length));
        }
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    // Every row as its difference to the one above (filter 2): charts are mostly the same from row to row.
    private static void WriteRows(Stream stream, uint[] pixels, int width, int height, int channels)
    {
        byte[] previous = new byte[width * channels], row = new byte[width * channels], filtered = new byte[1 + width * channels];
        filtered[0] = 2;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0, at = 0; x < width; x++, at += channels)
            {
                Color c = Unpremultiplied(pixels[y * width + x]);
                (row[at], row[at + 1], row[at + 2]) = (c.R, c.G, c.B);
                if (channels == 4)
                    row[at + 3] = c.A;
            }
            for (int i = 0; i < row.Length; i++)
                filtered[i + 1] = (byte)(row[i] - previous[i]);
            stream.Write(filtered);
            (previous, row) = (row, previous);
        }
    }

    public static Color Unpremultiplied(uint argb)
    {
        uint a = argb >> 24;
        if (a == 255)
            return new Color((byte)(argb >> 16), (byte)(argb >> 8), (byte)argb);
        if (a == 0)
            return new Color(0, 0, 0, 0);
        byte Channel(int shift) => (byte)Math.Min(255, (((argb >> shift) & 0xFF) * 255 + a / 2) / a);
        return new Color(Channel(16), Channel(8), Channel(0), (byte)a);
    }

    private static void WriteChunk(MemoryStream file, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        byte[] name = Encoding.ASCII.GetBytes(type);
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(name);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(data, Crc(name, uint.MaxValue)));
        file.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> data, uint crc)
    {
        foreach (byte b in data)
            crc = CrcTable[(byte)(crc ^ b)] ^ (crc >> 8);
        return crc;
    }

    private static uint[] MakeCrcTable()
    {
        uint[] table = new uint[256];
        for (uint n = 0; n < 256; n++)
        {
            uint c = n;
            for (int k = 0; k < 8; k++)
                c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            table[n] = c;
        }
        return table;
    }
}
