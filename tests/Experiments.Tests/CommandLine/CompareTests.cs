using System.Text.Json;
using Experiments.Results;

namespace Experiments.Tests.CommandLine;

/// <summary><c>doctor --compare</c>.</summary>
public sealed class CompareTests : IDisposable
{
    private readonly Workplace workplace = new();

    public CompareTests()
    {
        workplace.Do("run widths --dataset digits --quiet --results a --jobs 1");
        Copy("a", "b");
    }

    [Fact]
    public void The_same_command_twice_gives_the_same_bytes_in_the_same_way_whatever_the_jobs()
    {
        workplace.Do("run widths --dataset digits --quiet --results other --jobs 2");

        var call = workplace.Do("doctor --compare a other");

        Assert.Equal(
            ["A: a", "B: other", "They came about in the same way: engine, packages, machine, threads and data are the same."],
            call.OutLines.Take(3));
        Assert.Equal("widths, 2 variants: the same bytes: seeds 0-2", call.OutLines[3]);
        Assert.Matches(
            @"^widths, 4 units, one layer \([0-9a-f]{10}\): the same bytes: seeds 0-2$",
            workplace.Do("doctor --compare a other --verbose").OutLines[3]);
        Assert.Equal("6 cells in both: 6 the same byte by byte, 0 the same in all numbers, 0 not; 0 in one only.", call.OutLines[^1]);
    }

    [Fact]
    public void Another_engine_or_machine_is_shown()
    {
        var store = new ResultStore(Path.Combine(workplace.Folder, "b"));
        var record = store.Records("widths")[0];
        var run = store.History(record.Key)[0];
        store.Write(
            run with
            {
                Circumstances = new Dictionary<string, string>(run.Circumstances)
                { ["engine"] = "9.9", ["processor"] = "another" }
            });

        var lines = workplace.Do("doctor --compare a b").OutLines;

        Assert.Matches(@"^came about differently +A +B$", lines[2]);
        Assert.Matches(@"^engine +\S+ +\S+ \| 9\.9$|^engine +\S+ +9\.9 \| \S+$", lines[3]);
        Assert.StartsWith("processor", lines[4]);
    }

    [Fact]
    public void Cells_that_differ_are_counted_with_the_largest_difference_and_end_with_1()
    {
        var store = new ResultStore(Path.Combine(workplace.Folder, "b"));
        var record = store.Records("widths")[0];
        var key = record.Key;
        var rows = store.Read(key, 1).ToList();
        var loss = rows.FindIndex(row => row.Metric == Metrics.Loss);
        rows[loss] = rows[loss] with { Value = rows[loss].Value * 1.01 };
        store.Write(key, 1, rows);

        var call = workplace.Call("doctor --compare a b");

        Assert.Equal(1, call.ExitCode);
        Assert.Contains(
            call.OutLines, line =>
                line.EndsWith(
                    "the same bytes: seeds 0, 2; 1 of 50 numbers differ, by up to 0.0099 of their size: seed 1", StringComparison.Ordinal));
        Assert.True(
            JsonDocument.Parse(workplace.Call("doctor --compare a b --json").Out).RootElement.GetProperty("cellsDiffer").GetBoolean());
    }

    [Fact]
    public void Cells_of_version_0_1_are_compared_by_their_numbers()
    {
        var path = Directory.GetFiles(Path.Combine(workplace.Folder, "b"), "seed-0.csv", SearchOption.AllDirectories)[0];
        File.WriteAllText(path, Cell.Format(Cell.Read(path)));

        var call = workplace.Do("doctor --compare a b");

        Assert.EndsWith("6 cells in both: 5 the same byte by byte, 1 the same in all numbers, 0 not; 0 in one only.", call.OutLines[^1]);
    }

    [Fact]
    public void Other_settings_are_shown_by_name_and_what_only_one_has_is_said()
    {
        workplace.Do("run widths --dataset digits --quiet --results other --epochs 2 --seeds 1");

        var lines = workplace.Do("doctor --compare a other").OutLines;

        Assert.Contains(lines, line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^widths, 2 variants: epochs +4 +2$"));
        Assert.Contains(lines, line => line.EndsWith("only in B: seed 0", StringComparison.Ordinal));
        Assert.Equal("0 cells in both: 0 the same byte by byte, 0 the same in all numbers, 0 not; 8 in one only.", lines[^1]);
    }

    [Fact]
    public void A_damaged_cell_is_named()
    {
        var path = Directory.GetFiles(Path.Combine(workplace.Folder, "b"), "seed-0.csv", SearchOption.AllDirectories)[0];
        File.WriteAllText(path, "");

        var call = workplace.Call("doctor --compare a b");

        Assert.Equal(1, call.ExitCode);
        Assert.Contains($"cannot be compared ({path} is damaged", call.Out);
    }

    [Fact]
    public void Two_records_can_be_compared_too()
    {
        var records = Directory.GetFiles(workplace.Folder, "settings.json", SearchOption.AllDirectories);

        Assert.EndsWith(
            "3 cells in both: 3 the same byte by byte, 0 the same in all numbers, 0 not; 0 in one only.",
            workplace.Do($"doctor --compare {records[0]} {records[0]}").OutLines[^1]);
    }

    [Fact]
    public void Where_nothing_is_there_is_nothing_to_compare()
    {
        var call = workplace.Call("doctor --compare a nowhere");

        Assert.Equal(1, call.ExitCode);
        Assert.StartsWith("experiments: There are no results in nowhere.", Assert.Single(call.ErrorLines));
        Assert.Equal(2, workplace.Call("doctor --compare a").ExitCode);
    }

    public void Dispose() => workplace.Dispose();

    private void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(workplace.Folder, from), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(workplace.Folder, to, Path.GetRelativePath(Path.Combine(workplace.Folder, from), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
