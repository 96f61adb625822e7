using Experiments.Results;
using MathNet.Numerics.Distributions;

namespace Experiments.Tests.Results;

public class StatisticalTestsTests
{
    [Theory]
    [InlineData(2.776, 0.025)] // the table of t for 4 degrees of freedom
    [InlineData(2.132, 0.05)]
    [InlineData(-2.132, 0.95)]
    [InlineData(4.604, 0.005)]
    public void A_mean_some_standard_errors_above_a_bound_has_the_probability_of_the_table(double t, double probability)
    {
        var standardError = Math.Sqrt(2.5 / 5); // of 1..5

        Assert.Equal(probability, Statistics.OneSidedPValue([1, 2, 3, 4, 5], 3 - (t * standardError)), 1e-4);
    }

    [Fact]
    public void Equal_numbers_leave_no_doubt_on_which_side_of_a_bound_they_are()
    {
        Assert.Equal(0, Statistics.OneSidedPValue([0.1, 0.1, 0.1], 0.09));
        Assert.Equal(1, Statistics.OneSidedPValue([0.1, 0.1, 0.1], 0.11));
        Assert.Equal(0.5, Statistics.OneSidedPValue([0.1, 0.1, 0.1], 0.1));
    }

    // A one-sided tolerance factor k is by definition the 95 % point of noncentral t over √n; these are the tables' for 95 % of a
    // population with confidence 95 % (NIST/SEMATECH e-Handbook 7.2.6.3; Lieberman 1958).
    [Theory]
    [InlineData(2, 26.260)]
    [InlineData(3, 7.656)]
    [InlineData(5, 4.203)]
    [InlineData(10, 2.911)]
    [InlineData(20, 2.396)]
    [InlineData(50, 2.065)]
    [InlineData(100, 1.927)]
    public void Noncentral_t_gives_the_published_tolerance_factors(int n, double factor) =>
        Assert.Equal(0.95, Statistics.NoncentralT(factor * Math.Sqrt(n), n - 1, 1.6448536269514722 * Math.Sqrt(n)), 3e-4);

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(4, 2)]
    [InlineData(30, -1)]
    public void Noncentral_t_is_the_normal_distribution_at_0(int degrees, double noncentrality) =>
        Assert.Equal(Normal.CDF(0, 1, -noncentrality), Statistics.NoncentralT(0, degrees, noncentrality), 1e-7);

    [Theory]
    [InlineData(1, 12.706, 0.975)]
    [InlineData(4, 2.776, 0.975)]
    [InlineData(9, -1.833, 0.05)]
    public void Noncentral_t_without_noncentrality_is_Students(int degrees, double t, double probability) =>
        Assert.Equal(probability, Statistics.NoncentralT(t, degrees, 0), 1e-4);

    // Closed forms: with all or none of n the bound is (α/2)^(1/n). Half of 20 is in every table of exact limits.
    [Fact]
    public void Shares_have_the_exact_interval()
    {
        Assert.Equal(Math.Pow(0.025, 1 / 5.0), Statistics.Proportion(5, 5).Low, 1e-9);
        Assert.Equal(1, Statistics.Proportion(5, 5).High);
        Assert.Equal(1 - Math.Pow(0.025, 1 / 10.0), Statistics.Proportion(0, 10).High, 1e-9);
        Assert.Equal(
            (0.2720, 0.7280), (Math.Round(Statistics.Proportion(10, 20).Low, 4), Math.Round(Statistics.Proportion(10, 20).High, 4)));
    }
}
