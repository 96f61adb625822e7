using Experiments.Networks;
using Experiments.Probes;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Probes;

public sealed class GradientNormsTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    // From zero weights every output is ½; with all images of class 0 the mean bias gradient is (−½, ½, …, ½), its norm √10 / 2.
    [Fact]
    public void The_bias_norm_of_a_zero_network_is_known_in_closed_form()
    {
        using var network = new Mlp([3, 10], Activation.Sigmoid, Init.Zeros, Init.Zeros).Build([new(0), new(1)]);
        var targets = Targets.OneHot([0, 0]);
        var images = tensor(new[] { 1f, 0, 0, 0, 2f, 0 }, [2, 3]);

        var norms = Assert.Single(GradientNorms.Of(network, images, 2, logits => Loss.CrossEntropyPerUnit.LogitGradient(logits, targets)));

        Assert.Equal(1, norms.Layer);
        Assert.All(norms.Bias, norm => Assert.Equal(Math.Sqrt(10) / 2, norm, 1e-6));

        // ∂C/∂W is the mean of x δᵀ: rows (½ δ, δ, 0), and ‖δ‖ = √10 / 2
        Assert.All(norms.Weight, norm => Assert.Equal(Math.Sqrt(1.25) * Math.Sqrt(10) / 2, norm, 1e-6));
    }

    [Fact]
    public void It_is_the_norm_of_the_mean_gradient_and_not_the_mean_of_norms()
    {
        // One image of each class: the mean gradient of an output's bias is ½ − 1/10.
        using var network = new Mlp([1, 10], Activation.Sigmoid, Init.Zeros, Init.Zeros).Build([new(0)]);
        var targets = Targets.OneHot([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);

        var norms = GradientNorms.Of(network, zeros(10, 1), 1, logits => Loss.CrossEntropyPerUnit.LogitGradient(logits, targets));

        Assert.Equal(Math.Sqrt(10) * 0.4, norms[0].Bias[0], 1e-6);
    }

    [Fact]
    public void Gradients_too_small_to_be_squared_in_single_precision_are_measured()
    {
        using var network = new Mlp([1, 1], Activation.Sigmoid, Init.Zeros, Init.Zeros).Build([new(0)]);

        var norms = GradientNorms.Of(network, ones(1, 1), 1, logits => full_like(logits, 1e-25f));

        Assert.Equal(1e-25, norms[0].Bias[0], 1e-30);
    }

    [Fact]
    public void Evaluation_counts_right_images_and_averages_the_loss_of_each_replica()
    {
        using var network = new Mlp([1, 10], Activation.Sigmoid, Init.Zeros, Init.Zeros).Build([new(0), new(1)]);
        using (no_grad())
        {
            network.Trained[1].Value[1, 0, 3] = tensor(50f);
        }

        // 600 images, more than a chunk; a quarter are of class 3. Replica 0 is even, and its greatest logit is the first.
        var found = Evaluation.Of(network, zeros(600, 1), Targets.OneHot([.. Enumerable.Range(0, 600).Select(image => image % 4)]), 2, Loss.SoftmaxCrossEntropy.OfImage);

        Assert.Equal([0.25, 0.25], found.Accuracy);
        Assert.Equal(Math.Log(10), found.Loss[0], 1e-9);
        Assert.Equal(0.75 * 50, found.Loss[1], 1e-9);
    }
}
