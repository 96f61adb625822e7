using Experiments.Models;
using Experiments.Results;
using Experiments.Running;
using Experiments.Tests.Training;
using Experiments.Training;

namespace Experiments.Tests.Running;

/// <summary>Trainings that are interrupted and go on.</summary>
[Collection(nameof(Alone))]
public sealed class CheckpointTests : IDisposable
{
    private const int Interrupted = 4;
    private static readonly Settings Small = Cells.Small with { Epochs = 7 };
    private static readonly Model Plain = SmallNetworks.Plain;

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public static TheoryData<string> Kinds => [.. Trainings.Keys];

    // Each of them also with the eager trainer, unless that is the only one that knows it.
    private static Dictionary<string, (Model Model, Settings Settings)> Trainings { get; } = Fused
        .SelectMany(one => new[] { one, ($"{one.Item1}, eager", one.Item2, one.Item3 with { Trainer = TrainerKind.Eager }) }).Concat(Eager)
        .ToDictionary(one => one.Item1, one => (one.Item2, one.Item3));

    private static IEnumerable<(string, Model, Settings)> Fused =>
    [
        ("plain descent", Plain, Small),
        ("momentum", Plain, Small with { Optimizer = new Sgd(0.1, 0.9) }),
        ("nesterov", Plain, Small with { Optimizer = new Sgd(0.1, 0.9, Nesterov: true) }),
        ("adam", Plain, Small with { Optimizer = new Adam() }),
        ("adamw", Plain, Small with { Optimizer = new AdamW() }),
        ("adagrad", Plain, Small with { Optimizer = new Adagrad() }),
        ("rmsprop", Plain, Small with { Optimizer = new RmsProp() }),
        ("penalty", Plain, Small with { Optimizer = new Adam(), Penalty = new L2(0.1) }),
        ("schedule", Plain, Small with { Optimizer = new Adam(), Schedule = new OneCycleSchedule() }),
        ("clip-norm", Plain, Small with { Optimizer = new Sgd(0.1, 0.9), ClipNorm = 0.5 }),
        ("distorted images", Plain, Small with { Augmentation = new() { Shift = 2, Elastic = 34 } }),
        ("scaled inputs", Plain, Small with { Inputs = InputScale.PerPixel, Penalty = new L1(0.001), MaxNorm = 1 }),
        ("dropout", SmallNetworks.Dropped, Small with { DropoutMasks = 2, Activations = true }),
        ("standard dropout", SmallNetworks.Dropping("standard", 0.3), Small),
        ("measured within epochs", SmallNetworks.Dropped,
            Small with { EvaluationsPerEpoch = 3, GradientsWithinEpochs = true, BatchLossEvery = 9, UpdateRatios = true }),
        ("full batch", Plain, Small with { BatchSize = 72, Optimizer = new Adam() }),
        ("early stopping with the best restored", SmallNetworks.Dropped, WithRestoredBest(Small)),
        ("early stopping without", Plain,
            Small with { Monitor = EarlyStopping.OnValidationLoss with { Patience = 2, MinDelta = 0.05, RestoreBest = false } }),
    ];

    private static IEnumerable<(string, Model, Settings)> Eager =>
    [
        ("DropConnect", SmallNetworks.Dropping("DropConnect", 0.3), Small),
        ("batch normalization", Model.Of(SmallNetworks.Normalized), Small with { Optimizer = new Adam() }),
        ("convolution", Model.Of(SmallNetworks.Convolution), WithRestoredBest(Small with { Epochs = 6 })),
        ("recurrent", Model.Of(SmallNetworks.Recurrent), Small with { Epochs = 5, Optimizer = new Adam() }),
        ("a module of its own with functional dropout", Model.Of(SmallNetworks.Own),
            Small with { Optimizer = new AdamW(), Schedule = new CosineSchedule(), ClipNorm = 1 }),
    ];

    private static Settings WithRestoredBest(Settings settings) =>
        settings with { Optimizer = new Sgd(0.05, 0.9), Monitor = EarlyStopping.OnValidationAccuracy with { Patience = 5 } };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_training_that_is_interrupted_and_goes_on_gives_the_same_bytes_as_one_that_is_not(string kind)
    {
        var (workload, settings) = Trainings[kind];
        var whole = Files(Run("whole", workload, settings));

        var store = Stopped("stopped", workload, settings, Interrupted);
        var kept = Checkpoint.FilesIn(FolderOf(store));
        var heard = new RunEvents();
        var goneOn = Files(Run("stopped", workload, settings, heard: heard));

        Assert.Single(kept);
        Assert.Equal(3, whole.Count);
        Assert.Equal(whole, goneOn);
        Assert.Equal([$"resumed after {Interrupted - 1}"], heard.Lines);
        Assert.DoesNotContain(Directory.GetFiles(FolderOf(store)), file =>
            file.EndsWith(".checkpoint", StringComparison.Ordinal) || file.EndsWith(".lock", StringComparison.Ordinal));
    }

