using System.Buffers.Binary;

namespace Experiments.Data;

/// <summary>What an IDX file holds, by its usual magic number.</summary>
public enum IdxKind
{
    /// <summary>Unsigned bytes with three dimensions: count, rows, columns.</summary>
    Images = 0x803,

    /// <summary>
    /// Unsigned bytes with one dimension: count. Or 32-bit numbers with two (magic number 0x00000C02), as QMNIST has them: a row for each
    /// label, the class first.
    /// </summary>
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
/// <param name="Dimensions">Count, rows and columns for images; count, and perhaps numbers in a row, for labels.</param>
/// <param name="Data">The pixels, row major, as many as the product of the dimensions; or the classes, as many as labels.</param>
/// <param name="Sha256">SHA-256 of the uncompressed content, header included: 64 lower-case hexadecimal digits.</param>
public sealed record IdxFile(string Path, IdxKind Kind, IReadOnlyList<int> Dimensions, ReadOnlyMemory<byte> Data, string Sha256)
{
    /// <summary>Number of images or labels.</summary>
    public int Count => Dimensions[0];

    /// <summary>Reads and checks a whole file; whether it is gzip is seen from its first bytes, not from its name.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">What it must hold.</param>
    /// <exception cref="BadDataException">
    /// The file is missing, unreadable, damaged, not IDX, of another kind, longer or shorter than its header says, or a pipe
    /// or device: to open a pipe that nobody writes to takes for ever.
    /// </exception>
    public static IdxFile Read(string path, IdxKind kind)
    {
        try
        {
            if (((File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo) ?? new FileInfo(path)).Length == 0)
            {
                throw new BadDataException(path, "the file is empty (or a pipe or a device, which are not read), at byte 0");
            }

            using var file = File.OpenRead(path);
            return new IdxReader(file, path, kind).Read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var problem = Directory.Exists(path) ? "this is a folder, not a file"
                : e is FileNotFoundException or DirectoryNotFoundException ? "the file is missing"
                : $"the file cannot be read ({BadDataException.OneLine(e)})";
            throw new BadDataException(path, problem);
        }
    }

    /// <summary>The header of a file with these dimensions.</summary>
    internal static byte[] Header(IdxKind kind, params ReadOnlySpan<int> dimensions)
    {
        var header = new byte[4 + (4 * dimensions.Length)];
        BinaryPrimitives.WriteInt32BigEndian(header, (int)kind);
        for (var i = 0; i < dimensions.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * i)), dimensions[i]);
        }

        return header;
    }
}
