using ScottPlot;
using static Packages.Tests.Plots.Charts;

namespace Packages.Tests.Plots;

/// <summary>What is drawn is where its coordinates say and has the colour it was given.</summary>
public sealed class DrawingTests
{
    [Fact]
    public void A_bar_covers_its_rectangle_and_nothing_beside_it()
    {
        var plot = Framed();
        plot.Add.Bar(new Bar { Position = 10, Value = 12, Size = 4, FillColor = Color.FromHex("#0072B2"), LineWidth = 0 });

        var pixels = Pixels(plot);

        Assert.Equal("0072B2", ColorAt(pixels, 10, 6));
        Assert.Equal("0072B2", ColorAt(pixels, 8.2, 11.8));
        Assert.Equal("FFFFFF", ColorAt(pixels, 7.8, 6));
        Assert.Equal("FFFFFF", ColorAt(pixels, 10, 12.2));
    }

    [Fact]
    public void A_band_of_opacity_one_fifth_is_blended_with_what_is_behind_it()
    {
        var plot = Framed();
        var band = plot.Add.FillY([0.0, 30], [5.0, 5], [15.0, 15]);
        band.LineWidth = 0;
        band.FillColor = Colors.Blue.WithAlpha(.2);

        // 255 - 0.2 * 255 of red and green are left of white
        Assert.Equal("CCCCFF", ColorAt(Pixels(plot), 15, 10));
    }

    [Fact]
    public void A_line_is_as_wide_as_its_width()
    {
        var plot = Framed();
        var line = plot.Add.ScatterLine(At(0, 30), At(10, 10), Colors.Red);
        line.LineWidth = 4;

        var pixels = Pixels(plot);
        var red = Enumerable.Range(0, 260).Count(y => AtPixel(pixels, 200, y) == "FF0000");

        Assert.Equal(4, red);
    }

    [Fact]
    public void Dashes_and_gaps_alternate_from_the_start_of_the_line()
    {
        var plot = Framed();
        var line = plot.Add.ScatterLine(At(0, 30), At(10.05, 10.05), Colors.Red);
        line.LinePattern = LinePattern.Dashed;
        line.LineWidth = 3;

        var pixels = Pixels(plot);

        Assert.Equal("FF0000", ColorAt(pixels, .5, 10));
        Assert.Equal("FFFFFF", ColorAt(pixels, 1.5, 10));
        Assert.Equal("FF0000", ColorAt(pixels, 2.5, 10));
    }

    [Fact]
    public void A_marker_is_a_disc_of_its_size()
    {
        var plot = Framed();
        plot.Add.ScatterPoints(At(15), At(10), Colors.Green).MarkerSize = 20;

        var pixels = Pixels(plot);
        var green = Colors.Green.ToStringRGB()[1..];
        var covered = 0;
        for (var y = 0; y < 260; y++)
        {
            for (var x = 0; x < 400; x++)
            {
                covered += AtPixel(pixels, x, y) == green ? 1 : 0;
            }
        }

        // the pixels wholly inside a circle of radius 10: its area, less about half of those its circumference crosses
        Assert.InRange(covered, (Math.PI * 100) - 60, Math.PI * 100);
        Assert.Equal(green, ColorAt(pixels, 15, 10));
    }

    [Fact]
    public void Nothing_is_drawn_outside_the_data_area()
    {
        var plot = Framed();
        plot.Add.Bar(new Bar { Position = 15, Value = 100, ValueBase = -100, Size = 100, FillColor = Colors.Red, LineWidth = 0 });

        var pixels = Pixels(plot);

        Assert.Equal("FF0000", AtPixel(pixels, Left + 5, Top + 5));
        Assert.Equal("FFFFFF", AtPixel(pixels, Left + 5, Top - 5));
        Assert.Equal("FFFFFF", AtPixel(pixels, Left + Width + 5, Top + 50));
    }

    [Fact]
    public void A_gap_is_left_where_a_value_is_not_a_number()
    {
        var plot = Framed();
        plot.Add.ScatterLine(At(0, 10, 20, 25, 30), At(10, 10, double.NaN, 10, 10), Colors.Red).LineWidth = 5;

        var pixels = Pixels(plot);

        Assert.Equal("FF0000", ColorAt(pixels, 5, 10));
        Assert.Equal("FFFFFF", ColorAt(pixels, 15, 10));
        Assert.Equal("FF0000", ColorAt(pixels, 28, 10));
    }

    [Fact]
    public void Coordinates_far_beyond_the_limits_keep_the_line_where_it_belongs()
    {
        var plot = Framed();
        plot.Add.ScatterLine(At(-2e6, 2e6), At(-2e6, 2e6), Colors.Red).LineWidth = 9;

        var pixels = Pixels(plot);

        Assert.Equal("FF0000", ColorAt(pixels, 10, 10));
        Assert.Equal("FFFFFF", ColorAt(pixels, 20, 10));
    }

