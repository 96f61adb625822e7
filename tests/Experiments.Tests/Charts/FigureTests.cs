using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using Experiments.Charts;
using Experiments.Results;
using Experiments.Tests.House;
using SkiaSharp;

namespace Experiments.Tests.Charts;

/// <summary>The picture as a whole, in pixels.</summary>
public sealed class FigureTests : IDisposable
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // Three panels in 1000 pixels, less 78 for the left axis, 2 · 14 between panels and 3 · 18 on their right: 280 each, and 4 for the tick
    // on its left; doubled in the PNG.
    [Fact]
    public void All_panels_of_a_figure_are_equally_wide()
    {
        var chart = new LayerProfile("profile", "Title", Metrics.BiasGradient) { Panels = "variant" };
        using var picture = SKBitmap.Decode(Draw(chart, Table(["a", "b", "c"]), "png"));

        var widths = Enumerable.Range(0, picture.Height).Select(y => BlackRuns(picture, y))
            .MaxBy(runs => runs.Count(length => length > 100))!.Where(length => length > 100).ToList();

        Assert.Equal(3, widths.Count);
        Assert.All(widths, width => Assert.Equal(568, width));
    }

    [Fact]
    public void A_png_has_twice_the_pixels_of_its_svg()
    {
        using var picture = SKBitmap.Decode(Draw(Curves, Table(["a", "b"]), "png"));
        var document = XDocument.Load(Draw(Curves, Table(["a", "b"]), "svg")).Root!;

        Assert.Equal(2 * Number(document.Attribute("width")!.Value), picture.Width);
        Assert.Equal(2 * Number(document.Attribute("height")!.Value), picture.Height);
    }

    [Fact]
    public void An_svg_is_one_document_that_has_every_text_once()
    {
        var document = XDocument.Load(Draw(Curves, Table(["variant a", "variant b"]), "svg"));

        Assert.Single(document.Descendants(Svg + "svg"));
        Assert.Single(Texts(document), text => text.Value == "variant a");
        Assert.Single(Texts(document), text => text.Value == "variant b");
    }

    [Fact]
    public void A_png_does_not_depend_on_what_else_is_drawn()
    {
        var both = Curves.Save(Table(["a", "b"]), Path.Combine(folder, "both"), ["svg", "png"])[1];

        Assert.Equal(File.ReadAllBytes(both), File.ReadAllBytes(Draw(Curves, Table(["a", "b"]), "png")));
    }

    [Fact]
    public void Warnings_stand_below_the_footer_and_within_the_picture()
    {
        var table = MadeUpResults.Of(
            Path.Combine(folder, "worst"), [.. Enumerable.Range(1, 9).Select(at => $"a variant with a long name, {at}")], 3, (_, seed) =>
                MadeUpResults.Learning(4, seed), quick: true, synthetic: true, missing: 2);
        var document = XDocument.Load(Draw(new LearningCurves("learning", "Title"), table, "svg"));

        var (footer, warning) =
            (Texts(document).Single(text => text.Value.StartsWith("MNIST", StringComparison.Ordinal)), Texts(document)
                .Single(text => text.Value.Contains("MISSING", StringComparison.Ordinal)));
        Assert.Contains(
            "QUICK RUN on SYNTHETIC DIGITS", string.Concat(Texts(document).Select(text => text.Value)), StringComparison.Ordinal);
        Assert.True(Place(warning).Y >= Place(footer).Y + 11);
        Assert.True(Place(warning).X + Letters(warning)[^1] < 1000);
    }

    [Fact]
    public void A_legend_takes_as_many_rows_as_it_needs()
    {
        var few = SvgHeight(Table(["a", "b"]));
        var many = SvgHeight(Table([.. Enumerable.Range(1, 12).Select(at => $"a variant with a long name, {at}")]));

        Assert.True(many >= few + 26);

        double SvgHeight(ResultTable table) =>
            Number(XDocument.Load(Draw(new LearningCurves("learning", "Title"), table, "svg")).Root!.Attribute("height")!.Value);
    }

    [Fact]
    public void A_mark_at_the_last_epoch_is_not_cut()
    {
        var chart = new StoppingEpochs("stops", "Title", "a", new EpochMark("stop", LastOfSeed0));
        using var picture = SKBitmap.Decode(Draw(chart, Table(["a"]), "png"));
        var color = Theme.SeriesColor(2);

        var mark = (from y in Enumerable.Range(200, picture.Height - 200)
                    from x in Enumerable.Range(0, picture.Width)
                    let pixel = picture.GetPixel(x, y)
                    where pixel.Red == color.R && pixel.Green == color.G && pixel.Blue == color.B
                    select (X: x, Y: y)).ToList();

        Assert.NotEmpty(mark);
        Assert.InRange((mark.Max(at => at.X) - mark.Min(at => at.X)) - (mark.Max(at => at.Y) - mark.Min(at => at.Y)), -1, 1);
    }

    [Fact]
    public void Intervals_and_labels_stay_where_the_number_can_be()
    {
        var chart = new DotPlot("points", "Title", "test error (%)", Errors) { Possible = (0, 100) };

        var labels = Texts(XDocument.Load(Draw(chart, Table(["a"]), "svg"))).Select(text => text.Value).ToList();

        Assert.Contains(labels, label => label is "0" or "0.0");
        Assert.DoesNotContain(labels, label => label.StartsWith('−'));
    }

    // The mean is 2.1 and the interval would be from -6.3 to 10.5.
    [Fact]
    public void An_interval_that_ends_at_a_bound_reaches_as_far_as_before_on_its_other_side()
    {
        var chart = new DotPlot("points", "Title", "test error (%)", Errors) { Possible = (0, 100) };

        var limits = chart.Draw(Table(["a"])).Panels[0].Axes.GetLimits();

        Assert.InRange(limits.Left, -1, 0);
        Assert.InRange(limits.Right, 10, 11.5);
    }

    private static SeedValues LastOfSeed0(VariantResults variant) =>
        variant.LastEpoch with { BySeed = new Dictionary<int, double> { [0] = variant.LastEpoch.BySeed[0] } };

    private static SeedValues Errors(VariantResults variant) =>
        new("test error", "%", new Dictionary<int, double> { [0] = 0.1, [1] = 0.2, [2] = 6 }, [variant.Name]);

    // Skia wrote a line to standard error for every dash on an SVG.
    [Fact]
    public async Task Drawing_writes_nothing_to_standard_error()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "Recipes.dll"), "plot", "gradient-check", "--quiet",
                "--results", Path.Combine(Checkout.Root, "data", "published"), "--plots", folder, "--format", "png,svg",
            },
            Environment = { ["EXPERIMENTS_ROOT"] = folder },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await output;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(8, Directory.GetFiles(folder, "*.*", SearchOption.AllDirectories).Length);
    }

    private static LayerHistory Curves => new("curves", "Title", Metrics.BiasGradient);

    private string Draw(Chart chart, ResultTable table, string format) => chart.Save(table, folder, [format])[0];

    private ResultTable Table(IReadOnlyList<string> variants) => MadeUpResults.Of(Path.Combine(folder, "results"), variants, 2, (_, seed) =>
    [
        .. MadeUpResults.Learning(10, seed),
        .. from epoch in Enumerable.Range(0, 11)
            from layer in new[] { 1, 2 }
            select new Measurement(epoch, epoch, "", Metrics.BiasGradient, layer, 0.1 * layer * (1 + seed)),
    ]);

    private static List<int> BlackRuns(SKBitmap picture, int y)
    {
        List<int> runs = [0];
        for (var x = 0; x < picture.Width; x++)
        {
            if (picture.GetPixel(x, y) == SKColors.Black)
            {
                runs[^1]++;
            }
            else if (runs[^1] > 0)
            {
                runs.Add(0);
            }
        }

        return runs;
    }

    private static List<XElement> Texts(XDocument document) => [.. document.Descendants(Svg + "text")];

    private static (double X, double Y) Place(XElement text)
    {
        var numbers = text.Attribute("transform")!.Value.Split('(', ' ', ')');
        return (Number(numbers[1]), Number(numbers[2]));
    }

    private static List<double> Letters(XElement text) =>
        [.. text.ElementsBeforeSelf().Last().Elements(Svg + "use").Select(letter =>
            Number(letter.Attribute("x")!.Value) / 2048 * Number(text.Attribute("font-size")!.Value))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
