using Experiments.Networks;
using Experiments.Results;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Running;

public sealed class EarlyStoppingTests
{
    private static readonly Mlp Network = new([784, 30, 10], Activation.Relu, Init.HeNormal, Init.Zeros);

    private const double LeastGain = 0.01; // so that training is over soon

    private static readonly Settings Jumpy = Cohorts.Small with
    {
        Epochs = 40,
        Optimizer = new Adam(0.02),
        Monitor = StoppingRule.OnValidationLoss with { Patience = 2, MinDelta = LeastGain },
    };

    [Fact]
    public void A_stopped_seed_ends_where_its_own_losses_say()
    {
        var cells = Cohorts.Run(Network, Jumpy, 0, 1, 2, 3, 4);

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
    public void A_seed_stops_alike_whoever_is_trained_beside_it()
    {
        var together = Cohorts.Run(Network, Jumpy, 0, 1, 2, 3, 4);

        Assert.All(together, cell => Assert.Equal(Cohorts.Run(Network, Jumpy, cell.Key)[cell.Key], cell.Value));
    }

    [Fact]
    public void Restored_measurements_are_those_of_the_best_check()
    {
        var rows = Cohorts.Run(Network, Jumpy, 0, 1, 2)[1];
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
        var rows = Cohorts.Run(Network, Jumpy with { Epochs = 7, Monitor = StoppingRule.OnValidationLoss with { Patience = 99 } }, 0)[0];

        Assert.DoesNotContain(rows, row => row.Metric == Metrics.Stopped);
        Assert.Equal(rows.Where(row => row is { Metric: Metrics.Loss, Split: Splits.Validation, Epoch: > 0 }).Min(row => row.Value), rows.Value(Metrics.RestoredLoss, Splits.Validation, 7));
    }

    [Fact]
    public void Without_restoring_nothing_is_measured_anew()
    {
        var rows = Cohorts.Run(Network, Jumpy with { Monitor = StoppingRule.OnValidationAccuracy with { Patience = 3, RestoreBest = false } }, 0)[0];

        Assert.DoesNotContain(rows, row => row.Metric is Metrics.RestoredLoss or Metrics.RestoredAccuracy);
        Assert.Single(rows, row => row.Metric == Metrics.Best);
    }

    [Fact]
    public void Watching_does_not_change_what_is_measured_before_the_stop()
    {
        var watched = Cohorts.Run(Network, Jumpy, 0)[0];
        var free = Cohorts.Run(Network, Jumpy with { Monitor = null }, 0)[0];
        var last = watched.Max(row => row.Epoch);

        Assert.Equal(free.Where(row => row.Epoch <= last), watched.Where(row => row.Metric is Metrics.Loss or Metrics.Accuracy or Metrics.BiasGradient or Metrics.WeightGradient));
    }

    [Fact]
    public void A_diverged_seed_with_no_finite_check_has_no_best()
    {
        var rows = Cohorts.Run(new Poisoned(new([784, 9, 7, 10], Activation.Relu, Init.HeNormal, Init.Zeros), 1), Jumpy with { Optimizer = new Sgd(0.5) }, 0, 1)[1];

        Assert.Equal(1, rows.Value(Metrics.Diverged));
        Assert.DoesNotContain(rows, row => row.Metric is Metrics.Best or Metrics.RestoredLoss);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_saved_replica_comes_back_bit_by_bit_and_the_others_stay(bool separate)
    {
        using var scope = NewDisposeScope();
        Architecture plan = separate ? new EachSeedAlone("normed", (2, 20), _ => nn.Sequential(nn.Linear(4, 5), nn.BatchNorm1d(5), nn.Linear(5, 3))) : new Mlp([4, 5, 3], Activation.Tanh, Init.HeNormal, Init.StandardNormal);
        using var network = plan.Build([new(0), new(1)]);
        using var saved = new SavedStates(network, 2);
        var before = network.StateOf(1).Select(Bits).ToList();
        saved.Save(0);
        saved.Save(1);
        Move(network);
        var other = network.StateOf(0).Select(Bits).ToList();

        saved.Restore(1);

        Assert.Equal(before, network.StateOf(1).Select(Bits));
        Assert.Equal(other, network.StateOf(0).Select(Bits));
        Assert.Equal(separate ? 9 : 4, before.Count); // batch normalization keeps a mean, a variance and a count
    }

    private static void Move(Network network)
    {
        using var withoutGraph = no_grad();
        foreach (var values in network.StateOf(0).Concat(network.StateOf(1)))
        {
            values.add_(1);
        }
    }

    private static string Bits(Tensor values) => Convert.ToHexString(values.contiguous().bytes.ToArray());

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