    [Fact]
    public void A_line_of_many_points_reaches_all_their_extremes()
    {
        // a thousand points in every column of pixels, one of them high up and one far down
        var plot = Framed();
        var xs = Enumerable.Range(0, 300_000).Select(i => i / 10_000.0).ToArray();
        var ys = xs.Select((_, i) => i == 150_400 ? 18.0 : i == 150_600 ? 2 : 10).ToArray();
        plot.Add.ScatterLine(xs, ys, Colors.Red).LineWidth = 2;

        var pixels = Pixels(plot);

        Assert.Equal("FF0000", ColorAt(pixels, 15.05, 17));
        Assert.Equal("FF0000", ColorAt(pixels, 15.05, 3));
        Assert.Equal("FFFFFF", ColorAt(pixels, 14.5, 17));
    }

    [Fact]
    public void An_area_whose_corners_are_far_beyond_the_limits_keeps_its_edge()
    {
        var plot = Framed();
        var area = plot.Add.Polygon([new(-1e6, -1e6), new(1e6, 1e6), new(1e6, -1e6)]);
        area.LineWidth = 0;
        area.FillColor = Colors.Red;

        var pixels = Pixels(plot);

        Assert.Equal("FF0000", ColorAt(pixels, 12, 10));
        Assert.Equal("FFFFFF", ColorAt(pixels, 8, 10));
    }

    [Fact]
    public void What_was_moved_to_the_back_lies_under_the_rest()
    {
        var plot = Framed();
        plot.Add.Bar(new Bar { Position = 10, Value = 10, Size = 10, FillColor = Colors.Red, LineWidth = 0 });
        var second = plot.Add.Bar(new Bar { Position = 10, Value = 10, Size = 10, FillColor = Colors.Blue, LineWidth = 0 });
        Assert.Equal("0000FF", ColorAt(Pixels(plot), 10, 5));

        plot.MoveToBack(second);

        Assert.Equal("FF0000", ColorAt(Pixels(plot), 10, 5));
    }

    [Fact]
    public void The_frame_is_one_black_pixel_where_the_data_area_ends()
    {
        var pixels = Pixels(Framed());

        Assert.Equal("000000", AtPixel(pixels, Left, Top + 105));
        Assert.Equal("FFFFFF", AtPixel(pixels, Left + 1, Top + 105));
        Assert.Equal("000000", AtPixel(pixels, Left + 105, Top + Height));
    }

    [Fact]
    public void Grid_lines_are_black_at_a_tenth()
    {
        var plot = Framed();
        plot.ShowGrid();
        plot.Axes.Bottom.SetTicks([15.0], ["15"]);

        // 255 * (1 - 25/255), black being #010101
        Assert.Equal("E6E6E6", ColorAt(Pixels(plot), 15, 9.5));
    }

    [Fact]
    public void A_scale_factor_of_two_draws_everything_twice_as_large()
    {
        var plot = Framed();
        plot.ScaleFactor = 2;
        plot.Add.Bar(new Bar { Position = 10, Value = 12, Size = 4, FillColor = Colors.Red, LineWidth = 0 });

        var pixels = Pixels(plot, 800, 520);

        Assert.Equal("FF0000", AtPixel(pixels, 2 * (Left + 100), 2 * (Top + Height - 60)));
        Assert.Equal("FFFFFF", AtPixel(pixels, 2 * (Left + 75), 2 * (Top + Height - 60)));
        Assert.Equal(Left, plot.LastRender.DataRect.Left);
    }

    [Theory]
    [InlineData(Alignment.UpperLeft, 12, 12)]
    [InlineData(Alignment.UpperRight, 288, 12)]
    [InlineData(Alignment.LowerLeft, 12, 188)]
    [InlineData(Alignment.LowerRight, 288, 188)]
    [InlineData(Alignment.MiddleCenter, 150, 100)]
    public void The_legend_is_in_the_corner_asked_for(Alignment alignment, int x, int y)
    {
        var plot = Framed();
        plot.Add.ScatterLine(At(0, 1), At(0, 1)).LegendText = "a line";
        plot.Legend.BackgroundColor = Colors.Yellow;
        plot.ShowLegend(alignment);

        var pixels = Pixels(plot);

        Assert.Equal("FFFF00", AtPixel(pixels, Left + x, Top + y - (alignment == Alignment.MiddleCenter ? 10 : 0)));
        Assert.NotEqual("FFFF00", AtPixel(pixels, Left + ((x + 150) % 300), Top + 60));
    }

    [Fact]
    public void Threads_draw_the_same_picture_as_one_after_the_other()
    {
        static byte[] Draw(int k)
        {
            var plot = New();
            plot.Add.Scatter(At(0, 1, 2), At(k, 1, 2)).LegendText = $"series {k}";
            plot.Title($"plot {k}");
            return plot.GetImageBytes(300, 200, ImageFormat.Png);
        }

        var alone = Enumerable.Range(0, 8).Select(Draw).ToArray();
        var together = new byte[32][];
        Parallel.For(0, 32, k => together[k] = Draw(k % 8));

        Assert.All(Enumerable.Range(0, 32), k => Assert.Equal(alone[k % 8], together[k]));
    }
}
