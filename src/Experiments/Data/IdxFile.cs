using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Experiments.Data;

/// <summary>What an IDX file holds: images (magic number 0x00000803, three dimensions) or labels (0x00000801, one dimension).</summary>
public enum IdxKind
{
    /// <summary>Unsigned bytes with three dimensions: count, rows, columns.</summary>
    Images = 0x803,

    /// <summary>Unsigned bytes with one dimension: count.</summary>
    Labels = 0x801,
}

/// <summary>
/// One file in the IDX format of MNIST, gzip or plain: a big-endian header (magic number, dimensions), then one byte per element.
/// </summary>
/// <remarks>
/// The magic number is two zero bytes, the element type (8 = unsigned byte) and the number of dimensions; every dimension is a 32-bit
/// big-endian number. Source: "THE IDX FILE FORMAT" on the MNIST page of Y. LeCun, C. Cortes and C. Burges.
/// </remarks>
public sealed class IdxFile
{
    internal IdxFile(string path, IdxKind kind, int[] dimensions, ReadOnlyMemory<byte> data, string sha256) =>
        (Path, Kind, Dimensions, Data, Sha256) = (path, kind, dimensions, data, sha256);

    /// <summary>The file read.</summary>
    public string Path { get; }

    /// <summary>Images or labels.</summary>
    public IdxKind Kind { get; }

    /// <summary>Count, rows and columns for images; count for labels.</summary>
    public IReadOnlyList<int> Dimensions { get; }

    /// <summary>The elements, row major, as many as the product of the dimensions.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>SHA-256 of the uncompressed content, header included: 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>Number of images or labels.</summary>
    public int Count => Dimensions[0];

    /// <summary>Reads and checks a whole file; whether it is gzip is seen from its first bytes, not from its name.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">What it must hold.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="BadDataException">
    /// The file is missing, unreadable, damaged, not IDX, of another kind, longer or shorter than its header says, or has a label above 9.
    /// </exception>
    public static IdxFile Read(string path, IdxKind kind, CancellationToken cancellation = default) =>
        Read(path, kind, "replace it with a good copy", cancellation);

    internal static IdxFile Read(string path, IdxKind kind, string advice, CancellationToken cancellation)
    {
        using var content = IdxContent.Open(path, advice, cancellation);
        IdxHeader header = IdxHeader.Read(content, kind);
        byte[] data = content.ReadPayload(header.PayloadLength, header.Length);
        if (kind == IdxKind.Labels)
        {
            int bad = data.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)9);
            if (bad >= 0)
            {
                throw content.Error($"the label {data[bad]} is not a digit, labels are 0 to 9", header.Length + bad);
            }
        }

        return new IdxFile(path, kind, header.Dimensions, data, content.Sha256());
    }

    /// <summary>Writes a plain IDX file: to a temporary name first, then renamed, so that the final name never holds half a file.</summary>
    /// <param name="path">The file; replaced if it exists. Its folder must exist.</param>
    /// <param name="dimensions">Count, rows and columns for images; count for labels.</param>
    /// <param name="data">The elements, row major.</param>
    /// <returns>SHA-256 of the content written, header included.</returns>
    /// <exception cref="ArgumentException">There are not 1 or 3 dimensions, or their product is not the number of elements.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static string Write(string path, IReadOnlyList<int> dimensions, ReadOnlySpan<byte> data)
    {
        byte[] header = Header(dimensions, data.Length);
        string temporary = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(header);
                stream.Write(data);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        return Digest(header, data);
    }

    /// <summary>SHA-256 of the IDX file that these elements would make.</summary>
    internal static string Digest(IReadOnlyList<int> dimensions, ReadOnlySpan<byte> data) => Digest(Header(dimensions, data.Length), data);

    private static string Digest(ReadOnlySpan<byte> header, ReadOnlySpan<byte> data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header);
        hash.AppendData(data);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] Header(IReadOnlyList<int> dimensions, int length)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        if (dimensions.Count is not (1 or 3) || dimensions.Aggregate(1L, (product, size) => checked(product * size)) != length)
        {
            throw new ArgumentException(
                $"The dimensions {string.Join(" × ", dimensions)} do not fit {length:N0} elements as images (3 dimensions) or labels (1).",
                nameof(dimensions));
        }

        var header = new byte[4 + (4 * dimensions.Count)];
        BinaryPrimitives.WriteInt32BigEndian(header, (int)(dimensions.Count == 3 ? IdxKind.Images : IdxKind.Labels));
        for (int i = 0; i < dimensions.Count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * i)), dimensions[i]);
        }

        return header;
    }
}
