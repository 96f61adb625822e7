using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Training;

public sealed class LossTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    public static TheoryData<Loss> Losses => [.. Loss.All];

    [Fact]
    public void Cross_entropy_per_unit_is_the_sum_over_units_of_the_formula()
    {
        // One image with logits ln 3 and 0: a = 3/4 and 1/2; the first class is right.
        var logits = tensor(new[] { MathF.Log(3), 0f }, [1, 1, 2]);
        var targets = tensor(new[] { 1f, 0f }, [1, 1, 2]);

        var loss = Loss.CrossEntropyPerUnit.OfEachImage(logits, targets).item<double>();

        Assert.Equal(-Math.Log(0.75) - Math.Log(0.5), loss, 1e-6);
    }

    [Fact]
    public void Softmax_cross_entropy_of_even_logits_is_the_logarithm_of_the_number_of_classes()
    {
        var loss = Loss.SoftmaxCrossEntropy.OfEachImage(zeros(1, 1, 10), Targets.OneHot([3]).unsqueeze(0)).item<double>();

        Assert.Equal(Math.Log(10), loss, 1e-12);
    }

    [Fact]
    public void Logits_of_a_hundred_thousand_give_a_finite_loss()
    {
        var logits = full([1, 1, 10], 1e5f);

        Assert.All(Loss.All, loss => Assert.True(double.IsFinite(loss.OfEachImage(logits, Targets.OneHot([0]).unsqueeze(0)).item<double>())));
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void The_logit_gradient_is_the_slope_of_the_mean_loss(Loss loss)
    {
        var targets = Targets.OneHot([1, 4, 9]).unsqueeze(0);
        using var generator = new Generator(1);
        var logits = zeros([1, 3, 10], ScalarType.Float64).normal_(0, 1, generator);
        var gradient = loss.LogitGradient(logits.clone(), targets.to(ScalarType.Float64));

        foreach (var (image, unit) in new[] { (0, 1), (1, 0), (2, 9), (2, 3) })
        {
            Assert.Equal(Slope(loss, logits, targets, image, unit), gradient[0, image, unit].item<double>(), 1e-8);
        }
    }

    [Fact]
    public void A_loss_keeps_replicas_apart()
    {
        var logits = cat([zeros(1, 2, 10), full([1, 2, 10], 3f)]);

        var both = Loss.CrossEntropyPerUnit.OfEachImage(logits, Targets.OneHot([0, 1]).unsqueeze(0));

        Assert.Equal([2L, 2L], both.shape);
        Assert.Equal(10 * Math.Log(2), both[0, 0].item<double>(), 1e-6);
    }

    private static double Slope(Loss loss, Tensor logits, Tensor targets, long image, long unit)
    {
        const double step = 1e-5;
        return (MeanAt(step) - MeanAt(-step)) / (2 * step);

        double MeanAt(double shift)
        {
            var moved = logits.clone();
            moved[0, image, unit] = moved[0, image, unit] + shift;
            return loss.OfEachImage(moved, targets).mean().item<double>();
        }
    }
}
