using Experiments.Models;
using Experiments.Results;
using Experiments.Running;
using Experiments.Training;

namespace Experiments.Tests.Running;

public sealed class RunnerTests : IDisposable
{
    private static readonly Settings Small = new()
    {
        Epochs = 3, BatchSize = 7, Optimizer = new Sgd(0.5), Loss = Loss.CrossEntropyPerUnit, Split = "60/20/20", GradientImages = 50,
    };

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Cells_are_the_same_bytes_whatever_the_number_of_jobs_and_whichever_seeds_run_beside()
    {
        var alone = Run("alone", Study([0, 1, 2, 3, 4]), jobs: 1);
        var two = Run("two", Study([0, 1, 2, 3, 4]), jobs: 2);
        var fewer = Run("fewer", Study([1, 2, 4]), jobs: 2);

        var files = Files(alone);
        Assert.Equal(10, files.Count);
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(file.Value), File.ReadAllBytes(Files(two)[file.Key])));
        Assert.Equal(6, Files(fewer).Count);
        Assert.All(Files(fewer), file => Assert.Equal(File.ReadAllBytes(file.Value), File.ReadAllBytes(files[file.Key])));
    }

    [Fact]
    public void A_worker_takes_cells_by_variant_in_the_recipes_order_and_within_a_variant_by_seed()
    {
        var events = new RunEvents();

        Run("store", Study([2, 0, 1], Small with { Epochs = 1 }), jobs: 1, events);

        Assert.Equal(
            ["shallow, seed 0", "shallow, seed 1", "shallow, seed 2", "deep, seed 0", "deep, seed 1", "deep, seed 2"],
            events.Of<RunEvent.Started>().Select(start => $"{start.Cell}"));
    }

    [Fact]
    public void Every_cell_leaves_a_record_of_how_it_came_about()
    {
        var store = Run("store", Study([0, 1]), jobs: 2);

        var history = Plan.Make(Study([0, 1]), Digits.Of(100, 20).Sha256, store).Variants.Select(variant => store.History(variant.Key));
        Assert.All(history, records => Assert.Equal(["0", "1"], records.Select(run => run.Circumstances["seeds"]).Order()));
    }

    [Fact]
    public void A_plan_skips_what_is_there_and_a_second_run_adds_only_what_is_missing()
    {
        var store = Run("store", Study([0]), jobs: 1);
        var before = Files(store).ToDictionary(file => file.Key, file => File.GetLastWriteTimeUtc(file.Value));

        var plan = Plan.Make(Study([0, 1]), Digits.Of(100, 20).Sha256, store);
        Run("store", Study([0, 1]), jobs: 1);

        Assert.Equal(2, plan.MissingCells);
        Assert.All(plan.Variants, variant => Assert.Equal([1, 0], [.. variant.Missing, .. variant.Present]));
        Assert.Equal(4, Files(store).Count);
        Assert.All(before, file => Assert.Equal(file.Value, File.GetLastWriteTimeUtc(Files(store)[file.Key])));
    }

    [Fact]
    public void A_plan_by_force_computes_what_is_there_already()
    {
        var store = Run("store", Study([0]), jobs: 1);

        Assert.Equal(2, Plan.Make(Study([0]), Digits.Of(100, 20).Sha256, store, force: true).MissingCells);
    }

    [Fact]
    public void Networks_learn_and_every_metric_is_measured_before_training_and_after_every_epoch()
    {
        var store = Run("store", Study([0, 1], Small with { Epochs = 20 }), jobs: 2);
        var table = ResultTable.Read(store, "study", store.Records("study"));

        var accuracy = table.Curve("shallow", Metrics.Accuracy, Splits.Validation);
        Assert.Equal(Enumerable.Range(0, 21), accuracy.Epochs);
        Assert.All(accuracy.At(20), value => Assert.InRange(value, 0.9, 1));
        Assert.Equal(Enumerable.Range(0, 21), table.Curve("deep", Metrics.BiasGradient, layer: 3).Epochs);
        Assert.Equal([1, 2, 3], table.Layers("deep", Metrics.WeightGradient));
        Assert.All(new[] { Splits.Train, Splits.Validation, Splits.Test }, split =>
            Assert.False(table.Curve("deep", Metrics.Loss, split).IsEmpty));
    }

    [Fact]
    public void Loss_and_accuracy_are_measured_as_seldom_as_asked_and_always_at_the_end()
    {
        var store = Run("store", Study([0], Small with { Epochs = 5, EvaluateEvery = 2 }), jobs: 1);

        var curve = ResultTable.Read(store, "study", store.Records("study")).Curve("deep", Metrics.Loss, Splits.Test);

        Assert.Equal([0, 2, 4, 5], curve.Epochs);
    }

    [Fact]
    public void A_cell_that_fails_fails_alone()
    {
        var events = new RunEvents();
        var (bad, good) = (SmallNetworks.FickleSeeds.Broken, SmallNetworks.FickleSeeds.Sound[0]);
        var study =
            new Study("study", [new("bad", SmallNetworks.Fickle, Small), new("good", Model.Of(SmallNetworks.Linear), Small)], [bad, good]);
        var store = new ResultStore(Path.Combine(folder, "store"));

        var failed = new Runner(store, events) { Jobs = 1 }.Run(Plan.Make(study, "0", store), Digits.Of(100, 20), CancellationToken.None);

        Assert.Equal(failed, events.Of<RunFailure>());
        Assert.Equal(
            [$"bad, seed {bad}: SmallNetworks.BrokenByChance() cannot be built: the wheels came off"], events.Lines);
        Assert.Equal(new[] { $"bad {good}" }.Concat(new[] { bad, good }.Order().Select(seed => $"good {seed}")),
            Plan.Make(study, "0", store).Variants.SelectMany(variant => variant.Present.Select(seed => $"{variant.Name} {seed}")));
    }

    [Fact]
    public void A_display_that_breaks_costs_no_cell()
    {
        var events = new RunEvents { On = _ => throw new InvalidOperationException("the terminal is gone") };
        var store = new ResultStore(Path.Combine(folder, "store"));
        var runner = new Runner(store, events) { Jobs = 2, CheckpointEvery = TimeSpan.Zero };

        Assert.Empty(runner.Run(Plan.Make(Study([0, 1]), "0", store), Digits.Of(100, 20), CancellationToken.None));

        Assert.Equal("the terminal is gone", runner.DisplayProblem?.Message);
        Assert.Equal(Files(Run("watched", Study([0, 1]), jobs: 1)).Count, Files(store).Count);
    }

    [Fact]
    public void A_cancelled_run_leaves_no_cell_behind()
    {
        using var cancel = new CancellationTokenSource();
        var gate = new Lock(); // else the second to cancel goes on while the first is still about it
        var events = new RunEvents
        {
            On = happened =>
            {
                lock (gate)
                {
                    if (happened is RunEvent.Advanced { Epoch: 1 })
                    {
                        cancel.Cancel();
                    }
                }
            },
        };
        var store = new ResultStore(Path.Combine(folder, "store"));

        Assert.Throws<OperationCanceledException>(() =>
            new Runner(store, events) { Jobs = 2 }.Run(Plan.Make(Study([0]), "0", store), Digits.Of(100, 20), cancel.Token));

        Assert.Empty(Directory.EnumerateFileSystemEntries(store.Folder));
    }

    [Theory]
    [InlineData("5", new[] { 0, 1, 2, 3, 4 })]
    [InlineData("2..4", new[] { 2, 3, 4 })]
    [InlineData("7,0,3", new[] { 0, 3, 7 })]
    [InlineData("9..9", new[] { 9 })]
    public void Seeds_are_a_count_a_range_or_a_list(string text, int[] seeds) => Assert.Equal(seeds, SeedList.Parse(text));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("4..2")]
    [InlineData("a")]
    [InlineData("1,,2")]
    [InlineData("1,000")]
    [InlineData("0 1 2")]
    [InlineData("")]
    public void Seeds_that_are_none_of_these_are_refused(string text) =>
        Assert.Contains($"got '{text}'", Assert.Throws<ArgumentException>(() => SeedList.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("0-4", "0..4")]
    [InlineData("0:4", "0..4")]
    [InlineData("0...4", "0..4")]
    [InlineData("0 to 4", "0..4")]
    [InlineData("4..0", "0..4")]
    [InlineData("500–501", "500..501")]
    public void A_range_that_is_written_otherwise_is_guessed(string text, string meant) => Assert.EndsWith(
        $"but got '{text}'. Did you mean '{meant}'?", Assert.Throws<ArgumentException>(() => SeedList.Parse(text)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_split_that_the_data_cannot_give_is_a_mistake_before_anything_runs()
    {
        var mistakes = Study([0], Small with { TrainingImages = 1_000_000 }).Mistakes(Digits.Of(100, 20));

        Assert.Contains("1,000,000 training images are wanted", Assert.Single(mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_variants_that_would_share_a_folder_are_a_mistake()
    {
        var model = Model.Of(SmallNetworks.Linear);
        var study = new Study("study",
            [new("é", model, Small), new("è", model, Small), new("e", model, Small), new("é 2", model, Small with { Epochs = 4 })], [0]);

        var mistake = Assert.Single(study.Mistakes(Digits.Of(100, 20)));

        Assert.Matches("^The variants 'é' and 'è' would share the folder study.-[0-9a-f]{10}: give them other names.$", mistake);
    }

    private static Study Study(int[] seeds, Settings? settings = null) => new(
        "study",
        [
            new("shallow", Model.Of(SmallNetworks.Perceptron, new[] { 784, 10 }, Activation.Sigmoid), settings ?? Small),
            new("deep", Model.Of(SmallNetworks.Perceptron, new[] { 784, 9, 7, 10 }, Activation.Sigmoid), settings ?? Small),
        ],
        seeds);

    private ResultStore Run(string name, Study study, int jobs, RunEvents? events = null)
    {
        var store = new ResultStore(Path.Combine(folder, name));
        var data = Digits.Of(100, 20);
        Assert.Empty(
            new Runner(store, events) { Jobs = jobs }.Run(Plan.Make(study, data.Sha256, store), data, CancellationToken.None));
        return store;
    }

    private static Dictionary<string, string> Files(ResultStore store) =>
        Directory.EnumerateFiles(store.Folder, "seed-*.csv", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(store.Folder, path));
}
