using Experiments.Charts;
using ScottPlot;

namespace Experiments.Tests.Charts;

/// <summary>The numbers at the axes: written in one way along each of them.</summary>
public class AxisLabelTests
{
    [Theory]
    [InlineData(0, "1")]
    [InlineData(-2, "0.01")]
    [InlineData(3, "1,000")]
    public void A_log_axis_that_is_easy_to_read_in_decimals_has_decimals(double exponent, string label) =>
        Assert.Equal(label, new LogLabels(-3, 4.5).PowerOfTen(exponent));

    [Theory]
    [InlineData(0, "10⁰")]
    [InlineData(-5, "10⁻⁵")]
    [InlineData(12, "10¹²")]
    public void A_log_axis_with_one_label_that_is_not_has_powers_of_ten_only(double exponent, string label) =>
        Assert.Equal(label, new LogLabels(-5, 12).PowerOfTen(exponent));

    [Fact]
    public void Between_powers_of_ten_the_same_holds()
    {
        Assert.Equal("0.2", new LogLabels(-1, 0).Of(2, -1));
        Assert.Equal("5·10⁻⁹", new LogLabels(-9, -8).Of(5, -9));
    }

    [Theory]
    [InlineData(95.8, 97.2)]
    [InlineData(-1, 1)]
    [InlineData(0, 5000)]
    [InlineData(0.19, 0.3)]
    public void Labels_of_a_linear_axis_have_equally_many_decimals(double low, double high)
    {
        var labels = Labels(new LinearTicks(), low, high);

        Assert.True(labels.Count > 2);
        Assert.Single(
            labels.Select(label =>
                label.Contains('.', StringComparison.Ordinal) ? label.Length - label.IndexOf('.', StringComparison.Ordinal) : 0)
                    .Distinct());
    }

    [Fact]
    public void Negative_numbers_have_a_minus_and_zero_has_none()
    {
        var labels = Labels(new LinearTicks(), -1.1, 1.1);

        Assert.Contains("−1.0", labels);
        Assert.Contains("0.0", labels);
        Assert.DoesNotContain("−0.0", labels);
    }

    [Fact]
    public void Where_the_number_cannot_be_there_is_no_tick()
    {
        var ticks = Ticks(new LinearTicks(0, 100), -10, 110);

        Assert.Equal(0, ticks.Min(tick => tick.Position));
        Assert.Equal(100, ticks.Max(tick => tick.Position));
    }

    private static List<string> Labels(LinearTicks ticks, double low, double high) =>
        [.. Ticks(ticks, low, high).Where(tick => tick.IsMajor).Select(tick => tick.Label)];

    private static Tick[] Ticks(LinearTicks ticks, double low, double high)
    {
        using var plot = new Plot();
        plot.Axes.Left.TickGenerator = ticks;
        plot.Axes.SetLimits(0, 1, low, high);
        plot.RenderInMemory();
        return ticks.Ticks;
    }
}
