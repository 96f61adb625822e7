using System.Buffers.Binary;

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
/// <param name="Path">The file read.</param>
/// <param name="Kind">Images or labels.</param>
/// <param name="Dimensions">Count, rows and columns for images; count for labels.</param>
/// <param name="Data">The elements, row major, as many as the product of the dimensions.</param>
/// <param name="Sha256">SHA-256 of the uncompressed content, header included: 64 lower-case hexadecimal digits.</param>
public sealed record IdxFile(string Path, IdxKind Kind, IReadOnlyList<int> Dimensions, ReadOnlyMemory<byte> Data, string Sha256)
{
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
        new IdxReader(path, kind, "replace it with a good copy", cancellation).Read();

    /// <summary>Writes a plain IDX file: to a temporary name first, then renamed, so that the final name never holds half a file.</summary>
    /// <param name="path">The file; replaced if it exists. Its folder must exist.</param>
    /// <param name="dimensions">Count, rows and columns for images; count for labels.</param>
    /// <param name="data">The elements, row major.</param>
    /// <exception cref="ArgumentException">There are not 1 or 3 dimensions, or their product is not the number of elements.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<int> dimensions, ReadOnlySpan<byte> data)
    {
        var content = Content(dimensions, data);
        var temporary = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>SHA-256 of the IDX file that these elements would make.</summary>
    internal static string Digest(IReadOnlyList<int> dimensions, ReadOnlySpan<byte> data) =>
        Convert.ToHexStringLower(SHA256.HashData(Content(dimensions, data)));

    private static byte[] Content(IReadOnlyList<int> dimensions, ReadOnlySpan<byte> data)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        if (dimensions.Count is not (1 or 3) || dimensions.Aggregate(1L, (product, size) => checked(product * size)) != data.Length)
        {
            throw new ArgumentException(
                $"The dimensions {string.Join(" × ", dimensions)} do not fit {data.Length:N0} elements as images (3 dimensions) or labels "
                + "(1).",
                nameof(dimensions));
        }

        var header = new byte[4 + (4 * dimensions.Count)];
        BinaryPrimitives.WriteInt32BigEndian(header, (int)(dimensions.Count == 3 ? IdxKind.Images : IdxKind.Labels));
        for (var i = 0; i < dimensions.Count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * i)), dimensions[i]);
        }

        return [.. header, .. data];
    }
}