    [Fact]
    public void A_training_may_be_interrupted_again_and_again()
    {
        var (workload, settings) = Trainings["dropout"];
        var whole = Files(Run("whole", workload, settings));
        for (var epoch = 2; epoch <= settings.Epochs; epoch++)
        {
            Stopped("stopped", workload, settings, epoch);
        }

        Assert.Equal(whole, Files(Run("stopped", workload, settings)));
    }

    [Fact]
    public void Cells_before_the_interrupted_one_are_kept_and_those_after_it_are_computed()
    {
        var whole = Files(Run("whole", Plain, Small));
        var store = Stopped("stopped", Plain, Small, Interrupted, seed: 1);
        var first = Assert.Single(Directory.GetFiles(FolderOf(store), "seed-*.csv"));
        var written = File.GetLastWriteTimeUtc(first);
        var heard = new RunEvents();

        Assert.Equal(whole, Files(Run("stopped", Plain, Small, heard: heard)));
        Assert.Equal([$"resumed after {Interrupted - 1}"], heard.Lines);
        Assert.Equal(("seed-0.csv", written), (Path.GetFileName(first), File.GetLastWriteTimeUtc(first)));
    }

    [Fact]
    public void The_time_of_an_interrupted_training_counts_all_attempts()
    {
        Stopped("stopped", Plain, Small, Interrupted, pause: TimeSpan.FromMilliseconds(200));
        var heard = new RunEvents();

        Run("stopped", Plain, Small, [0], heard);

        var finished = Assert.Single(heard.Of<RunEvent.Finished>());
        Assert.InRange(finished.Time.TotalSeconds, 0.2 * (Interrupted - 1), double.MaxValue);
    }

    [Fact]
    public void A_checkpoint_of_another_build_of_the_recipe_is_not_used_and_is_left_alone()
    {
        var whole = Files(Run("whole", Plain, Small));
        var store = Stopped("stopped", Plain, Small, Interrupted);
        var own = Assert.Single(Checkpoint.FilesIn(FolderOf(store)));
        var others = Path.Combine(FolderOf(store), "seed-0.0123456789.checkpoint");
        File.Move(own, others);
        var content = File.ReadAllBytes(others);
        var heard = new RunEvents();

        Stopped("stopped", Plain, Small, Interrupted + 1, heard: heard);

        Assert.Equal(["its checkpoint is of another build or kind of machine and is left alone. The training starts anew."], heard.Lines);
        Assert.Equal(new[] { own, others }.Order(), Checkpoint.FilesIn(FolderOf(store)).Order());
        Assert.Equal(content, File.ReadAllBytes(others));
        Assert.Equal(whole, Files(Run("stopped", Plain, Small)));
        Assert.Empty(Checkpoint.FilesIn(FolderOf(store)));
    }

    [Theory]
    [InlineData("flipped byte")]
    [InlineData("cut short")]
    [InlineData("empty")]
    [InlineData("another's")]
    public void A_checkpoint_that_cannot_be_used_is_reported_and_the_training_starts_anew(string damage)
    {
        var whole = Files(Run("whole", Plain, Small));
        var path = Checkpoint.FilesIn(FolderOf(Stopped("stopped", Plain, Small, Interrupted)))[0];
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, damage switch
        {
            "flipped byte" => [.. bytes.Select((value, index) => index == bytes.Length / 2 ? (byte)(value ^ 1) : value)],
            "cut short" => bytes[..(bytes.Length / 2)],
            "empty" => [],
            _ => File.ReadAllBytes(Checkpoint.FilesIn(FolderOf(Stopped("other", Plain, Small with { BatchSize = 6 }, Interrupted)))[0]),
        });
        var heard = new RunEvents();

