namespace ScottPlot.Images;

/// <summary>Writes baseline JPEG files (ITU-T T.81) without subsampling of colour, which would blur thin coloured lines.</summary>
internal static class JpegWriter
{
    // T.81 annex K.1: what quality 50 divides the coefficients by
    private static readonly byte[] LumaDivisors =
    [
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
        18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
    ];

    private static readonly byte[] ChromaDivisors =
    [
        17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    ];

    private static readonly int[] ZigZag = MakeZigZag();
    private static readonly float[] Cosines = MakeCosines();

    // Codes of equal length for all symbols of a kind: valid, simple, and a few per cent larger than fitted ones.
    private static readonly byte[] DcSymbols = [.. Enumerable.Range(0, 12).Select(i => (byte)i)];
    private static readonly byte[] AcSymbols = [0x00, 0xF0, .. Enumerable.Range(0, 160).Select(i => (byte)((i / 10 << 4) | (i % 10 + 1)))];

    public static byte[] Encode(uint[] pixels, int width, int height, int quality)
    {
        byte[] luma = Scaled(LumaDivisors, quality), chroma = Scaled(ChromaDivisors, quality);
        List<byte> file = [0xFF, 0xD8];
        void Segment(byte marker, IReadOnlyCollection<byte> data) =>
            file.AddRange([0xFF, marker, (byte)((data.Count + 2) >> 8), (byte)(data.Count + 2), .. data]);

        Segment(0xE0, [(byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        Segment(0xDB, [0, .. ZigZag.Select(i => luma[i]), 1, .. ZigZag.Select(i => chroma[i])]);
        Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1]);
        Segment(0xC4, [0x00, .. CodeLengths(DcSymbols.Length, 4), .. DcSymbols, 0x10, .. CodeLengths(AcSymbols.Length, 8), .. AcSymbols]);
        Segment(0xDA, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]);

        BitWriter bits = new(file);
        int[] previous = new int[3];
        float[] block = new float[64];
        for (int y = 0; y < height; y += 8)
        {
            for (int x = 0; x < width; x += 8)
            {
                for (int component = 0; component < 3; component++)
                {
                    ReadBlock(pixels, width, height, x, y, component, block);
                    WriteBlock(bits, Transformed(block), component == 0 ? luma : chroma, ref previous[component]);
                }
            }
        }
        bits.Flush();
        file.AddRange([0xFF, 0xD9]);
        return [.. file];
    }

    private static byte[] Scaled(byte[] divisors, int quality)
    {
        int q = Math.Clamp(quality, 1, 100), percent = q < 50 ? 5000 / q : 200 - 2 * q;
        return Array.ConvertAll(divisors, d => (byte)Math.Clamp((d * percent + 50) / 100, 1, 255));
    }

    private static IEnumerable<byte> CodeLengths(int symbols, int length) => Enumerable.Range(1, 16).Select(l => (byte)(l == length ? symbols : 0));

    // What is transparent becomes black, as premultiplied pixels are; blocks over the edge repeat the last row and column.
    private static void ReadBlock(uint[] pixels, int width, int height, int x0, int y0, int component, float[] block)
    {
        for (int i = 0; i < 64; i++)
        {
            uint p = pixels[Math.Min(y0 + i / 8, height - 1) * width + Math.Min(x0 + i % 8, width - 1)];
            float r = (p >> 16) & 255, g = (p >> 8) & 255, b = p & 255;
            block[i] = component switch
            {
                0 => .299f * r + .587f * g + .114f * b - 128,
                1 => -.168736f * r - .331264f * g + .5f * b,
                _ => .5f * r - .418688f * g - .081312f * b,
            };
        }
    }

    // the discrete cosine transform, rows and then columns
    private static float[] Transformed(float[] block)
    {
        float[] rows = new float[64], result = new float[64];
        for (int y = 0; y < 8; y++)
        {
            for (int u = 0; u < 8; u++)
            {
                for (int x = 0; x < 8; x++)
                    rows[y * 8 + u] += block[y * 8 + x] * Cosines[u * 8 + x];
            }
        }
        for (int u = 0; u < 8; u++)
        {
            for (int v = 0; v < 8; v++)
            {
                for (int y = 0; y < 8; y++)
                    result[v * 8 + u] += rows[y * 8 + u] * Cosines[v * 8 + y];
            }
        }
        return result;
    }

    private static void WriteBlock(BitWriter bits, float[] coefficients, byte[] divisors, ref int previous)
    {
        int Quantized(int k) => (int)MathF.Round(coefficients[ZigZag[k]] / divisors[ZigZag[k]]);
        int dc = Quantized(0), difference = dc - previous;
        previous = dc;
        bits.Write(Size(difference), 4);
        WriteValue(bits, difference);

        int zeros = 0;
        for (int k = 1; k < 64; k++)
        {
            int value = Quantized(k);
            if (value == 0)
            {
                zeros++;
                continue;
            }
            for (; zeros > 15; zeros -= 16)
                bits.Write(1, 8); // sixteen zeros
            bits.Write(2 + zeros * 10 + Size(value) - 1, 8);
            WriteValue(bits, value);
            zeros = 0;
        }
        if (zeros > 0)
            bits.Write(0, 8); // nothing more in this block
    }

    private static int Size(int value) => 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)Math.Abs(value));

    private static void WriteValue(BitWriter bits, int value)
    {
        int size = Size(value);
        bits.Write(value < 0 ? value + (1 << size) - 1 : value, size);
    }

    private static int[] MakeZigZag() => Enumerable.Range(0, 64)
        .OrderBy(i => i / 8 + i % 8)
        .ThenBy(i => (i / 8 + i % 8) % 2 == 0 ? i % 8 : i / 8)
        .ToArray();

    private static float[] MakeCosines() => Enumerable.Range(0, 64)
        .Select(i => (float)(Math.Cos((2 * (i % 8) + 1) * (i / 8) * Math.PI / 16) / 2 * (i / 8 == 0 ? Math.Sqrt(.5) : 1)))
        .ToArray();

    private sealed class BitWriter(List<byte> file)
    {
        private int held, count;

        public void Write(int value, int length)
        {
            for (int i = length - 1; i >= 0; i--)
            {
                held = held << 1 | (value >> i & 1);
                if (++count == 8)
                    Emit();
            }
        }

        public void Flush()
        {
            while (count != 0)
                Write(1, 1);
        }

        private void Emit()
        {
            file.Add((byte)held);
            if ((byte)held == 0xFF)
                file.Add(0); // or it would be taken for a marker
            (held, count) = (0, 0);
        }
    }
}
