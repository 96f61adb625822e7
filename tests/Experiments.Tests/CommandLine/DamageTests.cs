using System.Text.Json;
using Experiments.Results;

namespace Experiments.Tests.CommandLine;

/// <summary>Cells and records that were damaged after they were written.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly Workplace workplace = new();
    private readonly Dictionary<string, byte[]> sound;

    public DamageTests()
    {
        workplace.Do("run widths --dataset digits --quiet");
        sound = workplace.Cells.ToDictionary(cell => cell, cell => File.ReadAllBytes(InFolder(cell)));
    }

    public static TheoryData<string> Kinds => ["flipped byte", "cut short", "empty", "another's", "another version's"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_damaged_cell_is_set_aside_and_computed_anew_by_run(string kind)
    {
        var cell = Damage(kind);

        var call = workplace.Do("run widths --dataset digits");

        Assert.StartsWith($"widths on {Workplace.Digits}: 1 of 6 cells to do, 5 already there", call.Error);
        Assert.Contains($"{InFolder(cell)} ", call.Error);
        Assert.Contains("It is now seed-1.csv.damaged-1.", call.Error);
        Assert.True(File.Exists(InFolder(cell) + ".damaged-1"));
        Assert.Equal(sound.Keys, workplace.Cells);
        Assert.All(sound, one => Assert.Equal(one.Value, File.ReadAllBytes(InFolder(one.Key))));
        Assert.Empty(workplace.Call("table widths").Error);
    }

    [Theory]
    [InlineData("plot widths")]
    [InlineData("table widths")]
    [InlineData("verify widths")]
    [InlineData("report widths")]
    public void What_only_looks_names_the_damaged_cell_does_not_use_it_and_says_what_is_missing(string words)
    {
        var cell = Damage("flipped byte");

        var call = workplace.Call(words);

        Assert.Equal(3, call.ExitCode);
        Assert.StartsWith(
            $"experiments: not used: {InFolder(cell)} is damaged or cut short: its checksum does not fit. The next 'run' sets it aside",
            call.ErrorLines[0]);
        Assert.Equal(
            "experiments: widths is incomplete: 1 cell of 6 is missing: 4 units, one layer, seed 1. To make it: ./experiments run widths "
            + "--dataset digits",
            call.ErrorLines[1].Replace(@".\", "./"));
        Assert.True(File.Exists(InFolder(cell)));
    }

    [Fact]
    public void A_table_leaves_the_damaged_cell_out_and_keeps_the_rest()
    {
        var all = workplace.Do("table widths").OutLines;
        Damage("cut short");

        var rest = workplace.Call("table widths").OutLines;

        Assert.Equal(all.Where(line => !line.StartsWith("\"4 units, one layer\",1,", StringComparison.Ordinal)), rest);
        Assert.Equal(all.Count - ((all.Count - 1) / 6), rest.Count);
    }

    [Fact]
    public void The_gap_is_on_the_chart()
    {
        Damage("cut short");

        workplace.Call("plot widths --format svg");

        Assert.Contains(
            "1 of 6 cells MISSING: 4 units, one layer, seed 1", workplace.ChartText("widths", "accuracy.svg"));
    }

    [Fact]
    public void Json_lists_what_is_missing()
    {
        Damage("cut short");

        var missing = JsonDocument.Parse(workplace.Call("table widths --json").Out).RootElement.GetProperty("missing")[0];

        Assert.Equal("4 units, one layer", missing.GetProperty("variant").GetString());
        Assert.Equal(1, missing.GetProperty("seeds")[0].GetInt32());
        Assert.True(missing.GetProperty("damaged").GetBoolean());
    }

    [Fact]
    public void A_cell_that_is_merely_missing_is_said_and_is_no_failure()
    {
        File.Delete(InFolder(sound.Keys.First()));

        var call = workplace.Do("plot widths");

        Assert.Contains("widths is incomplete: 1 cell of 6 is missing: 4 units, one layer, seed 0.", Assert.Single(call.ErrorLines));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_damaged_record_is_restored_by_run_without_computing_anything(bool historyToo)
    {
        var record = Records()[0];
        var before = File.ReadAllText(record);
        File.WriteAllText(record, before.Replace("\"digits", "\"MNIST", StringComparison.Ordinal));
        if (historyToo)
        {
            Array.ForEach(Directory.GetFiles(Path.GetDirectoryName(record)!, "run-*.json"), File.Delete);
        }

        var refused = workplace.Call("table widths");
        var call = workplace.Do("run widths --dataset digits");

        Assert.Equal(3, refused.ExitCode);
        Assert.Contains($"skipped: {record} is damaged or was changed after it was written", refused.Error);
        Assert.Contains("4 units, one layer, seeds 0-2", refused.Error);
        Assert.StartsWith($"widths on {Workplace.Digits}: all 6 cells are there already", call.Error);
        Assert.Contains($"{record} is restored.", call.Error);
        Assert.True(File.Exists(record + ".damaged-1"));
        Assert.Equal(before, File.ReadAllText(record));
        Assert.Equal(2, new ResultStore(workplace.Results).Records("widths").Count);
        Assert.All(sound, one => Assert.Equal(one.Value, File.ReadAllBytes(InFolder(one.Key))));
    }

    [Fact]
    public void By_force_a_damaged_record_is_set_aside_too()
    {
        var record = Records()[0];
        File.WriteAllText(record, "damaged");

        workplace.Do("run widths --dataset digits --force");

        Assert.Equal("damaged", File.ReadAllText(record + ".damaged-1"));
        Assert.Equal(2, new ResultStore(workplace.Results).Records("widths").Count);
    }

    [Fact]
    public void A_record_that_cannot_be_restored_is_said_and_the_exit_code_is_3()
    {
        var record = Records()[0];
        File.Delete(record);
        Directory.CreateDirectory(Path.Combine(record, "in the way"));

        var call = workplace.Call("run widths --dataset digits");

        Assert.Equal(3, call.ExitCode);
        Assert.Contains(
            $"experiments: widths, 4 units, one layer: its record cannot be restored: {record} cannot be written: ", call.Error);
    }

    [Fact]
    public void Cells_that_have_lost_their_record_get_one()
    {
        File.Delete(Records()[0]);

        Assert.Contains("is restored.", workplace.Do("run widths --dataset digits").Error);

        Assert.Equal(2, new ResultStore(workplace.Results).Records("widths").Count);
    }

    [Fact]
    public void A_dry_run_names_the_damage_and_leaves_it()
    {
        var cell = Damage("flipped byte");
        var before = workplace.Files;

        var call = workplace.Do("run widths --dataset digits --dry-run");

        Assert.StartsWith($"widths on {Workplace.Digits}: 1 of 6 cells to do, 5 already there", call.Out);
        Assert.Contains($"  {InFolder(cell)} is damaged or cut short", call.Out);
        Assert.Equal(before, workplace.Files);
    }

    [Fact]
    public void Nothing_but_damaged_cells_is_nothing_to_look_at()
    {
        foreach (var cell in sound.Keys)
        {
            File.WriteAllText(InFolder(cell), "");
        }

        var call = workplace.Call("plot widths");

        Assert.Equal(1, call.ExitCode);
        Assert.Equal(7, call.ErrorLines.Count);
        Assert.StartsWith(
            "experiments: Of the cells of 'widths' with these settings in data/results none can be used. To make them anew: ",
            call.ErrorLines[^1]);
    }

    public void Dispose() => workplace.Dispose();

    // Of the first variant, seed 1.
    private string Damage(string kind)
    {
        var cell = sound.Keys.First(name =>
            name.Contains("/4-units", StringComparison.Ordinal) && name.EndsWith("seed-1.csv", StringComparison.Ordinal));
        var bytes = sound[cell];
        File.WriteAllBytes(InFolder(cell), kind switch
        {
            "flipped byte" => [.. bytes.Select((value, index) => index == bytes.Length / 2 ? (byte)(value ^ 4) : value)],
            "cut short" => bytes[..(bytes.Length / 3)],
            "empty" => [],
            "another's" => sound[cell.Replace("seed-1", "seed-0", StringComparison.Ordinal)],
            _ => sound.First(one =>
                one.Key.Contains("/8-units", StringComparison.Ordinal) && one.Key.EndsWith("seed-1.csv", StringComparison.Ordinal)).Value,
        });
        return cell;
    }

    private string InFolder(string name) => Path.Combine(workplace.Folder, name.Replace('/', Path.DirectorySeparatorChar));

    private string[] Records() =>
        [.. Directory.GetFiles(workplace.Results, "settings.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
