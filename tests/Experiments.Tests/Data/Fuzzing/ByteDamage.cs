using System.Buffers.Binary;

namespace Experiments.Tests.Data.Fuzzing;

/// <summary>What disks, lines, editors and people do to bytes, whatever they mean.</summary>
internal static class ByteDamage
{
    private static readonly (string Name, Func<byte[], Random, byte[]> Do)[] Ways =
    [
        ("flip bits", FlipBits),
        ("set bytes", SetBytes),
        ("set a number", SetNumber),
        ("cut the end off", (bytes, random) => bytes[..random.Next(bytes.Length)]),
        ("cut a few bytes off", (bytes, random) => bytes[..Math.Max(0, bytes.Length - random.Next(1, 20))]),
        ("append noise", (bytes, random) => [.. bytes, .. Noise(random.Next(1, 64), random)]),
        ("append zeros", (bytes, random) => [.. bytes, .. new byte[random.Next(1, 4096)]]),
        ("append its own end", (bytes, random) => [.. bytes, .. bytes[random.Next(bytes.Length)..]]),
        ("drop a piece", DropPiece),
        ("insert noise", InsertNoise),
        ("repeat a piece", RepeatPiece),
        ("zero a piece", ZeroPiece),
        ("turn line feeds into CR LF", (bytes, _) => [.. bytes.SelectMany(one => one == 10 ? new byte[] { 13, 10 } : [one])]),
        ("replace what is not ASCII, as text", (bytes, _) =>
            [.. bytes.SelectMany(one => one >= 0x80 ? new byte[] { 0xEF, 0xBF, 0xBD } : [one])]),
        ("swap bytes in pairs", (bytes, _) => [.. Enumerable.Range(0, bytes.Length & ~1).Select(i => bytes[i ^ 1])]),
    ];

    private static readonly uint[] Telling =
        [0, 1, 2, 9, 10, 28, 255, 256, 784, 65_535, 65_536, 1 << 20, 1 << 28, (1 << 30) - 16, 1 << 30, int.MaxValue, 1u << 31,
            uint.MaxValue - 15, uint.MaxValue];

    /// <summary>Does one kind of damage.</summary>
    public static (byte[] Bytes, string Name) Do(byte[] bytes, Random random)
    {
        if (bytes.Length == 0)
        {
            return ([.. Noise(random.Next(1, 8), random)], "make something of nothing");
        }

        (string name, Func<byte[], Random, byte[]> act) = Ways[random.Next(Ways.Length)];
        return (act([.. bytes], random), name);
    }

    /// <summary>A number that programs trip over.</summary>
    public static uint TellingNumber(Random random) => Telling[random.Next(Telling.Length)];

    /// <summary>Random bytes.</summary>
    public static byte[] Noise(int length, Random random)
    {
        var noise = new byte[length];
        random.NextBytes(noise);
        return noise;
    }

    private static byte[] FlipBits(byte[] bytes, Random random)
    {
        for (int flips = random.Next(1, 9); flips > 0; flips--)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return bytes;
    }

    private static byte[] SetBytes(byte[] bytes, Random random)
    {
        int at = random.Next(bytes.Length);
        random.NextBytes(bytes.AsSpan(at, Math.Min(random.Next(1, 17), bytes.Length - at)));
        return bytes;
    }

    private static byte[] SetNumber(byte[] bytes, Random random)
    {
        if (bytes.Length >= 4)
        {
            int at = random.Next(Math.Min(bytes.Length - 3, 20));
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at), TellingNumber(random));
        }

        return bytes;
    }

    private static byte[] DropPiece(byte[] bytes, Random random)
    {
        int at = random.Next(bytes.Length);
        return [.. bytes[..at], .. bytes[random.Next(at, bytes.Length)..]];
    }

    private static byte[] InsertNoise(byte[] bytes, Random random)
    {
        int at = random.Next(bytes.Length + 1);
        return [.. bytes[..at], .. Noise(random.Next(1, 32), random), .. bytes[at..]];
    }

    private static byte[] RepeatPiece(byte[] bytes, Random random)
    {
        int start = random.Next(bytes.Length);
        int end = random.Next(start, bytes.Length) + 1;
        int at = random.Next(bytes.Length + 1);
        return [.. bytes[..at], .. bytes[start..end], .. bytes[at..]];
    }

    private static byte[] ZeroPiece(byte[] bytes, Random random)
    {
        int at = random.Next(bytes.Length);
        Array.Clear(bytes, at, Math.Min(random.Next(1, 512), bytes.Length - at));
        return bytes;
    }
}
