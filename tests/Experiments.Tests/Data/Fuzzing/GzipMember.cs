using System.Buffers.Binary;
using System.IO.Compression;
using Experiments.Naming;

namespace Experiments.Tests.Data.Fuzzing;

/// <summary>One gzip member, put together field by field as RFC 1952 says.</summary>
internal sealed record GzipMember(byte[] Content)
{
    private const byte HasHeaderChecksum = 2;
    private const byte HasExtra = 4;
    private const byte HasName = 8;
    private const byte HasComment = 16;

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOfByte)];

    /// <summary>How hard deflate tries.</summary>
    public CompressionLevel Level { get; init; } = CompressionLevel.Fastest;

    /// <summary>Compression method; 8 is the only one there is.</summary>
    public byte Method { get; init; } = 8;

    /// <summary>Flags beyond those of the fields below.</summary>
    public byte MoreFlags { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public uint Time { get; init; }

    /// <summary>Extra fields, or null.</summary>
    public byte[]? Extra { get; init; }

    /// <summary>The name of the file that was compressed, without its final zero, or null.</summary>
    public byte[]? Name { get; init; }

    /// <summary>A comment, without its final zero, or null.</summary>
    public byte[]? Comment { get; init; }

    /// <summary>Whether the header has a checksum of its own.</summary>
    public bool HeaderChecksum { get; init; }

    /// <summary>Stored blocks of length 0 ahead of the content: five bytes each that inflate to nothing.</summary>
    public int EmptyBlocks { get; init; }

    /// <summary>Checksum in the trailer; null for the right one.</summary>
    public uint? Checksum { get; init; }

    /// <summary>Length in the trailer; null for the right one.</summary>
    public uint? Length { get; init; }

    /// <summary>CRC-32 of RFC 1952, appendix 8.</summary>
    public static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte one in bytes)
        {
            crc = CrcTable[(byte)(crc ^ one)] ^ (crc >> 8);
        }

        return ~crc;
    }

    /// <summary>The member's bytes.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        stream.Write(Header());
        for (int i = 0; i < EmptyBlocks; i++)
        {
            stream.Write([0, 0, 0, 0xFF, 0xFF]);
        }

        using (var deflate = new DeflateStream(stream, Level, leaveOpen: true))
        {
            deflate.Write(Content);
        }

        if (Content.Length == 0)
        {
            stream.Write([3, 0]); // .NET writes nothing for nothing; RFC 1951 wants a last block
        }

        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, Checksum ?? Crc32(Content));
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], Length ?? (uint)Content.Length);
        stream.Write(trailer);
        return stream.ToArray();
    }

    private byte[] Header()
    {
        byte flags = (byte)(MoreFlags
            | (Extra is null ? 0 : HasExtra) | (Name is null ? 0 : HasName) | (Comment is null ? 0 : HasComment)
                | (HeaderChecksum ? HasHeaderChecksum : 0));
        byte[] header =
        [
            0x1F, 0x8B, Method, flags, (byte)Time, (byte)(Time >> 8), (byte)(Time >> 16), (byte)(Time >> 24), 0, 255,
            .. Extra is null ? [] : (byte[])[(byte)Extra.Length, (byte)(Extra.Length >> 8), .. Extra],
            .. Name is null ? [] : (byte[])[.. Name, 0],
            .. Comment is null ? [] : (byte[])[.. Comment, 0],
        ];
        uint crc = Crc32(header);
        return HeaderChecksum ? [.. header, (byte)crc, (byte)(crc >> 8)] : header;
    }

    private static uint CrcOfByte(int value)
    {
        uint crc = (uint)value;
        for (int bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return crc;
    }
}
