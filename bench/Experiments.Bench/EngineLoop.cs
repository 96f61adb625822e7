using System.Diagnostics;
using Experiments.Data;
using Experiments.Networks;
using Experiments.Probes;
using Experiments.Running;
using Experiments.Training;
using TorchSharp;

namespace Experiments.Bench;

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
            How = task.How,
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
