using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.Statistics;

namespace Packages.Tests.PlotParts;

public sealed class PlottableLimitTests : IDisposable
{
    private static readonly double[] Xs = [0, 5, 10];
    private static readonly double[] Ys = [1, 4, 2];
    private readonly Plot plot = new();

    public void Dispose() => plot.Dispose();

    [Fact]
    public void A_scatter_reaches_around_its_points() => Assert.Equal(new AxisLimits(0, 10, 1, 4), plot.Add.Scatter(Xs, Ys).GetAxisLimits());

    [Fact]
    public void A_scatter_passes_over_NaN() =>
        Assert.Equal(new AxisLimits(0, 10, 1, 2), plot.Add.Scatter(Xs, [1, double.NaN, 2]).GetAxisLimits());

    [Fact]
    public void A_scatter_of_nothing_has_no_limits() =>
        Assert.True(double.IsNaN(plot.Add.Scatter(Array.Empty<double>(), []).GetAxisLimits().Left));

    [Fact]
    public void What_x_has_more_than_y_is_passed_over() =>
        Assert.Equal(new AxisLimits(0, 5, 1, 2), plot.Add.Scatter(Xs, [1, 2]).GetAxisLimits());

    [Fact]
    public void A_scatter_is_scaled_and_shifted()
    {
        Scatter scatter = plot.Add.Scatter(Xs, Ys);
        (scatter.ScaleY, scatter.OffsetX) = (10, 1);
        Assert.Equal(new AxisLimits(1, 11, 10, 40), scatter.GetAxisLimits());
    }

    [Fact]
    public void A_filled_scatter_reaches_to_its_base()
    {
        Scatter scatter = plot.Add.Scatter(Xs, Ys);
        scatter.FillY = true;
        Assert.Equal(new AxisLimits(0, 10, 0, 4), scatter.GetAxisLimits());
    }

    [Fact]
    public void The_last_index_rendered_bounds_the_limits()
    {
        Scatter scatter = plot.Add.Scatter(Xs, Ys);
        Assert.Equal(2, scatter.MaxRenderIndex);
        scatter.MaxRenderIndex = 1;
        Assert.Equal(new AxisLimits(0, 5, 1, 4), scatter.GetAxisLimits());
    }

    [Fact]
    public void A_signal_has_a_value_at_each_period() =>
        Assert.Equal(new AxisLimits(0, 1, 1, 4), plot.Add.Signal(Ys, .5).GetAxisLimits());

    [Fact]
    public void Bars_have_half_their_size_on_either_side_and_stand_on_their_base()
    {
        Assert.Equal(new AxisLimits(-.4, 2.4, 0, 5), plot.Add.Bars([3.0, 5, 2]).GetAxisLimits());
        Assert.Equal(new AxisLimits(-.4, 1.4, -3, 5), plot.Add.Bars([-3.0, 5]).GetAxisLimits());
        Assert.Equal(new AxisLimits(.6, 1.4, 2, 4), plot.Add.Bar(new Bar { Position = 1, ValueBase = 2, Value = 4 }).GetAxisLimits());
    }

    [Fact]
    public void An_error_widens_a_bar_upwards_and_below_its_base_downwards()
    {
        Assert.Equal(new AxisLimits(1.6, 2.4, 0, 6), plot.Add.Bar(2, 5, 1).GetAxisLimits());
        Assert.Equal(new AxisLimits(1.6, 2.4, -1, 3), plot.Add.Bar(2, 1, 2).GetAxisLimits());
    }

    [Fact]
    public void Lying_bars_change_the_axes()
    {
        BarPlot bars = plot.Add.Bars([3.0, 5, 2]);
        bars.Horizontal = true;
        Assert.Equal(new AxisLimits(0, 5, -.4, 2.4), bars.GetAxisLimits());
    }

    [Fact]
    public void Error_bars_reach_as_far_as_the_errors() =>
        Assert.Equal(new AxisLimits(0, 10, -1, 6), plot.Add.ErrorBar(Xs, Ys, [1, 2, 3]).GetAxisLimits());

