using System.Collections.Concurrent;
using Experiments.Networks;
using Experiments.Results;
using Experiments.Running;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Running;

/// <summary>Trainings that are interrupted and go on.</summary>
public sealed class CheckpointTests : IDisposable
{
    private const int Interrupted = 4;
    private static readonly Settings Small = Cohorts.Small with { Epochs = 7 };
    private static readonly Mlp Plain = new([784, 9, 7, 10], Activation.Relu, Init.HeNormal, Init.Zeros);

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public static TheoryData<string> Kinds =>
    [
        "plain descent", "momentum", "adam", "adagrad", "rmsprop", "penalty", "dropout", "full batch", "early stopping with the best restored",
        "early stopping without", "a diverged seed", "operators, momentum", "operators, adam", "operators, dropconnect", "a module of its own",
    ];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_training_that_is_interrupted_and_goes_on_gives_the_same_bytes_as_one_that_is_not(string kind)
    {
        var (subject, settings) = Of(kind);
        var whole = Files(Run("whole", subject, settings));

        var store = Stopped("stopped", subject, settings, Interrupted);
        var kept = Checkpoint.FilesIn(FolderOf(store));
        var heard = new Heard();
        var goneOn = Files(Run("stopped", subject, settings, heard: heard));

        Assert.Single(kept);
        Assert.Equal(3, whole.Count);
        Assert.Equal(whole, goneOn);
        Assert.Equal([$"resumed after {Interrupted - 1}"], heard.Lines);
        Assert.DoesNotContain(Directory.GetFiles(FolderOf(store)), file => file.EndsWith(".bin", StringComparison.Ordinal) || file.EndsWith("lock", StringComparison.Ordinal));
    }

    [Fact]
    public void A_training_may_be_interrupted_again_and_again()
    {
        var (subject, settings) = Of("dropout");
        var whole = Files(Run("whole", subject, settings));
        for (var epoch = 2; epoch <= settings.Epochs; epoch++)
        {
            Stopped("stopped", subject, settings, epoch);
        }

        Assert.Equal(whole, Files(Run("stopped", subject, settings)));
    }

    [Fact]
    public void Where_some_cells_were_written_the_others_come_from_the_checkpoint()
    {
        var whole = Files(Run("whole", Plain, Small));
        var store = Stopped("stopped", Plain, Small, Interrupted);
        store.Write(Plan("stopped", Plain, Small).Cohorts[0].Key, Cohorts.Record(Plan("stopped", Plain, Small).Cohorts[0]));
        File.Copy(Path.Combine(folder, "whole", whole.Keys.First()), Path.Combine(folder, "stopped", whole.Keys.First()));
        var heard = new Heard();

        Assert.Equal(whole, Files(Run("stopped", Plain, Small, heard: heard)));
        Assert.Equal([$"resumed after {Interrupted - 1}"], heard.Lines);
    }

    [Fact]
    public void More_seeds_than_the_checkpoint_has_are_trained_beside_it()
    {
        var whole = Files(Run("whole", Plain, Small, [0, 1, 2, 3, 4]));
        Stopped("stopped", Plain, Small, Interrupted);
        var heard = new Heard();

        Assert.Equal(whole, Files(Run("stopped", Plain, Small, [0, 1, 2, 3, 4], heard)));
        Assert.Equal([$"resumed after {Interrupted - 1}"], heard.Lines);
    }

    [Theory]
    [InlineData("flipped byte", "It is damaged: its checksum does not fit.")]
    [InlineData("cut short", "It is damaged: its checksum does not fit.")]
    [InlineData("empty", "It is damaged: its checksum does not fit.")]
    [InlineData("another's", "It is of another training.")]
    public void A_checkpoint_that_is_of_no_use_is_said_and_the_training_begins_anew(string damage, string why)
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
        var heard = new Heard();

