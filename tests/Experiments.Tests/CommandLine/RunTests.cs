using System.Text.Json;
using Experiments.CommandLine.Progress;
using Experiments.Results;

namespace Experiments.Tests.CommandLine;

public sealed class RunTests : IDisposable
{
    private readonly Workplace workplace = new();

    [Fact]
    public void A_run_stores_every_cell_sums_up_and_draws_the_charts()
    {
        var call = workplace.Do("run widths --dataset digits");

        Assert.Equal(6, workplace.Cells.Count);
        Assert.Equal(["widths", "4", "8"], call.OutLines.Take(3).Select(line => line.Split(' ')[0]));
        Assert.Matches(
            @"^4 units, one layer +3 +\d+\.\d\d ± \d+\.\d\d % +[\d-]+ +\d+\.\d\d ± \d+\.\d\d % +4 +\d+\.\d s$", call.OutLines[1]);
        Assert.Equal([workplace.Chart("widths", "accuracy.png"), workplace.Chart("widths", "accuracy.svg")], call.OutLines.Skip(3));
        Assert.All(call.OutLines.Skip(3), path => Assert.True(File.Exists(Path.Combine(workplace.Folder, path))));
    }

    [Fact]
    public void Progress_in_a_log_is_a_line_for_each_cell_at_its_end()
    {
        var lines = workplace.Do("run widths --dataset digits --seeds 2 --jobs 1 --variants 4-units-one-layer").ErrorLines;

        Assert.Equal($"widths on {Workplace.Digits}: 2 of 2 cells to do, 0 already there", lines[0]);
        Assert.Equal(
            ["  variant             seeds to do  already there", "  4 units, one layer  0, 1         none"], lines.Skip(1).Take(2));
        Assert.Matches(
            @"^4 units, one layer, seed 0: done in \d+\.\d s, validation accuracy \d+\.\d % \(1 of 2(, about .* left)?\)$", lines[3]);
        Assert.Matches(@"^4 units, one layer, seed 1: done in \d+\.\d s, validation accuracy \d+\.\d % \(2 of 2\)$", lines[4]);
        Assert.Equal(5, lines.Count);
    }

    [Fact]
    public void A_training_that_diverges_says_so_in_progress_and_summary()
    {
        var call = workplace.Do(
            "run widths --dataset digits --seeds 1 --variants 4-units-one-layer --set learning-rate=1e10 penalty=L2 penalty.strength=1");

        Assert.Contains(call.ErrorLines, line => line.Contains(", diverged at epoch 1 (1 of 1)", StringComparison.Ordinal));
        Assert.Matches("^widths +seeds +diverged ", call.OutLines[0]);
        Assert.Contains("  1 of 1 (epoch 1)  ", call.OutLines[1]);
    }

    [Fact]
    public void What_is_there_already_is_not_trained_again()
    {
        workplace.Do("run widths --dataset digits --seeds 2");
        var before = workplace.Cells.ToDictionary(cell => cell, Stamp);

        var more = workplace.Do("run widths --dataset digits --seeds 3");

        Assert.Equal($"widths on {Workplace.Digits}: 2 of 6 cells to do, 4 already there", more.ErrorLines[0]);
        Assert.Equal(6, workplace.Cells.Count);
        Assert.All(before, cell => Assert.Equal(cell.Value, Stamp(cell.Key)));

        var again = workplace.Do("run widths --dataset digits --seeds 3");

        Assert.Equal(
            [$"experiments: widths on {Workplace.Digits}: all 6 cells are there already (--force computes them anew)"], again.ErrorLines);
        Assert.Contains(workplace.Chart("widths", "accuracy.png"), again.OutLines);

        DateTime Stamp(string cell) => File.GetLastWriteTimeUtc(Path.Combine(workplace.Folder, cell));
    }

    [Fact]
    public void Force_computes_the_same_numbers_anew()
    {
        workplace.Do("run widths --dataset digits --seeds 1");
        var before = workplace.Cells.Select(Read).ToList();

        var call = workplace.Do("run widths --dataset digits --seeds 1 --force");

        Assert.Equal($"widths on {Workplace.Digits}: 2 of 2 cells to do, 0 already there", call.ErrorLines[0]);
        Assert.Equal(before, workplace.Cells.Select(Read));

        string Read(string cell) => File.ReadAllText(Path.Combine(workplace.Folder, cell));
    }

    [Fact]
    public void A_dry_run_shows_the_plan_and_writes_nothing()
    {
        var call = workplace.Do("run widths --dataset digits --dry-run");

        Assert.Equal($"widths on {Workplace.Digits}: 6 of 6 cells to do, 0 already there", call.OutLines[0]);
        Assert.Matches(
            @"^  4 units, one layer  0-2          none           data/results/widths/4-units-one-layer-[0-9a-f]{10}$", call.OutLines[2]);
        Assert.Empty(workplace.Files);
    }

