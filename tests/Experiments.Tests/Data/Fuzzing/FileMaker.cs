using System.Buffers.Binary;
using System.IO.Compression;
using Experiments.Data;

namespace Experiments.Tests.Data.Fuzzing;

/// <summary>Makes whole, damaged, lying and exploding files by number.</summary>
internal static class FileMaker
{
    private static readonly CompressionLevel[] Levels =
        [CompressionLevel.Optimal, CompressionLevel.Fastest, CompressionLevel.NoCompression, CompressionLevel.SmallestSize];

    // Names as attackers choose them: nothing but the checks of the reader may come of these.
    private static readonly string[] Names = ["train-images-idx3-ubyte", "../../../etc/passwd", "/dev/zero", "a\nb", "CON", new('x', 5000)];

    // Nothing in it but one byte over and over: the little files that inflate most. Compressed once, since that takes long.
    private static readonly Lazy<byte[]>[] Bombs = [.. new[] { 50_000, 500_000, 5_000_000 }.SelectMany(size =>
        new[] { IdxKind.Images, IdxKind.Labels }.Select(kind => new Lazy<byte[]>(() => Bomb(kind, size))))];

    /// <summary>The file of a number.</summary>
    public static FuzzedFile Make(int number)
    {
        var random = new Random(number);
        IdxKind kind = random.Next(2) == 0 ? IdxKind.Images : IdxKind.Labels;
        byte[] content = Content(kind, random);
        FuzzedFile file = random.Next(20) switch
        {
            0 => new(number, kind, content, "plain, whole") { WholeContent = content },
            1 => new(number, kind, Member(content, random).ToBytes(), "gzip, whole") { WholeContent = content },
            2 or 3 or 4 => Damaged(number, kind, content, "plain", random),
            5 or 6 or 7 or 8 => Damaged(number, kind, Member(content, random).ToBytes(), "gzip", random),
            9 or 10 or 11 => Recompressed(number, kind, content, random),
            12 => LyingHeader(number, kind, content, random),
            13 => LyingGzip(number, kind, content, random),
            14 => Members(number, kind, content, random),
            15 => Spliced(number, kind, content, random),
            16 => OtherFormat(number, kind, content, random),
            17 => Exploding(number, random),
            18 => AnyLabel(number, content, kind, random),
            _ => EmptyBlocks(number, kind, content, random),
        };
        return file.Inflated > 0 ? file : file with { Inflated = content.Length };
    }

    private static byte[] Content(IdxKind kind, Random random) => kind == IdxKind.Images
        ? Images(random.Next(1, 30), random.Next(1, 9), random.Next(1, 9), random)
        : Labels(random.Next(1, 200), random);

    private static byte[] Labels(int count, Random random) =>
        [.. IdxSamples.Header(0x801, (uint)count), .. Enumerable.Range(0, count).Select(_ => (byte)random.Next(10))];

    private static byte[] Images(int count, int rows, int columns, Random random) =>
        [.. IdxSamples.Header(0x803, (uint)count, (uint)rows, (uint)columns), .. ByteDamage.Noise(count * rows * columns, random)];

    private static GzipMember Member(byte[] content, Random random) => new(content)
    {
        Level = Levels[random.Next(Levels.Length)],
        Time = (uint)random.Next(),
        Extra = random.Next(4) == 0 ? ByteDamage.Noise(random.Next(300), random) : null,
        Name = random.Next(2) == 0 ? System.Text.Encoding.ASCII.GetBytes(Names[random.Next(Names.Length)]) : null,
        Comment = random.Next(4) == 0 ? "a comment"u8.ToArray() : null,
        HeaderChecksum = random.Next(4) == 0,
    };

    private static FuzzedFile Damaged(int number, IdxKind kind, byte[] bytes, string story, Random random)
    {
        for (int steps = random.Next(1, 4); steps > 0; steps--)
        {
            (bytes, string name) = ByteDamage.Do(bytes, random);
            story += $", {name}";
        }

        return new(number, kind, bytes, story);
    }

    // The gzip around it is faultless, so that what is wrong lies deeper.
    private static FuzzedFile Recompressed(int number, IdxKind kind, byte[] content, Random random)
    {
        FuzzedFile damaged = Damaged(number, kind, content, "content", random);
        return damaged
            with
        { Bytes = Member(damaged.Bytes, random).ToBytes(), Story = damaged.Story + ", gzip", Inflated = damaged.Bytes.Length };
    }

