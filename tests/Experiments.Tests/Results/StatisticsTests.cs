using Experiments.Results;

namespace Experiments.Tests.Results;

public class StatisticsTests
{
    [Fact]
    public void An_interval_ends_where_the_quantity_does()
    {
        var interval = new Interval(0.95, 0.88, 1.02, 0.05, 5).Within(Metrics.Possible(Metrics.Accuracy));

        Assert.Equal(new Interval(0.95, 0.88, 1, 0.05, 5), interval);
    }

    // Student (1908): t(0.975) is 2.776 for 4 degrees of freedom; s of 1..5 is √2.5.
    [Fact]
    public void The_interval_of_five_seeds_is_the_mean_plus_minus_t_times_the_standard_error()
    {
        var interval = Statistics.Mean([1, 2, 3, 4, 5]);

        var half = 2.7764451051977987 * Math.Sqrt(2.5) / Math.Sqrt(5);
        Assert.Equal(3, interval.Estimate);
        Assert.Equal(3 - half, interval.Low, 1e-9);
        Assert.Equal(3 + half, interval.High, 1e-9);
        Assert.Equal(Math.Sqrt(2.5), interval.Deviation, 1e-12);
        Assert.Equal(5, interval.Count);
    }

    // The t table of any textbook, two-sided 5 %.
    [Theory]
    [InlineData(2, 12.706)]
    [InlineData(3, 4.303)]
    [InlineData(4, 3.182)]
    [InlineData(10, 2.262)]
    [InlineData(31, 2.042)]
    public void Intervals_follow_the_table_of_t(int count, double t)
    {
        double[] values = [.. Enumerable.Range(0, count).Select(value => (double)value)];

        var interval = Statistics.Mean(values);

        // Of 0..n−1 the variance is n(n+1)/12, so the standard error is √((n+1)/12).
        Assert.Equal(t, (interval.High - interval.Estimate) / Math.Sqrt((count + 1) / 12.0), 5e-4);
    }

    [Fact]
    public void One_seed_gives_an_estimate_without_an_interval()
    {
        var interval = Statistics.Mean([0.5]);

        Assert.Equal((0.5, 0.5, 0.5), (interval.Estimate, interval.Low, interval.High));
        Assert.True(double.IsNaN(interval.Deviation));
    }

    [Fact]
    public void No_seeds_give_no_number() => Assert.True(double.IsNaN(Statistics.Mean([]).Estimate));

    [Fact]
    public void Equal_numbers_have_no_spread_whatever_rounding_does() =>
        Assert.Equal(
            (0.1, 0.1, 0.1, 0),
            (Statistics.Mean([0.1, 0.1, 0.1]) is var same ? (same.Estimate, same.Low, same.High, same.Deviation) : default));

    [Fact]
    public void The_geometric_mean_of_1_10_100_is_10_with_an_interval_symmetric_in_the_logarithm()
    {
        var interval = Statistics.GeometricMean([1, 10, 100]);

        Assert.Equal(10, interval.Estimate, 1e-9);
        Assert.Equal(100, interval.Low * interval.High, 1e-6);
        Assert.Equal(Math.Exp(4.302652729911275 * Math.Log(10) / Math.Sqrt(3)) * 10, interval.High, 1e-3);
    }

    [Fact]
    public void A_zero_among_the_values_leaves_the_geometric_mean_without_an_interval() =>
        Assert.False(double.IsFinite(Statistics.GeometricMean([0, 1]).High));
}
