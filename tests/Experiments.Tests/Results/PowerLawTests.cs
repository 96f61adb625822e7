using Experiments.Results;

namespace Experiments.Tests.Results;

public class PowerLawTests
{
    private static readonly double[] Steps = [.. Enumerable.Range(0, 45).Select(index => Math.Pow(10, -1 - (index / 4.0)))];

    [Fact]
    public void Points_on_a_power_law_give_it_back()
    {
        var law = PowerLaw.Fit([.. new[] { 0.5, 2.0, 8.0 }.Select(x => (x, 3 * Math.Pow(x, -1.5)))]);

        Assert.Equal(
            (-1.5, 3.0, 0.5, 8.0),
            (Math.Round(law.Exponent, 12), Math.Round(law.Factor, 12), Math.Round(law.From, 12), Math.Round(law.To, 12)));
        Assert.Equal(3 * Math.Pow(5, -1.5), law.At(5), 1e-12);
    }

    [Fact]
    public void The_slope_is_that_of_the_least_squares_through_the_logarithms()
    {
        // ln y = 0, 1, 1 at ln x = 0, 1, 2: slope ½, through the mean (1, ⅔)
        var law = PowerLaw.Fit([(1, 1), (Math.E, Math.E), (Math.E * Math.E, Math.E)]);

        Assert.Equal(0.5, law.Exponent, 1e-12);
        Assert.Equal(Math.Exp((2.0 / 3) - 0.5), law.Factor, 1e-12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_fall_before_rounding_has_its_own_slope_whatever_comes_after(int order)
    {
        // truncation ε^order, rounding 1e-16 / ε
        var law = PowerLaw.FitBeforeRounding([.. Steps.Select(step => (step, Math.Pow(step, order) + (1e-16 / step)))], greatestStep: 0.01);

        Assert.Equal(order, law.Exponent, 0.01);
        Assert.Equal(0.01, law.To, 1e-12);
    }

    [Fact]
    public void Without_two_points_there_is_no_slope()
    {
        Assert.True(double.IsNaN(PowerLaw.Fit([(1, 1)]).Exponent));
        Assert.True(double.IsNaN(PowerLaw.Fit([(1, 1), (2, 0), (3, double.NaN)]).Exponent));
        Assert.True(double.IsNaN(PowerLaw.FitBeforeRounding([], 1).Exponent));
    }
}
