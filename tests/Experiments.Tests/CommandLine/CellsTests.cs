using Experiments.Results;

namespace Experiments.Tests.CommandLine;

/// <summary><c>cells</c>: a list of cells, and parts of it computed wherever.</summary>
public sealed class CellsTests : IDisposable
{
    private readonly Workplace place = new();

    [Fact]
    public void The_list_has_the_missing_cells_and_computing_them_leaves_nothing_missing()
    {
        var list = List("widths --dataset digits");
        Assert.Equal(6, Numbered(list).Count);

        place.Do($"cells --run cells.tsv:1-4 --jobs 2");
        Assert.Equal(2, Numbered(place.Do("cells widths --dataset digits --list").OutLines).Count);
        place.Do($"cells --run cells.tsv:5-6");

        Assert.Equal(6, place.Cells.Count);
        Assert.Empty(Numbered(place.Do("cells widths --dataset digits --list").OutLines));
        Assert.Contains("all 6 cells are there already", place.Do("run widths --dataset digits").Error);
    }

    [Fact]
    public void Its_cells_are_those_of_a_run_byte_by_byte()
    {
        List("widths --dataset digits --epochs 2");
        place.Do("cells --run cells.tsv:1-6 --results parts");
        place.Do("run widths --dataset digits --epochs 2 --results whole");

        Assert.Equal(Cells("whole"), Cells("parts"));
    }

    [Fact]
    public void A_part_that_is_there_is_not_computed_again()
    {
        List("widths --dataset digits");
        place.Do("cells --run cells.tsv:2");
        var before = place.Files;

        Assert.Contains("all of these cells are there already", place.Do("cells --run cells.tsv:2").Error);
        Assert.Equal(before, place.Files);
    }

    [Fact]
    public void Several_recipes_share_a_list()
    {
        var list = List("widths breaks --dataset digits");

        Assert.Equal(Enumerable.Range(1, 10).Select(number => $"{number}"), Numbered(list).Select(line => line.Split('\t')[0]));
        Assert.Equal(2, list.Count(line => line.StartsWith("#study", StringComparison.Ordinal)));
    }

    [Fact]
    public void Cells_that_fail_are_named_and_the_others_are_there()
    {
        List("breaks --dataset digits");

        var call = place.Call("cells --run cells.tsv:1-4");

        Assert.Equal(3, call.ExitCode);
        Assert.Contains("experiments: breaks, broken: 2 cells failed: the wheels came off.", call.ErrorLines);
        Assert.Equal(2, place.Cells.Count);
    }

    [Fact]
    public void Images_that_are_not_those_of_the_list_are_refused_before_anything_is_computed()
    {
        List("widths --dataset digits");
        Directory.Delete(Path.Combine(place.Folder, "digits"), recursive: true);
        MadeUpImages.Write(Path.Combine(place.Folder, "digits"), 300, 100, (image, digit, at) => (byte)(image + digit + at), 7);

        var call = place.Call("cells --run cells.tsv:1-2");

        Assert.Equal(5, call.ExitCode);
        Assert.Contains("the images here are not those of the list of cells", call.Error);
        Assert.Contains("b3770c727046", call.Error);
        Assert.Empty(place.Cells);
    }

    [Fact]
    public void A_list_of_another_build_is_refused()
    {
        var list = List("widths --dataset digits").Select(line => line.StartsWith("#program") ? "#program\t0123456789abcdef" : line);
        File.WriteAllLines(Path.Combine(place.Folder, "cells.tsv"), list);

        var call = place.Call("cells --run cells.tsv:1");

        Assert.Equal((1, ""), (call.ExitCode, call.Out));
        Assert.Contains("another build", call.Error);
        Assert.Single(call.ErrorLines);
    }

    [Fact]
    public void A_cell_that_the_study_does_not_have_is_refused()
    {
        var list = List("widths --dataset digits").Select(line => line.Replace("4-units-one-layer-", "4-units-one-layer-0"));
        File.WriteAllLines(Path.Combine(place.Folder, "cells.tsv"), list);

        var call = place.Call("cells --run cells.tsv:1");

        Assert.Equal(1, call.ExitCode);
        Assert.Contains("Cell 1 of the list", call.Error);
    }

    [Theory]
    [InlineData("cells", "either --list")]
    [InlineData("cells widths --list --run cells.tsv:1", "either --list")]
    [InlineData("cells --run cells.tsv", "such as cells.tsv:1-20")]
    [InlineData("cells --run cells.tsv:3-1", "such as cells.tsv:1-20")]
    [InlineData("cells widths --run cells.tsv:1", "leave the rest out")]
    [InlineData("cells --run cells.tsv:1 --seeds 3", "leave the rest out")]
    [InlineData("cells --list", "takes one recipe or more")]
    [InlineData("cells widht --list", "There is no recipe 'widht'")]
    [InlineData("run widths --detach", "--detach goes with --on slurm only")]
    [InlineData("run widths --cpus 2", "--cpus goes with --on slurm only")]
    [InlineData("run widths --on lsf", "--on takes slurm")]
    [InlineData("run widths --on slurm --force", "--force does not go with --on slurm")]
    [InlineData("run widths --on slurm --jobs 3", "--cpus says how many")]
    [InlineData("run widths --on slurm --slurm =3", "--slurm takes KEY=VALUE")]
    [InlineData("run widths --on slurm --slurm account=a --slurm account=b", "--slurm account is given twice")]
    [InlineData("run widths --on slurm --time '1 day'", "--time takes one word")]
    public void Wrong_usage_is_one_line_and_exit_code_2(string words, string said)
    {
        var call = place.Call(words);

        Assert.Equal((2, ""), (call.ExitCode, call.Out));
        Assert.Contains(said, Assert.Single(call.ErrorLines));
    }

    [Theory]
    [InlineData("nowhere.tsv:1")]
    [InlineData("nowhere/cells.tsv:1")]
    [InlineData("digits:1")]
    public void A_list_that_cannot_be_read_is_one_line(string list)
    {
        var call = place.Call($"cells --run {list}");

        Assert.Equal((1, ""), (call.ExitCode, call.Out));
        Assert.Single(call.ErrorLines);
    }

    public void Dispose() => place.Dispose();

    private static List<string> Numbered(IEnumerable<string> list) => [.. list.Where(line => !line.StartsWith('#'))];

    private Dictionary<string, string> Cells(string results) => Directory
        .GetFiles(Path.Combine(place.Folder, results), "seed-*.csv", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(Path.Combine(place.Folder, results), path), File.ReadAllText);

    private IReadOnlyList<string> List(string words)
    {
        var listed = place.Do($"cells {words} --list");
        File.WriteAllText(Path.Combine(place.Folder, "cells.tsv"), listed.Out);
        return listed.OutLines;
    }
}
