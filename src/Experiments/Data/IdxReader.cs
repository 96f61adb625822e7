using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Security.Cryptography;

namespace Experiments.Data;

/// <summary>Reads one IDX file, gzip or plain, to its end and no further, and checks every byte of it on the way.</summary>
internal sealed class IdxReader : IDisposable
{
    // Small enough to be hashed while still in the processor's cache.
    private const int Chunk = 1 << 17;

    // The greatest content read: every image set of this family is smaller (EMNIST by class has 547 MB), and it fits one array.
    private const long LongestPayload = 1L << 30;

    // No file of the family is longer; what is (a disk image, a sparse file) would only take time.
    private const long LongestFile = LongestPayload + (1 << 20);

    // Digits shrink to a quarter; what claims to have shrunk further gets its memory as its content arrives.
    private const long BelievedExpansion = 16;

    private readonly string path;
    private readonly string advice;
    private readonly CancellationToken cancellation;
    private readonly FileStream file;
    private readonly Stream content;
    private readonly Crc32? checksum; // null if the file is not compressed
    private readonly IncrementalHash sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long offset;

    private IdxReader(string path, string advice, CancellationToken cancellation)
    {
        (this.path, this.advice, this.cancellation) = (path, advice, cancellation);
        var compressed = CheckLength() >= 2 && IsGzip(path);
        file = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
        content = compressed ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : file;
        checksum = compressed ? new Crc32() : null;
    }

    /// <summary>Whether a file begins as gzip files do.</summary>
    public static bool IsGzip(string path)
    {
        using var file = new FileStream(path, new FileStreamOptions { BufferSize = 0 });
        Span<byte> bytes = stackalloc byte[2];
        return file.ReadAtLeast(bytes, 2, throwOnEndOfStream: false) == 2 && bytes is [0x1F, 0x8B];
    }

