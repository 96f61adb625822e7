using Experiments.Data;
using static Experiments.Tests.Data.IdxSamples;

namespace Experiments.Tests.Data;

public sealed class IdxFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Images_are_read_from_plain_and_gzip_files_alike(bool compressed)
    {
        byte[] content = Images(5);

        IdxFile file = IdxFile.Read(folder.Write("images", compressed ? Gzip(content) : content), IdxKind.Images);

        Assert.Equal([5, 4, 3], file.Dimensions);
        Assert.Equal(content[16..], file.Data.ToArray());
        Assert.Equal(Sha256(content), file.Sha256);
    }

    [Fact]
    public void Labels_are_read()
    {
        IdxFile file = IdxFile.Read(folder.Write("labels.gz", Gzip(Labels(12))), IdxKind.Labels);

        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1], file.Data.ToArray());
    }

    [Fact]
    public void Labels_that_are_rows_of_numbers_are_read_by_their_first()
    {
        byte[] content = Header(0xC02, 3, 8, 9, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7, 46, 1, 2, 3, 4, 5, 6, 7);

        IdxFile file = IdxFile.Read(folder.Write("labels", content), IdxKind.Labels);

        Assert.Equal([9, 0, 46], file.Data.ToArray());
        Assert.Equal((3, Sha256(content)), (file.Count, file.Sha256));
    }

    public static TheoryData<string, byte[], IdxKind, string, string> Damage => new()
    {
        { "one byte", [0], IdxKind.Labels, "ends inside its header, which has 8 bytes", "at byte 1" },
        { "half a header", Images(5)[..10], IdxKind.Images, "ends inside its header, which has 16 bytes", "at byte 10" },
        { "labels as images", Labels(50), IdxKind.Images, "holds labels, not images: images and labels are swapped", "at byte 0" },
        { "images as labels", Images(5), IdxKind.Labels, "holds images, not labels: images and labels are swapped", "at byte 0" },
        { "little-endian", [3, 8, 0, 0, .. Images(5)[4..]], IdxKind.Images, "little-endian", "at byte 0" },
        { "floats", [.. Header(0xD03, 1, 1, 1), 0, 0, 0, 0], IdxKind.Images, "IDX type 0x0D instead of unsigned bytes", "at byte 0" },
        { "two dimensions", [.. Header(0x802, 2, 3), 1, 2, 3, 4, 5, 6], IdxKind.Images, "2 dimensions instead of 3", "at byte 0" },
        { "web page", "<!DOCTYPE html><html>Not found</html>"u8.ToArray(), IdxKind.Images, "this is a web page", "at byte 0" },
        { "LFS pointer", "version https://git-lfs.github.com/spec/v1"u8.ToArray(), IdxKind.Images, "Git LFS pointer", "at byte 0" },
        { "noise", [.. Header(0xDEADBEEF, 1, 1, 1), 0], IdxKind.Images, "not an IDX file (magic number 0xDEADBEEF", "at byte 0" },
        { "no images", Header(0x803, 0, 28, 28), IdxKind.Images, "the dimensions 0 × 28 × 28 are not those of", "at byte 4" },
        { "no rows", Header(0x803, 1, 0, 28), IdxKind.Images, "the dimensions 1 × 0 × 28 are", "at byte 4" },
        { "no columns", Header(0x803, 1, 28, 0), IdxKind.Images, "the dimensions 1 × 28 × 0 are", "at byte 4" },
        { "huge count", Header(0x801, uint.MaxValue), IdxKind.Labels, "the dimensions 4294967295 are not", "at byte 4" },
        { "overflowing product", Header(0x803, 65536, 65536, 65536), IdxKind.Images, "65536 × 65536 × 65536 are", "at byte 4" },
        { "overflow to 0", Header(0x803, 1 << 30, 4, uint.MaxValue), IdxKind.Images, "1073741824 × 4 × 4294967295 are", "at byte 4" },
        { "one byte short", Images(5)[..^1], IdxKind.Images, "cut short: its header declares 60 bytes, 59 are there", "at byte 75" },
        { "one byte long", [.. Images(5), 1], IdxKind.Images, "more bytes follow after the 60", "at byte 76" },
        { "a wide label of 300", [.. Header(0xC02, 2, 2, 9, 8, 300, 7)], IdxKind.Labels, "the label 300 is not one of", "at byte 20" },
        { "wide labels cut short", [.. Header(0xC02, 2, 2, 9, 8, 3)], IdxKind.Labels, "declares 16 bytes, 12 are there", "at byte 24" },
        { "wide labels as images", [.. Header(0xC02, 1, 1, 9)], IdxKind.Images, "images and labels are swapped", "at byte 0" },
    };

    [Theory]
    [MemberData(nameof(Damage))]
    public void A_damaged_file_is_refused_with_what_where_and_what_to_do(
        string name, byte[] content, IdxKind kind, string what, string where)
    {
        string path = folder.Write(name, content);

        AssertRefused(path, kind, what, where);
    }

    [Theory]
    [MemberData(nameof(Damage))]
    public void The_same_damage_is_found_inside_gzip(string name, byte[] content, IdxKind kind, string what, string where)
    {
        AssertRefused(folder.Write(name, Gzip(content)), kind, what, where + " of the uncompressed content");
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        AssertRefused(folder.Write("empty", []), IdxKind.Images, "the file is empty", "at byte 0");
    }

    [Fact]
    public void Gzip_of_nothing_is_refused()
    {
        // RFC 1952: a header of 10 bytes, an empty final block (3, 0), checksum and length 0.
        byte[] nothing = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

        AssertRefused(folder.Write("nothing.gz", nothing), IdxKind.Images, "the file is empty", "at byte 0 of the uncompressed content");
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        AssertRefused(folder.File("absent"), IdxKind.Images, "the file is missing", "absent");
    }

    [Fact]
    public void A_folder_in_place_of_a_file_is_named_as_such()
    {
        AssertRefused(folder.Path, IdxKind.Images, "this is a folder", folder.Path);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(40)]
    public void A_gzip_file_that_lost_its_end_is_refused(int lost)
    {
        AssertRefused(folder.Write("cut.gz", Gzip(Labels(5000))[..^lost]), IdxKind.Labels, "cut short", "of the uncompressed content");
    }

    [Fact]
    public void A_gzip_file_with_bytes_appended_is_refused()
    {
        AssertRefused(folder.Write("long.gz", [.. Gzip(Labels(50)), 1, 2, 3]), IdxKind.Labels, "has bytes appended", "at byte 58");
    }

    [Theory]
    [InlineData(6)]
    [InlineData(2)]
    public void A_gzip_file_with_a_wrong_checksum_or_length_is_refused(int fromEnd)
    {
        byte[] file = Gzip(Labels(50));
        file[^fromEnd] ^= 1;

        AssertRefused(folder.Write("flipped.gz", file), IdxKind.Labels, "the gzip data is damaged", "checksum");
    }

    // Both were found by fuzzing: where a file ends before its last block, .NET's gzip reader compares no checksum; and it ignores what
    // follows.
    [Fact]
    public void A_gzip_file_without_last_block_and_checksum_is_refused_even_if_its_length_stands_at_its_end()
    {
        byte[] content = Labels(48);
        byte[] length = [(byte)content.Length, 0, 0, 0];

        // RFC 1951: a stored block that is not the last one, its length, the same in complement; and then the length reads like a block
        // begun.
        byte[] file = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 0, length[0], 0, (byte)~length[0], 255, .. content, .. length];

        AssertRefused(folder.Write("endless.gz", file), IdxKind.Labels, "does not end with its checksum", "at byte 56");
    }

    [Fact]
    public void A_gzip_file_with_its_own_end_appended_is_refused()
    {
        byte[] file = Gzip(Labels(50));

        AssertRefused(folder.Write("longer.gz", [.. file, .. file[^5..]]), IdxKind.Labels, "does not end with its checksum", "at byte 58");
    }

    [Fact]
    public void What_shrank_much_is_read_whole()
    {
        byte[] blank = [.. Header(0x803, 4000, 28, 28), .. new byte[4000 * 28 * 28]];

        IdxFile file = IdxFile.Read(folder.Write("blank.gz", Gzip(blank)), IdxKind.Images);

        Assert.Equal(Sha256(blank), file.Sha256);
        Assert.Equal(4000 * 28 * 28, file.Data.Length);
    }

    // As made by cat, by pigz and by bgzip.
    [Fact]
    public void A_gzip_file_of_several_members_is_read_whole()
    {
        byte[] content = Labels(500);

        IdxFile file = IdxFile.Read(
            folder.Write("members.gz", [.. Gzip(content[..3]), .. Gzip(content[3..200]), .. Gzip(content[200..])]), IdxKind.Labels);

        Assert.Equal(Sha256(content), file.Sha256);
    }

    [Fact]
    public void A_file_compressed_twice_is_named_as_such()
    {
        AssertRefused(folder.Write("twice.gz", Gzip(Gzip(Labels(50)))), IdxKind.Labels, "compressed twice", "at byte 0");
    }

    [Fact]
    public void A_gzip_bomb_is_not_inflated_beyond_what_its_header_declares()
    {
        byte[] bomb = Gzip([.. Labels(10), .. new byte[200_000_000]]);
        string path = folder.Write("bomb.gz", bomb);
        long before = GC.GetAllocatedBytesForCurrentThread();

        AssertRefused(path, IdxKind.Labels, "more bytes follow after the 10 that the header declares", "at byte 18");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void Memory_is_taken_for_what_comes_and_not_for_what_is_declared()
    {
        // Three megabytes of noise may hold what the header says for all that deflate could have done.
        var noise = new byte[3_000_000];
        new Random(1).NextBytes(noise);
        string path = folder.Write("liar.gz", Gzip([.. Header(0x803, 1 << 20, 32, 32), .. noise]));
        long before = GC.GetAllocatedBytesForCurrentThread();

        AssertRefused(path, IdxKind.Images, "its header declares 1,073,741,824 bytes, 3,000,000 are there", "at byte 3,000,016");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 60_000_000);
    }

    [Fact]
    public void A_small_gzip_file_that_declares_a_gigabyte_gets_no_memory_for_it()
    {
        string path = folder.Write("liar.gz", Gzip([.. Header(0x801, 1 << 30), 1, 2, 3]));
        long before = GC.GetAllocatedBytesForCurrentThread();

        AssertRefused(path, IdxKind.Labels, "its header declares 1,073,741,824 bytes, 3 are there", "at byte 11");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    private static void AssertRefused(string path, IdxKind kind, string what, string where)
    {
        string message = Assert.Throws<BadDataException>(() => IdxFile.Read(path, kind)).Message;
        Assert.StartsWith(path + ": ", message, StringComparison.Ordinal);
        Assert.Contains(what, message, StringComparison.Ordinal);
        Assert.Contains(where, message, StringComparison.Ordinal);
        Assert.Contains("; replace it with a good copy", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
