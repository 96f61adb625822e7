using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Packages.Tests.Nn;

/// <summary>Steps with an estimated curvature.</summary>
public sealed class NewtonStepTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void The_bottom_of_a_bowl_is_found_in_a_few_steps()
    {
        var x = new Parameter(tensor(new double[] { 3, -2, 1 }));
        var curvature = tensor(new double[] { 1, 10, 100 });
        using var optimizer = optim.LBFGS([x], lr: 1, max_iter: 30);
        var before = optimizer.step(() => Loss(optimizer, () => (x * x * curvature).sum() / 2));
        Assert.Equal((9 + 40 + 100) / 2.0, before.item<double>(), 1e-9); // the loss before the first step
        Given.Near([0, 0, 0], x, 1e-4);
    }

    [Fact]
    public void The_bottom_of_a_curved_valley_is_found()
    {
        var x = new Parameter(tensor(new double[] { -1.2, 1 }));
        using var optimizer = optim.LBFGS([x], lr: 0.4, max_iter: 300);
        for (var step = 0; step < 5; step++)
            optimizer.step(() => Loss(optimizer, () => (1 - x[0]).pow(2) + 100 * (x[1] - x[0].pow(2)).pow(2)));
        Given.Near([1, 1], x, 1e-3);
    }

    [Fact]
    public void The_first_step_is_as_long_as_the_rate_where_the_slope_is_steep()
    {
        var x = new Parameter(tensor(new double[] { 100 }));
        using var optimizer = optim.LBFGS([x], lr: 0.25, max_iter: 1);
        optimizer.step(() => Loss(optimizer, () => x.pow(2).sum()));
        Given.Near([99.75], x);
    }

    [Fact]
    public void Without_a_closure_it_refuses() => Assert.Throws<ArgumentNullException>(() => optim.LBFGS([new Parameter(ones(1))]).step(null!));

    private static Tensor Loss(optim.Optimizer optimizer, Func<Tensor> of)
    {
        optimizer.zero_grad();
        var loss = of();
        loss.backward();
        return loss;
    }
}
