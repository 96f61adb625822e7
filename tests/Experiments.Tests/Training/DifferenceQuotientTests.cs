using Experiments.Training;

namespace Experiments.Tests.Training;

public class DifferenceQuotientTests
{
    [Fact]
    public void The_two_sided_quotient_of_the_cube_at_1_is_3_0001_with_a_step_of_one_hundredth() =>
        Assert.Equal(3.0001, DifferenceQuotient.TwoSided(Cube(1.01), Cube(0.99), 0.01), 1e-12);

    [Fact]
    public void The_one_sided_quotient_of_the_cube_at_1_is_3_0301_with_a_step_of_one_hundredth() =>
        Assert.Equal(3.0301, DifferenceQuotient.OneSided(Cube(1.01), Cube(1), 0.01), 1e-12);

    [Theory]
    [InlineData(new[] { 3.0, 4.0 }, new[] { 3.0, 4.0 }, 0)]
    [InlineData(new[] { 3.0, 4.0 }, new[] { -3.0, -4.0 }, 1)]
    [InlineData(new[] { 3.0, 4.0 }, new[] { 0.0, 0.0 }, 1)]
    [InlineData(new[] { 3.0, 4.0 }, new[] { 6.0, 8.0 }, 1.0 / 3)]
    [InlineData(new[] { 0.0 }, new[] { 0.0 }, 0)]
    public void The_relative_error_is_the_distance_over_the_sum_of_the_norms(double[] a, double[] b, double expected) =>
        Assert.Equal(expected, DifferenceQuotient.RelativeError(a, b), 1e-15);

    [Fact]
    public void The_relative_error_of_nothing_is_not_a_number() => Assert.Equal(double.NaN, DifferenceQuotient.RelativeError([], []));

    private static double Cube(double theta) => theta * theta * theta;
}