    [Fact]
    public void A_dry_run_neither_fetches_nor_draws_images()
    {
        Assert.StartsWith("widths on MNIST: 6 of 6 cells to do", workplace.Do("run widths --dry-run").Out);
        Assert.StartsWith("widths on synthetic digits: 6 of 6 cells to do", workplace.Do("run widths --dry-run --dataset synthetic").Out);
        Assert.Empty(workplace.Files);
    }

    [Fact]
    public void Other_settings_are_kept_apart()
    {
        workplace.Do("run widths --dataset digits --seeds 1");
        workplace.Do("run widths --dataset digits --seeds 1 --set learning-rate=0.5 batch-size=30");

        var records = new ResultStore(workplace.Results).Records("widths");

        Assert.Equal(4, records.Count);
        Assert.Equal(
            2, records.Count(record => record.Determines["optimizer.learning-rate"] == "0.5" && record.Determines["batch-size"] == "30"));
    }

    [Fact]
    public void Records_say_what_determines_the_cells_and_apart_from_that_how_each_of_them_came_about()
    {
        workplace.Do("run widths --dataset digits --quick --jobs 2");

        var store = new ResultStore(workplace.Results);
        var record = store.Records("widths")[0];
        var circumstances = store.History(record.Key)[0].Circumstances;

        Assert.True(record.Quick);
        Assert.Equal(Workplace.Digits, record.DataSet);
        Assert.Equal(store.Seeds(record.Key), store.History(record.Key).SelectMany(run => run.Seeds).Order());
        Assert.Equal("2", circumstances["jobs"]);
        Assert.Equal("1", circumstances["libtorch-threads"]);
        Assert.EndsWith("experiments run widths --dataset digits --quick --jobs 2", circumstances["command"]);
        Assert.All(
            ["engine", "TorchSharp", "ScottPlot", "Microsoft.Data.Analysis", "dotnet", "os", "architecture", "processor", "processors",
                "date", "seconds"],
            name => Assert.NotEqual("", circumstances[name]));
    }

    [Fact]
    public void A_model_that_is_not_the_one_of_any_cell_there_is_refused_and_trained_anew_by_force()
    {
        workplace.Do("run widths --dataset digits --epochs 1 --seeds 2");
        var store = new ResultStore(workplace.Results);
        var run = store.History(store.Records("widths")[0].Key)[0];
        var edited = run.Fingerprint!.Replace("; loss ", "; loss 1", StringComparison.Ordinal);
        var later = new Dictionary<string, string>(run.Circumstances) { ["date"] = "2099-01-01T00:00:00Z" };
        store.Write(run with { Fingerprint = edited, Circumstances = later });

        var refused = workplace.Call("run widths --dataset digits --epochs 1 --seeds 3");

        Assert.Equal(1, refused.ExitCode);
        Assert.Matches(
            "is not the model that the cells in .* were trained with: its code has changed. Train them again with --force",
            refused.ErrorLines[^1]);
        Assert.Equal(4, workplace.Cells.Count);
        workplace.Do("run widths --dataset digits --epochs 1 --seeds 3 --force");
    }

