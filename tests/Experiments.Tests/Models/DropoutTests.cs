using Experiments.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Models;

public sealed class DropoutTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    // 100,000 draws: the share spreads by √(p (1 − p) / 100,000) < 0.0016; 5 deviations.
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.7)]
    public void Standard_dropout_keeps_a_share_of_the_units_as_they_are(double rate)
    {
        using var dropout = new StandardDropout(rate);

        var values = Drawn(() => dropout.call(full([100, 1000], 3.5f)));

        Assert.Equal([0, 3.5], values.Distinct().Order());
        Assert.Equal(rate, values.Count(value => value == 0) / 100_000.0, 0.008);
    }

    [Fact]
    public void Standard_dropout_multiplies_by_the_probability_to_keep_in_testing()
    {
        using var dropout = new StandardDropout(0.3);
        dropout.eval();

        Assert.All(StateOf.Numbers(dropout.call(full([2, 3], 10f))), value => Assert.Equal(7, value, 1e-6));
    }

    [Fact]
    public void Standard_dropout_sends_no_gradient_to_a_unit_that_it_drops()
    {
        using var dropout = new StandardDropout(0.5);
        var input = ones([1, 64], requires_grad: true);

        var output = Drawn(() =>
        {
            var dropped = dropout.call(input);
            dropped.sum().backward();
            return dropped;
        });

        Assert.Equal(output, StateOf.Numbers(input.grad!));
    }

    // Both draw one mask of the same shape: nn.Dropout divides what it keeps by 1 − p.
    [Fact]
    public void Standard_and_inverted_dropout_of_one_seed_drop_the_same_units()
    {
        using var standard = new StandardDropout(0.2);
        using var inverted = nn.Dropout(0.2);

        Assert.Equal(Drawn(() => inverted.call(ones(7, 40))).Select(value => value != 0),
            Drawn(() => standard.call(ones(7, 40))).Select(value => value != 0));
    }

    [Fact]
    public void DropConnect_tests_with_the_layer_as_it_is()
    {
        using var linear = SmallModels.Drawn(() => nn.Linear(5, 3));
        using var dropping = new DropConnect(linear, 0.4);
        dropping.eval();
        var input = arange(10f).view(2, 5);

        Assert.Equal(StateOf.Numbers(linear.call(input)), StateOf.Numbers(dropping.call(input)));
    }

    // With all weights 1, no bias and inputs of one pixel each, an output is a weight's factor.
    [Fact]
    public void DropConnect_drops_weights_with_one_mask_for_all_images_and_scales_the_others()
    {
        using var linear = SmallModels.Drawn(() => nn.Linear(100, 400, hasBias: false));
        using (no_grad())
        {
            linear.weight!.fill_(1);
        }

        using var dropping = new DropConnect(linear, 0.25);

        var values = Drawn(() => dropping.call(eye(100)));
        var twice = Drawn(() => dropping.call(cat([eye(100), eye(100)])));

        Assert.Equal(
            [0, 1 / 0.75], values.Distinct().Order().Select(value => Math.Round(value, 6)), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal(0.25, values.Count(value => value == 0) / 40_000.0, 0.011);
        Assert.Equal(values.Concat(values), twice);
    }

    [Fact]
    public void DropConnect_never_drops_a_bias()
    {
        using var linear = SmallModels.Drawn(() => nn.Linear(4, 50).Start(Initializer.HeNormal, Initializer.StandardNormal));
        using var dropping = new DropConnect(linear, 0.9);

        Assert.Equal(StateOf.Numbers(linear.bias!), Drawn(() => dropping.call(zeros(1, 4))));
    }

    [Fact]
    public void A_rate_of_0_changes_nothing_in_training()
    {
        using var linear = SmallModels.Drawn(() => nn.Linear(5, 3));
        using var connect = new DropConnect(linear, 0);
        using var standard = new StandardDropout(0);
        var input = arange(10f).view(2, 5);

        Assert.Equal(StateOf.Numbers(linear.call(input)), StateOf.Numbers(connect.call(input)));
        Assert.Equal(StateOf.Numbers(input), StateOf.Numbers(standard.call(input)));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_rate_that_is_no_probability_below_1_is_refused(double rate)
    {
        using var linear = SmallModels.Drawn(() => nn.Linear(1, 1));

        Assert.Contains("from 0 to below 1, but got", Assert.Throws<ArgumentException>(() => new StandardDropout(rate)).Message,
            StringComparison.Ordinal);
        Assert.Contains("from 0 to below 1, but got", Assert.Throws<ArgumentException>(() => new DropConnect(linear, rate)).Message,
            StringComparison.Ordinal);
    }

    private static double[] Drawn(Func<Tensor> draw) => StateOf.Numbers(SmallModels.Drawn(draw));
}
