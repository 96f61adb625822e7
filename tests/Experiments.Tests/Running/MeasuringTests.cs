using Experiments.Networks;
using Experiments.Results;
using Experiments.Training;

namespace Experiments.Tests.Running;

/// <summary>What settings have measured beyond loss, accuracy and gradients.</summary>
public sealed class MeasuringTests
{
    private static readonly Mlp Network = new([784, 9, 7, 10], Activation.Tanh, Init.HeNormal, Init.Zeros);

    [Fact]
    public void Activations_are_measured_before_training_or_after_every_epoch_or_not_at_all()
    {
        Assert.Empty(Epochs(Cells.Small));
        Assert.Equal([0], Epochs(Cells.Small with { Activations = true }));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], Epochs(Cells.Small with { ActivationsEveryEpoch = true }));
    }

    [Fact]
    public void A_histogram_is_a_row_for_every_bin_of_every_hidden_layer()
    {
        var rows = Cells.Run(Network, Cells.Small with { HistogramBins = 5 }, 0)[0];

        Assert.All([1, 2], layer =>
        {
            var bins = Enumerable.Range(1, 5).Select(bin => Assert.Single(rows, row => row.Metric == Metrics.HistogramBin(bin) && row.Layer == layer)).ToList();
            Assert.Equal(1, bins.Sum(row => row.Value), 1e-6);
            Assert.Equal(-1, Assert.Single(rows, row => row.Metric == Metrics.HistogramLow && row.Layer == layer).Value);
            Assert.Equal(1, Assert.Single(rows, row => row.Metric == Metrics.HistogramHigh && row.Layer == layer).Value);
        });
    }

    [Fact]
    public void Comparing_activations_under_dropout_does_not_change_training()
    {
        var plan = Network with { Dropout = DropoutRule.Inverted(0.5) };
        var plain = Cells.Run(plan, Cells.Small, 0)[0];
        var compared = Cells.Run(plan, Cells.Small with { DropoutMasks = 4 }, 0)[0];

        Assert.Equal(plain, compared.Where(row => row.Metric is not Metrics.DropoutExpectedActivation and not Metrics.DropoutDistance));
        Assert.Equal(4, compared.Count - plain.Count);
    }

    [Theory]
    [InlineData(DropoutForm.Inverted)]
    [InlineData(DropoutForm.Standard)]
    [InlineData(DropoutForm.DropConnect)]
    public void A_cell_is_the_same_bits_alone_and_beside_others_whatever_the_number_of_jobs(DropoutForm form)
    {
        var plan = Network with { Dropout = new(0.3, form), Weights = Init.FanInUniform, Biases = Init.FanInUniform };
        var settings = Cells.Small with { Epochs = 2, Optimizer = new Adam(), Penalty = new L2(0.01), ActivationsEveryEpoch = true, HistogramBins = 7, DropoutMasks = 3 };

        int[] seeds = [0, 1, 2, 3, 4];
        var alone = seeds.ToDictionary(seed => seed, seed => Cells.Run(plan, settings, seed)[seed]);

        Assert.All([1, 2, 4], jobs => Assert.All(Cells.Run(plan, settings, seeds, jobs), cell => Assert.Equal(alone[cell.Key], cell.Value)));
    }

    [Fact]
    public void A_network_that_does_not_know_its_layers_has_no_activations_to_measure()
    {
        var alone = new EachSeedAlone("linear", (1, 7840), _ => TorchSharp.torch.nn.Linear(784, 10));

        Assert.DoesNotContain(Cells.Run(alone, Cells.Small with { Activations = true, HistogramBins = 3 }, 0)[0], row => row.Metric.StartsWith("activation", StringComparison.Ordinal));
    }

    private static IEnumerable<int> Epochs(Settings settings) =>
        Cells.Run(Network, settings, 0)[0].Where(row => row is { Metric: Metrics.ActivationSaturated, Layer: 2 }).Select(row => row.Epoch);
}
