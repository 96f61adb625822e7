using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Training;

public sealed class LossTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Cross_entropy_per_unit_is_the_sum_over_units_of_the_formula()
    {
        // One image with logits ln 3 and 0: a = 3/4 and 1/2; the first class is right.
        var logits = tensor(new[] { Math.Log(3), 0 }, [1, 2]);

        Assert.Equal(
            -Math.Log(0.75) - Math.Log(0.5), Loss.CrossEntropyPerUnit.Mean(logits, tensor(new[] { 1.0, 0 }, [1, 2])).item<double>(), 1e-12);
    }

    [Fact]
    public void Softmax_cross_entropy_of_even_logits_is_the_logarithm_of_the_number_of_classes() =>
        Assert.Equal(
            Math.Log(10), Loss.SoftmaxCrossEntropy.Mean(zeros([1, 10], ScalarType.Float64), tensor(new[] { 3L })).item<double>(), 1e-12);

    [Fact]
    public void The_quadratic_cost_of_sigmoid_outputs_is_half_the_squared_distance()
    {
        var logits = tensor(new[] { Math.Log(3), 0 }, [1, 2]); // a = 3/4 and 1/2

        Assert.Equal(
            ((0.25 * 0.25) + (0.5 * 0.5)) / 2, Loss.SigmoidMse.Mean(logits, tensor(new[] { 1.0, 0 }, [1, 2])).item<double>(), 1e-12);
    }

    [Fact]
    public void The_quadratic_cost_of_softmax_outputs_is_half_the_squared_distance()
    {
        var logits = tensor(new[] { Math.Log(3), 0 }, [1, 2]); // a = 3/4 and 1/4

        Assert.Equal(
            ((0.25 * 0.25) + (0.25 * 0.25)) / 2, Loss.SoftmaxMse.Mean(logits, tensor(new[] { 1.0, 0 }, [1, 2])).item<double>(), 1e-12);
    }

    [Fact]
    public void A_loss_is_the_mean_over_the_images_of_a_batch()
    {
        var logits = cat([zeros(1, 10), full([1, 10], 3f)]).to(ScalarType.Float64);
        Assert.All(Loss.All, loss =>
        {
            var targets = loss.Targets(tensor(new[] { 3L, 4L }), 10);
            targets = targets.is_floating_point() ? targets.to(ScalarType.Float64) : targets;
            double[] each = [.. Enumerable.Range(0, 2)
                .Select(image => loss.Mean(logits.narrow(0, image, 1), targets.narrow(0, image, 1)).item<double>())];

            Assert.Equal(each.Average(), loss.Mean(logits, targets).item<double>(), 1e-12);
        });
    }

    [Fact]
    public void Logits_of_a_hundred_thousand_give_a_finite_loss() => Assert.All(Loss.All, loss =>
        Assert.True(double.IsFinite(loss.Mean(full([1, 10], 1e5f), loss.Targets(tensor(new[] { 0L }), 10)).item<float>())));

    [Fact]
    public void Targets_of_cross_entropy_per_unit_are_one_hot() =>
        Assert.Equal([0f, 0, 1, 1, 0, 0], Loss.CrossEntropyPerUnit.Targets(tensor(new[] { 2L, 0L }), 3).data<float>().ToArray());
}
