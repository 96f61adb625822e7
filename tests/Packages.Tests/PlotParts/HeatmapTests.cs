using ScottPlot;
using ScottPlot.Plottables;

namespace Packages.Tests.PlotParts;

public class HeatmapTests
{
    private static readonly double[,] Values = { { 1, 2, 3 }, { 4, 5, 6 } };
    private readonly Heatmap map = new Plot().Add.Heatmap(Values);

    [Fact]
    public void Cells_lie_with_their_middle_on_whole_numbers() =>
        Assert.Equal(new CoordinateRect(-.5, 2.5, -.5, 1.5), map.GetAlignedExtent());

    [Fact]
    public void The_first_row_is_at_the_top()
    {
        Assert.Equal((4, 3), (map.GetValue(new(0, 0)), map.GetValue(new(2, 1))));
        Assert.Equal(((0, 1), (2, 0)), (map.GetIndexes(new(0, 0)), map.GetIndexes(new(2, 1))));
    }

    [Fact]
    public void Outside_there_is_no_value() => Assert.True(double.IsNaN(map.GetValue(new(5, 0))));

    [Fact]
    public void The_range_is_known_after_an_update()
    {
        Assert.Equal((0, 0), (map.GetRange().Min, map.GetRange().Max));
        map.Update();
        Assert.Equal((1, 6), (map.GetRange().Min, map.GetRange().Max));
    }

    [Fact]
    public void A_manual_range_goes_before_that_of_the_data()
    {
        map.ManualRange = new(0, 10);
        Assert.Equal((0, 10), (map.GetRange().Min, map.GetRange().Max));
        Assert.Equal((1, 6), (map.DataRange.Min, map.DataRange.Max));
    }

    // Two gaps between three columns make 3 units each, one gap between two rows 4.
    [Fact]
    public void A_position_names_the_places_of_the_first_and_last_cells()
    {
        map.Position = new CoordinateRect(0, 6, 0, 4);
        Assert.Equal(new AxisLimits(-1.5, 7.5, -2, 6), map.GetAxisLimits());
    }

    [Fact]
    public void A_rectangle_names_the_outer_edges()
    {
        map.Rectangle = new CoordinateRect(0, 6, 0, 4);
        Assert.Equal(new CoordinateRect(0, 6, 0, 4), map.GetAlignedExtent());
        Assert.Equal((2, 2), (map.CellWidth, map.CellHeight));
    }

    [Fact]
    public void An_alpha_map_has_the_shape_of_the_values() => Assert.ThrowsAny<Exception>(() => map.AlphaMap = new byte[3, 3]);

    [Fact]
    public void Opacity_stays_between_0_and_1()
    {
        map.Opacity = 3;
        Assert.Equal(1, map.Opacity);
    }

    // Two cells fill the whole figure: white on the left, black on the right.
    [Theory]
    [InlineData(false, 2, 2)]
    [InlineData(true, 50, 256)]
    public void Smoothing_fills_in_the_shades_between_cells(bool smooth, int fewest, int most)
    {
        using Plot plot = new();
        Heatmap cells = plot.Add.Heatmap(new double[,] { { 1, 0 } });
        (cells.Colormap, cells.Smooth) = (new ScottPlot.Colormaps.Grayscale(), smooth);
        plot.Layout.Frameless();
        plot.HideGrid();
        plot.Axes.Margins(0, 0);
        using Image image = plot.GetImage(400, 100);
        byte[,] shades = image.GetArrayGrayscale();
        Assert.InRange(Enumerable.Range(0, 400).Select(x => shades[50, x]).Distinct().Count(), fewest, most);
        Assert.True(shades[50, 5] > 250 && shades[50, 395] < 5);
    }
}
