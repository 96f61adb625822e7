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

    // Trains the seeds one after the other, as workers do. An epoch of all of them is the sum of theirs.
    private sealed class Loop(EngineTask task, int firstSeed, (Images Training, Images Validation, Images Test) images)
    {
        private readonly TimeBox time = task.Time with { Seconds = task.Time.Seconds / task.Seeds };
        private readonly List<SeedTiming> timings = [];

        public IReadOnlyList<double> Warm => Together(timing => timing.Warm);

        public IReadOnlyList<double> Blocks => Together(timing => timing.Blocks);

        public IReadOnlyList<double> Accuracy => [.. timings.Select(timing => timing.Accuracy)];

        public void Run() => timings.AddRange(Enumerable.Range(firstSeed, task.Seeds).Select(Train));

        private IReadOnlyList<double> Together(Func<SeedTiming, IReadOnlyList<double>> epochs) =>
            [.. Enumerable.Range(0, timings.Min(timing => epochs(timing).Count)).Select(epoch => timings.Sum(timing => epochs(timing)[epoch]))];

        private SeedTiming Train(int seed)
        {
            var settings = task.Settings;
            using var scope = torch.NewDisposeScope();
            SeedStreams[] streams = [new(seed)];
            using var network = task.Network.Build(streams);
            var (rows, warm, blocks) = (new CellRows(), new List<double>(), new List<double>());
            var probes = task.Measured ? new CellProbes(settings, images, rows) : null;
            var clock = Stopwatch.StartNew();
            new TrainingLoop(network, settings, streams, images.Training.Inputs, images.Training.Targets).Run(
                (epoch, step) =>
                {
                    if (epoch == 0)
                    {
                        clock.Restart();
                        return true;
                    }

                    rows.At(epoch, step);
                    probes?.Measure(network, epoch);
                    (time.IsWarm(warm) ? blocks : warm).Add(clock.Elapsed.TotalSeconds);
                    clock.Restart();
                    return !time.IsOver(blocks);
                },
                CancellationToken.None);
            return new(warm, blocks, Evaluation.Of(network, images.Validation.Inputs, images.Validation.Targets, 1, settings.Loss.OfImage).Accuracy[0]);
        }
    }

    private sealed record SeedTiming(IReadOnlyList<double> Warm, IReadOnlyList<double> Blocks, double Accuracy);
}
