using System.Xml.Linq;
using Experiments.Charts;
using Experiments.Naming;
using Experiments.Results;
using Experiments.Tests.MadeUp;

namespace Experiments.Tests.Charts;

/// <summary>What every chart says of its results: settings that are not the published ones, trainings that diverged.</summary>
public sealed class FooterTests : IDisposable
{
    private static readonly Departure Epochs = new("epochs", "5", "30");
    private static readonly Departure Rate = new("optimizer.learning-rate", "1000000", "0.1");

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string> Kinds => [.. ChartTests.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_names_the_settings_that_are_not_as_published(string kind)
    {
        var text = Text(ChartTests.Chart(kind), departures: new() { ["a"] = [Epochs], ["b"] = [Epochs, Rate] });

        Assert.Contains("OTHER SETTINGS THAN PUBLISHED: epochs=5, published 30", text, StringComparison.Ordinal);
        Assert.Contains("optimizer.learning-rate=1000000, published 0.1, in 1 of 2 variants", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_names_those_of_the_variants_alone_that_it_shows()
    {
        var chart = new LearningCurves("learning", "Title") { Lines = "rate", Where = [("rate", 0.1)] };

        Assert.DoesNotContain("OTHER SETTINGS", Text(chart, departures: new() { ["b"] = [Epochs] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("learning")]
    [InlineData("panels")]
    [InlineData("history")]
    [InlineData("map")]
    [InlineData("stops")]
    [InlineData("setting")]
    [InlineData("pairs")]
    [InlineData("dots")]
    public void Kinds_that_show_training_cross_what_diverged_and_count_it(string kind)
    {
        var text = Text(ChartTests.Chart(kind), diverged: true);

        Assert.Contains("training diverged (not finite)", text, StringComparison.Ordinal);
        Assert.Contains("TRAINING DIVERGED: b (2 of 3 seeds)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heatmap_counts_what_diverged_in_its_square() =>
        Assert.Contains("2 of 3 diverged", Text(ChartTests.Chart("heatmap"), diverged: true), StringComparison.Ordinal);

    [Theory]
    [InlineData("profile")] // before training
    [InlineData("histograms")]
    public void Kinds_that_show_what_was_before_training_do_not_speak_of_divergence(string kind) =>
        Assert.DoesNotContain("DIVERGED", Text(ChartTests.Chart(kind), diverged: true), StringComparison.Ordinal);

    [Theory]
    [InlineData("profile", false, "", "published figures")]
    [InlineData("profile", true, "", "published figures, at the published settings")]
    [InlineData("dots", false, "fashion", "published figures, on MNIST")]
    [InlineData("dots", true, "fashion", "published figures, at the published settings and on MNIST")]
    public void Published_figures_beside_other_settings_or_data_say_what_they_are_of(
        string kind, bool otherSettings, string dataSet, string expected)
    {
        var chart = ChartTests.Chart(kind) switch
        {
            LayerProfile profile => profile with { PublishedLabel = "published figures" },
            DotPlot dots => dots with { PublishedLabel = "published figures" },
            var other => other,
        };
        var departures = new Dictionary<string, IReadOnlyList<Departure>> { ["a"] = [Epochs], ["b"] = [Epochs] };

        var texts = Texts(chart, otherSettings ? departures : [], dataSet: dataSet.Length > 0 ? dataSet : "MNIST");

        Assert.Contains(expected, texts);
    }

    [Fact]
    public void A_closed_form_holds_at_any_settings()
    {
        var chart = (LayerProfile)ChartTests.Chart("profile") with { PublishedLabel = "closed form", PublishedHoldsAnywhere = true };

        Assert.Contains("closed form", Texts(chart, new() { ["a"] = [Epochs] }));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_speaks_of_intervals_of_a_single_seed(string kind)
    {
        var text = Text(ChartTests.Chart(kind), seeds: 1);

        Assert.DoesNotContain("95 %", text, StringComparison.Ordinal);
        Assert.DoesNotContain("over seeds", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "step")]
    [InlineData(100, "epoch")]
    public void An_epoch_that_is_a_step_is_called_so(int stepsAnEpoch, string expected)
    {
        var texts = Texts(new LayerHistory("history", "Title", Metrics.BiasGradient) { Panels = "rate" }, stepsAnEpoch: stepsAnEpoch);

        Assert.Contains(expected, texts);
        Assert.Contains($"at the last {expected}:", string.Join(" ", texts), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_not_finite_is_not_below_a_bound()
    {
        var chart = new DotPlot("dots", "Title", "error", variant => new("error", "", Errors, [variant.Name]))
        {
            Lines = "rate", LogScale = true, Bound = (1e-5, "right"),
        };

        Assert.Contains(
            "4 of 6 values are below 1.0·10⁻⁵, 2 are NOT FINITE, the greatest is 1.0·10⁻⁷", Text(chart), StringComparison.Ordinal);
    }

    [Fact]
    public void Seeds_that_an_axis_cannot_show_are_counted()
    {
        var chart = new SettingSweep("sweep", "Title", "rate", "error", variant => new("error", "", Errors, [variant.Name]));

        Assert.Contains("2 of 6 values, not finite or without a logarithm, are in no mean.", Text(chart), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sweep_says_of_which_epochs_its_numbers_are()
    {
        var chart = new SettingSweep("sweep", "Title", "rate", "accuracy", variant => variant.ValidationAccuracy.MeanOfLast(4));

        Assert.Contains("Validation accuracy, mean of epochs 7 to 10: ", Text(chart), StringComparison.Ordinal);
    }

    private static Dictionary<int, double> Errors => new() { [0] = 1e-8, [1] = double.NaN, [2] = 1e-7 };

    private string Text(
        Chart chart, Dictionary<string, IReadOnlyList<Departure>>? departures = null, bool diverged = false, int seeds = 3) =>
        string.Join(" ", Texts(chart, departures, diverged, seeds));

    private string[] Texts(
        Chart chart, Dictionary<string, IReadOnlyList<Departure>>? departures = null, bool diverged = false, int seeds = 3,
        string dataSet = "MNIST", int stepsAnEpoch = 1)
    {
        var table = MadeUpResults.Of(
            Path.Combine(folder, "results"), ["a", "b"], seeds, (variant, seed) =>
            [
                .. ChartTests.Rows(seed, 0.01).Select(row => row with { Step = stepsAnEpoch * row.Epoch }),
                .. diverged && variant == "b" && seed > 0 ? [new(10, 10, "", Metrics.Diverged, null, 1)] : Array.Empty<Measurement>(),
            ],
            factors: new Dictionary<string, Factors> { ["a"] = [("rate", 0.1)], ["b"] = [("rate", 0.5)] },
            baseline: [("activation", "ReLU")], departures: departures, dataSet: dataSet);
        var path = chart.Save(table, folder, ["svg"])[0];
        return [.. XDocument.Load(path).Descendants(XName.Get("text", "http://www.w3.org/2000/svg")).Select(text => text.Value)];
    }
}
