using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Experiments.Data;

/// <summary>Reads one IDX file, gzip or plain, to its end and no further, and checks every byte of it.</summary>
/// <param name="file">The file, which can seek.</param>
/// <param name="path">Its name in errors.</param>
/// <param name="kind">What it must hold.</param>
internal sealed class IdxReader(Stream file, string path, IdxKind kind)
{
    // The greatest content read: every image set of this family is smaller (EMNIST by class has 547 MB), and it fits one array.
    private const long LongestPayload = 1L << 30;

    // Deflate shrinks nothing any further.
    private const long GreatestExpansion = 1032;

    private bool isGzip;

    private int HeaderLength => 4 + (4 * DimensionCount);

    private int DimensionCount => (int)kind & 0xFF;

    private string Name => kind == IdxKind.Images ? "images" : "labels";

    /// <summary>Reads and checks the file.</summary>
    /// <exception cref="BadDataException">It is wrong.</exception>
    public IdxFile Read()
    {
        isGzip = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        using var stream = isGzip ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : file;
        var header = new byte[HeaderLength];
        var dimensions = ReadHeader(header.AsSpan(0, Fill(stream, header)));
        var declared = dimensions.Aggregate((product, size) => product * size);
        if (declared > file.Length * (isGzip ? GreatestExpansion : 1))
        {
            throw Error($"the file is cut short: its header declares {declared:N0} bytes, it has {file.Length:N0} itself", HeaderLength);
        }

        var content = new byte[HeaderLength + declared];
        header.CopyTo(content, 0);
        var count = Fill(stream, content.AsSpan(HeaderLength));
        if (count < declared)
        {
            throw Error($"the file is cut short: its header declares {declared:N0} bytes, {count:N0} are there", HeaderLength + count);
        }

        // To ask for more makes the gzip reader compare its checksum.
        if (Fill(stream, new byte[1]) > 0)
        {
            throw Error($"more bytes follow after the {declared:N0} that the header declares", content.Length);
        }

        if (isGzip)
        {
            CheckTrailer(content);
        }

        var data = content.AsMemory(HeaderLength);
        return kind == IdxKind.Labels && data.Span.IndexOfAnyExceptInRange((byte)0, (byte)9) is >= 0 and var bad
            ? throw Error($"the label {data.Span[bad]} is not a digit, labels are 0 to 9", HeaderLength + bad)
            : new IdxFile(path, kind, dimensions, data, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    private int Fill(Stream stream, Span<byte> bytes)
    {
        try
        {
            return stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            throw new BadDataException(path, "the gzip data is damaged (its structure or checksum is wrong)");
        }
    }

    private int[] ReadHeader(ReadOnlySpan<byte> header)
    {
        var magic = header.Length < 4 ? (uint)kind : BinaryPrimitives.ReadUInt32BigEndian(header);
        if (magic != (uint)kind)
        {
            throw Error($"{Guess(magic, header)} (magic number 0x{magic:X8}, {Name} have 0x{(uint)kind:X8})", 0);
        }

        if (header.Length < HeaderLength)
        {
            var problem = header.Length == 0 ? "the file is empty" : $"the file ends inside its header, which has {HeaderLength} bytes";
            throw Error(problem, header.Length);
        }

        var sizes = new uint[DimensionCount];
        for (var i = 0; i < sizes.Length; i++)
        {
            sizes[i] = BinaryPrimitives.ReadUInt32BigEndian(header[(4 + (4 * i))..]);
        }

        return sizes.Aggregate(1.0, (product, size) => product * size) is >= 1 and <= LongestPayload
            ? [.. sizes.Select(size => (int)size)]
            : throw Error($"the dimensions {string.Join(" × ", sizes)} are not those of 1 to {LongestPayload:N0} bytes of {Name}", 4);
    }

    // .NET's GZipStream takes a file that ends before its trailer for whole, without having compared anything, and ignores what follows it.
    // A file may have several members: the trailer is that of the last one, and says how long that is.
    private void CheckTrailer(byte[] content)
    {
        Span<byte> trailer = stackalloc byte[8];
        file.Position = Math.Max(0, file.Length - trailer.Length);
        file.ReadExactly(trailer);
        var (crc, length) = (BinaryPrimitives.ReadUInt32LittleEndian(trailer), BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]));
        if (length > content.Length || Crc32.HashToUInt32(content.AsSpan(content.Length - (int)length)) != crc)
        {
            throw Error("the gzip file does not end with its checksum and length: it is cut short, or has bytes appended", content.Length);
        }
    }

    private BadDataException Error(string what, long at) =>
        new(path, $"{what}, at byte {at:N0}{(isGzip ? " of the uncompressed content" : "")}");

    private string Guess(uint magic, ReadOnlySpan<byte> start) => magic switch
    {
        (uint)IdxKind.Images => "this file holds images, not labels: images and labels are swapped",
        (uint)IdxKind.Labels => "this file holds labels, not images: images and labels are swapped",
        0x01080000 or 0x03080000 => "the header's numbers are little-endian, IDX is big-endian",
        _ when magic >> 16 == 0x1F8B => "the content is gzip again, compressed twice",
        _ when start.StartsWith("vers"u8) => "this is a Git LFS pointer and not the file itself",
        _ when start.TrimStart(" \r\n\t"u8) is [(byte)'<', ..] => "this is a web page and not an IDX file",
        _ when magic >> 16 != 0 => "not an IDX file",
        _ when (magic >> 8) != 8 => $"elements of IDX type 0x{magic >> 8:X2} instead of unsigned bytes",
        _ => $"{magic & 0xFF} dimensions instead of {DimensionCount}",
    };
}