        Assert.Equal(whole, Files(Run("stopped", Plain, Small, heard: heard)));
        Assert.Equal(
            [$"{path} cannot be used: It is damaged or of another cell: its checksum does not fit. "
                + $"It is now {Path.GetFileName(path)}.damaged-1. The training starts anew."],
            heard.Lines);
        Assert.True(File.Exists(path + ".damaged-1"));
    }

    [Fact]
    public void Short_trainings_are_not_kept()
    {
        var store = Stopped("stopped", Plain, Small, Interrupted, TimeSpan.FromMinutes(1));

        Assert.Empty(Directory.EnumerateFileSystemEntries(store.Folder));
    }

    [Fact]
    public void A_checkpoint_whose_cell_is_there_is_cleared_away_and_others_stay()
    {
        var store = Stopped("stopped", Plain, Small, Interrupted);
        var path = Checkpoint.FilesIn(FolderOf(store))[0];
        var content = File.ReadAllBytes(path);

        StaleFiles.Clear(Plan("stopped", Plain, Small), store);
        Assert.True(File.Exists(path));

        Run("stopped", Plain, Small);
        File.WriteAllBytes(path, content);
        File.WriteAllText(Path.Combine(FolderOf(store), ".seed-0.csv.0123.tmp"), "half");
        File.WriteAllText(Path.Combine(FolderOf(store), ".seed-2.settings.json.0123.tmp"), "half");
        File.WriteAllText(Path.Combine(FolderOf(store), "seed-1.lock"), "");
        File.WriteAllText(Path.Combine(FolderOf(store), "seed-1.holder"), "");
        StaleFiles.Clear(Plan("stopped", Plain, Small), store);

        var kept = Directory.GetFiles(FolderOf(store)).Select(file => Path.GetFileName(file)[..4]);
        Assert.Equal(["run-", "run-", "run-", "seed", "seed", "seed", "sett"], kept.Order());
    }

    [Fact]
    public void By_force_a_training_starts_anew()
    {
        Stopped("stopped", Plain, Small, Interrupted);
        var heard = new RunEvents();

        Run("stopped", Plain, Small, heard: heard, force: true);

        Assert.Empty(heard.Lines);
    }

    [Fact]
    public void A_checkpoint_that_cannot_be_written_is_said_once_and_harms_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a folder in the file's place stops nobody there");
        var whole = Files(Run("whole", Plain, Small));
        var plan = Plan("stopped", Plain, Small);
        var store = new ResultStore(Path.Combine(folder, "stopped"));
        Directory.CreateDirectory(Path.Combine(new Checkpoint(plan.Cells[0], store.FolderOf(plan.Variants[0].Key)).Path, "in the way"));
        var heard = new RunEvents();

        new Runner(store, heard) { Jobs = 1, CheckpointEvery = TimeSpan.Zero }.Run(plan, Digits.Of(100, 20), CancellationToken.None);

        Assert.Equal(whole, Files(store));
        Assert.StartsWith("no checkpoint can be written, so an interruption will cost all of its training: ", Assert.Single(heard.Lines));
    }

    [Fact]
    public void A_training_whose_optimizer_cannot_be_saved_goes_on_without_checkpoints_and_says_so()
    {
        var store = new ResultStore(Path.Combine(folder, "bare"));
        var plan = Plan("bare", Plain, Small with { Optimizer = new Bare(0.5) }, [0]);
        var found = new List<string>();
        var heard = new RunEvents
        {
            On = _ => found.AddRange(Directory.GetFiles(folder, "*.checkpoint", SearchOption.AllDirectories)),
        };

        var failed =
            new Runner(store, heard) { Jobs = 1, CheckpointEvery = TimeSpan.Zero }.Run(plan, Digits.Of(100, 20), CancellationToken.None);

        Assert.Equal(
            ["there are no checkpoints, so an interruption costs all of a training: the optimizer bare (Descent) has no state_dict"],
            heard.Lines);
        Assert.Empty(failed);
        Assert.Empty(found);
        Assert.Single(Files(store));
    }

    private Plan Plan(string name, Workload workload, Settings settings, int[]? seeds = null, bool force = false)
    {
        var study = new Study("study", [new("variant", workload, settings)], seeds ?? [0, 1, 2]);
        return Experiments.Running.Plan.Make(study, Digits.Of(100, 20).Sha256, new(Path.Combine(folder, name)), force);
    }

    private ResultStore Run(
        string name, Workload workload, Settings settings, int[]? seeds = null, RunEvents? heard = null, bool force = false)
    {
        var store = new ResultStore(Path.Combine(folder, name));
        var plan = Plan(name, workload, settings, seeds, force);
        Assert.Empty(new Runner(store, heard) { Jobs = 1 }.Run(plan, Digits.Of(100, 20), CancellationToken.None));
        return store;
    }

    // Interrupted in the epoch given of the seed given, with a checkpoint after the epoch before.
    private ResultStore Stopped(
        string name, Workload workload, Settings settings, int epoch, TimeSpan? every = null, int seed = 0, TimeSpan pause = default,
        RunEvents? heard = null)
    {
        using var cancel = new CancellationTokenSource();
        var store = new ResultStore(Path.Combine(folder, name));
        heard ??= new();
        heard.On = happened =>
        {
            if (happened is RunEvent.Advanced(var cell, var now, _))
            {
                Thread.Sleep(pause);
                if (cell.Seed == seed && now == epoch - 1)
                {
                    cancel.Cancel();
                }
            }
        };
        Assert.Throws<OperationCanceledException>(() => new Runner(store, heard) { Jobs = 1, CheckpointEvery = every ?? TimeSpan.Zero }
            .Run(Plan(name, workload, settings), Digits.Of(100, 20), cancel.Token));
        return store;
    }

    private static string FolderOf(ResultStore store) => Directory.GetDirectories(Path.Combine(store.Folder, "study"))[0];

    private static Dictionary<string, string> Files(ResultStore store) =>
        Directory.EnumerateFiles(store.Folder, "seed-*.csv", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).ToDictionary(path => Path.GetRelativePath(store.Folder, path), File.ReadAllText);
}
