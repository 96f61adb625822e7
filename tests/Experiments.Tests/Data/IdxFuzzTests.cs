using Experiments.Tests.Data.Fuzzing;

namespace Experiments.Tests.Data;

/// <summary>
/// Files made by number, see <see cref="FileMaker"/>. A million of them: <c>dotnet run -c Release --project bench/fuzz</c>.
/// </summary>
public sealed class IdxFuzzTests
{
    private const int Files = 10_000;
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
            "read", "the file is empty", "the file ends inside its magic number", "the file ends inside its header", "the file is cut short",
            "more bytes follow", "the gzip data is damaged", "the gzip file does not end as it should", "the label", "the count # would make",
            "the number of rows # would make", "the number of columns # would make", "the count is #", "the number of rows is #", "the number of columns is #",
            "this file holds images, not labels", "this file holds labels, not images", "the header's numbers are little-endian",
            "the content is gzip again", "not an IDX file", "elements of IDX type", "# dimensions instead of #",
        ];
        Assert.All(complaints, complaint => Assert.Contains(Tally.Value.Outcomes.Keys, outcome => outcome.StartsWith(complaint, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_same_number_makes_the_same_file()
    {
        Assert.All(Enumerable.Range(0, 200), number => Assert.Equal(FileMaker.Make(number).Bytes, FileMaker.Make(number).Bytes));
    }
}
