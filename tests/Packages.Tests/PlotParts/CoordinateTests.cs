using ScottPlot;

namespace Packages.Tests.PlotParts;

public class CoordinateTests
{
    [Fact]
    public void A_range_keeps_its_direction()
    {
        CoordinateRange range = new(5, 2);
        Assert.Equal((2, 5, -3, 3.5, 3), (range.Min, range.Max, range.Span, range.Center, range.Length));
        Assert.True(range.IsInverted);
        Assert.Equal(new CoordinateRange(2, 5), range.Rectified());
    }

    [Fact]
    public void A_range_contains_its_ends()
    {
        CoordinateRange range = new(1, 4);
        Assert.Equal([true, true, false], new[] { 1, 4, 4.1 }.Select(range.Contains));
    }

    [Fact]
    public void Ranges_that_touch_overlap()
    {
        Assert.True(new CoordinateRange(1, 4).Overlaps(new(4, 5)));
        Assert.True(new CoordinateRange(1, 4).Overlaps(new(2, 3)));
        Assert.False(new CoordinateRange(1, 4).Overlaps(new(5, 6)));
    }

    [Fact]
    public void Extrema_pass_over_NaN_and_are_NaN_for_nothing()
    {
        Assert.Equal(new CoordinateRange(-1, 7), CoordinateRange.Extrema([3, double.NaN, -1, 7]));
        Assert.True(double.IsNaN(CoordinateRange.Extrema([]).Min));
    }

    [Fact]
    public void A_rectangle_knows_its_measures()
    {
        CoordinateRect rect = new(1, 5, 2, 8);
        Assert.Equal((4, 6, 24), (rect.Width, rect.Height, rect.Area));
        Assert.Equal(new Coordinates(3, 5), rect.Center);
        Assert.True(rect.Contains(1, 2));
        Assert.False(rect.Contains(0, 2));
    }

    [Fact]
    public void A_rectangle_expands_to_a_point() =>
        Assert.Equal(new CoordinateRect(1, 9, 0, 8), new CoordinateRect(1, 5, 2, 8).Expanded(new Coordinates(9, 0)));

    [Fact]
    public void Limits_know_their_measures()
    {
        AxisLimits limits = new(0, 10, -1, 1);
        Assert.Equal((10, 2), (limits.HorizontalSpan, limits.VerticalSpan));
        Assert.Equal(new Coordinates(5, 0), limits.Center);
        Assert.True(limits.HasArea);
    }

    [Fact]
    public void Limits_expand_pan_and_zoom()
    {
        AxisLimits limits = new(0, 10, -1, 1);
        Assert.Equal(new AxisLimits(0, 20, -1, 1), limits.Expanded(new AxisLimits(5, 20, 0, .5)));
        Assert.Equal(new AxisLimits(1, 11, 1, 3), limits.WithPan(1, 2));
        Assert.Equal(new AxisLimits(2.5, 7.5, -.25, .25), limits.WithZoom(2, 4));
    }

    [Fact]
    public void Including_other_limits_passes_over_NaN() =>
        Assert.Equal(new AxisLimits(0, 10, -1, 9), new AxisLimits(0, 10, -1, 1).ExpandedToInclude(AxisLimits.VerticalOnly(9, 9)));

    [Fact]
    public void Unset_limits_are_inside_out()
    {
        Assert.Equal(new AxisLimits(-10, 10, -10, 10), AxisLimits.Default);
        Assert.True(double.IsNaN(AxisLimits.NoLimits.Left));
        Assert.Equal((double.PositiveInfinity, double.NegativeInfinity), (AxisLimits.Unset.Left, AxisLimits.Unset.Right));
    }

    [Fact]
    public void Distances_are_Euclidean()
    {
        Assert.Equal(5, new Coordinates(1, 2).Distance(new(4, 6)));
        Assert.Equal(25, new Coordinates(1, 2).DistanceSquared(new(4, 6)));
    }

    [Fact]
    public void Zip_wants_equal_lengths() => Assert.Throws<ArgumentException>(() => Coordinates.Zip([1, 2], [1]));

    [Fact]
    public void A_line_has_a_slope_and_an_intercept()
    {
        CoordinateLine line = new(1, 2, 3, 6);
        Assert.Equal((2, 0, 4), (line.Slope, line.YIntercept, line.Y(2)));
        Assert.Equal(new Coordinates(2, 4), line.Center);
    }

    [Fact]
    public void A_range_of_values_is_not_made_of_NaN_or_upside_down()
    {
        Assert.Throws<ArgumentException>(() => new ScottPlot.Range(double.NaN, 1));
        Assert.Throws<ArgumentException>(() => new ScottPlot.Range(2, 1));
        Assert.Equal(.25, new ScottPlot.Range(0, 8).Normalize(2));
    }

    [Fact]
    public void A_mutable_range_zooms_about_its_centre()
    {
        CoordinateRangeMutable range = new(0, 10);
        range.ZoomFrac(2);
        Assert.Equal((2.5, 7.5), (range.Min, range.Max));
        Assert.False(CoordinateRangeMutable.NotSet.HasBeenSet);
    }
}
