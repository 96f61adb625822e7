using ScottPlot;
using ScottPlot.Palettes;

namespace Packages.Tests.PlotParts;

public class PaletteTests
{
    private static readonly string[] All =
    [
        "Amber(5)", "Aurora(5)", "Building(5)", "Category 10(10)", "Category 20(20)", "Colorblind Friendly (inverted)(8)",
        "Colorblind Friendly(8)", "Dark Pastel(8)", "Dark(8)", "Frost(4)", "Light ocean(9)", "Light spectrum(9)", "Microcharts(12)",
        "Nero(5)", "Nord(7)", "One Half (Dark)(7)", "One Half(7)", "Pastel wheel(12)", "Penumbra(6)", "Polar Night(4)", "Redness(5)",
        "Snow Storm(3)", "Summer Splash(4)", "Xgfs 25(25)", "Xgfs Normal 6(7)",
    ];

    [Fact]
    public void Category10_is_the_palette_of_Tableau() => Assert.Equal(
        "#1F77B4 #FF7F0E #2CA02C #D62728 #9467BD #8C564B #E377C2 #7F7F7F #BCBD22 #17BECF",
        Hex(new Category10().Colors));

    [Fact]
    public void ColorblindFriendly_is_the_palette_of_Wong() => Assert.Equal(
        "#000000 #E69F00 #56B4E9 #009E73 #F0E442 #0072B2 #D55E00 #CC79A7",
        Hex(new ColorblindFriendly().Colors));

    [Fact]
    public void ColorblindFriendlyDark_holds_the_complements() => Assert.Equal(
        "#FFFFFF #1960FF #A94B16 #FF618C #0F1BBD #FF8D4D #2AA1FF #338658",
        Hex(new ColorblindFriendlyDark().Colors));

    [Fact]
    public void GetColor_starts_over_after_the_last()
    {
        Category10 palette = new();
        Assert.Equal("#17BECF", palette.GetColor(9).ToHex());
        Assert.Equal("#1F77B4", palette.GetColor(10).ToHex());
        Assert.Equal("#D62728", palette.GetColor(23).ToHex());
    }

    [Fact]
    public void Custom_takes_hex_with_and_without_the_sign()
    {
        Custom mine = new(["#112233", "445566"], "mine");
        Assert.Equal("#112233 #445566", Hex(mine.Colors));
        Assert.Equal("mine", mine.Name);
    }

    [Fact]
    public void GetPalettes_lists_all_with_their_names_and_sizes() => Assert.Equal(
        All,
        Palette.GetPalettes().Select(palette => $"{palette.Name}({palette.Count()})").Order(StringComparer.Ordinal));

    [Fact]
    public void GetColors_takes_as_many_as_wanted() => Assert.Equal(12, new Category10().GetColors(12).Length);

    private static string Hex(IEnumerable<Color> colors) => string.Join(" ", colors.Select(c => c.ToHex()));
}
