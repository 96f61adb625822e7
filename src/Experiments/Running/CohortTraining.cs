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
internal sealed class CohortTraining(Cohort cohort, Architecture architecture, ImageStore images)
{
    private readonly Settings settings = cohort.Variant.Settings;
    private readonly StoppingWatch[] watches =
        [.. cohort.Missing.Select(_ => new StoppingWatch(cohort.Variant.Settings.Monitor ?? StoppingRule.OnValidationLoss))];

    /// <summary>Runs it to its end.</summary>
    /// <returns>The rows of every cell, in the order of the cohort's missing seeds.</returns>
    public IReadOnlyList<IReadOnlyList<Measurement>> Run(IRunObserver observer, CancellationToken cancellation)
    {
        SeedStreams[] seeds = [.. cohort.Missing.Select(seed => new SeedStreams(seed))];
        var cut = images.Of(settings);
        using var network = architecture.Build(seeds);
        using var best = new SavedStates(network, seeds.Length);
        var rows = new CohortRows(seeds.Length);
        var probes = new CohortProbes(settings, cut, rows);
        probes.MeasureDropout(() => architecture.Build(seeds));
        new TrainingLoop(network, settings, seeds, cut.Training.Inputs, cut.Training.Targets).Run(
            (epoch, step) =>
            {
                rows.At(epoch, step);
                probes.Measure(network, epoch);
                End(network, epoch, probes, rows, best);
                observer.Advanced(cohort, epoch, probes.ValidationAccuracy);
                return rows.AnyOpen;
            },
            cancellation);
        return rows.Cells;
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
