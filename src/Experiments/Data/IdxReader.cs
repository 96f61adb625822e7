using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Experiments.Data;

/// <summary>Reads one IDX file, gzip or plain, to its end and no further, and checks every byte of it.</summary>
internal sealed class IdxReader(string path, IdxKind kind, string advice, CancellationToken cancellation)
{
    private const int Chunk = 1 << 17;

    // The greatest content read: every image set of this family is smaller (EMNIST by class has 547 MB), and it fits one array.
    private const long LongestPayload = 1L << 30;

    // No file of the family is longer; what is (a disk image, a sparse file) would only take time.
    private const long LongestFile = LongestPayload + (1 << 20);

    // Digits shrink to a quarter; what claims to have shrunk further gets its memory as its content arrives.
    private const long BelievedExpansion = 16;

    private bool isGzip;
    private byte[] content = [];
    private int count; // bytes of the content read so far

    private int HeaderLength => 4 + (4 * DimensionCount);

    private int DimensionCount => (int)kind & 0xFF;

    private string Name => kind == IdxKind.Images ? "images" : "labels";

    /// <summary>Whether a file begins as gzip files do.</summary>
    public static bool IsGzip(string path)
    {
        using var file = new FileStream(path, new FileStreamOptions { BufferSize = 0 });
        Span<byte> bytes = stackalloc byte[2];
        return file.ReadAtLeast(bytes, 2, throwOnEndOfStream: false) == 2 && bytes is [0x1F, 0x8B];
    }

    /// <summary>Reads and checks the file.</summary>
    /// <exception cref="BadDataException">The file is missing or wrong; the message ends with the advice.</exception>
    public IdxFile Read()
    {
        try
        {
            CheckLength();
            isGzip = IsGzip(path);
            using var file = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
            using Stream stream = isGzip ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : file;
            return Read(file, stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            var isMissing = e is FileNotFoundException or DirectoryNotFoundException;
            var problem = Directory.Exists(path) ? "this is a folder, not a file"
                : isMissing && new FileInfo(path).LinkTarget is not null ? "this is a link that leads nowhere"
                : isMissing ? "the file is missing"
                : $"the file cannot be read ({BadDataException.OneLine(e)})";
            throw new BadDataException(path, problem, advice);
        }
    }

    // Before opening: merely to open a pipe that nobody writes to takes for ever. Pipes and devices have no length.
    private void CheckLength()
    {
        var length = new FileInfo((File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path)).FullName).Length;
        if (length is 0 or > LongestFile)
        {
            throw new BadDataException(
                path,
                length == 0
                    ? "the file is empty (or a pipe or a device, which are not read), at byte 0"
                    : $"the file has {length:N0} bytes, no IDX file of digits has more than {LongestFile:N0}",
                advice);
        }
    }

    private IdxFile Read(FileStream file, Stream stream)
    {
        Fill(stream, HeaderLength);
        var dimensions = ReadHeader();
        var declared = dimensions.Aggregate((product, size) => product * size);
        var end = HeaderLength + declared;

        // Memory grows with what is there, not with what the header says will come. One byte more is asked for: there must be none, and
        // asking makes the gzip reader compare its checksum.
        for (var room = Math.Max(Chunk, file.Length * BelievedExpansion); count == content.Length && count <= end; room = 2L * count)
        {
            Fill(stream, (int)Math.Min(end + 1, room));
        }

        if (count < end)
        {
            throw Error($"the file is cut short: its header declares {declared:N0} bytes, {count - HeaderLength:N0} are there", count);
        }

        if (count > end)
        {
            throw Error($"more bytes follow after the {declared:N0} that the header declares", end);
        }

        if (isGzip)
        {
            CheckTrailer(file);
        }

        var data = content.AsMemory(HeaderLength, declared);
        return kind == IdxKind.Labels && data.Span.IndexOfAnyExceptInRange((byte)0, (byte)9) is >= 0 and var bad
            ? throw Error($"the label {data.Span[bad]} is not a digit, labels are 0 to 9", HeaderLength + bad)
            : new IdxFile(path, kind, dimensions, data, Convert.ToHexStringLower(SHA256.HashData(content.AsSpan(0, end))));
    }

