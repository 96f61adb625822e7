using System.Diagnostics;
using Experiments.Data;
using Experiments.Networks;
using Experiments.Probes;
using Experiments.Running;
using Experiments.Training;
using TorchSharp;

namespace Experiments.Bench;

/// <summary>What of the engine is to be timed.</summary>
/// <param name="Setting">The training.</param>
/// <param name="Seeds">Networks trained in lockstep, on every thread.</param>
internal sealed record EngineTask(BenchSetting Setting, int Seeds)
{
    /// <summary>How long.</summary>
    public TimeBox Time { get; init; } = new(5, null);

    /// <summary>Fewer training images, for a quick look; null for the setting's.</summary>
    public int? Images { get; init; }

    /// <summary>Whether to measure what the recipe's table holds after every epoch.</summary>
    public bool Measured { get; init; }

    /// <summary>Threads, each with networks of its own.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Other than the setting's number of hidden layers; null for that.</summary>
    public int? Hidden { get; init; }

    /// <summary>Other than the setting's units of a hidden layer; null for that.</summary>
    public int? Width { get; init; }

    /// <summary>Other than the setting's batch size; null for that.</summary>
    public int? Batch { get; init; }

    /// <summary>The network.</summary>
    public Mlp Network
    {
        get
        {
            var network = Setting.Network;
            var hidden = Hidden ?? (network.Sizes.Count - 2);
            return network with { Sizes = [network.Sizes[0], .. Enumerable.Repeat(Width ?? network.Sizes[1], hidden), network.Sizes[^1]] };
        }
    }

    /// <summary>How it is trained: no end but the time's.</summary>
    public Settings Settings
    {
        get
        {
            var settings = Setting.Variant.Settings;
            var images = Math.Min(settings.TrainingImages ?? int.MaxValue, Images ?? int.MaxValue);
            return settings with
            {
                Epochs = int.MaxValue, BatchSize = Batch ?? settings.BatchSize, TrainingImages = images == int.MaxValue ? null : images,
            };
        }
    }
}

/// <summary>How long epochs are timed after warming up for a fifth of it.</summary>
/// <param name="Seconds">So long, and 3 epochs at least.</param>
/// <param name="Epochs">Instead: so many epochs after one to warm up; null for by time.</param>
internal sealed record TimeBox(double Seconds, int? Epochs)
{
    private const int LeastEpochs = 3;

    /// <summary>Whether these epochs were enough to warm up.</summary>
    public bool IsWarm(IReadOnlyList<double> warm) => warm.Count > 0 && (Epochs is not null || warm.Sum() >= Seconds / 5);

    /// <summary>Whether these epochs are all that is to be timed.</summary>
    public bool IsOver(IReadOnlyList<double> blocks) =>
        Epochs is { } epochs ? blocks.Count >= epochs : blocks.Count >= LeastEpochs && blocks.Sum() >= Seconds;
}

/// <summary>Times this engine's own training loop, epoch by epoch.</summary>
internal static class EngineLoop
{
    /// <summary>Trains and times.</summary>
    public static LoopTiming Run(EngineTask task, DataSet data)
    {
        torch.set_num_threads(1);
        using var store = new ImageStore(data);
        var images = store.Of(task.Settings);
        var loops = Enumerable.Range(0, task.Workers).Select(worker => new Loop(task, worker * task.Seeds, images)).ToList();
        var threads = loops.Select(loop => new Thread(loop.Run)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        var steps = (int)((images.Training.Inputs.shape[0] + task.Settings.BatchSize - 1) / task.Settings.BatchSize);
        // Of several threads together: their speeds add up.
        var (median, least) = (Together(loops.Select(loop => Median(loop.Blocks))) / steps, Together(loops.Select(loop => loop.Blocks.Min())) / steps);
        return new()
        {
            Loop = "engine",
            Setting = task.Setting.Id,
            Replicas = task.Seeds,
            Threads = task.Workers,
            Measured = task.Measured,
            Sizes = task.Network.Sizes,
            Batch = task.Settings.BatchSize,
            Images = (int)images.Training.Inputs.shape[0],
            StepsPerEpoch = steps,
            WarmUpEpochs = loops[0].Warm.Count,
            Epochs = loops[0].Blocks.Count,
            Steps = (long)loops.Sum(loop => loop.Blocks.Count) * steps,
            UsPerStepLeast = Math.Round(least * 1e6, 2),
            UsPerStep = Math.Round(median * 1e6, 2),
            UsPerReplicaStep = Math.Round(median * 1e6 / task.Seeds, 2),
            SecondsPerSeedEpoch = Math.Round(median * steps / task.Seeds, 6),
            ValidationAccuracy = [.. loops.SelectMany(loop => loop.Accuracy).Select(accuracy => Math.Round(accuracy, 4))],
            PeakMegabytes = Math.Round(Memory.Peak("self") / 1e6, 1),
        };
    }

    private static double Together(IEnumerable<double> seconds) => 1 / seconds.Sum(one => 1 / one);

    private static double Median(IEnumerable<double> values) => Spread.Of([.. values]).Median;

    private sealed class Loop(EngineTask task, int firstSeed, (Images Training, Images Validation, Images Test) images)
    {
        private readonly SeedStreams[] seeds = [.. Enumerable.Range(firstSeed, task.Seeds).Select(seed => new SeedStreams(seed))];

        public List<double> Warm { get; } = [];

        public List<double> Blocks { get; } = [];

        public IReadOnlyList<double> Accuracy { get; private set; } = [];

        public void Run()
        {
            var settings = task.Settings;
            using var scope = torch.NewDisposeScope();
            using var network = task.Network.Build(seeds);
            var rows = new CohortRows(task.Seeds);
            var probes = task.Measured ? new CohortProbes(settings, images, rows) : null;
            var clock = Stopwatch.StartNew();
            new TrainingLoop(network, settings, seeds, images.Training.Inputs, images.Training.Targets).Run(
                (epoch, step) =>
                {
                    if (epoch == 0)
                    {
                        clock.Restart();
                        return true;
                    }

                    rows.At(epoch, step);
                    probes?.Measure(network, epoch);
                    (task.Time.IsWarm(Warm) ? Blocks : Warm).Add(clock.Elapsed.TotalSeconds);
                    clock.Restart();
                    return !task.Time.IsOver(Blocks);
                },
                CancellationToken.None);
            Accuracy = Evaluation.Of(network, images.Validation.Inputs, images.Validation.Targets, task.Seeds, settings.Loss.OfImage).Accuracy;
        }
    }
}
