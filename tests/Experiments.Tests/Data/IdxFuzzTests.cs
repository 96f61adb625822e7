using Experiments.Data;
using Experiments.Tests.Data.Fuzzing;

namespace Experiments.Tests.Data;

/// <summary>
/// Files made by number, see <see cref="FileMaker"/>. A million of them: <c>dotnet run -c Release --project bench/fuzz</c>.
/// </summary>
public sealed class IdxFuzzTests
{
    private const int Files = 10_000;
    private const int FoldersOfFour = 300;
    private static readonly Lazy<FuzzTally> Tally = new(() => FuzzTally.Of(Enumerable.Range(0, Files)));

    [Fact]
    public void Every_file_is_read_rightly_or_refused_in_one_clear_line_within_bounded_time_and_memory()
    {
        Assert.Empty(Tally.Value.Findings.Select(finding => finding.Message));
        Assert.Equal(Files, Tally.Value.Files);
    }

    [Fact]
    public void The_files_reach_every_complaint_that_the_reader_has_about_content()
    {
        string[] complaints =
        [
            "read", "the file is empty", "the file ends inside its header", "the file is cut short", "more bytes follow",
            "the gzip data is damaged", "the gzip file does not end with its checksum", "the dimensions",
            "this file holds images, not labels", "this file holds labels, not images", "the header's numbers are little-endian",
            "the content is gzip again", "not an IDX file", "elements of IDX type", "# dimensions instead of #",
        ];
        Assert.All(
            complaints, complaint =>
                Assert.Contains(Tally.Value.Outcomes.Keys, outcome => outcome.StartsWith(complaint, StringComparison.Ordinal)));
    }

    [Fact]
    public void Four_files_of_which_one_is_damaged_are_a_data_set_or_one_clear_line()
    {
        using var folder = new TemporaryFolder();
        byte[][] contents = IdxSamples.FourContents();
        int refused = 0;
        for (int number = 0; number < FoldersOfFour; number++)
        {
            var random = new Random(number);
            int file = random.Next(4);
            byte[][] damaged = [.. contents];
            damaged[file] = ByteDamage.Do(random.Next(2) == 0 ? contents[file] : IdxSamples.Gzip(contents[file]), random).Bytes;
            IdxSamples.WriteFour(folder, damaged);
            refused += IsRefused(folder.Path) ? 1 : 0;
        }

        // The others have pixels changed, or nothing that counts.
        Assert.InRange(refused, FoldersOfFour / 2, FoldersOfFour - 1);
    }

    private static bool IsRefused(string folder)
    {
        try
        {
            DataSet data = DataSet.Read(folder, cancellation: TestContext.Current.CancellationToken);
            Assert.Equal(data.Training.Count * data.Training.Height * data.Training.Width, data.Training.Pixels.Length);
            Assert.Equal((data.Training.Height, data.Training.Width), (data.Test.Height, data.Test.Width));
            return false;
        }
        catch (BadDataException e)
        {
            Assert.StartsWith(folder, e.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(e.Message, char.IsControl);
            return true;
        }
    }

    [Fact]
    public void The_same_number_makes_the_same_file()
    {
        Assert.All(Enumerable.Range(0, 200), number => Assert.Equal(FileMaker.Make(number).Bytes, FileMaker.Make(number).Bytes));
    }
}
