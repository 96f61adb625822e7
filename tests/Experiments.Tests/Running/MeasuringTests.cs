using Experiments.Models;
using Experiments.Results;
using Experiments.Training;

namespace Experiments.Tests.Running;

/// <summary>What settings have measured beyond loss, accuracy and gradients.</summary>
public sealed class MeasuringTests
{
    private static readonly Model Network = Model.Of(SmallNetworks.Perceptron, new[] { 784, 9, 7, 10 }, Activation.Tanh);

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
            var bins = Enumerable.Range(1, 5)
                .Select(bin => Assert.Single(rows, row => row.Metric == Metrics.HistogramBin(bin) && row.Layer == layer)).ToList();
            Assert.Equal(1, bins.Sum(row => row.Value), 1e-6);
            Assert.Equal(-1, Assert.Single(rows, row => row.Metric == Metrics.HistogramLow && row.Layer == layer).Value);
            Assert.Equal(1, Assert.Single(rows, row => row.Metric == Metrics.HistogramHigh && row.Layer == layer).Value);
        });
    }

    [Fact]
    public void Comparing_activations_under_dropout_does_not_change_training()
    {
        var plain = Cells.Run(SmallNetworks.Dropped, Cells.Small, 0)[0];
        var compared = Cells.Run(SmallNetworks.Dropped, Cells.Small with { DropoutMasks = 4 }, 0)[0];

        Assert.Equal(plain, compared.Where(row => row.Metric is not Metrics.DropoutExpectedActivation and not Metrics.DropoutDistance));
        Assert.Equal(4, compared.Count - plain.Count);
    }

    [Fact]
    public void A_model_without_hidden_layers_has_no_activations_to_measure()
    {
        var rows =
            Cells.Run(Model.Of(SmallNetworks.Linear), Cells.Small with { Activations = true, HistogramBins = 3, DropoutMasks = 2 }, 0)[0];

        Assert.DoesNotContain(rows, row =>
            row.Metric.StartsWith("activation", StringComparison.Ordinal) || row.Metric.StartsWith("dropout", StringComparison.Ordinal));
    }

    private static IEnumerable<int> Epochs(Settings settings) =>
        Cells.Run(Network, settings, 0)[0].Where(row => row is { Metric: Metrics.ActivationSaturated, Layer: 2 }).Select(row => row.Epoch);
}