    [Fact]
    public void Errors_may_differ_in_all_four_directions() =>
        Assert.Equal(new AxisLimits(-1, 12, -2, 8), new ErrorBar(Xs, Ys, [2, 2, 2], [1, 1, 1], [4, 4, 4], [3, 3, 3]).GetAxisLimits());

    [Fact]
    public void An_area_reaches_around_both_of_its_curves() =>
        Assert.Equal(new AxisLimits(0, 10, 1, 3), plot.Add.FillY(Xs, [1, 1, 1], [3, 3, 3]).GetAxisLimits());

    [Fact]
    public void Lines_across_the_data_area_count_in_one_direction()
    {
        AxisLimits across = plot.Add.HorizontalLine(9).GetAxisLimits(), up = plot.Add.VerticalLine(7).GetAxisLimits();
        Assert.Equal(AxisLimits.VerticalOnly(9, 9), across);
        Assert.Equal(AxisLimits.HorizontalOnly(7, 7), up);
    }

    [Fact]
    public void A_line_left_out_of_the_autoscale_has_no_limits()
    {
        HorizontalLine line = plot.Add.HorizontalLine(9);
        line.EnableAutoscale = false;
        Assert.Equal(AxisLimits.NoLimits, line.GetAxisLimits());
    }

    [Fact]
    public void Spans_count_in_one_direction_whatever_the_order_of_their_edges()
    {
        Assert.Equal(AxisLimits.HorizontalOnly(20, 30), plot.Add.HorizontalSpan(30, 20).GetAxisLimits());
        Assert.Equal(AxisLimits.VerticalOnly(1, 2), plot.Add.VerticalSpan(1, 2).GetAxisLimits());
    }

    [Fact]
    public void Texts_count_with_their_place_and_annotations_not_at_all()
    {
        Assert.Equal(new AxisLimits(1, 1, 2, 2), plot.Add.Text("t", 1, 2).GetAxisLimits());
        Assert.Equal(AxisLimits.NoLimits, plot.Add.Annotation("a").GetAxisLimits());
    }

    [Fact]
    public void Lines_arrows_and_rectangles_reach_from_corner_to_corner()
    {
        Assert.Equal(new AxisLimits(1, 4, -3, 2), plot.Add.Line(1, 2, 4, -3).GetAxisLimits());
        Assert.Equal(new AxisLimits(1, 4, -3, 2), plot.Add.Arrow(4, -3, 1, 2).GetAxisLimits());
        Assert.Equal(new AxisLimits(1, 4, -3, 2), plot.Add.Rectangle(1, 4, -3, 2).GetAxisLimits());
    }

    [Fact]
    public void A_polygon_reaches_around_its_corners() =>
        Assert.Equal(new AxisLimits(0, 4, 0, 6), plot.Add.Polygon([new(0, 0), new(4, 1), new(2, 6)]).GetAxisLimits());

    [Fact]
    public void A_box_reaches_to_its_whiskers()
    {
        Box box = new() { Position = 1, BoxMin = 2, BoxMax = 4 };
        Assert.Equal(new AxisLimits(.6, 1.4, 2, 4), box.GetAxisLimits());
        (box.WhiskerMin, box.WhiskerMax) = (1, 7);
        Assert.Equal(new AxisLimits(.6, 1.4, 1, 7), plot.Add.Box(box).GetAxisLimits());
    }

    [Fact]
    public void The_bars_of_a_histogram_end_for_the_autoscale_where_the_last_one_begins()
    {
        Histogram histogram = Histogram.WithBinCount(5, 0, 10);
        histogram.AddRange([1, 1, 3, 9]);
        Assert.Equal(new AxisLimits(0, 8, 0, 2), plot.Add.Histogram(histogram).GetAxisLimits());
    }

    [Fact]
    public void An_ellipse_reaches_as_far_as_its_radii_turned_or_not()
    {
        Assert.Equal(new AxisLimits(-2, 4, 1, 3), plot.Add.Ellipse(1, 2, 3, 1).GetAxisLimits());
        AxisLimits turned = plot.Add.Ellipse(1, 2, 3, 1, Angle.FromDegrees(90)).GetAxisLimits();
        Assert.Equal(2, turned.Right, 1e-9);
        Assert.Equal(5, turned.Top, 1e-9);
    }
}
