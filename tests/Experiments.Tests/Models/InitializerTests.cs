using Experiments.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Models;

public sealed class InitializerTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    public static TheoryData<string, double, double> Deviations => new()
    {
        // Linear(400, 300); Conv2d(20, 30, 5 × 4): fan-in 20 · 20, fan-out 30 · 20.
        { "N(0, 1²)", 1, 1 },
        { "N(0, 0.5²)", 0.5, 0.5 },
        { "LeCun", Math.Sqrt(1.0 / 400), Math.Sqrt(1.0 / 400) },
        { "Glorot", Math.Sqrt(2.0 / 700), Math.Sqrt(2.0 / 1000) },
        { "He", Math.Sqrt(2.0 / 400), Math.Sqrt(2.0 / 400) },
    };

    [Theory]
    [MemberData(nameof(Deviations))]
    public void Weights_have_the_deviation_of_their_rule_by_fan_in_and_fan_out(string name, double linear, double convolution)
    {
        var rule = new[]
            {
                Initializer.StandardNormal, Initializer.Normal(0.5), Initializer.LeCunNormal, Initializer.GlorotNormal,
                Initializer.HeNormal,
            }.Single(rule => rule.Name == name);

        // The root of the mean of n squares spreads by √(1/2n): 12,000 weights at least, 5 deviations.
        Assert.Equal(1, Deviation(Weights(() => nn.Linear(400, 300).Start(rule))) / linear, 5 * Math.Sqrt(0.5 / 120_000));
        Assert.Equal(1, Deviation(Weights(() => nn.Conv2d(20, 30, (5, 4)).Start(rule))) / convolution, 5 * Math.Sqrt(0.5 / 12_000));
    }

    [Fact]
    public void Zeros_are_zeros() => Assert.All(Weights(() => nn.Linear(4, 3).Start(Initializer.Zeros)), value => Assert.Equal(0, value));

    [Fact]
    public void Normal_values_are_normal()
    {
        var values = Weights(() => nn.Linear(400, 300).Start(Initializer.StandardNormal));

        // P(|z| < 1) and P(|z| < 2); a share of 120,000 spreads by less than 0.0014.
        Assert.Equal(0.6827, values.Count(value => Math.Abs(value) < 1) / 120_000.0, 0.007);
        Assert.Equal(0.9545, values.Count(value => Math.Abs(value) < 2) / 120_000.0, 0.004);
    }

    [Fact]
    public void A_gain_multiplies_the_variance()
    {
        foreach (var rule in new[] { Initializer.HeNormal, Initializer.Normal(0.5) })
        {
            var (plain, gained) = (
                Weights(() => nn.Linear(50, 30).Start(rule)), Weights(() => nn.Linear(50, 30).Start(rule with { Gain = 4 })));

            Assert.All(plain.Zip(gained), pair => Assert.Equal(2 * pair.First, pair.Second, 1e-6));
        }
    }

    [Fact]
    public void A_gain_is_part_of_the_name_and_a_gain_of_1_is_not()
    {
        Assert.Equal("He with gain 1.5", (Initializer.HeNormal with { Gain = 1.5 }).ToString());
        Assert.Equal("He", (Initializer.HeNormal with { Gain = 1 }).ToString());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_gain_that_is_no_factor_of_a_variance_is_refused(double gain) =>
        Assert.Contains("factor of the variance",
            Assert.Throws<ArgumentException>(() => Initializer.HeNormal with { Gain = gain }).Message, StringComparison.Ordinal);

    [Fact]
    public void Biases_are_zeros_unless_they_have_a_rule()
    {
        using var zeroed = SmallModels.Drawn(() => nn.Linear(400, 300).Start(Initializer.HeNormal));
        using var drawn = SmallModels.Drawn(() => nn.Linear(400, 3000).Start(Initializer.Zeros, Initializer.LeCunNormal));

        Assert.All(StateOf.Numbers(zeroed.bias!), value => Assert.Equal(0, value));
        Assert.Equal(1, Deviation(StateOf.Numbers(drawn.bias!)) / Math.Sqrt(1.0 / 400), 5 * Math.Sqrt(0.5 / 3000));
    }

    [Fact]
    public void A_layer_without_a_bias_starts_too()
    {
        using var layer = SmallModels.Drawn(() => nn.Linear(4, 3, hasBias: false).Start(Initializer.Normal(0), Initializer.StandardNormal));

        Assert.All(StateOf.Numbers(layer.weight!), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Initial_values_stay_outside_the_graph()
    {
        using var layer = SmallModels.Drawn(() => nn.Linear(4, 3).Start(Initializer.HeNormal));

        Assert.True(layer.weight!.is_leaf && layer.weight.requires_grad);
    }

    [Fact]
    public void A_layer_without_a_weight_of_two_dimensions_is_refused()
    {
        Assert.Contains("no weight of at least two dimensions",
            Assert.Throws<ArgumentException>(() => nn.BatchNorm1d(3).Start(Initializer.HeNormal)).Message, StringComparison.Ordinal);
        Assert.Contains("no weight of at least two dimensions",
            Assert.Throws<ArgumentException>(() => nn.ReLU().Start(Initializer.HeNormal)).Message, StringComparison.Ordinal);
    }

    private static double[] Weights(Func<nn.Module> build)
    {
        using var layer = SmallModels.Drawn(build);
        return StateOf.Numbers(layer.parameters().First());
    }

    private static double Deviation(double[] values) => Math.Sqrt(values.Average(value => value * value));
}
