using System.Diagnostics;
using Experiments.Models;

namespace Experiments.Tests.Models;

public class ElfVersionsTests
{
    [Fact]
    public void A_version_that_no_relocation_uses_becomes_weak_and_nothing_else_changes()
    {
        var file = MadeUpElf.With("GLIBCXX_3.4.30", "GLIBCXX_3.4.32", bound: 1);
        var before = file.ToArray();

        var changed = ElfVersions.MakeUnusedWeak(file);

        Assert.Equal(["GLIBCXX_3.4.32"], changed);
        Assert.Equal(2, file[MadeUpElf.FlagsOfSecond]);
        Assert.Equal(1, file.Zip(before).Count(pair => pair.First != pair.Second));
    }

    [Fact]
    public void Versions_that_are_used_stay_as_they_are()
    {
        var file = MadeUpElf.With("GLIBCXX_3.4.30", "GLIBCXX_3.4.32", bound: [2, 1]);
        var before = file.ToArray();

        Assert.Empty(ElfVersions.MakeUnusedWeak(file));
        Assert.Equal(before, file);
    }

    [Fact]
    public void A_second_time_there_is_nothing_to_change()
    {
        var file = MadeUpElf.With("GLIBCXX_3.4.30", "GLIBCXX_3.4.32", bound: 1);
        ElfVersions.MakeUnusedWeak(file);

        Assert.Empty(ElfVersions.MakeUnusedWeak(file));
    }

    [Fact]
    public void A_file_that_needs_no_versions_has_none_to_change()
    {
        var file = MadeUpElf.With("GLIBCXX_3.4.30", "GLIBCXX_3.4.32", bound: 1);
        var tag = file.AsSpan().IndexOf((byte[])[0xfe, 0xff, 0xff, 0x6f]);
        file[tag] = 0xfd;

        Assert.Empty(ElfVersions.MakeUnusedWeak(file));
    }

    [Theory]
    [InlineData("")]
    [InlineData("version https://git-lfs.github.com/spec/v1, and no library at all, though longer than a header")]
    [InlineData("\u007fELF\u0001\u0001 a file of 32 bits, longer than the header that this is about to read")]
    public void What_is_no_such_file_is_refused(string content) =>
        Assert.Throws<InvalidDataException>(() => ElfVersions.MakeUnusedWeak(System.Text.Encoding.ASCII.GetBytes(content)));

    [Fact]
    public void A_damaged_file_is_refused_or_read_but_never_read_beyond_its_end_or_for_ever()
    {
        var whole = MadeUpElf.With("GLIBCXX_3.4.30", "GLIBCXX_3.4.32", bound: 1);
        var random = new Random(1);
        var (refused, clock) = (0, Stopwatch.StartNew());
        for (var i = 0; i < 20_000; i++)
        {
            var damaged = whole.AsSpan(0, i % 4 == 0 ? random.Next(whole.Length) : whole.Length).ToArray();
            for (var changes = random.Next(1, 4); changes > 0 && damaged.Length > 0; changes--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            try
            {
                ElfVersions.MakeUnusedWeak(damaged);
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1_000, 19_999);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }
}
