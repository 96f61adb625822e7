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

    private readonly string _path;
    private readonly string _advice;
    private readonly CancellationToken _cancellation;
    private readonly FileStream _file;
    private readonly Stream _content;
    private readonly bool _compressed;
    private readonly uint _lengthInTrailer;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _offset;

    private IdxContent(string path, string advice, FileStream file, CancellationToken cancellation)
    {
        (_path, _advice, _file, _cancellation) = (path, advice, file, cancellation);
        Span<byte> bytes = stackalloc byte[4];
        int got = file.ReadAtLeast(bytes, 2, throwOnEndOfStream: false);
        _compressed = got >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B;
        if (_compressed && file.Length >= 18)
        {
            file.Position = file.Length - 4;
            file.ReadExactly(bytes);
            _lengthInTrailer = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes);
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
            file = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 1 << 16 });
            return new IdxContent(path, advice, file, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            file?.Dispose();
            string what = e is FileNotFoundException or DirectoryNotFoundException ? "the file is missing"
                : Directory.Exists(path) ? "this is a folder, not a file"
                : $"the file cannot be read ({OneLine(e.Message)})";
            throw new BadDataException($"{path}: {what}; {advice}");
        }
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
        long possible = _compressed ? checked(_file.Length * GreatestExpansion) : _file.Length;
        if (headerLength + (long)length > possible)
        {
            throw Short(length, headerLength, _compressed ? null : _file.Length - headerLength);
        }

        byte[] payload = GC.AllocateUninitializedArray<byte>(length);
        int got = ReadUpTo(payload);
        if (got < length)
        {
            throw Short(length, headerLength, got);
        }

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

    private BadDataException Short(int length, int headerLength, long? got) => Error(
        $"the file is cut short: its header declares {length:N0} bytes, "
        + (got is long there ? $"{there:N0} are there" : $"{_file.Length:N0} compressed bytes cannot hold them"),
        headerLength + (got ?? 0));

    // .NET's GZipStream takes a file that ends inside the trailer for whole, and ignores what follows the trailer.
    private void CheckTrailer()
    {
        if (_compressed && _lengthInTrailer != (uint)_offset)
        {
            throw Error(
                $"the gzip file does not end as it should (its last 4 bytes say {_lengthInTrailer:N0} bytes, there are {_offset:N0}): "
                + "it is cut short, has bytes appended, or has several parts",
                _offset);
        }
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
