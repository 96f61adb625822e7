using ScottPlot;
using ScottPlot.TickGenerators;
using static Packages.Tests.Plots.Charts;

namespace Packages.Tests.Plots;

/// <summary>Where the data area is when texts decide: the package's figures with the font family DejaVu Sans, to a pixel or two.</summary>
public sealed class LayoutTests
{
    private static void AssertDataArea(Plot plot, int width, int height, float left, float right, float top, float bottom)
    {
        plot.RenderInMemory(width, height);
        var data = plot.LastRender.DataRect;
        Assert.InRange(data.Left, left - 2, left + 2);
        Assert.InRange(data.Right, right - 2, right + 2);
        Assert.InRange(data.Top, top - 2, top + 2);
        Assert.InRange(data.Bottom, bottom - 2, bottom + 2);
    }

    [Fact]
    public void An_empty_plot_has_room_for_its_tick_labels() => AssertDataArea(New(), 400, 300, 39.6f, 385, 15, 272);

    [Fact]
    public void Title_and_axis_labels_take_room()
    {
        var plot = New();
        plot.Add.ScatterPoints(At(42), At(.98));
        plot.Title("One point");
        plot.XLabel("x");
        plot.YLabel("y");

        AssertDataArea(plot, 400, 300, 51.7f, 385, 43.6f, 253.4f);
    }

    [Fact]
    public void Labels_of_several_lines_take_the_room_of_all_of_them()
    {
        var plot = New();
        plot.Axes.SetLimits(-.5, 3.5, 94, 100);
        plot.Axes.Bottom.SetTicks([0.0, 1], ["784-100-10\nsigmoid\nquadratic cost", "784-100-10\nsigmoid\ncross-entropy"]);
        plot.Title("Test accuracy after 60 epochs of four networks that share\nthe data, the mini-batches and the seeds");
        plot.YLabel("accuracy on 10,000 test images (%)\nmean of 10 seeds");

        AssertDataArea(plot, 820, 520, 78, 805, 62.3f, 464.1f);
    }

    [Fact]
    public void A_legend_outside_makes_the_data_area_narrower()
    {
        var plot = New();
        plot.Add.ScatterLine(At(0, 1), At(0, 1)).LegendText = "layer 1";
        plot.RenderInMemory(800, 500);
        var before = plot.LastRender.DataRect;

        plot.ShowLegend(Edge.Right);
        plot.RenderInMemory(800, 500);
        var after = plot.LastRender.DataRect;

        Assert.Equal(before.Left, after.Left);
        // symbol 20, gap 5, padding 10 on each side, 20 around it on each side, and the text
        Assert.InRange(before.Right - after.Right, 85 + 35, 85 + 60);
    }

    [Fact]
    public void An_axis_is_never_smaller_than_its_minimum_size()
    {
        var plot = New();
        plot.Axes.Left.MinimumSize = 120;
        plot.Axes.Left.TickGenerator = new EmptyTickGenerator();
        plot.RenderInMemory(400, 300);

        Assert.Equal(120, plot.LastRender.DataRect.Left);
    }

    [Fact]
    public void Square_units_are_as_long_on_both_axes()
    {
        var plot = New();
        plot.Add.Scatter(At(0, 10), At(0, 1));
        plot.Axes.SquareUnits();
        plot.RenderInMemory(500, 300);

        Assert.Equal(plot.LastRender.UnitsPerPxX, plot.LastRender.UnitsPerPxY, 1e-6);
    }

    [Fact]
    public void Panels_of_a_multiplot_are_drawn_each_in_its_place()
    {
        Fonts.Default = Font;
        Multiplot many = new();
        many.AddPlots(4);
        many.Layout = new ScottPlot.MultiplotLayouts.Grid(2, 2);
        Color[] colors = [Colors.Red, Colors.Lime, Colors.Blue, Colors.Yellow];
        for (var k = 0; k < 4; k++)
        {
            many.GetPlot(k).FigureBackground.Color = colors[k];
        }

        using var image = many.Render(200, 100);
        var pixels = image.GetArrayRGB();

        Assert.Equal("FF0000", AtPixel(pixels, 2, 2));
        Assert.Equal("00FF00", AtPixel(pixels, 102, 2));
        Assert.Equal("0000FF", AtPixel(pixels, 2, 52));
        Assert.Equal("FFFF00", AtPixel(pixels, 102, 52));
    }

    [Fact]
    public void No_background_shines_through_where_panels_meet_between_two_pixels()
    {
        Fonts.Default = Font;
        Multiplot many = new();
        many.AddPlots(3);
        many.Layout = new ScottPlot.MultiplotLayouts.Columns();

        // 100 pixels in three columns: they meet at 33 1/3 and 66 2/3; almost white is what a blend of covers may leave
        using var image = many.Render(100, 60);
        var pixels = image.GetArrayRGB();

        Assert.All(Enumerable.Range(0, 100), x => Assert.InRange(pixels[2, x, 0], 215, 255));
    }

    [Fact]
    public void A_second_axis_has_limits_of_its_own()
    {
        var plot = New();
        plot.Add.Scatter(At(0, 10), At(0, 1));
        var other = plot.Add.Scatter(At(0, 10), At(100, 200));
        other.Axes.YAxis = plot.Axes.Right;
        plot.RenderInMemory();

        Assert.Equal((-.075, 1.075), (plot.Axes.Left.Min, plot.Axes.Left.Max));
        Assert.Equal((92.5, 207.5), (plot.Axes.Right.Min, plot.Axes.Right.Max));
    }
}
