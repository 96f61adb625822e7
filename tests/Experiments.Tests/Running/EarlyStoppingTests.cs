using Experiments.Models;
using Experiments.Results;
using Experiments.Training;

namespace Experiments.Tests.Running;

public sealed class EarlyStoppingTests
{
    private static readonly Model Network = Model.Of(SmallNetworks.Perceptron, new[] { 784, 30, 10 }, Activation.Relu);

    private const double LeastGain = 0.01; // so that training is over soon

    private static readonly Settings Jumpy = Cells.Small with
    {
        Epochs = 40,
        Optimizer = new Adam(0.02),
        Monitor = EarlyStopping.OnValidationLoss with { Patience = 2, MinDelta = LeastGain },
    };

    [Fact]
    public void A_stopped_seed_ends_where_its_own_losses_say()
    {
        var cells = Cells.Run(Network, Jumpy, 0, 1, 2, 3, 4);

        Assert.All(cells.Values, rows =>
        {
            var (stop, best) = Expected(rows, patience: 2);
            Assert.Equal(stop, rows.Max(row => row.Epoch));
            Assert.Equal(stop, rows.Value(Metrics.Stopped, epoch: stop));
            Assert.Equal(best, rows.Value(Metrics.Best, epoch: stop));
        });
        Assert.True(cells.Values.Select(rows => rows.Max(row => row.Epoch)).Distinct().Count() > 1);
    }

    [Fact]
    public void A_seed_stops_at_the_same_epoch_alone_and_beside_others()
    {
        var together = Cells.Run(Network, Jumpy, [0, 1, 2, 3, 4], jobs: 4);

        Assert.All(together, cell => Assert.Equal(Cells.Run(Network, Jumpy, cell.Key)[cell.Key], cell.Value));
    }

    [Fact]
    public void Restored_measurements_are_those_of_the_best_check()
    {
        var rows = Cells.Run(Network, Jumpy, 0, 1, 2)[1];
        var (stop, best) = Expected(rows, patience: 2);

        Assert.All(new[] { Splits.Train, Splits.Validation, Splits.Test }, split =>
        {
            Assert.Equal(rows.Value(Metrics.Loss, split, best), rows.Value(Metrics.RestoredLoss, split, stop));
            Assert.Equal(rows.Value(Metrics.Accuracy, split, best), rows.Value(Metrics.RestoredAccuracy, split, stop));
        });
    }

    [Fact]
    public void The_best_parameters_come_back_even_if_training_never_stopped_early()
    {
        var rows = Cells.Run(Network, Jumpy with { Epochs = 7, Monitor = EarlyStopping.OnValidationLoss with { Patience = 99 } }, 0)[0];

        Assert.DoesNotContain(rows, row => row.Metric == Metrics.Stopped);
        var losses = rows.Where(row => row is { Metric: Metrics.Loss, Split: Splits.Validation, Epoch: > 0 });
        Assert.Equal(losses.Min(row => row.Value), rows.Value(Metrics.RestoredLoss, Splits.Validation, 7));
    }

    [Fact]
    public void Without_restoring_nothing_is_measured_anew()
    {
        var rows = Cells.Run(
            Network, Jumpy with { Monitor = EarlyStopping.OnValidationAccuracy with { Patience = 3, RestoreBest = false } }, 0)[0];

        Assert.DoesNotContain(rows, row => row.Metric is Metrics.RestoredLoss or Metrics.RestoredAccuracy);
        Assert.Single(rows, row => row.Metric == Metrics.Best);
    }

    [Fact]
    public void Watching_does_not_change_what_is_measured_before_the_stop()
    {
        var watched = Cells.Run(Network, Jumpy, 0)[0];
        var free = Cells.Run(Network, Jumpy with { Monitor = null }, 0)[0];
        var last = watched.Max(row => row.Epoch);

        Assert.Equal(free.Where(row => row.Epoch <= last),
            watched.Where(row => row.Metric is Metrics.Loss or Metrics.Accuracy or Metrics.BiasGradient or Metrics.WeightGradient));
    }

    [Fact]
    public void A_diverged_seed_with_no_finite_check_has_no_best()
    {
        var poisoned = SmallNetworks.PoisonedSeeds.Poisoned;
        var rows = Cells.Run(SmallNetworks.Poisoned, Jumpy with { Optimizer = new Sgd(0.5) }, poisoned)[poisoned];

        Assert.Equal(1, rows.Value(Metrics.Diverged));
        Assert.DoesNotContain(rows, row => row.Metric is Metrics.Best or Metrics.RestoredLoss);
    }

    // Keras' rule, written out: the stop epoch and the best one.
    private static (int Stop, int Best) Expected(IReadOnlyList<Measurement> rows, int patience)
    {
        var (best, bestLoss, last) = (0, double.PositiveInfinity, 0);
        foreach (var row in rows.Where(row => row is { Metric: Metrics.Loss, Split: Splits.Validation, Epoch: > 0 }))
        {
            (best, bestLoss) = row.Value < bestLoss - LeastGain ? (row.Epoch, row.Value) : (best, bestLoss);
            last = row.Epoch;
            if (last - best >= patience)
            {
                break;
            }
        }

        return (last, best);
    }
}