    /// <summary>Reads and checks a file.</summary>
    /// <exception cref="BadDataException">The file is missing or wrong; the message ends with the advice.</exception>
    public static IdxFile Read(string path, IdxKind kind, string advice, CancellationToken cancellation)
    {
        try
        {
            using var reader = new IdxReader(path, advice, cancellation);
            return reader.Read(kind);
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

    public void Dispose()
    {
        content.Dispose();
        file.Dispose();
        sha256.Dispose();
    }

    // Before opening: merely to open a pipe that nobody writes to takes for ever. Pipes and devices have no length.
    private long CheckLength()
    {
        var length = new FileInfo((File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path)).FullName).Length;
        return length == 0
            ? throw new BadDataException(path, "the file is empty (or a pipe or a device, which are not read), at byte 0", advice)
            : length > LongestFile
            ? throw new BadDataException(
                path, $"the file has {length:N0} bytes, no IDX file of digits has more than {LongestFile:N0}", advice)
            : length;
    }

    private IdxFile Read(IdxKind kind)
    {
        var dimensions = ReadHeader(kind);
        var start = (int)offset;
        var data = ReadElements(dimensions.Aggregate((product, size) => product * size));
        CheckEnd(data.Length);
        return kind == IdxKind.Labels && data.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)9) is >= 0 and var bad
            ? throw Error($"the label {data[bad]} is not a digit, labels are 0 to 9", start + bad)
            : new IdxFile(path, kind, dimensions, data, Convert.ToHexStringLower(sha256.GetCurrentHash()));
    }

    private int[] ReadHeader(IdxKind kind)
    {
        Span<byte> bytes = stackalloc byte[4 + (4 * DimensionCount(kind))];
        var got = ReadUpTo(bytes);
        CheckMagic(kind, bytes[..got]);
        if (got < bytes.Length)
        {
            throw Error($"the file ends inside its header, which has {bytes.Length} bytes", got);
        }

        var (dimensions, payload) = (new int[DimensionCount(kind)], 1L);
        for (var i = 0; i < dimensions.Length; i++)
        {
            var at = 4 + (4 * i);
            var size = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            var what = i == 0 ? "count" : i == 1 ? "number of rows" : "number of columns";

            // Each factor is at most 2^32 and the product so far at most 2^30: no overflow before the check.
            payload *= size;
            dimensions[i] = size == 0 ? throw Error($"the {what} is 0, so the file holds no {Name(kind)}", at)
                : payload > LongestPayload
                ? throw Error($"the {what} {size:N0} would make {payload:N0} bytes or more, the limit is {LongestPayload:N0}", at)
                : (int)size;
        }

        return dimensions;
    }

    // Memory grows with what is there and not with what the header says will come.
    private byte[] ReadElements(int count)
    {
        var data = GC.AllocateUninitializedArray<byte>((int)Math.Min(count, Math.Max(Chunk, file.Length * BelievedExpansion)));
        for (var got = 0; ;)
        {
            got += ReadUpTo(data.AsSpan(got));
            if (got == count)
            {
                return data;
            }

            if (got < data.Length)
            {
                throw Error($"the file is cut short: its header declares {count:N0} bytes, {got:N0} are there", offset);
            }

            Array.Resize(ref data, (int)Math.Min(count, 2L * got));
        }
    }

    // .NET's GZipStream takes a file that ends inside its trailer for whole, without having compared anything, and ignores what follows it.
    private void CheckEnd(int count)
    {
        var end = offset;
        if (ReadUpTo(stackalloc byte[1]) != 0)
        {
            throw Error($"more bytes follow after the {count:N0} that the header declares", end);
        }

        if (checksum is null)
        {
            return;
        }

        Span<byte> trailer = stackalloc byte[8];
        file.Position = Math.Max(0, file.Length - trailer.Length);
        file.ReadExactly(trailer);
        var (crc, length) = (BinaryPrimitives.ReadUInt32LittleEndian(trailer), BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]));
        const string Wrong = "the gzip file does not end as it should";
        if (length != (uint)end)
        {
            throw Error(
                $"{Wrong} (its last 4 bytes say {length:N0} bytes, there are {end:N0}): it is cut short, has bytes appended, or has "
                + "several parts", end);
        }

        if (crc != checksum.GetCurrentHashAsUInt32())
        {
            throw Error($"{Wrong} (the checksum of its content is 0x{checksum.GetCurrentHashAsUInt32():X8}, not 0x{crc:X8})", end);
        }
    }

    /// <summary>Reads until the buffer is full or the content ends; gives the number of bytes read.</summary>
    private int ReadUpTo(Span<byte> buffer)
    {
        try
        {
            for (var got = 0; got < buffer.Length;)
            {
                cancellation.ThrowIfCancellationRequested();
                var chunk = buffer[got..Math.Min(buffer.Length, got + Chunk)];
                chunk = chunk[..content.Read(chunk)];
                if (chunk.IsEmpty)
                {
                    return got;
                }

                sha256.AppendData(chunk);
                checksum?.Append(chunk);
                got += chunk.Length;
                offset += chunk.Length;
            }

            return buffer.Length;
        }
        catch (InvalidDataException)
        {
            throw Error("the gzip data is damaged (its structure or checksum is wrong)", offset);
        }
    }

    private BadDataException Error(string what, long at) =>
        new(path, $"{what}, at byte {at:N0}{(checksum is null ? "" : " of the uncompressed content")}", advice);

    private void CheckMagic(IdxKind kind, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4)
        {
            throw Error(bytes.Length == 0 ? "the file is empty" : "the file ends inside its magic number", bytes.Length);
        }

        var magic = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (magic != (uint)kind)
        {
            throw Error($"{Guess(magic, kind, bytes)} (magic number 0x{magic:X8}, {Name(kind)} have 0x{(uint)kind:X8})", 0);
        }
    }

    private static string Guess(uint magic, IdxKind kind, ReadOnlySpan<byte> bytes) => magic switch
    {
        (uint)IdxKind.Images => "this file holds images, not labels: images and labels are swapped",
        (uint)IdxKind.Labels => "this file holds labels, not images: images and labels are swapped",
        0x01080000 or 0x03080000 => "the header's numbers are little-endian, IDX is big-endian",
        _ when bytes[0] == 0x1F && bytes[1] == 0x8B => "the content is gzip again, compressed twice",
        _ when bytes.StartsWith("vers"u8) => "this is a Git LFS pointer and not the file itself",
        _ when bytes.TrimStart(" \r\n\t"u8) is [(byte)'<', ..] => "this is a web page and not an IDX file",
        _ when magic >> 16 != 0 => "not an IDX file",
        _ when (magic >> 8) != 8 => $"elements of IDX type 0x{magic >> 8:X2} instead of unsigned bytes",
        _ => $"{magic & 0xFF} dimensions instead of {DimensionCount(kind)}",
    };

    private static int DimensionCount(IdxKind kind) => (int)kind & 0xFF;

    private static string Name(IdxKind kind) => kind == IdxKind.Images ? "images" : "labels";
}
