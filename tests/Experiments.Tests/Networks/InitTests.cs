using Experiments.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Networks;

public sealed class InitTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void The_uniform_rule_fills_plus_minus_one_over_the_root_of_the_fan_in()
    {
        var values = Draw(Init.FanInUniform, fanIn: 400);

        Assert.InRange(values.Max(), 0.0499f, 0.05f);
        Assert.InRange(values.Min(), -0.05f, -0.0499f);

        // E x² = bound² / 3; the mean of n squares spreads by bound² √(4/45 / n), here 5 deviations.
        Assert.Equal(0.0025 / 3, values.Average(value => (double)value * value), 0.0025 * 5 * Math.Sqrt(4.0 / 45 / values.Length));
    }

    [Fact]
    public void A_gain_multiplies_the_variance()
    {
        var (plain, gained) = (Draw(Init.HeNormal, fanIn: 50), Draw(Init.HeNormal with { Gain = 4 }, fanIn: 50));

        Assert.All(plain.Zip(gained).Take(1000), pair => Assert.Equal(2 * pair.First, pair.Second, 1e-6f));
        Assert.Equal(2 * Draw(Init.FanInUniform, 50)[7], Draw(Init.FanInUniform with { Gain = 4 }, 50)[7], 1e-6f);
    }

    [Fact]
    public void A_gain_is_part_of_the_name_and_a_gain_of_1_is_not()
    {
        Assert.Equal("He with gain 1.5", (Init.HeNormal with { Gain = 1.5 }).ToString());
        Assert.Equal("He", (Init.HeNormal with { Gain = 1 }).ToString());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_gain_that_is_no_factor_of_a_variance_is_refused(double gain) =>
        Assert.Contains("factor of the variance", Assert.Throws<ArgumentException>(() => Init.HeNormal with { Gain = gain }).Message, StringComparison.Ordinal);

    private static float[] Draw(Init init, int fanIn)
    {
        using var network = new Mlp([fanIn, 300], Activation.Relu, init, Init.Zeros).Build([new(0)]);
        return network.Trained[0].Value.detach().contiguous().data<float>().ToArray();
    }
}
