using System.Xml.Linq;
using Experiments.Charts;
using Experiments.Results;

namespace Experiments.Tests.Charts;

public sealed class ChartTests : IDisposable
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string> Kinds => ["bars", "curves", "learning", "lines", "splits", "setting", "pairs", "histograms", "points"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_drawn_as_png_and_svg_with_its_title_and_footer(string kind)
    {
        var paths = ChartDrawing.Save(Chart(kind), Table(), folder, ["png", "svg"]);

        Assert.Equal([$"{kind}.png", $"{kind}.svg"], paths.Select(Path.GetFileName));
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], File.ReadAllBytes(paths[0]).Take(4).Select(value => (int)value));
        var text = string.Join("\n", XDocument.Load(paths[1]).Descendants(Svg + "text").Select(element => element.Value));
        Assert.Contains("The title", text, StringComparison.Ordinal);
        Assert.Contains("MNIST · 3 seeds · recipe", text, StringComparison.Ordinal);
        Assert.Contains("It reads itself.", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Drawing_twice_gives_the_same_bytes(string kind)
    {
        var first = ChartDrawing.Save(Chart(kind), Table(), Path.Combine(folder, "1"), ["png", "svg"]);
        var second = ChartDrawing.Save(Chart(kind), Table(), Path.Combine(folder, "2"), ["png", "svg"]);

        Assert.All(first.Zip(second), pair => Assert.Equal(File.ReadAllBytes(pair.First), File.ReadAllBytes(pair.Second)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Without_results_nothing_is_drawn(string kind) =>
        Assert.Empty(ChartDrawing.Save(Chart(kind) with { Variants = ["not there"] }, Table(), folder, ["png"]));

    [Fact]
    public void Names_in_an_svg_are_unique()
    {
        var path = ChartDrawing.Save(Chart("bars"), Table(), folder, ["svg"])[0];

        var names = XDocument.Load(path).Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void Quick_looks_and_synthetic_digits_are_marked_in_the_chart()
    {
        var path = ChartDrawing.Save(Chart("learning"), Table(quick: true, synthetic: true), folder, ["svg"])[0];

        Assert.Contains("QUICK LOOK on SYNTHETIC DIGITS", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_diverged_leave_a_gap_and_do_not_spoil_the_picture() =>
        Assert.Single(ChartDrawing.Save(Chart("curves"), Table(badValue: double.PositiveInfinity), folder, ["png"]));

    [Fact]
    public void An_unknown_format_is_refused_by_name() =>
        Assert.Contains("'bmp'", Assert.Throws<ArgumentException>(() => ChartDrawing.Save(Chart("bars"), Table(), folder, ["bmp"])).Message, StringComparison.Ordinal);

    private static Chart Chart(string kind)
    {
        Chart chart = kind switch
        {
            "bars" => new LayerBars("bars", "The title", Metrics.BiasGradient, "norm")
            {
                Published = new Dictionary<string, IReadOnlyList<double>> { ["a"] = [0.05, 0.2] },
            },
            "curves" => new LayerCurves("curves", "The title", Metrics.BiasGradient, "norm"),
            "learning" => new LearningCurves("learning", "The title", Metrics.Accuracy, Splits.Validation) { Closer = (80, 100) },
            "lines" => new LayerLines("lines", "The title", Metrics.BiasGradient, "norm")
            {
                Groups = [new("left", [new("same", "a")]), new("right", [new("same", "b")])],
                Published = new Dictionary<string, IReadOnlyList<double>> { ["a"] = [0.05, 0.2] },
            },
            "splits" => new SplitCurves("splits", "The title", Metrics.Accuracy) { Panels = [new("a", "a", [new("best", _ => [(0, 3), (1, 4)])]), new("b", "b", [])] },
            "setting" => new AgainstSetting("setting", "The title", [new("best", [(0.1, "a"), (0.5, "b")], Best)], "rate", "accuracy"),
            "pairs" => new PairedSeeds("pairs", "The title", "first", "last", Pairs, "accuracy"),
            "histograms" => new LayerHistograms("histograms", "The title", (_, _, layer) => [new(-1, 0, 0.2 * layer), new(0, 1, 1 - (0.2 * layer))], [1, 2], "activation"),
            _ => new VariantPoints("points", "The title", Best, "accuracy")
            {
                Published = new Dictionary<string, double> { ["b"] = 0.7 },
            },
        };
        return chart with { Reading = _ => "It reads itself." };
    }

    private static IReadOnlyList<double> Best(ResultTable table, string variant) => table.Curve(variant, Metrics.Accuracy, Splits.Validation).Best();

    private static IReadOnlyList<SeedPair> Pairs(ResultTable table, string variant) =>
        [.. Best(table, variant).Select((best, seed) => new SeedPair(seed, 0.1, best))];

    private ResultTable Table(bool quick = false, bool synthetic = false, double badValue = 0.01) =>
        MadeUpResults.Of(Path.Combine(folder, $"results-{quick}-{badValue}"), ["a", "b"], 3, (_, seed) => Rows(seed, badValue), quick, synthetic);

    private static IEnumerable<Measurement> Rows(int seed, double badValue)
    {
        for (var epoch = 0; epoch <= 10; epoch++)
        {
            yield return new(epoch, epoch, Splits.Train, Metrics.Accuracy, null, 0.1 + (0.085 * epoch));
            yield return new(epoch, epoch, Splits.Validation, Metrics.Accuracy, null, 0.1 + (0.08 * epoch) + (0.005 * seed));
            yield return new(epoch, epoch, "", Metrics.BiasGradient, 1, epoch == 5 ? badValue : 0.01 * (1 + seed));
            yield return new(epoch, epoch, "", Metrics.BiasGradient, 2, 0.1 * (1 + seed));
        }
    }
}
