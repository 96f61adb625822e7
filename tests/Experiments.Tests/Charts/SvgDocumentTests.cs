using System.Text.RegularExpressions;
using Experiments.Charts;
using ScottPlot;

namespace Experiments.Tests.Charts;

/// <summary>SVG files: the same on every machine, on light and dark screens.</summary>
public sealed class SvgDocumentTests
{
    private const string Written =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"100\" height=\"50\">"
        + "<rect fill=\"white\" width=\"100\" height=\"50\"/><path stroke=\"#0072B2\" fill=\"none\" d=\"M1.23456 2L3 4.98765\"/>"
        + "<text transform=\"translate(5 6)\" font-size=\"20\" font-family=\"DejaVu Sans\" x=\"0, 10, 20, \" y=\"3, \">a A</text></svg>";

    private static readonly string Finished = SvgDocument.Finish(Written, "Is <a> A?");

    [Fact]
    public void Text_is_drawn_as_outlines_of_the_engines_own_font_each_letter_once()
    {
        Assert.Equal(2, Regex.Count(Finished, "<path id=\"r"));
        Assert.Contains("<use xlink:href=\"#r61\" x=\"0\"/><use xlink:href=\"#r41\" x=\"2048\"/>", Finished, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_stay_in_the_document_unseen() =>
        Assert.Matches("<text fill=\"black\" fill-opacity=\"0\"[^>]*>a A</text>", Finished);

    [Fact]
    public void A_reader_who_sees_nothing_gets_the_title() =>
        Assert.Contains("<title>Is &lt;a&gt; A?</title>", Finished, StringComparison.Ordinal);

    [Fact]
    public void Numbers_of_outlines_have_no_more_than_two_decimals() =>
        Assert.Contains("d=\"M1.23 2L3 4.99\"", Finished, StringComparison.Ordinal);

    [Theory]
    [InlineData("[fill=\"white\"]{fill:#121212}")]
    [InlineData("[stroke=\"#0072B2\"]{stroke:#59B3F7}")]
    public void On_a_dark_screen_each_colour_has_its_counterpart(string rule) =>
        Assert.Contains(rule, Finished[Finished.IndexOf("@media screen and (prefers-color-scheme:dark)", StringComparison.Ordinal)..],
            StringComparison.Ordinal);

    [Fact]
    public void Text_and_every_series_can_be_read_on_the_dark_ground()
    {
        var colors = Enumerable.Range(0, 6).Select(Theme.SeriesColor).Append(Theme.Ink).Append(Theme.Quiet).Append(Theme.Warning);
        Assert.All(colors, color => Assert.InRange(Contrast(DarkMode.Of(color), DarkMode.Ground), 4.5, 21)); // WCAG 2.2, 1.4.3
    }

    [Fact]
    public void What_is_lighter_stays_lighter_in_a_ramp_on_the_dark_ground()
    {
        var ramp = Enumerable.Range(0, 10).Select(at => Luminance(DarkMode.Of(new ScottPlot.Colormaps.Viridis().GetColor(at / 10.0))));
        Assert.Equal(ramp.Order(), ramp);
    }

    private static double Contrast(Color a, Color b) =>
        (Math.Max(Luminance(a), Luminance(b)) + 0.05) / (Math.Min(Luminance(a), Luminance(b)) + 0.05);

    // Relative luminance of sRGB.
    private static double Luminance(Color color) =>
        (0.2126 * Linear(color.R)) + (0.7152 * Linear(color.G)) + (0.0722 * Linear(color.B));

    private static double Linear(byte value) =>
        value / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
}
