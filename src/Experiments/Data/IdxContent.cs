using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Experiments.Data;

/// <summary>The uncompressed bytes of one file, hashed while they are read; never more of them than asked for.</summary>
internal sealed class IdxContent : IDisposable
{
    // Small enough to be hashed while still in the processor's cache.
    private const int Chunk = 1 << 17;

    // Deflate cannot shrink by more than 1032:1 (zlib technical details), so a header that claims more is lying.
    private const long GreatestExpansion = 1032;

    // Digits shrink to a quarter; what claims to have shrunk further gets its memory as its content arrives.
    private const long BelievedExpansion = 16;

    // No file of the family is longer; what is (a disk image, a sparse file) would only take time.
    private const long LongestFile = IdxHeader.LongestPayload + (1 << 20);

    private readonly string _path;
    private readonly string _advice;
    private readonly CancellationToken _cancellation;
    private readonly FileStream _file;
    private readonly Stream _content;
    private readonly bool _compressed;
    private readonly (uint Checksum, uint Length) _trailer;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private Crc32 _checksum;
    private long _offset;

    private IdxContent(string path, string advice, FileStream file, CancellationToken cancellation)
    {
        (_path, _advice, _file, _cancellation) = (path, advice, file, cancellation);
        Span<byte> bytes = stackalloc byte[8];
        int got = file.ReadAtLeast(bytes, 2, throwOnEndOfStream: false);
        _compressed = got >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B;
        if (_compressed && file.Length >= 18)
        {
            file.Position = file.Length - bytes.Length;
            file.ReadExactly(bytes);
            _trailer = (BinaryPrimitives.ReadUInt32LittleEndian(bytes), BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]));
        }

        file.Position = 0;
        _content = _compressed ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : file;
    }

    /// <summary>Opens a file for reading from its beginning.</summary>
    /// <exception cref="BadDataException">The file is missing or cannot be read.</exception>
    public static IdxContent Open(string path, string advice, CancellationToken cancellation)
    {
        FileStream? file = null;
        try
        {
            long length = CheckedLength(path, advice);
            file = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = (int)Math.Min(length, 1 << 16) });
            return new IdxContent(path, advice, file, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            file?.Dispose();
            string what = Directory.Exists(path) ? "this is a folder, not a file"
                : e is FileNotFoundException or DirectoryNotFoundException && new FileInfo(path).LinkTarget is not null ? "this is a link that leads nowhere"
                : e is FileNotFoundException or DirectoryNotFoundException ? "the file is missing"
                : $"the file cannot be read ({OneLine(e.Message)})";
            throw new BadDataException($"{path}: {what}; {advice}");
        }
    }

    // Before opening: merely to open a pipe that nobody writes to takes for ever. Pipes and devices have no length.
    private static long CheckedLength(string path, string advice)
    {
        long length = new FileInfo((File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path)).FullName).Length;
        if (length == 0)
        {
            throw new BadDataException($"{path}: the file is empty (or a pipe or a device, which are not read), at byte 0; {advice}");
        }

        if (length > LongestFile)
        {
            throw new BadDataException($"{path}: the file has {length:N0} bytes, no IDX file of digits has more than {LongestFile:N0}; {advice}");
        }

        return length;
    }

    /// <summary>Reads until the buffer is full or the content ends.</summary>
    /// <returns>The number of bytes read.</returns>
    public int ReadUpTo(Span<byte> buffer)
    {
        int got = 0;
        try
        {
            while (got < buffer.Length)
            {
                _cancellation.ThrowIfCancellationRequested();
                int more = _content.Read(buffer[got..Math.Min(buffer.Length, got + Chunk)]);
                if (more == 0)
                {
                    break;
                }

                _hash.AppendData(buffer.Slice(got, more));
                if (_compressed)
                {
                    _checksum.Append(buffer.Slice(got, more));
                }

                got += more;
                _offset += more;
            }
        }
        catch (InvalidDataException)
        {
            throw Error("the gzip data is damaged (its structure or checksum is wrong)", _offset);
        }
        catch (IOException e)
        {
            throw Error($"the file cannot be read ({OneLine(e.Message)})", _offset);
        }

        return got;
    }

    /// <summary>Reads the elements and makes sure that nothing comes after them.</summary>
    public byte[] ReadPayload(int length, int headerLength)
    {
        long possible = _compressed ? _file.Length * GreatestExpansion : _file.Length;
        if (headerLength + (long)length > possible)
        {
            throw Short(length, headerLength, _compressed ? null : _file.Length - headerLength);
        }

        byte[] payload = ReadExactly(length, headerLength);

        // One byte more: there must be none, and asking for it makes the gzip reader compare its checksum.
        if (ReadUpTo(stackalloc byte[1]) != 0)
        {
            string extra = _compressed ? string.Empty : $" ({_file.Length - headerLength - length:N0} too many)";
            throw Error($"more bytes follow{extra} after the {length:N0} that the header declares", headerLength + (long)length);
        }

        CheckTrailer();
        return payload;
    }

    /// <summary>The digest of everything read, 64 lower-case hexadecimal digits.</summary>
    public string Sha256() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>An exception in the form that every message about files has.</summary>
    public BadDataException Error(string what, long offset) =>
        new($"{_path}: {what}, at byte {offset:N0}{(_compressed ? " of the uncompressed content" : string.Empty)}; {_advice}");

    public void Dispose()
    {
        if (_compressed)
        {
            _content.Dispose();
        }

        _file.Dispose();
        _hash.Dispose();
    }

    // Memory grows with what is there and not with what the header says will come.
    private byte[] ReadExactly(int length, int headerLength)
    {
        long believed = _compressed ? Math.Max(Chunk, _file.Length * BelievedExpansion) : length;
        try
        {
            byte[] payload = GC.AllocateUninitializedArray<byte>((int)Math.Min(length, believed));
            for (int got = 0; ;)
            {
                got += ReadUpTo(payload.AsSpan(got));
                if (got < payload.Length)
                {
                    throw Short(length, headerLength, got);
                }

                if (got == length)
                {
                    return payload;
                }

                Array.Resize(ref payload, (int)Math.Min(length, 2L * got));
            }
        }
        catch (OutOfMemoryException)
        {
            throw Error($"there is not enough memory for the {length:N0} bytes that the header declares", headerLength);
        }
    }

    private BadDataException Short(int length, int headerLength, long? got) => Error(
        $"the file is cut short: its header declares {length:N0} bytes, "
        + (got is long there ? $"{there:N0} are there" : $"{_file.Length:N0} compressed bytes cannot hold them"),
        headerLength + (got ?? 0));

    // .NET's GZipStream takes a file that ends inside the trailer for whole, without having compared anything, and ignores what follows it.
    private void CheckTrailer()
    {
        if (!_compressed)
        {
            return;
        }

        if (_trailer.Length != (uint)_offset)
        {
            throw Error(
                $"the gzip file does not end as it should (its last 4 bytes say {_trailer.Length:N0} bytes, there are {_offset:N0}): "
                + "it is cut short, has bytes appended, or has several parts",
                _offset);
        }

        if (_trailer.Checksum != _checksum.Value)
        {
            throw Error(
                $"the gzip file does not end as it should (the checksum of its content is 0x{_checksum.Value:X8}, not 0x{_trailer.Checksum:X8})", _offset);
        }
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
