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

    // Digits shrink to a quarter. What claims to have shrunk further gets its memory as its content arrives.
    private const long BelievedExpansion = 16;

    // QMNIST's labels: rows of 32-bit numbers, of which the first is the class.
    private const uint WideLabels = 0x0C02;

    private bool isGzip;

    private string Name => kind == IdxKind.Images ? "images" : "labels";

    /// <summary>Reads and checks the file.</summary>
    /// <exception cref="BadDataException">It is wrong.</exception>
    public IdxFile Read()
    {
        isGzip = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        using var stream = isGzip ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : file;
        var format = ReadFormat(stream);
        var content = ReadContent(stream, format);
        if (isGzip)
        {
            CheckTrailer(content);
        }

        return new IdxFile(path, kind, format.Sizes, Data(content, format), Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    private byte[] ReadContent(Stream stream, IdxFormat format)
    {
        var content = format.Header;
        var (count, end) = (content.Length, content.Length + format.Declared);
        for (var room = Math.Max(1 << 17, file.Length * BelievedExpansion); count == content.Length && count < end; room = 2L * count)
        {
            Array.Resize(ref content, (int)Math.Min(end, room));
            count += Fill(stream, content.AsSpan(count));
        }

        if (count < end)
        {
            var there = count - format.Header.Length;
            throw Error($"the file is cut short: its header declares {format.Declared:N0} bytes, {there:N0} are there", count);
        }

        // To ask for more makes the gzip reader compare its checksum.
        return Fill(stream, new byte[1]) == 0 ? content
            : throw Error($"more bytes follow after the {format.Declared:N0} that the header declares", end);
    }

    // Images as they are. Of labels the class: the bytes, or the first number of every row.
    private ReadOnlyMemory<byte> Data(byte[] content, IdxFormat format)
    {
        if (format.ElementSize == 1)
        {
            return content.AsMemory(format.Header.Length);
        }

        var labels = new byte[format.Sizes[0]];
        for (var i = 0; i < labels.Length; i++)
        {
            var at = format.Header.Length + (i * (int)(format.Declared / labels.Length));
            var label = BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(at));
            labels[i] = label is >= 0 and <= byte.MaxValue ? (byte)label : throw Error($"the label {label} is not one of 0 to 255", at);
        }

        return labels;
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

    private IdxFormat ReadFormat(Stream stream)
    {
        var start = new byte[4];
        var length = Fill(stream, start);
        var magic = length < 4 ? (uint)kind : BinaryPrimitives.ReadUInt32BigEndian(start);
        if (magic != (uint)kind && !(kind == IdxKind.Labels && magic == WideLabels))
        {
            var more = new byte[60];
            byte[] text = [.. start, .. more.AsSpan(0, Fill(stream, more))];
            throw Error($"{Guess(magic, text)} (magic number 0x{magic:X8}, {Name} have 0x{(uint)kind:X8})", 0);
        }

        var header = new byte[4 + (4 * (magic & 0xFF))];
        start.CopyTo(header, 0);
        length += length < 4 ? 0 : Fill(stream, header.AsSpan(4));
        if (length < header.Length)
        {
            throw Error(length == 0 ? "the file is empty" : $"the file ends inside its header, which has {header.Length} bytes", length);
        }

        uint[] sizes = [.. header.Chunk(4).Skip(1).Select(bytes => BinaryPrimitives.ReadUInt32BigEndian(bytes))];
        var elementSize = magic == WideLabels ? 4 : 1;
        return sizes.Aggregate((double)elementSize, (product, size) => product * size) is >= 1 and <= LongestPayload
            ? new IdxFormat(header, elementSize, [.. sizes.Select(size => (int)size)])
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
        (uint)IdxKind.Labels or WideLabels => "this file holds labels, not images: images and labels are swapped",
        0x01080000 or 0x03080000 => "the header's numbers are little-endian, IDX is big-endian",
        _ when magic >> 16 == 0x1F8B => "the content is gzip again, compressed twice",
        _ when start.StartsWith("vers"u8) => "this is a Git LFS pointer and not the file itself",
        _ when start.TrimStart(" \r\n\t"u8) is [(byte)'<', ..] => "this is a web page and not an IDX file",
        _ when magic >> 16 != 0 => "not an IDX file",
        _ when (magic >> 8) != 8 => $"elements of IDX type 0x{magic >> 8:X2} instead of unsigned bytes",
        _ => $"{magic & 0xFF} dimensions instead of {(uint)kind & 0xFF}",
    };

    /// <summary>What a header says.</summary>
    private sealed record IdxFormat(byte[] Header, int ElementSize, int[] Sizes)
    {
        public long Declared { get; } = Sizes.Aggregate((long)ElementSize, (product, size) => product * size);
    }
}
