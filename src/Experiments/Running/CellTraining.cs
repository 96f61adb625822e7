using System.Diagnostics;
using Experiments.Networks;
using Experiments.Results;
using Experiments.Training;

namespace Experiments.Running;

/// <summary>
/// Trains one cell: builds its network, measures before training and after every epoch, and ends at the last epoch, where early stopping says so,
/// or where the training is found to have diverged.
/// </summary>
internal sealed class CellTraining(PlannedCell cell, Architecture architecture, ImageStore images)
{
    private const int Only = 0; // index of the one seed that the network is built for

    private readonly Settings settings = cell.Variant.Variant.Settings;
    private readonly StoppingWatch watch = new(cell.Variant.Variant.Settings.Monitor ?? StoppingRule.OnValidationLoss);
    private readonly CellRows rows = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan before; // what interrupted attempts had taken

    /// <summary>Trains it, from its checkpoint if there is one.</summary>
    public CellResult Run(Checkpoint checkpoint, IRunObserver observer, TimeSpan checkpointEvery, CancellationToken cancellation)
    {
        SeedStreams[] seed = [new(cell.Seed)];
        var cut = images.Of(settings);
        using var network = architecture.Build(seed);
        using var best = new SavedStates(network, seed.Length);
        var probes = new CellProbes(settings, cut, rows);
        var checkpoints = network.CanBeKept ? new CellCheckpoint(cell, checkpoint, checkpointEvery, state => Keep(state, best), observer) : null;
        if (!checkpoint.Exists)
        {
            probes.MeasureDropout(() => architecture.Build(seed));
        }

        new TrainingLoop(network, settings, seed, cut.Training.Inputs, cut.Training.Targets).Run(
            (epoch, step) =>
            {
                rows.At(epoch, step);
                probes.Measure(network, epoch);
                var isOver = IsOver(network, epoch, probes, best);
                if (isOver)
                {
                    AddBest(network, probes, best);
                }

                observer.Advanced(cell, epoch, probes.ValidationAccuracy);
                return !isOver;
            },
            checkpoints,
            cancellation);
        return new(rows.All, before + clock.Elapsed);
    }

    // What belongs to the training beside the network, the optimizer and the order of the images.
    private void Keep(StateStream state, SavedStates best)
    {
        watch.Keep(state);
        best.Keep(state);
        rows.Keep(state);
        var ticks = state.Keep((before + clock.Elapsed).Ticks);
        if (state.Restoring)
        {
            before = TimeSpan.FromTicks(ticks);
            clock.Restart();
        }
    }

    private bool IsOver(Network network, int epoch, CellProbes probes, SavedStates best)
    {
        if (!rows.AllFinite || !network.IsFinite(Only))
        {
            rows.Add(Metrics.Diverged, 1);
            return true;
        }

        if (settings.Monitor is { } rule && probes.Monitored(rule) is { } value)
        {
            switch (watch.Check(epoch, value))
            {
                case CheckOutcome.Improved when rule.RestoreBest:
                    best.Save(Only);
                    break;
                case CheckOutcome.Stop:
                    rows.Add(Metrics.Stopped, epoch);
                    return true;
            }
        }

        return epoch == settings.Epochs;
    }

    private void AddBest(Network network, CellProbes probes, SavedStates best)
    {
        if (settings.Monitor is { RestoreBest: true } && best.Has(Only))
        {
            best.Restore(Only);
            probes.MeasureRestored(network);
        }

        if (settings.Monitor is not null && watch.BestEpoch is { } bestEpoch)
        {
            rows.Add(Metrics.Best, bestEpoch);
        }
    }
}
