using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ScottPlot.Images;

/// <summary>Reads PNG files of 8 bits a channel that are not interlaced.</summary>
internal static class PngReader
{
    public static (uint[] Pixels, int Width, int Height) Decode(byte[] file)
    {
        if (file.Length < 33 || !file.AsSpan(1, 3).SequenceEqual("PNG"u8))
            throw new ArgumentException("not a PNG image");
        int width = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), height = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20));
        (byte bits, byte kind, byte interlaced) = (file[24], file[25], file[28]);
        if (bits != 8 || interlaced != 0)
            throw new ArgumentException("only PNG images of 8 bits a channel that are not interlaced can be read");

        int channels = kind switch { 0 or 3 => 1, 2 => 3, 4 => 2, _ => 4 };
        (byte[] packed, byte[] palette, byte[] alphas) = Chunks(file);
        byte[] raw = Unfiltered(packed, width * channels, height, channels);
        uint[] pixels = new uint[width * height];
        for (int i = 0; i < pixels.Length; i++)
        {
            ReadOnlySpan<byte> p = raw.AsSpan(i * channels, channels);
            Color color = kind switch
            {
                0 => new Color(p[0], p[0], p[0]),
                2 => new Color(p[0], p[1], p[2]),
                3 => new Color(palette[p[0] * 3], palette[p[0] * 3 + 1], palette[p[0] * 3 + 2], p[0] < alphas.Length ? alphas[p[0]] : (byte)255),
                4 => new Color(p[0], p[0], p[0], p[1]),
                _ => new Color(p[0], p[1], p[2], p[3]),
            };
            pixels[i] = color.PremultipliedARGB;
        }
        return (pixels, width, height);
    }

    private static (byte[] Data, byte[] Palette, byte[] Alphas) Chunks(byte[] file)
    {
        List<byte> data = [];
        (byte[] palette, byte[] alphas) = ([], []);
        for (int at = 8; at + 12 <= file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            Span<byte> content = file.AsSpan(at + 8, length);
            switch (Encoding.ASCII.GetString(file, at + 4, 4))
            {
                case "IDAT":
                    data.AddRange(content);
                    break;
                case "PLTE":
                    palette = content.ToArray();
                    break;
                case "tRNS":
                    alphas = content.ToArray();
                    break;
            }
            at += 12 + length;
        }
        return ([.. data], palette, alphas);
    }

    private static byte[] Unfiltered(byte[] packed, int rowLength, int height, int channels)
    {
        using ZLibStream zlib = new(new MemoryStream(packed), CompressionMode.Decompress);
        byte[] raw = new byte[rowLength * height];
        for (int y = 0; y < height; y++)
        {
            int filter = zlib.ReadByte();
            Span<byte> row = raw.AsSpan(y * rowLength, rowLength);
            zlib.ReadExactly(row);
            for (int i = 0; i < rowLength; i++)
            {
                int left = i >= channels ? row[i - channels] : 0, up = y > 0 ? raw[(y - 1) * rowLength + i] : 0;
                int corner = i >= channels && y > 0 ? raw[(y - 1) * rowLength + i - channels] : 0;
                row[i] += (byte)(filter switch
                {
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, corner),
                    _ => 0,
                });
            }
        }
        return raw;
    }

    // whichever of the three is nearest to left + up - corner
    private static int Paeth(int left, int up, int corner)
    {
        int p = left + up - corner;
        (int l, int u, int c) = (Math.Abs(p - left), Math.Abs(p - up), Math.Abs(p - corner));
        return l <= u && l <= c ? left : u <= c ? up : corner;
    }
}