    private static FuzzedFile LyingHeader(int number, IdxKind kind, byte[] content, Random random)
    {
        byte[] lying = [.. content];
        int fields = kind == IdxKind.Images ? 4 : 2;
        string story = "header with ";
        if (kind == IdxKind.Images && random.Next(3) == 0)
        {
            byte[][] sizes = [content[4..8], content[8..12], content[12..16]];
            random.Shuffle(sizes);
            sizes.SelectMany(size => size).ToArray().CopyTo(lying, 4);
            story += "dimensions in another order";
        }
        else
        {
            int field = random.Next(fields);
            uint value = random.Next(3) switch
            {
                0 => ByteDamage.TellingNumber(random),
                1 => BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(4 * field)) + (uint)random.Next(-2, 3),
                _ => BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(4 * field)),
            };
            BinaryPrimitives.WriteUInt32BigEndian(lying.AsSpan(4 * field), value);
            story += $"{value} in field {field}";
        }

        return random.Next(2) == 0
            ? new(number, kind, lying, story)
            : new(number, kind, Member(lying, random).ToBytes(), story + ", gzip");
    }

    private static FuzzedFile LyingGzip(int number, IdxKind kind, byte[] content, Random random)
    {
        GzipMember member = Member(content, random);
        (member, string story) = random.Next(5) switch
        {
            0 => (member with { Checksum = ByteDamage.TellingNumber(random) }, "another checksum"),
            1 => (member with { Length = ByteDamage.TellingNumber(random) }, "another length"),
            2 => (member with { Length = (uint)(content.Length + random.Next(-3, 4)) }, "about the length"),
            3 => (member with { Method = (byte)random.Next(256) }, "another method"),
            _ => (member with { MoreFlags = (byte)random.Next(256) }, "flags without their fields"),
        };
        return new(number, kind, member.ToBytes(), $"gzip with {story}");
    }

    private static FuzzedFile Members(int number, IdxKind kind, byte[] content, Random random)
    {
        byte[] whole = Member(content, random).ToBytes();
        byte[] nothing = new GzipMember([]).ToBytes();
        int cut = random.Next(content.Length);
        (byte[] bytes, string story) = random.Next(6) switch
        {
            0 => ((byte[])[.. whole, .. whole], "twice the same member"),
            1 => ([.. Member(content[..cut], random).ToBytes(), .. Member(content[cut..], random).ToBytes()], "content in two members"),
            2 => ([.. nothing, .. whole], "an empty member first"),
            3 => ([.. whole, .. nothing], "an empty member last"),
            4 => ([.. Enumerable.Repeat(nothing, random.Next(1, 200)).SelectMany(one => one)], "empty members only"),
            _ => ([.. whole, .. Member(Content(kind, random), random).ToBytes()], "another file's member last"),
        };
        return new(number, kind, bytes, story) { Inflated = 2 * content.Length };
    }

    private static FuzzedFile Spliced(int number, IdxKind kind, byte[] content, Random random)
    {
        byte[] other = Content(random.Next(2) == 0 ? IdxKind.Images : IdxKind.Labels, random);
        byte[] first = random.Next(2) == 0 ? content : Member(content, random).ToBytes();
        byte[] second = random.Next(2) == 0 ? other : Member(other, random).ToBytes();
        return new(
            number, kind, [.. first[..random.Next(first.Length)], .. second[random.Next(second.Length)..]],
            "the beginning of one file, the end of another")
        {
            Inflated = content.Length + other.Length,
        };
    }

    private static FuzzedFile OtherFormat(int number, IdxKind kind, byte[] content, Random random)
    {
        (byte[] bytes, string story) = random.Next(7) switch
        {
            0 => (Compressed(stream => new ZLibStream(stream, CompressionLevel.Optimal, leaveOpen: true)), "zlib"),
            1 => (Compressed(stream => new DeflateStream(stream, CompressionLevel.Optimal, leaveOpen: true)), "bare deflate"),
            2 => (Compressed(stream => new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true)), "brotli"),
            3 => (Member(Member(content, random).ToBytes(), random).ToBytes(), "gzip in gzip"),
            4 => ([.. "PK\x03\x04"u8, .. ByteDamage.Noise(200, random)], "the beginning of a ZIP archive"),
            5 => (ByteDamage.Noise(random.Next(300), random), "noise"),
            _ => ([0x1F, 0x8B, .. ByteDamage.Noise(random.Next(300), random)], "noise that begins like gzip"),
        };
        return new(number, kind, bytes, story) { Inflated = content.Length + bytes.Length };

        byte[] Compressed(Func<Stream, Stream> open)
        {
            using var stream = new MemoryStream();
            using (Stream compressor = open(stream))
            {
                compressor.Write(content);
            }

            return stream.ToArray();
        }
    }

    private static FuzzedFile Exploding(int number, Random random)
    {
        int which = random.Next(Bombs.Length);
        IdxKind kind = which % 2 == 0 ? IdxKind.Images : IdxKind.Labels;
        byte[] bomb = Bombs[which].Value;
        return random.Next(3) == 0
            ? new(number, kind, bomb, "bomb") { Inflated = 5_000_000 }
            : Damaged(number, kind, bomb, "bomb", random) with { Inflated = 5_000_000 };
    }

    private static byte[] Bomb(IdxKind kind, int size)
    {
        // What is declared is a tenth of what comes.
        byte[] header = kind == IdxKind.Images
            ? IdxSamples.Header(0x803, (uint)size / 10, 2, 5)
            : IdxSamples.Header(0x801, (uint)size / 10);
        return new GzipMember([.. header, .. new byte[size]]) { Level = CompressionLevel.SmallestSize }.ToBytes();
    }

    private static FuzzedFile AnyLabel(int number, byte[] content, IdxKind kind, Random random)
    {
        byte[] wrong = kind == IdxKind.Labels ? content : Content(IdxKind.Labels, random);
        wrong[random.Next(8, wrong.Length)] = (byte)random.Next(10, 256);
        return new(
            number, IdxKind.Labels, random.Next(2) == 0 ? wrong : Member(wrong, random).ToBytes(), "a label above 9")
        { Inflated = wrong.Length, WholeContent = wrong };
    }

    private static FuzzedFile EmptyBlocks(int number, IdxKind kind, byte[] content, Random random)
    {
        GzipMember member = Member(content, random) with { EmptyBlocks = random.Next(1, 4000) };
        return new(number, kind, member.ToBytes(), $"gzip with {member.EmptyBlocks} blocks of nothing") { WholeContent = content };
    }
}
