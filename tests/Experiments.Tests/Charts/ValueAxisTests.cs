using Experiments.Charts;
using ScottPlot;

namespace Experiments.Tests.Charts;

public class ValueAxisTests
{
    [Fact]
    public void Values_over_magnitudes_lie_between_whole_powers_of_ten()
    {
        var axis = Axis(3e-5, 20);

        Assert.Equal(-5, axis.Low);
        Assert.True(axis.High >= Math.Log10(20));
    }

    [Fact]
    public void Within_a_decade_the_axis_ends_at_1_2_or_5()
    {
        var axis = Axis(0.18, 0.28);

        Assert.Equal(-1, axis.Low, 12);
        Assert.Equal(Math.Log10(0.5), axis.High, 12);
    }

    [Fact]
    public void Zeros_have_a_place_of_their_own_below_all_others_that_is_labelled_0()
    {
        var axis = Axis(0, 1e-10, 1e8);
        using var plot = new Plot();

        axis.ApplyLeft(plot);
        plot.RenderInMemory();

        Assert.True(axis.Position(0) < axis.Position(1e-10));
        Assert.True(plot.Axes.GetLimits().Bottom < axis.Position(0));
        Assert.Equal("0", plot.Axes.Left.TickGenerator.Ticks.First(tick => tick.IsMajor).Label);
    }

    [Fact]
    public void Values_that_no_log_axis_can_show_change_nothing() =>
        Assert.Equal(Axis(0.01, 10).Low, Axis(-1, double.NaN, double.PositiveInfinity, 0.01, 10).Low);

    [Fact]
    public void Without_any_value_there_is_still_an_axis() => Assert.True(Axis(0).High > Axis(0).Position(0));

    [Fact]
    public void Fractions_stand_in_per_cent()
    {
        Assert.Equal(96.5, ValueAxis.Of("accuracy").Position(0.965), 12);
        Assert.Equal(2, ValueAxis.Of("accuracy", logarithmic: true).Position(1.0), 12);
    }

    private static ValueAxis Axis(params double[] values)
    {
        var axis = ValueAxis.Log();
        axis.Include(values);
        return axis;
    }
}