    private void Fill(Stream stream, int length)
    {
        Array.Resize(ref content, length);
        try
        {
            for (var more = 1; count < length && more > 0; count += more)
            {
                cancellation.ThrowIfCancellationRequested();
                more = stream.Read(content.AsSpan(count, Math.Min(length - count, Chunk)));
            }
        }
        catch (InvalidDataException)
        {
            throw Error("the gzip data is damaged (its structure or checksum is wrong)", count);
        }
    }

    private int[] ReadHeader()
    {
        if (count < 4)
        {
            throw Error(count == 0 ? "the file is empty" : "the file ends inside its magic number", count);
        }

        var magic = BinaryPrimitives.ReadUInt32BigEndian(content);
        if (magic != (uint)kind)
        {
            throw Error($"{Guess(magic)} (magic number 0x{magic:X8}, {Name} have 0x{(uint)kind:X8})", 0);
        }

        if (count < HeaderLength)
        {
            throw Error($"the file ends inside its header, which has {HeaderLength} bytes", count);
        }

        var (dimensions, payload) = (new int[DimensionCount], 1L);
        for (var i = 0; i < dimensions.Length; i++)
        {
            var at = 4 + (4 * i);
            var size = BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(at));
            var what = i == 0 ? "count" : i == 1 ? "number of rows" : "number of columns";

            // Each factor is at most 2^32 and the product so far at most 2^30: no overflow before the check.
            payload *= size;
            dimensions[i] = size == 0 ? throw Error($"the {what} is 0, so the file holds no {Name}", at)
                : payload > LongestPayload
                ? throw Error($"the {what} {size:N0} would make {payload:N0} bytes or more, the limit is {LongestPayload:N0}", at)
                : (int)size;
        }

        return dimensions;
    }

    // .NET's GZipStream takes a file that ends inside its trailer for whole, without having compared anything, and ignores what follows it.
    private void CheckTrailer(FileStream file)
    {
        Span<byte> trailer = stackalloc byte[8];
        file.Position = Math.Max(0, file.Length - trailer.Length);
        file.ReadExactly(trailer);
        var (crc, length) = (BinaryPrimitives.ReadUInt32LittleEndian(trailer), BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]));
        var right = Crc32.HashToUInt32(content.AsSpan(0, count));
        var problem = length != (uint)count
                ? $"its last 4 bytes say {length:N0} bytes, there are {count:N0}): it is cut short, has bytes appended, or has several "
                    + "parts"
            : crc != right ? $"the checksum of its content is 0x{right:X8}, not 0x{crc:X8})"
            : null;
        if (problem is not null)
        {
            throw Error($"the gzip file does not end as it should ({problem}", count);
        }
    }

    private BadDataException Error(string what, long at) =>
        new(path, $"{what}, at byte {at:N0}{(isGzip ? " of the uncompressed content" : "")}", advice);

    private string Guess(uint magic) => magic switch
    {
        (uint)IdxKind.Images => "this file holds images, not labels: images and labels are swapped",
        (uint)IdxKind.Labels => "this file holds labels, not images: images and labels are swapped",
        0x01080000 or 0x03080000 => "the header's numbers are little-endian, IDX is big-endian",
        _ when magic >> 16 == 0x1F8B => "the content is gzip again, compressed twice",
        _ when content.AsSpan().StartsWith("vers"u8) => "this is a Git LFS pointer and not the file itself",
        _ when ((ReadOnlySpan<byte>)content).TrimStart(" \r\n\t"u8) is [(byte)'<', ..] => "this is a web page and not an IDX file",
        _ when magic >> 16 != 0 => "not an IDX file",
        _ when (magic >> 8) != 8 => $"elements of IDX type 0x{magic >> 8:X2} instead of unsigned bytes",
        _ => $"{magic & 0xFF} dimensions instead of {DimensionCount}",
    };
}
