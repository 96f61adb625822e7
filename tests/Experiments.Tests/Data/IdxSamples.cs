using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Experiments.Tests.Data;

/// <summary>Small IDX files, written here byte by byte from the format's description and not by the engine.</summary>
internal static class IdxSamples
{
    public static readonly string[] Names =
        ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];

    public static byte[] Images(int count, int rows = 4, int columns = 3) =>
        [.. Header(0x803, (uint)count, (uint)rows, (uint)columns), .. Enumerable.Range(0, count * rows * columns)
            .Select(i => (byte)(i * 7))];

    public static byte[] Labels(int count) => [.. Header(0x801, (uint)count), .. Enumerable.Range(0, count).Select(i => (byte)(i % 10))];

    public static byte[] Header(params uint[] numbers)
    {
        var bytes = new byte[4 * numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4 * i), numbers[i]);
        }

        return bytes;
    }

    public static byte[] Gzip(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return compressed.ToArray();
    }

    /// <summary>The content of four files that belong together.</summary>
    public static byte[][] FourContents(int training = 20, int test = 12) =>
        [Images(training), Labels(training), Images(test), Labels(test)];

    public static void WriteFour(TemporaryFolder folder, byte[][] contents)
    {
        for (int i = 0; i < 4; i++)
        {
            folder.Write(Names[i], contents[i]);
        }
    }

    public static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
