using System.Xml.Linq;
using Experiments.Charts;
using Experiments.Naming;
using Experiments.Results;
using ScottPlot;

namespace Experiments.Tests.Charts;

public sealed class ChartTests : IDisposable
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string> Kinds =>
        ["profile", "history", "map", "learning", "panels", "stops", "setting", "pairs", "histograms", "dots", "heatmap", "own",
            "linear", "layer"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_drawn_as_png_and_svg_with_title_caption_and_footer(string kind)
    {
        var paths = Chart(kind).Save(Table(), folder, ["png", "svg"]);

        Assert.Equal([$"{kind}.png", $"{kind}.svg"], paths.Select(Path.GetFileName));
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], File.ReadAllBytes(paths[0]).Take(4).Select(value => (int)value));
        var text = string.Join(" ", Texts(paths[1]));
        Assert.Contains("The title", text, StringComparison.Ordinal);
        Assert.Contains("MNIST · 3 seeds · recipe", text, StringComparison.Ordinal);
        Assert.True(text.Contains(Caption(kind), StringComparison.Ordinal), text);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Drawing_twice_gives_the_same_bytes(string kind)
    {
        var first = Chart(kind).Save(Table(), Path.Combine(folder, "1"), ["png", "svg"]);
        var second = Chart(kind).Save(Table(), Path.Combine(folder, "2"), ["png", "svg"]);

        Assert.All(first.Zip(second), pair => Assert.Equal(File.ReadAllBytes(pair.First), File.ReadAllBytes(pair.Second)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Without_results_nothing_is_drawn(string kind) =>
        Assert.Empty((Chart(kind) with { Where = [("rate", 7)] }).Save(Table(), folder, ["png"]));

    [Fact]
    public void Names_in_an_svg_are_unique()
    {
        var path = Chart("profile").Save(Table(), folder, ["svg"])[0];

        var names = XDocument.Load(path).Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void Quick_runs_and_synthetic_digits_are_marked_in_the_chart()
    {
        var path = Chart("learning").Save(Table(quick: true, synthetic: true), folder, ["svg"])[0];

        Assert.Contains("QUICK RUN on SYNTHETIC DIGITS", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_diverged_leave_a_gap_and_do_not_spoil_the_picture() =>
        Assert.Single(Chart("history").Save(Table(badValue: double.PositiveInfinity), folder, ["png"]));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_number_that_layers_are_compared_with_is_named_and_within_the_picture(bool logScale)
    {
        var chart = (LayerProfile)Chart("linear") with { LogScale = logScale, Reference = (100, "all layers together") };

        var figure = chart.Draw(Table());

        Assert.Single(figure.Legend, item => item.LabelText == "all layers together");
        Assert.All(figure.Panels, panel => Assert.True(panel.Axes.GetLimits().Top > (logScale ? Math.Log10(100) : 100)));
    }

    [Fact]
    public void A_chart_shows_the_variants_whose_factors_it_names()
    {
        Assert.Equal(["rate 0.1, rate 0.5"], Shown(new ShownVariants { Lines = "rate" }));
        Assert.Equal(["ReLU: rate 0.1, rate 0.5", "tanh: rate 0.5"], Shown(new ShownVariants { Panels = "activation", Lines = "rate" }));
        Assert.Equal(
            ["tanh: rate 0.5"], Shown(new ShownVariants { Panels = "activation", Lines = "rate", Where = [("activation", "tanh")] }));
        Assert.Equal(["a, b, tanh, rate 0.5"], Shown(new ShownVariants()));
    }

    [Fact]
    public void A_chart_shows_the_variants_that_are_picked_whatever_factors_they_have()
    {
        Assert.Equal(["rate 0.5"], Shown(new ShownVariants { Lines = "rate", Only = results => [results["tanh, rate 0.5"]] }));
        Assert.Empty(Shown(new ShownVariants { Lines = "rate", Only = _ => [] }));
    }

    [Fact]
    public void A_factor_that_no_variant_has_is_an_error_that_names_the_nearest()
    {
        var error = Assert.Throws<RecipeException>(() => Shown(new ShownVariants { Lines = "rat" }));

        Assert.StartsWith("There is no factor 'rat'. Did you mean 'rate'?", error.Message, StringComparison.Ordinal);
    }

    private string[] Shown(ShownVariants chart)
    {
        _ = chart.Draw(Table());
        return [.. chart.Groups.Select(group =>
            $"{group.Title}{(group.Title.Length > 0 ? ": " : "")}{string.Join(", ", group.Lines.Select(line => line.Label))}")];
    }

    private static string[] Texts(string path) => [.. XDocument.Load(path).Descendants(Svg + "text").Select(element => element.Value)];

    internal static Chart Chart(string kind) => kind switch
    {
        "profile" => new LayerProfile(kind, "The title", Metrics.BiasGradient)
        {
            Panels = "rate", Published = new Dictionary<string, IReadOnlyList<double>> { ["a"] = [0.05, 0.2] },
        },
        "linear" => new LayerProfile(kind, "The title", Metrics.BiasGradient) { Panels = "rate", LogScale = false, AtEnd = true },
        "history" => new LayerHistory(kind, "The title", Metrics.BiasGradient) { Panels = "rate" },
        "learning" => new LearningCurves(kind, "The title") { Lines = "rate", MarkBest = true },
        "panels" => new LearningCurves(kind, "The title") { Panels = "rate", Lines = "rate", EachSeed = true },
        "layer" =>
            new LearningCurves(kind, "The title") { Lines = "rate", Metric = Metrics.BiasGradient, Layer = 1, FirstSteps = 3 },
        "map" => new LayerMap(kind, "The title", Metrics.BiasGradient) { Panels = "rate" },
        "stops" => new StoppingEpochs(kind, "The title", "a", new EpochMark("best", variant => variant.ValidationAccuracy.EpochOfMin()))
        {
            Lines = "rate", Metric = Metrics.Accuracy,
        },
        "setting" => new SettingSweep(kind, "The title", "rate", "accuracy", Best),
        "pairs" =>
            new PairedDifference(
                kind, "The title", "accuracy", ("first", variant => variant.ValidationAccuracy.At(0)), ("best", Best))
            { Lines = "rate" },
        "histograms" => new Histograms(kind, "The title", 1, 2) { Lines = "rate" },
        "dots" =>
            new DotPlot(kind, "The title", "accuracy", Best) { Lines = "rate", Published = new Dictionary<string, double> { ["b"] = 0.7 } },
        "heatmap" => new Heatmap(kind, "The title", "rate", "activation", Best),
        _ => new OwnChart(kind, "The title") { Lines = "rate" },
    };

    // What a kind of chart says of the made-up numbers: validation accuracies from 10 to 90 % and 0.5 more with each seed, norms of 0.01
    // and 0.1.
    private static string Caption(string kind) => kind switch
    {
        "profile" => "The last value over the first, before training: 10.0 (rate 0.1) and 10.0 (rate 0.5).",
        "linear" => "Highest, after training: rate 0.1, layer 2, 0.200. Lines are means over 3 seeds, bands 95 % intervals.",
        "layer" => "At first: 0.0200 (rate 0.1) and 0.0200 (rate 0.5). Lines are means over 3 seeds, bands",
        "history" => "The last layer's value over the first's, at the last step: 10.0 (rate 0.1) and 10.0 (rate 0.5).",
        "map" => "The smallest gradient, 0.0100, is that of layer 1 in \"rate 0.1\" after step 5: the last layer's is 18.2",
        "learning" => "Mean best validation accuracy: 90.5 % in all. Lines are means over 3 seeds, bands 95 % intervals.",
        "panels" => "Mean best validation accuracy: 90.5 % in all. Thick lines are medians over 3 seeds;",
        "stops" => "Without stopping, the mean validation accuracy is greatest after epoch 10, 90.5 %, and 90.5 % at the end.",
        "setting" => "Greatest validation accuracy: 90.5 at rate 0.1 to 90.5 at rate 0.1. Large dots are means over 3 seeds",
        "pairs" => "Higher in all 2 rows, by 80 points: best minus first.",
        "histograms" => "Shares of all units and images, means over seeds.",
        "dots" => "All: 90.5 % (89.3 to 91.7). Greatest validation accuracy, means over seeds with 95 % intervals.",
        "heatmap" => "Means over seeds of the greatest validation accuracy, in %.",
        _ => "2 variants",
    };

    private static SeedValues Best(VariantResults variant) => variant.ValidationAccuracy.Max();

    private ResultTable Table(bool quick = false, bool synthetic = false, double badValue = 0.01) => MadeUpResults.Of(
        Path.Combine(folder, $"results-{quick}-{badValue}"), ["a", "b", "tanh, rate 0.5"], 3, (_, seed) =>
            Rows(seed, badValue), quick, synthetic,
        factors: new Dictionary<string, Factors>
        {
            ["a"] = [("rate", 0.1)], ["b"] = [("rate", 0.5)], ["tanh, rate 0.5"] = [("activation", "tanh"), ("rate", 0.5)],
        },
        baseline: [("activation", "ReLU")]);

    internal static IEnumerable<Measurement> Rows(int seed, double badValue)
    {
        for (var epoch = 0; epoch <= 10; epoch++)
        {
            yield return new(epoch, epoch, Splits.Train, Metrics.Accuracy, null, 0.1 + (0.085 * epoch));
            yield return new(epoch, epoch, Splits.Validation, Metrics.Accuracy, null, 0.1 + (0.08 * epoch) + (0.005 * seed));
            yield return new(epoch, epoch, "", Metrics.BiasGradient, 1, epoch == 5 ? badValue : 0.01 * (1 + seed));
            yield return new(epoch, epoch, "", Metrics.BiasGradient, 2, 0.1 * (1 + seed));
        }

        foreach (var layer in new[] { 1, 2 })
        {
            yield return new(0, 0, "", Metrics.HistogramLow, layer, -1);
            yield return new(0, 0, "", Metrics.HistogramHigh, layer, 1);
            yield return new(0, 0, "", Metrics.HistogramBin(1), layer, 0.4);
            yield return new(0, 0, "", Metrics.HistogramBin(2), layer, 0.6);
        }
    }

    private sealed record ShownVariants() : Chart("shown", "Title")
    {
        public IReadOnlyList<ChartPanel> Groups { get; private set; } = [];

        protected internal override Figure Draw(ResultTable results)
        {
            Groups = Group(results);
            return Figure.None;
        }
    }

    // As an author would write it: a plot of ScottPlot, drawn on as its users do.
    private sealed record OwnChart(string Name, string Title) : Chart(Name, Title)
    {
        protected internal override Figure Draw(ResultTable results)
        {
            var lines = Group(results).SelectMany(panel => panel.Lines).ToList();
            if (lines.Count == 0)
            {
                return Figure.None;
            }

            var plot = new Plot();
            plot.Add.Bars(lines.Select(line => line.Variant.ValidationAccuracy.Last().Mean.Estimate).ToArray());
            return new([plot]) { Caption = $"{lines.Count} variants" };
        }
    }
}
