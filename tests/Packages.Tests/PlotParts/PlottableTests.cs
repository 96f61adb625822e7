using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.Statistics;

namespace Packages.Tests.PlotParts;

public sealed class PlottableTests : IDisposable
{
    private static readonly double[] Xs = [0, 5, 10];
    private static readonly double[] Ys = [1, 4, 2];
    private readonly Plot plot = new();

    public void Dispose() => plot.Dispose();

    [Fact]
    public void The_colour_of_a_scatter_is_that_of_line_and_marker()
    {
        Scatter scatter = plot.Add.Scatter(Xs, Ys);
        scatter.Color = Colors.Red;
        Assert.Equal((Colors.Red, Colors.Red, Colors.Red), (scatter.LineColor, scatter.MarkerFillColor, scatter.MarkerLineColor));
    }

    [Fact]
    public void Steps_go_to_the_right_first_or_up_first()
    {
        Pixel[] pixels = [new(0f, 0f), new(2f, 6f)];
        Assert.Equal([new(0f, 0f), new(2f, 0f), new(2f, 6f)], Scatter.GetStepDisplayPixels(pixels, right: true).ToArray());
        Assert.Equal([new(0f, 0f), new(0f, 6f), new(2f, 6f)], Scatter.GetStepDisplayPixels(pixels, right: false).ToArray());
    }

    [Fact]
    public void Smoothing_has_a_tension()
    {
        Scatter scatter = plot.Add.Scatter(Xs, Ys);
        Assert.Equal(0, scatter.SmoothTension);
        scatter.Smooth = true;
        Assert.Equal(1, scatter.SmoothTension);
        scatter.SmoothTension = .5;
        Assert.Equal(.5, scatter.SmoothTension);
    }

    [Fact]
    public void A_legend_item_shows_the_line_and_the_marker_of_its_scatter()
    {
        Scatter scatter = plot.Add.Scatter(Xs, Ys, Colors.Red);
        (scatter.LegendText, scatter.LineWidth, scatter.MarkerSize) = ("s", 3, 8);
        LegendItem item = scatter.LegendItems.Single();
        Assert.Equal(("s", 3, Colors.Red), (item.LabelText, item.LineWidth, item.LineColor));
        Assert.Equal((MarkerShape.FilledCircle, 8, Colors.Red), (item.MarkerShape, item.MarkerSize, item.MarkerFillColor));
    }

    [Fact]
    public void A_legend_item_shows_the_colour_of_the_first_bar()
    {
        BarPlot bars = plot.Add.Bars(new Bar[] { new() { FillColor = Colors.Red }, new() { FillColor = Colors.Blue } });
        bars.LegendText = "b";
        Assert.Equal(Colors.Red, bars.LegendItems.Single().FillColor);
    }

    [Fact]
    public void An_axis_line_can_stay_out_of_the_legend()
    {
        VerticalLine line = plot.Add.VerticalLine(3);
        (line.LegendText, line.Text) = ("l", "t");
        Assert.Equal("l", line.LegendItems.Single().LabelText);
        line.ExcludeFromLegend = true;
        Assert.Equal("", line.LegendItems.Single().LabelText);
    }

    [Fact]
    public void The_colour_of_an_axis_line_is_the_ground_of_its_label()
    {
        HorizontalLine line = plot.Add.HorizontalLine(1, 3, Colors.Red, LinePattern.Dashed);
        Assert.Equal((3, Colors.Red, "Dashed"), (line.LineWidth, line.LineColor, line.LinePattern.Name));
        Assert.Equal((Colors.Red, Colors.White, 14), (line.LabelBackgroundColor, line.LabelFontColor, line.LabelFontSize));
        Assert.Equal((1, 1), (line.Y, line.Position));
    }

    [Fact]
    public void Bars_stand_at_0_1_2()
    {
        List<Bar> bars = plot.Add.Bars(Ys).Bars;
        Assert.Equal([0, 1, 2], bars.Select(bar => bar.Position));
        Assert.Equal(Ys, bars.Select(bar => bar.Value));
        Assert.All(bars, bar => Assert.Equal((0, .8), (bar.ValueBase, bar.Size)));
    }

    [Fact]
    public void A_bar_draws_its_error_as_a_line_and_two_caps()
    {
        CoordinateLine[] lines = new Bar { Position = 2, Value = 5, Error = 1, ErrorSize = .5 }.ErrorLines.ToArray();
        Assert.Equal([new(2, 4), new(1.75, 6), new(1.75, 4)], lines.Select(line => line.Start).ToArray());
        Assert.Equal([new(2, 6), new(2.25, 6), new(2.25, 4)], lines.Select(line => line.End).ToArray());
    }

    [Fact]
    public void Whiskers_are_half_as_wide_as_their_box() => Assert.Equal(.4, new Box().WhiskerSize);

    [Fact]
    public void A_lying_box_cannot_be_drawn()
    {
        plot.Add.Box(new Box { BoxMin = 1, BoxMax = 2, Orientation = Orientation.Horizontal });
        Assert.Throws<NotImplementedException>(() => plot.RenderInMemory());
    }

    [Fact]
    public void Histogram_bars_fill_their_bins_and_take_the_counts_when_drawn()
    {
        HistogramBars bars = plot.Add.Histogram(Histogram.WithBinCount(4, [1, 2, 2, 3, 7, 9.5]));
        plot.RenderInMemory();
        Assert.Equal([2.0625, 4.1875, 6.3125, 8.4375], bars.Bars.Select(bar => bar.Position));
        Assert.All(bars.Bars, bar => Assert.Equal(2.125, bar.Size));
        Assert.Equal([4, 0, 1, 1], bars.Bars.Select(bar => bar.Value));
    }

    [Fact]
    public void A_polygon_is_filled_with_half_of_the_colour_of_its_line()
    {
        Polygon polygon = plot.Add.Polygon([new(0, 0), new(1, 1), new(1, 0)]);
        Assert.Equal((127, 3, false), (polygon.FillColor.A, polygon.PointCount, polygon.IsEmpty));
        Assert.True(Polygon.Empty.IsEmpty);
    }

    [Fact]
    public void The_nearest_point_is_measured_in_pixels_of_the_last_render()
    {
        Scatter scatter = plot.Add.Scatter(Xs, Ys);
        plot.RenderInMemory(400, 300);
        Assert.Equal(1, scatter.GetNearest(new(5.01, 3.99), plot.LastRender).Index);
        Assert.Equal(-1, scatter.GetNearest(new(7, 1), plot.LastRender, 5).Index);
    }

    [Fact]
    public void A_signal_knows_where_its_values_are()
    {
        ISignalSource data = plot.Add.Signal(Ys, .5).Data;
        Assert.Equal((.5, 4, 1), (data.GetX(1), data.GetY(1), data.GetIndex(.6, true)));
        Assert.Equal(2, data.GetIndex(99, true));
    }

    [Fact]
    public void An_error_bar_without_all_its_errors_cannot_be_drawn()
    {
        plot.Add.ErrorBar(Xs, Ys, new double[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => plot.RenderInMemory());
    }
}
