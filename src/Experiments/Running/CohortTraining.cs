using Experiments.Networks;
using Experiments.Results;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Running;

/// <summary>
/// Trains one cohort. Every replica has its own end: its last epoch, the epoch at which it is stopped, or the one at which it is found to have
/// diverged. It has no rows after that; the cohort goes on until all have ended.
/// </summary>
internal sealed class CohortTraining(CohortPart part, Architecture architecture, ImageStore images)
{
    private readonly Settings settings = part.Cohort.Variant.Settings;
    private readonly StoppingWatch[] watches =
        [.. part.Checkpoint.Seeds.Select(_ => new StoppingWatch(part.Cohort.Variant.Settings.Monitor ?? StoppingRule.OnValidationLoss))];

    /// <summary>Runs it to its end, from where it was kept if it was.</summary>
    /// <returns>The rows of every cell, in the order of the part's missing seeds.</returns>
    public IReadOnlyList<IReadOnlyList<Measurement>> Run(IRunObserver observer, TimeSpan checkpointEvery, CancellationToken cancellation)
    {
        SeedStreams[] seeds = [.. part.Checkpoint.Seeds.Select(seed => new SeedStreams(seed))];
        var cut = images.Of(settings);
        using var network = architecture.Build(seeds);
        using var best = new SavedStates(network, seeds.Length);
        var rows = new CohortRows(seeds.Length);
        var probes = new CohortProbes(settings, cut, rows);
        var checkpoints = network.CanBeKept ? new TrainingCheckpoints(part, checkpointEvery, state => Keep(state, best, rows), observer) : null;
        if (!File.Exists(part.Checkpoint.Path))
        {
            probes.MeasureDropout(() => architecture.Build(seeds));
        }

        new TrainingLoop(network, settings, seeds, cut.Training.Inputs, cut.Training.Targets).Run(
            (epoch, step) =>
            {
                rows.At(epoch, step);
                probes.Measure(network, epoch);
                End(network, epoch, probes, rows, best);
                observer.Advanced(part.Cohort, epoch, probes.ValidationAccuracy);
                return rows.AnyOpen;
            },
            checkpoints,
            cancellation);
        return [.. part.Cohort.Missing.Select(seed => rows.Cells[IndexOf(seed)])];
    }

    private int IndexOf(int seed) => part.Checkpoint.Seeds.Index().First(one => one.Item == seed).Index;

    // What belongs to the training beside the network, the optimizer and the order of the images.
    private void Keep(StateStream state, SavedStates best, CohortRows rows)
    {
        foreach (var watch in watches)
        {
            watch.Keep(state);
        }

        best.Keep(state);
        rows.Keep(state);
    }

    // Ends the replicas whose time has come.
    private void End(Network network, int epoch, CohortProbes probes, CohortRows rows, SavedStates best)
    {
        var ended = Enumerable.Range(0, rows.Count).Where(rows.IsOpen).Where(replica => IsOver(network, replica, epoch, probes, rows, best)).ToList();
        if (settings.Monitor is { RestoreBest: true })
        {
            // A replica that has ended is trained on beside the others, to no effect: nothing of it is measured any more.
            ended.ForEach(best.Restore);
            probes.MeasureRestored(network, [.. ended.Where(best.Has)]);
        }

        foreach (var replica in ended)
        {
            if (settings.Monitor is not null && watches[replica].BestEpoch is { } bestEpoch)
            {
                rows.Add(replica, Metrics.Best, bestEpoch);
            }

            rows.Close(replica);
        }
    }

    private bool IsOver(Network network, int replica, int epoch, CohortProbes probes, CohortRows rows, SavedStates best)
    {
        if (!rows.AllFinite(replica) || !network.IsFinite(replica))
        {
            rows.Add(replica, Metrics.Diverged, 1);
            return true;
        }

        if (settings.Monitor is { } rule && probes.Monitored(rule, replica) is { } value)
        {
            switch (watches[replica].Check(epoch, value))
            {
                case CheckOutcome.Improved when rule.RestoreBest:
                    best.Save(replica);
                    break;
                case CheckOutcome.Stop:
                    rows.Add(replica, Metrics.Stopped, epoch);
                    return true;
            }
        }

        return epoch == settings.Epochs;
    }
}
