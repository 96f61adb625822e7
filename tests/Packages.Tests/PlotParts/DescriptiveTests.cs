using ScottPlot.Statistics;

namespace Packages.Tests.PlotParts;

public class DescriptiveTests
{
    private static readonly double[] Values = [1, 2, 2, 3, 7, 9.5];

    [Fact]
    public void Sum_mean_and_median()
    {
        Assert.Equal(24.5, Descriptive.Sum(Values));
        Assert.Equal(24.5 / 6, Descriptive.Mean(Values), 1e-12);
        Assert.Equal(2.5, Descriptive.Median(Values));
    }

    // The squared distances from the mean add up to 57.208333…
    [Fact]
    public void Variances_of_a_sample_and_of_a_population()
    {
        Assert.Equal(11.4416667, Descriptive.Variance(Values), 1e-7);
        Assert.Equal(9.53472222, Descriptive.VarianceP(Values), 1e-8);
        Assert.Equal(3.38255328, Descriptive.StandardDeviation(Values), 1e-8);
        Assert.Equal(3.08783455, Descriptive.StandardDeviationP(Values), 1e-8);
    }

    [Fact]
    public void Standard_error_divides_by_the_root_of_the_count() =>
        Assert.Equal(1.38092159, Descriptive.StandardError(Values), 1e-8);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(25, 2)]
    [InlineData(50, 3)]
    [InlineData(90, 9.5)]
    [InlineData(100, 9.5)]
    public void A_percentile_is_one_of_the_values(double percentile, double expected) =>
        Assert.Equal(expected, Descriptive.Percentile(Values, percentile));

    [Fact]
    public void Nothing_has_no_mean() => Assert.Throws<ArgumentException>(() => Descriptive.Mean(Array.Empty<double>()));

    [Fact]
    public void A_single_value_has_no_variance() => Assert.Equal(0, Descriptive.Variance([3]));

    [Fact]
    public void RemoveNaN_leaves_the_rest_in_order() => Assert.Equal([1, 2], Descriptive.RemoveNaN([1, double.NaN, 2]));
}