        Assert.Equal(whole, Files(Run("stopped", Plain, Small, heard: heard)));
        Assert.Equal([$"{path} cannot be read: {why} The training begins anew."], heard.Lines);
    }

    [Fact]
    public void Short_trainings_are_not_kept()
    {
        var store = Stopped("stopped", Plain, Small, Interrupted, TimeSpan.FromMinutes(1));

        Assert.Empty(Directory.EnumerateFileSystemEntries(store.Folder));
    }

    [Fact]
    public void A_module_that_may_keep_more_than_its_parameters_is_not_kept()
    {
        var store = Stopped("stopped", new EachSeedAlone("linear", (1, 7840), Module), Small, Interrupted);

        Assert.Empty(Directory.EnumerateFileSystemEntries(store.Folder));
    }

    [Fact]
    public void A_checkpoint_whose_cells_are_all_there_is_cleared_away_and_others_stay()
    {
        var store = Stopped("stopped", Plain, Small, Interrupted);
        var path = Checkpoint.FilesIn(FolderOf(store))[0];
        var content = File.ReadAllBytes(path);

        Leftovers.Clear(Plan("stopped", Plain, Small), store);
        Assert.True(File.Exists(path));

        Run("stopped", Plain, Small);
        File.WriteAllBytes(path, content);
        File.WriteAllText(Path.Combine(FolderOf(store), ".seed-0.csv.0123.tmp"), "half");
        Leftovers.Clear(Plan("stopped", Plain, Small), store);

        Assert.Equal(["run-", "seed", "seed", "seed", "sett"], Directory.GetFiles(FolderOf(store)).Select(file => Path.GetFileName(file)[..4]).Order());
    }

    [Fact]
    public void By_force_a_training_begins_anew()
    {
        Stopped("stopped", Plain, Small, Interrupted);
        var heard = new Heard();

        Run("stopped", Plain, Small, heard: heard, force: true);

        Assert.Empty(heard.Lines);
    }

    [Fact]
    public void A_checkpoint_that_cannot_be_written_is_said_once_and_harms_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a folder in the file's place stops nobody there");
        var whole = Files(Run("whole", Plain, Small));
        var plan = Plan("stopped", Plain, Small);
        Directory.CreateDirectory(Path.Combine(folder, "stopped", plan.Cohorts[0].Key.Folder, Path.GetFileName(Checkpoint.Of("", [0, 1, 2]).Path), "in the way"));
        var heard = new Heard();

        Assert.Throws<IOException>(() => Checkpoint.Of(FolderOf(new(Path.Combine(folder, "stopped"))), [0, 1, 2]).Write(plan.Cohorts[0].Key, _ => { }));
        var store = new ResultStore(Path.Combine(folder, "stopped"));
        new Runner(store, heard) { Jobs = 1, CheckpointEvery = TimeSpan.Zero }.Run(plan, Digits.Of(100, 20), Cohorts.Record, CancellationToken.None);

        Assert.Equal(whole, Files(store));
        Assert.StartsWith("its training cannot be kept while it goes on, so an interruption will cost all of it: ", heard.Lines.First());
    }

    private static (Subject Subject, Settings Settings) Of(string kind)
    {
        var dropped = Plain with { Dropout = DropoutRule.Inverted(0.3) };
        return kind switch
        {
            "plain descent" => (Plain, Small),
            "momentum" => (Plain, Small with { Optimizer = new Sgd(0.1, 0.9) }),
            "adam" => (Plain, Small with { Optimizer = new Adam() }),
            "adagrad" => (Plain, Small with { Optimizer = new Adagrad() }),
            "rmsprop" => (Plain, Small with { Optimizer = new RmsProp() }),
            "penalty" => (Plain, Small with { Optimizer = new Adam(), Penalty = new L2(0.1) }),
            "dropout" => (dropped, Small with { DropoutMasks = 2, Activations = true }),
            "full batch" => (Plain, Small with { BatchSize = 72, Optimizer = new Adam() }),
            "early stopping with the best restored" => (Plain, Small with { Optimizer = new Sgd(0.05, 0.9), Monitor = StoppingRule.OnValidationAccuracy with { Patience = 2 } }),
            "early stopping without" => (Plain, Small with { Monitor = StoppingRule.OnValidationLoss with { Patience = 2, MinDelta = 0.05, RestoreBest = false } }),
            "a diverged seed" => (new Poisoned(Plain, 1), Small),
            "operators, momentum" => (DropConnect(0.0001), Small with { Optimizer = new Sgd(0.1, 0.9) }),
            "operators, adam" => (DropConnect(0.0001), Small with { Optimizer = new Adam(), Penalty = new L2(0.1) }),
            "operators, dropconnect" => (DropConnect(0.3), Small),
            _ => (new EachSeedAlone("linear", (1, 7840), Module) { IsAllState = true }, Small with { Optimizer = new Adam() }),
        };

        static Mlp DropConnect(double rate) => Plain with { Dropout = DropoutRule.DropConnect(rate) };
    }

    // With running means, which are no parameters.
    private static nn.Module<Tensor, Tensor> Module(SeedStreams seed)
    {
        var linear = nn.Linear(784, 10);
        using var generator = seed.Generator("weights");
        using var withoutGraph = no_grad();
        linear.weight!.normal_(0, 0.05, generator);
        linear.bias!.zero_();
        return nn.Sequential(linear, nn.BatchNorm1d(10));
    }

    private Plan Plan(string name, Subject subject, Settings settings, int[]? seeds = null, bool force = false) => Experiments.Running.Plan.Make(
        new("study", [new("variant", subject, settings)], seeds ?? [0, 1, 2]), Digits.Of(100, 20).Sha256, new(Path.Combine(folder, name)), force);

    private ResultStore Run(string name, Subject subject, Settings settings, int[]? seeds = null, Heard? heard = null, bool force = false)
    {
        var store = new ResultStore(Path.Combine(folder, name));
        heard ??= new();
        var plan = Plan(name, subject, settings, seeds, force);
        Assert.Equal(0, new Runner(store, heard) { Jobs = 1 }.Run(plan, Digits.Of(100, 20), Cohorts.Record, CancellationToken.None));
        return store;
    }

    // Interrupted in the epoch given, and kept after the one before.
    private ResultStore Stopped(string name, Subject subject, Settings settings, int epoch, TimeSpan? every = null)
    {
        using var cancel = new CancellationTokenSource();
        var store = new ResultStore(Path.Combine(folder, name));
        var heard = new Heard { AfterEpoch = now => { if (now == epoch) { cancel.Cancel(); throw new OperationCanceledException(); } } };
        Assert.Throws<OperationCanceledException>(() => new Runner(store, heard) { Jobs = 1, CheckpointEvery = every ?? TimeSpan.Zero }
            .Run(Plan(name, subject, settings), Digits.Of(100, 20), Cohorts.Record, cancel.Token));
        return store;
    }

    private static string FolderOf(ResultStore store) => Directory.GetDirectories(Path.Combine(store.Folder, "study"))[0];

    private static Dictionary<string, string> Files(ResultStore store) => Directory.EnumerateFiles(store.Folder, "seed-*.csv", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).ToDictionary(path => Path.GetRelativePath(store.Folder, path), File.ReadAllText);

    private sealed class Heard : IRunObserver
    {
        public Action<int> AfterEpoch { get; init; } = _ => { };

        public ConcurrentQueue<string> Lines { get; } = [];

        public void Started(Cohort cohort)
        {
        }

        public void Advanced(Cohort cohort, int epoch, double? accuracy) => AfterEpoch(epoch);

        public void Finished(Cohort cohort, TimeSpan time)
        {
        }

        public void Failed(Cohort cohort, Exception problem) => Lines.Enqueue($"failed: {problem}");

        public void Resumed(Cohort cohort, int epoch) => Lines.Enqueue($"resumed after {epoch}");

        public void Noted(Cohort cohort, string text) => Lines.Enqueue(text);
    }
}
