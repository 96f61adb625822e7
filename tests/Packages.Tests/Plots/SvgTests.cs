using System.Globalization;
using System.Xml.Linq;
using ScottPlot;
using static Packages.Tests.Plots.Charts;

namespace Packages.Tests.Plots;

/// <summary>SVG documents hold what the picture shows.</summary>
public sealed class SvgTests
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    private static XElement Document(Plot plot) => XDocument.Parse(plot.GetSvgXml(400, 260)).Root!;

    [Fact]
    public void Titles_and_tick_labels_are_text()
    {
        var plot = Framed();
        plot.Title("Loss < 1 & falling");
        plot.XLabel("epoch");
        plot.Axes.Bottom.SetTicks([0.0, 15], ["first", "second"]);

        var texts = Document(plot).Descendants(_svg + "text").Select(text => text.Value.Trim()).ToArray();

        Assert.Contains("Loss < 1 & falling", texts);
        Assert.Contains("epoch", texts);
        Assert.Contains("first", texts);
        Assert.Contains("second", texts);
    }

    [Fact]
    public void A_line_runs_through_the_pixels_of_its_points()
    {
        var plot = Framed();
        plot.Add.ScatterLine(At(0, 10, 20), At(5, 15, 5), Color.FromHex("#D55E00")).LineWidth = 3;

        var path = Document(plot).Descendants(_svg + "path").Single(p => (string?)p.Attribute("stroke") == "#D55E00");
        var numbers = path.Attribute("d")!.Value.Split(['M', 'L', ' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture));

        Assert.Equal([50.0, 170, 150, 70, 250, 170], numbers);
        Assert.Equal("3", path.Attribute("stroke-width")!.Value);
    }

    [Fact]
    public void What_lies_in_the_data_area_is_clipped_to_it()
    {
        var plot = Framed();
        plot.Add.ScatterLine(At(0, 10), At(5, 15), Color.FromHex("#D55E00"));

        var root = Document(plot);
        var group = root.Descendants(_svg + "path").Single(p => (string?)p.Attribute("stroke") == "#D55E00").Parent!;
        var id = group.Attribute("clip-path")!.Value["url(#".Length..^1];
        var rectangle = root.Descendants(_svg + "clipPath").First(clip => clip.Attribute("id")!.Value == id).Element(_svg + "rect")!;

        double Of(string name) => (double)rectangle.Attribute(name)!;
        Assert.Equal((Left, Top, Width, Height), (Of("x"), Of("y"), Of("width"), Of("height")));
    }

    [Fact]
    public void A_translucent_area_has_its_opacity()
    {
        var plot = Framed();
        var band = plot.Add.FillY([0.0, 30], [5.0, 5], [15.0, 15]);
        band.LineWidth = 0;
        band.FillColor = Color.FromHex("#0072B2").WithAlpha(.2);

        var area = Document(plot).Descendants(_svg + "path").Single(p => (string?)p.Attribute("fill") == "#0072B2");

        Assert.Equal(.2, (double)area.Attribute("fill-opacity")!, 2);
    }

    [Fact]
    public void A_heat_map_is_an_image_inside_the_document()
    {
        var plot = Framed();
        plot.Add.Heatmap(new double[,] { { 1, 2 }, { 3, 4 } });

        XNamespace link = "http://www.w3.org/1999/xlink";
        var image = Document(plot).Descendants(_svg + "image").Single();

        Assert.StartsWith("data:image/png;base64,", image.Attribute(link + "href")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_legend_alone_can_be_had()
    {
        var plot = Framed();
        plot.Add.ScatterLine(At(0, 10), At(5, 15)).LegendText = "validation";

        Assert.Contains("validation", plot.GetLegendSvgXml(), StringComparison.Ordinal);
    }
}