    [Fact]
    public void Records_of_two_runs_are_the_same_bytes()
    {
        workplace.Do("run widths --dataset digits --epochs 1 --jobs 2");
        workplace.Do("run widths --dataset digits --epochs 1 --seeds 1 --results other");

        Assert.Equal(RecordsIn(workplace.Results), RecordsIn(Path.Combine(workplace.Folder, "other")));

        static string[] RecordsIn(string folder) =>
            [.. Directory.GetFiles(folder, "settings.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(File.ReadAllText)];
    }

    [Fact]
    public void A_variant_that_fails_leaves_the_others_and_ends_with_3()
    {
        var call = workplace.Call("run breaks --dataset digits --seeds 2");

        Assert.Equal(3, call.ExitCode);
        Assert.Equal(2, workplace.Cells.Count);
        Assert.EndsWith(
            "breaks, broken: 2 cells failed: the wheels came off. To try again: ./experiments run breaks --seeds 2 --variants broken "
            + "--dataset digits",
            call.ErrorLines[^1].Replace(@".\", "./"));
        Assert.DoesNotContain("   at ", call.Error);
    }

    [Fact]
    public void Fail_fast_stops_at_the_first_failure_and_says_what_was_not_trained()
    {
        var call = workplace.Call("run breaks --dataset digits --seeds 2 --jobs 1 --fail-fast");

        Assert.Equal(3, call.ExitCode);
        Assert.Empty(workplace.Cells);
        Assert.StartsWith("experiments: stopped at the first failure: 3 cells of breaks were not trained. To go on: ", call.ErrorLines[^1]);
    }

    [Fact]
    public void An_interruption_says_what_is_kept_and_how_to_go_on()
    {
        using var interrupt = new Interrupt();

        var call = workplace.Call(
            ["run", "interrupted", "--dataset", "digits", "--jobs", "1", "--force"], [new Interrupted(interrupt.Cancel)], interrupt);

        Assert.Equal(130, call.ExitCode);
        Assert.Equal(
            "experiments: interrupted: 2 of 4 cells of interrupted are kept in data/results. To go on: ./experiments run interrupted "
            + "--dataset digits --jobs 1",
            call.ErrorLines[^1].Replace(@".\", "./"));
        Assert.Equal(2, workplace.Cells.Count);
    }

    [Fact]
    public void Quiet_says_nothing_but_the_results()
    {
        var call = workplace.Do("run widths --dataset digits --seeds 1 --quiet");

        Assert.Empty(call.Error);
        Assert.Contains(workplace.Chart("widths", "accuracy.png"), call.OutLines);
    }

    [Fact]
    public void Verbose_tells_once_per_variant_why_it_trains_eagerly()
    {
        var lines = workplace.Do("run widths --dataset digits --seeds 2 --epochs 1 --set trainer=eager --verbose").ErrorLines;

        Assert.Equal(
            ["4 units, one layer trains eagerly: trainer=eager", "8 units, one layer trains eagerly: trainer=eager"],
            lines.Where(line => line.Contains("trains", StringComparison.Ordinal)).Order());
    }

    [Theory]
    [InlineData("--verbose")]
    [InlineData("--set trainer=eager")]
    [InlineData("--set trainer=eager --verbose --quiet")]
    public void Nothing_is_told_of_the_trainer_if_it_is_the_fused_one_or_nobody_asked(string words) =>
        Assert.DoesNotContain("trains", workplace.Do($"run widths --dataset digits --seeds 1 --epochs 1 {words}").Error);

    [Theory]
    [InlineData("trainer=eager")]
    [InlineData("schedule=cosine")]
    [InlineData("schedule=warm-up schedule.steps=3")]
    [InlineData("clip-norm=0.1")]
    [InlineData("optimizer=adamw")]
    [InlineData("optimizer=adamw weight-decay=0.1")]
    [InlineData("optimizer.momentum=0.5 nesterov=true")]
    public void Settings_of_training_can_be_set_and_have_results_of_their_own(string settings)
    {
        workplace.Do("run widths --dataset digits --seeds 1 --variants 4-units-one-layer");
        workplace.Do($"run widths --dataset digits --seeds 1 --variants 4-units-one-layer --set {settings}");

        var store = new ResultStore(workplace.Results);
        var records = store.Records("widths");
        var (name, value) = (settings.Split(' ')[0].Split('=')[0], settings.Split(' ')[0].Split('=')[1]);

        Assert.Equal(2, records.Count);
        Assert.Single(records, record => record.Determines.GetValueOrDefault(name) == value);
        Assert.NotEqual(Losses(records[0]), Losses(records[1]));

        List<double> Losses(RunRecord record) =>
            [.. store.Read(record.Key, 0).Where(row => row is { Metric: Metrics.Loss, Epoch: > 0 }).Select(row => row.Value)];
    }

    [Fact]
    public void A_model_that_the_fused_trainer_does_not_know_says_which_part_it_is()
    {
        var lines = workplace.Call(["run", "shapes", "--dataset", "digits", "--verbose"], [new Shapes()], new Interrupt()).ErrorLines;

        Assert.Contains("convolution trains eagerly: it does not know Unflatten before the first Linear", lines);
        Assert.Single(lines, line => line.Contains("trains", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_is_all_there_is_on_standard_output()
    {
        var json = JsonDocument.Parse(workplace.Do("run widths --dataset digits --json --format svg").Out).RootElement[0];

        Assert.Equal(6, json.GetProperty("computed").GetInt32());
        Assert.Equal(2, json.GetProperty("variants").GetArrayLength());
        Assert.InRange(json.GetProperty("variants")[0].GetProperty("bestValidationAccuracy").GetProperty("estimate").GetDouble(), 0, 1);
        Assert.EndsWith("accuracy.svg", Assert.Single(json.GetProperty("charts").EnumerateArray()).GetString());
    }

    [Fact]
    public void Folders_can_be_chosen()
    {
        workplace.Do("run widths --dataset digits --seeds 1 --results kept --plots drawn --format png");

        Assert.All(workplace.Files, file => Assert.Matches("^(kept|drawn)/widths/", file));
        Assert.Equal(7, workplace.Files.Count); // two cells, their settings.json and run-….json, one chart
    }

    public void Dispose() => workplace.Dispose();
}
