using Experiments.Charts;
using ScottPlot;

namespace Experiments.Tests.Charts;

public class ChartFontTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_font_has_every_letter_that_charts_need(bool bold)
    {
        ChartFont.Use();
        var typeface = Fonts.GetTypeface(Fonts.Default, bold, italic: false);

        Assert.Equal("DejaVu Sans", typeface.FamilyName);
        Assert.Equal(bold, typeface.IsBold);
        Assert.True(typeface.ContainsGlyphs("∂‖θεσµ⁰¹²³⁴⁵⁶⁷⁸⁹⁻−·…→±√≤≥×Öß"));
    }

    // It is in the assembly, so that it does not matter which fonts a machine has.
    [Fact]
    public void The_font_comes_with_the_engine()
    {
        var resources = typeof(ChartFont).Assembly.GetManifestResourceNames();

        Assert.Contains("Experiments.Charts.Fonts.DejaVuSans.ttf", resources);
        Assert.Contains("Experiments.Charts.Fonts.DejaVuSans-Bold.ttf", resources);
    }
}
