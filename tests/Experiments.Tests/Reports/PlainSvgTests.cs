using Experiments.Reports;

namespace Experiments.Tests.Reports;

/// <summary>Pictures made shorter.</summary>
public class PlainSvgTests
{
    [Fact]
    public void Numbers_in_texts_stay_as_they_are_and_coordinates_have_one_decimal() => Assert.Equal(
        "<text x=\"0\" y=\"1.5\" fill-opacity=\"0.04\" transform=\"translate(3.1 4)\">0.0012</text>",
        Shortened("<text x=\"0, 10, 20, \" y=\"1.5, \" fill-opacity=\"0.04\" transform=\"translate(3.1234 4)\">0.0012\n\t</text>"));

    [Fact]
    public void A_long_text_has_its_length() => Assert.Equal(
        "<text x=\"0\" y=\"1\" textLength=\"100\">0123456789</text>",
        Shortened("<text x=\"0, 10, 20, 30, 40, 50, 60, 70, 80, 90, \" y=\"1, \">0123456789</text>"));

    [Fact]
    public void A_line_keeps_its_ends_and_the_points_that_are_a_pixel_apart() => Assert.Equal(
        "<path d=\"M0 0l1 .3l.3 .1M5 5l.1 0\"/>",
        Shortened("<path d=\"M0 0L0.4 0.111L0.98 0.32L1.2 0.35L1.31 0.36M5 5L5.1 5\"/>"));

    [Fact]
    public void Dots_of_one_look_are_one_path() => Assert.Equal(
        "<path stroke=\"#222\" stroke-opacity=\"0.6\" stroke-width=\"5\" stroke-linecap=\"round\" d=\"M1 2h0M3 4h0\"/>",
        Shortened("<ellipse fill=\"#222\" fill-opacity=\"0.6\" cx=\"1\" cy=\"2\" rx=\"2.5\" ry=\"2.5\"/>"
            + "<ellipse fill=\"#222\" fill-opacity=\"0.6\" cx=\"3\" cy=\"4\" rx=\"2.5\" ry=\"2.5\"/>"));

    [Fact]
    public void What_is_clipped_alike_is_clipped_together() => Assert.Equal(
        "<clipPath id=\"f-a\"><rect x=\"1\"/></clipPath><g clip-path=\"url(#f-a)\"><rect/><path/><path/></g>",
        Shortened("<clipPath id=\"a\"><rect x=\"1\"/></clipPath><g clip-path=\"url(#a)\"><rect/></g>"
            + "<clipPath id=\"b\"><rect x=\"1\"/></clipPath><g clip-path=\"url(#b)\"><path/></g>"
            + "<clipPath id=\"c\"><rect x=\"1\"/></clipPath><g clip-path=\"url(#c)\"><path/></g>"));

    [Fact]
    public void The_title_stands_once_and_is_closed() => Assert.Contains(
        "viewBox=\"0 0 10 20\"><title>a &lt; b</title><rect width=\"10\" height=\"20\"/></svg>",
        PlainSvg.Of(Document("<rect width=\"10\" height=\"20\"/>"), "f", "a < b"), StringComparison.Ordinal);

    private static string Shortened(string content)
    {
        var svg = PlainSvg.Of(Document(content), "f", "t");
        return svg[(svg.IndexOf("</title>", StringComparison.Ordinal) + "</title>".Length)..^"</svg>".Length];
    }

    private static string Document(string content) =>
        $"<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"20\">\n\t{content}\n</svg>\n";
}
