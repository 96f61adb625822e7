using Experiments.Charts;
using ScottPlot;

namespace Experiments.Tests.Charts;

public class LogRangeTests
{
    [Fact]
    public void Values_over_magnitudes_lie_between_whole_powers_of_ten()
    {
        var range = Range(3e-5, 20);

        Assert.Equal(-5, range.Low);
        Assert.True(range.High >= Math.Log10(20));
    }

    [Fact]
    public void Within_a_decade_the_axis_is_labelled_at_1_2_and_5()
    {
        var range = Range(0.18, 0.28);
        using var plot = new Plot();

        range.ApplyTo(plot);

        Assert.Equal(["0.1", "0.2", "0.5"], Labels(plot));
        Assert.Equal(-1, range.Low, 12);
        Assert.Equal(Math.Log10(0.5), range.High, 12);
    }

    [Fact]
    public void Zeros_have_a_place_of_their_own_below_all_others_that_is_labelled_0()
    {
        var range = Range(0, 1e-10, 1e8);
        using var plot = new Plot();

        range.ApplyTo(plot);

        Assert.True(range.Position(0) < range.Position(1e-10));
        Assert.True(range.Bottom < range.Position(0));
        Assert.Equal("0", Labels(plot)[0]);
    }

    [Fact]
    public void Values_that_no_log_axis_can_show_change_nothing() =>
        Assert.Equal(Range(0.01, 10).Low, Range(-1, double.NaN, double.PositiveInfinity, 0.01, 10).Low);

    [Fact]
    public void Without_any_value_there_is_still_an_axis() => Assert.True(Range(0).High > Range(0).Bottom);

    private static LogRange Range(params double[] values)
    {
        var range = new LogRange();
        range.Include(values);
        return range;
    }

    private static List<string> Labels(Plot plot)
    {
        plot.RenderInMemory();
        return [.. plot.Axes.Left.TickGenerator.Ticks.Where(tick => tick.IsMajor).Select(tick => tick.Label)];
    }
}
