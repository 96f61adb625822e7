using System.Buffers.Binary;
using System.Text;

namespace ScottPlot.Images;

/// <summary>Writes lossless WebP files: every channel with one code of its own, runs as copies of the pixel before.</summary>
internal static class WebpWriter
{
    // RFC 9649: the order in which the lengths of the code that codes the code lengths are stored
    private static readonly int[] LengthOrder = [17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    public static byte[] Encode(uint[] pixels, int width, int height)
    {
        if (width > 16384 || height > 16384)
            throw new ArgumentException("a WebP image has at most 16384 x 16384 pixels");
        Bits bits = new();
        bits.Write(0x2F, 8);
        bits.Write((uint)width - 1, 14);
        bits.Write((uint)height - 1, 14);
        bits.Write(1, 1); // alpha is used
        bits.Write(0, 3); // version
        bits.Write(0, 1); // no transform
        bits.Write(0, 1); // no colour cache
        bits.Write(0, 1); // one group of codes

        // Fixed codes: 256 literals of green and 24 lengths of 9 bits would be 280 of 512; 232 of 8 bits and 48 of 9 make a full tree.
        WriteFlatCode(bits, 280);
        for (int channel = 0; channel < 3; channel++)
            WriteFlatCode(bits, 256);
        WriteFlatCode(bits, 40);
        for (int i = 0; i < pixels.Length;)
        {
            Color c = PngWriter.Unpremultiplied(pixels[i]);
            WriteGreen(bits, c.G);
            bits.WriteCode(c.R, 8);
            bits.WriteCode(c.B, 8);
            bits.WriteCode(c.A, 8);
            i++;
            int run = 0;
            while (i + run < pixels.Length && run < 4096 && pixels[i + run] == pixels[i - 1])
                run++;
            if (run > 2)
            {
                WriteRun(bits, run);
                i += run;
            }
        }

        byte[] data = bits.ToArray();
        int padded = data.Length + data.Length % 2;
        byte[] file = new byte[20 + padded];
        Encoding.ASCII.GetBytes("RIFF", file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), 12 + padded);
        Encoding.ASCII.GetBytes("WEBPVP8L", file.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), data.Length);
        data.CopyTo(file, 20);
        return file;
    }

    // A code whose shorter words come first: of n symbols, with 2^k < n <= 2^(k+1), the first 2^(k+1) - n have k bits, the rest k + 1.
    private static (int ShortLength, int ShortCount) Flat(int symbols)
    {
        int k = System.Numerics.BitOperations.Log2((uint)symbols);
        return 1 << k == symbols ? (k, symbols) : (k, (1 << (k + 1)) - symbols);
    }

    private static void WriteFlatCode(Bits bits, int symbols)
    {
        (int shortLength, int shortCount) = Flat(symbols);
        bits.Write(0, 1); // not one of the simple codes
        // the lengths are written with a code of two words: 0 for the short length, 1 for the long one
        int last = Array.FindLastIndex(LengthOrder, l => l == shortLength || l == shortLength + 1);
        int count = Math.Max(4, last + 1);
        bits.Write((uint)count - 4, 4);
        for (int i = 0; i < count; i++)
            bits.Write(LengthOrder[i] == shortLength || LengthOrder[i] == shortLength + 1 ? 1u : 0u, 3);
        bits.Write(0, 1); // lengths for the whole alphabet follow
        for (int s = 0; s < symbols; s++)
            bits.Write(s < shortCount ? 0u : 1u, 1);
    }

    private static void WriteSymbol(Bits bits, int symbol, int symbols)
    {
        (int shortLength, int shortCount) = Flat(symbols);
        if (symbol < shortCount)
            bits.WriteCode(symbol, shortLength);
        else
            bits.WriteCode(shortCount * 2 + symbol - shortCount, shortLength + 1);
    }

    private static void WriteGreen(Bits bits, int green) => WriteSymbol(bits, green, 280);

    private static void WriteRun(Bits bits, int length)
    {
        WritePrefixed(bits, length, 256, 280);
        // distance codes up to 120 are places nearby, and the second is the pixel to the left
        WritePrefixed(bits, 2, 0, 40);
    }

    private static void WritePrefixed(Bits bits, int value, int firstSymbol, int symbols)
    {
        int v = value - 1;
        if (v < 4)
        {
            WriteSymbol(bits, firstSymbol + v, symbols);
            return;
        }
        int high = System.Numerics.BitOperations.Log2((uint)v), second = v >> (high - 1) & 1, extra = high - 1;
        WriteSymbol(bits, firstSymbol + 2 * high + second, symbols);
        bits.Write((uint)(v & ((1 << extra) - 1)), extra);
    }

    private sealed class Bits
    {
        private readonly List<byte> bytes = [];
        private ulong held;
        private int count;

        public void Write(uint value, int length)
        {
            held |= (ulong)value << count;
            for (count += length; count >= 8; count -= 8)
            {
                bytes.Add((byte)held);
                held >>= 8;
            }
        }

        /// <summary>Words of a code go from their first bit on, numbers from their lowest.</summary>
        public void WriteCode(int word, int length)
        {
            for (int i = length - 1; i >= 0; i--)
                Write((uint)(word >> i & 1), 1);
        }

        public byte[] ToArray() => count > 0 ? [.. bytes, (byte)held] : [.. bytes];
    }
}
