using Experiments.Models;
using Experiments.Probes;
using Experiments.Recipes;
using Experiments.Running;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Probes;

[Collection(nameof(Alone))]
public sealed class InputGradientsTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    // Image by image, by TorchSharp alone: what a step takes is a leaf of the graph, and pixels of one square are copies of it.
    [Theory]
    [InlineData("28 rows, LSTM", 28, 1)]
    [InlineData("49 pixels, LSTM, forget bias 3", 49, 4)]
    public void A_steps_gradient_is_the_mean_norm_of_each_images_own(string variant, int steps, int square)
    {
        const int images = 3;
        var reader = new Recurrent().Variants(new Recurrent().Defaults).Single(each => each.Name == variant);
        using var module = ((Model)reader.Workload).Build(1);
        var side = 28 / square;
        var pixels = Squares(rand(images, side * side), square);
        var classes = arange(images, dtype: ScalarType.Int64);

        var expected = zeros(steps, dtype: ScalarType.Float64);
        for (var image = 0; image < images; image++)
        {
            var taken = pixels[image].reshape(side, square, side, square).mean([1, 3]).reshape(1, -1).detach().requires_grad_(true);
            nn.functional.cross_entropy(module.call(Squares(taken, square)), classes[image].reshape(1)).backward();
            expected += taken.grad!.reshape(steps, -1).norm(1, false, 2).to(ScalarType.Float64) / images;
        }

        var found = Assert.Single(reader.Probes).Measure(Context(module, pixels, classes)).ToList();

        Assert.Equal(Enumerable.Range(1, steps), found.Select(reading => reading.Layer!.Value));
        Assert.All(found, reading => Assert.Equal(1, reading.Value / expected[reading.Layer!.Value - 1].item<double>(), 1e-3));
    }

    [Fact]
    public void They_are_measured_before_training_only()
    {
        var reader = new Recurrent().Variants(new Recurrent().Defaults).First();
        using var module = ((Model)reader.Workload).Build(1);

        Assert.Empty(reader.Probes[0].Measure(Context(module, zeros(1, 784), zeros(1, dtype: ScalarType.Int64)) with { Epoch = 1 }));
    }

    private static Tensor Squares(Tensor taken, int square) => taken.reshape(-1, 28 / square, 28 / square)
        .repeat_interleave(square, 1).repeat_interleave(square, 2).reshape(-1, 784);

    private static ProbeContext Context(nn.Module<Tensor, Tensor> module, Tensor images, Tensor classes) => new(
        module, new EagerPasses(module, Loss.SoftmaxCrossEntropy, new(0)), Layer.Of(module), 0, IsLast: false, images, classes, [],
        Loss.SoftmaxCrossEntropy.Mean);
}
