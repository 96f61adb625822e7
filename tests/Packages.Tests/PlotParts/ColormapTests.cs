using ScottPlot;
using ScottPlot.Colormaps;

namespace Packages.Tests.PlotParts;

public class ColormapTests
{
    [Fact]
    public void Viridis_at_the_quarters() => Assert.Equal(
        ["#440154", "#3B518A", "#208F8C", "#FDE724"],
        new[] { 0, .25, .5, 1 }.Select(v => new Viridis().GetColor(v).ToHex()));

    // From matplotlib's published tables, entries 0 and 255 of each.
    [Theory]
    [InlineData(typeof(Viridis), 0x440154, 0xFDE725)]
    [InlineData(typeof(Plasma), 0x0D0887, 0xF0F921)]
    [InlineData(typeof(Inferno), 0x000004, 0xFCFFA4)]
    [InlineData(typeof(Magma), 0x000004, 0xFCFDBF)]
    [InlineData(typeof(Turbo), 0x30123B, 0x7A0403)]
    public void Maps_begin_and_end_as_published(Type type, int first, int last)
    {
        IColormap map = (IColormap)Activator.CreateInstance(type)!;
        AssertNear(first, map.GetColor(0));
        AssertNear(last, map.GetColor(1));
    }

    [Fact]
    public void FromColors_runs_in_straight_lines_between_the_colours()
    {
        IColormap map = Colormap.FromColors([Colors.White, Colors.Blue]);
        Assert.Equal(["#FFFFFF", "#BFBFFF", "#0000FF"], new[] { 0, .25, 1 }.Select(v => map.GetColor(v).ToHex()));
    }

    [Fact]
    public void FromColors_without_smoothing_steps()
    {
        IColormap map = Colormap.FromColors([Colors.White, Colors.Blue], smooth: false);
        Assert.Equal(["#FFFFFF", "#FFFFFF", "#0000FF"], new[] { 0, .9, 1 }.Select(v => map.GetColor(v).ToHex()));
    }

    [Fact]
    public void Grayscale_and_its_reverse_add_up_to_white()
    {
        Assert.Equal("#7F7F7F", new Grayscale().GetColor(.5).ToHex());
        Assert.Equal("#808080", new GrayscaleReversed().GetColor(.5).ToHex());
    }

    [Fact]
    public void Positions_outside_take_the_nearest_end()
    {
        Assert.Equal(new Viridis().GetColor(0), new Viridis().GetColor(-3));
        Assert.Equal(new Viridis().GetColor(1), new Viridis().GetColor(3));
    }

    [Fact]
    public void A_value_of_a_range_is_placed_in_it_and_NaN_has_no_colour()
    {
        ScottPlot.Range range = new(10, 20);
        Assert.Equal(new Viridis().GetColor(.5), new Viridis().GetColor(15, range));
        Assert.Equal(Colors.Transparent, new Viridis().GetColor(double.NaN, range));
    }

    [Fact]
    public void GetColormaps_has_32_different_names()
    {
        string[] names = Colormap.GetColormaps().Select(map => map.Name).Distinct().ToArray();
        Assert.Equal(32, names.Length);
        Assert.Contains("Grayscale Reversed", names);
        Assert.Contains("Mellow Rainbow", names);
    }

    [Fact]
    public void Blues_runs_from_dark_to_light() =>
        Assert.True(new Blues().GetColor(0).Luminance < new Blues().GetColor(1).Luminance - .4);

    // The package cut the published fractions off instead of rounding them.
    private static void AssertNear(int rgb, Color color)
    {
        Assert.InRange(color.R - (rgb >> 16 & 255), -1, 1);
        Assert.InRange(color.G - (rgb >> 8 & 255), -1, 1);
        Assert.InRange(color.B - (rgb & 255), -1, 1);
    }
}
