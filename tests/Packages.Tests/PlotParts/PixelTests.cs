using ScottPlot;

namespace Packages.Tests.PlotParts;

public class PixelTests
{
    [Fact]
    public void Pixels_add_and_subtract()
    {
        Assert.Equal(new Pixel(4, 5), new Pixel(3, 4) + new Pixel(1, 1));
        Assert.Equal(new Pixel(2, 3), new Pixel(3, 4) - new Pixel(1, 1));
    }

    [Fact]
    public void A_rectangle_knows_its_measures()
    {
        PixelRect rect = new(10, 110, 60, 20);
        Assert.Equal((100, 40), (rect.Width, rect.Height));
        Assert.Equal(new Pixel(60, 40), rect.Center);
        Assert.Equal(new PixelRect(15, 105, 55, 25), rect.Contract(5));
    }

    [Fact]
    public void A_rectangle_takes_its_sides_in_any_order() =>
        Assert.Equal(new PixelRect(10, 110, 60, 20), new PixelRect(110, 10, 20, 60));

    [Fact]
    public void A_rectangle_contracted_by_more_than_it_has_is_its_centre() =>
        Assert.Equal(new PixelRect(60, 60, 40, 40), new PixelRect(10, 110, 60, 20).Contract(80));

    [Theory]
    [InlineData(Alignment.UpperLeft, 0, 0)]
    [InlineData(Alignment.MiddleCenter, 45, 20)]
    [InlineData(Alignment.LowerRight, 90, 40)]
    public void A_rectangle_is_aligned_inside_another(Alignment alignment, float left, float top)
    {
        PixelRect inside = new PixelRect(10, 10).AlignedInside(new PixelRect(100, 50), alignment);
        Assert.Equal((left, top), (inside.Left, inside.Top));
        Assert.Equal(new PixelSize(10, 10), inside.Size);
    }

    [Fact]
    public void Rectangles_apart_do_not_intersect()
    {
        Assert.Equal(new PixelRect(5, 10, 10, 5), new PixelRect(10, 10).Intersect(new PixelRect(5, 20, 20, 5)));
        Assert.True(float.IsNaN(new PixelRect(10, 10).Intersect(new PixelRect(15, 20, 20, 15)).Left));
    }

    [Fact]
    public void Padding_is_given_for_all_sides_for_two_directions_or_one_by_one()
    {
        PixelPadding one = new(10), two = new(10, 20), four = new(1, 2, 3, 4);
        Assert.Equal((10, 10, 10, 10), (one.Left, one.Right, one.Bottom, one.Top));
        Assert.Equal((10, 10, 20, 20), (two.Left, two.Right, two.Bottom, two.Top));
        Assert.Equal((3, 7), (four.Horizontal, four.Vertical));
    }

    [Theory]
    [InlineData(Alignment.UpperLeft, 0, 1)]
    [InlineData(Alignment.MiddleCenter, .5, .5)]
    [InlineData(Alignment.LowerRight, 1, 0)]
    public void Alignments_are_fractions_from_the_lower_left(Alignment alignment, float horizontal, float vertical)
    {
        Assert.Equal(horizontal, alignment.HorizontalFraction());
        Assert.Equal(vertical, alignment.VerticalFraction());
    }

    [Fact]
    public void Alignments_are_numbered_row_by_row() => Assert.Equal(
        [Alignment.UpperLeft, Alignment.UpperCenter, Alignment.UpperRight, Alignment.MiddleLeft, Alignment.MiddleCenter,
            Alignment.MiddleRight, Alignment.LowerLeft, Alignment.LowerCenter, Alignment.LowerRight],
        Enumerable.Range(0, 9).Select(i => (Alignment)i));

    [Fact]
    public void Line_patterns_are_four_and_the_default_has_no_name()
    {
        Assert.Equal(
            ["Solid ", "Dashed 10 10", "DenselyDashed 6 6", "Dotted 3 5"],
            LinePattern.GetAllPatterns().Select(p => $"{p.Name} {string.Join(' ', p.Intervals)}"));
        Assert.Null(default(LinePattern).Name);
    }

    [Fact]
    public void A_marker_style_for_an_open_shape_has_a_line_and_no_fill()
    {
        MarkerStyle open = new(MarkerShape.OpenCircle, 8, Colors.Red), filled = new(MarkerShape.FilledCircle, 8, Colors.Red);
        Assert.Equal((2, Colors.Red, Colors.Transparent), (open.LineWidth, open.LineColor, open.FillColor));
        Assert.Equal((1, Colors.Red), (filled.LineWidth, filled.FillColor));
    }

    [Fact]
    public void A_line_is_drawn_if_it_has_a_width_a_colour_and_is_visible()
    {
        Assert.False(new LineStyle().CanBeRendered);
        Assert.True(new LineStyle(1).CanBeRendered);
        Assert.False(new LineStyle(1, Colors.Transparent).CanBeRendered);
        Assert.False(new LineStyle(1) { IsVisible = false }.CanBeRendered);
    }
}
