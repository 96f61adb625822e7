using Experiments.Models;
using Experiments.Probes;
using Experiments.Results;
using Experiments.Tests.Models;
using Experiments.Training;
using TorchSharp;
using static Experiments.Tests.Training.SmallTrainings;
using static TorchSharp.torch;

namespace Experiments.Tests.Probes;

[Collection(nameof(Alone))]
public sealed class SizeHistogramTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    // From zero weights every output is ½, so with all images of class 0 the mean gradient is (−½, ½, …, ½) xᵀ with the mean x = (½, 1, 0):
    // ten sizes of ¼, whose log₁₀ is −0.602, ten of ½, −0.301, and ten zeros.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Gradients_of_a_linear_model_are_counted_as_by_hand(bool isFused)
    {
        using var module = Model.Of(SmallModels.Mlp, new[] { 3, 10 }, Activation.Identity, Initializer.Zeros).Build(0);
        var images = tensor(new[] { 1f, 0, 0, 0, 2f, 0 }, [2, 3]);
        var targets = Loss.CrossEntropyPerUnit.Targets(zeros(2, ScalarType.Int64), 10);
        using var trainer = Trainer(module, new() { Loss = Loss.CrossEntropyPerUnit }, new(images, targets), isFused);

        var found = SizeHistogram.OfGradients.Measure(Context(module) with { Passes = trainer, Inputs = images, Targets = targets });

        Assert.Equal(
            [("gradient.histogram.zeros", 10, 1), ("gradient.histogram.45", 10, 1), ("gradient.histogram.46", 10, 1)],
            found.Select(reading => (reading.Metric, (int)reading.Value, reading.Layer!.Value)));
    }

    [Fact]
    public void Weights_are_counted_by_size_and_what_lies_beyond_the_bins_is_in_the_outermost()
    {
        using var module = Model.Of(SmallModels.Mlp, new[] { 3, 2, 1 }, Activation.Identity, Initializer.Zeros).Build(0);
        using (no_grad())
        {
            module.parameters().First().copy_(tensor(new[] { 0.001f, -0.0011f, 1e-25f, -1e5f, 0, 0.9f }, [2, 3]));
        }

        var found = SizeHistogram.OfWeights.Measure(Context(module)).ToList();

        Assert.Equal(
            [("zeros", 1), ("0", 1), ("36", 2), ("47", 1), ("55", 1)],
            found.Where(reading => reading.Layer == 1)
                .Select(reading => (reading.Metric["weight.histogram.".Length..], (int)reading.Value)));
        var ofLayer2 = Assert.Single(found, reading => reading.Layer == 2);
        Assert.Equal(("weight.histogram.zeros", 2.0), (ofLayer2.Metric, ofLayer2.Value));
    }

    [Theory]
    [InlineData(1e-12, 0)]
    [InlineData(0.1, 44)]
    [InlineData(0.17, 44)]
    [InlineData(0.18, 45)] // a quarter of a decade above 0.1
    [InlineData(99, 55)]
    public void A_bin_is_a_quarter_of_a_decade(double size, int bin) => Assert.Equal(bin, SizeBins.Of(size));

    [Fact]
    public void Histograms_are_due_before_training_at_powers_of_two_and_at_the_end() => Assert.Equal(
        [0, 1, 2, 4, 8, 16, 30], Enumerable.Range(0, 31).Where(epoch => SizeHistogram.IsDue(epoch, isLast: epoch == 30)));

    [Fact]
    public void A_layer_with_numbers_that_are_not_finite_has_no_histogram()
    {
        using var module = Model.Of(SmallModels.Mlp, new[] { 3, 2, 1 }, Activation.Identity, Initializer.Zeros).Build(0);
        using (no_grad())
        {
            module.parameters().First()[0, 0] = tensor(float.NaN);
        }

        Assert.All(SizeHistogram.OfWeights.Measure(Context(module)), reading => Assert.Equal(2, reading.Layer));
    }

    internal static ProbeContext Context(nn.Module<Tensor, Tensor> module)
    {
        var classes = Classes(2);
        return new(module, new EagerPasses(module, Loss.SoftmaxCrossEntropy, new(0)), Layer.Of(module), 0, IsLast: false,
            zeros(2, 3), classes, [], Loss.SoftmaxCrossEntropy.Mean);
    }
}
