using Experiments.Charts;
using ScottPlot;

namespace Experiments.Tests.Charts;

/// <summary>The numbers at the axes: written in one way along each of them.</summary>
public class AxisLabelTests
{
    [Fact]
    public void A_log_axis_that_is_easy_to_read_in_decimals_has_decimals() =>
        Assert.Equal(["0.01", "0.1", "1", "10", "100", "1,000"], LogLabels(0.0012, 2_000));

    [Fact]
    public void A_log_axis_with_one_label_that_is_not_has_powers_of_ten_only() =>
        Assert.Equal(["10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "10⁰"], LogLabels(1.2e-5, 2));

    [Fact]
    public void Between_powers_of_ten_the_same_holds()
    {
        Assert.Equal(["0.1", "0.2", "0.5"], LogLabels(0.18, 0.28));
        Assert.Equal(["10⁻⁹", "2·10⁻⁹", "5·10⁻⁹"], LogLabels(1.8e-9, 2.8e-9));
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

    private static List<string> LogLabels(double low, double high)
    {
        using var plot = new Plot();
        var axis = ValueAxis.Log();
        axis.Include([low, high]);
        axis.ApplyLeft(plot);
        plot.RenderInMemory(600, 800);
        return [.. plot.Axes.Left.TickGenerator.Ticks.Where(tick => tick.IsMajor).Select(tick => tick.Label)];
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
