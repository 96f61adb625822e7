using Experiments.Models;
using Experiments.Results;
using Experiments.Training;

namespace Experiments.Tests.Running;

public sealed class DivergenceTests
{
    private static readonly int Bad = SmallNetworks.PoisonedSeeds.Poisoned;
    private static readonly int[] Good = SmallNetworks.PoisonedSeeds.Sound;

    [Fact]
    public void A_seed_that_diverges_says_so_once_and_ends()
    {
        var rows = Cells.Run(SmallNetworks.Poisoned, Cells.Small, Good[0], Bad)[Bad];

        var diverged = Assert.Single(rows, row => row.Metric == Metrics.Diverged);
        Assert.Equal(1, diverged.Value);
        Assert.Equal(diverged.Epoch, rows.Max(row => row.Epoch));
        Assert.InRange(diverged.Epoch, 0, 1);
        Assert.Contains(rows, row =>
            row.Epoch == diverged.Epoch && row.Metric is Metrics.Loss or Metrics.WeightGradient && !double.IsFinite(row.Value));
    }

    [Fact]
    public void Seeds_beside_one_that_diverges_keep_their_bits()
    {
        var beside = Cells.Run(SmallNetworks.Poisoned, Cells.Small, [Good[0], Bad, Good[1]], jobs: 3);
        var without = Cells.Run(SmallNetworks.Poisoned, Cells.Small, Good);

        Assert.Equal(without[Good[0]], beside[Good[0]]);
        Assert.Equal(without[Good[1]], beside[Good[1]]);
        Assert.Equal(6, beside[Good[0]].Max(row => row.Epoch));
        Assert.DoesNotContain(beside[Good[0]], row => row.Metric == Metrics.Diverged);
    }

    // Each of ten layers multiplies the signal by about √(100 / 2): the first steps throw the weights out of range.
    [Fact]
    public void Ten_layers_of_ReLU_with_standard_normal_weights_diverge_without_a_failure()
    {
        var cells =
            Cells.Run(Model.Of(SmallNetworks.Deep), Cells.Small with { Epochs = 3, BatchSize = 30, Optimizer = new Sgd(0.01, 0.9) }, 0, 1);

        Assert.All(cells.Values, rows => Assert.Equal(1, rows.Value(Metrics.Diverged, epoch: 1)));
    }

    [Fact]
    public void Divergence_is_found_even_if_nothing_is_measured()
    {
        var rows = Cells.Run(SmallNetworks.Poisoned, Cells.Small with { EvaluateEvery = 6, GradientImages = 0 }, Bad)[Bad];

        Assert.InRange(rows.Single(row => row.Metric == Metrics.Diverged).Epoch, 0, 2);
    }
}
