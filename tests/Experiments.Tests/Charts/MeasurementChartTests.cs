using System.Xml.Linq;
using Experiments.Charts;
using Experiments.Results;
using ScottPlot;
using ScottPlot.Plottables;

namespace Experiments.Tests.Charts;

/// <summary>The kinds of chart that draw what is measured for charts alone: histograms, predictions, pictures and losses by step.</summary>
public sealed class MeasurementChartTests : IDisposable
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string> Kinds =>
        ["layers", "epochs", "weights", "updates", "confusion", "classes", "misclassified", "reliability", "first-layer", "seen", "loss"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_drawn_with_title_caption_and_footer_and_twice_the_same(string kind)
    {
        var paths = Chart(kind).Save(Table(), Path.Combine(folder, "1"), ["png", "svg"]);
        var again = Chart(kind).Save(Table(), Path.Combine(folder, "2"), ["png", "svg"]);

        Assert.Equal([$"{kind}.png", $"{kind}.svg"], paths.Select(Path.GetFileName));
        Assert.All(paths.Zip(again), pair => Assert.Equal(File.ReadAllBytes(pair.First), File.ReadAllBytes(pair.Second)));
        var text = string.Join(" ", XDocument.Load(paths[1]).Descendants(Svg + "text").Select(element => element.Value));
        Assert.Contains("The title", text, StringComparison.Ordinal);
        Assert.Contains(Caption(kind), text, StringComparison.Ordinal);
        Assert.Contains("MNIST · 3 seeds · recipe", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Results_that_lack_what_it_draws_give_no_chart(string kind) => Assert.Empty(Chart(kind).Save(
        MadeUpResults.Of(Path.Combine(folder, "other"), ["a"], 1, (_, _) => [new(0, 0, "test", "loss", null, 1)]), folder, ["png"]));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_report_page_can_draw_all_that_is_on_it(string kind)
    {
        var figure = Chart(kind).Draw(Table());

        Assert.NotEmpty(figure.Panels);
        Assert.All(figure.Panels.SelectMany(panel => panel.GetPlottables()), plottable => Assert.True(
            plottable is Scatter or Polygon or FillY or HorizontalLine or Text or Rectangle or ScottPlot.Plottables.Heatmap,
            plottable.GetType().Name));
    }

    [Fact]
    public void Errors_of_a_confusion_matrix_are_means_over_seeds_and_right_answers_stand_back()
    {
        var plot = Chart("confusion").Draw(Table()).Panels[0];
        var texts = plot.GetPlottables<Text>().ToDictionary(text => (-text.Location.Y, text.Location.X), text => text.LabelText);
        var squares = plot.GetPlottables<Rectangle>().ToList();

        Assert.Equal("3.0", texts[(0, 1)]); // 2, 3 and 4 images
        Assert.Equal("97", texts[(0, 0)]);
        Assert.DoesNotContain((1.0, 0.0), texts.Keys);
        Assert.Equal(2, squares.Count(square => square.FillColor == Theme.StandsBack));
    }

    // Ten thousandths lie where 1e-3 ends up, log₁₀ from −3 to −2.75, in every seed; the median is in the middle of it.
    [Fact]
    public void The_dot_of_a_ridge_is_the_median()
    {
        var plot = Chart("layers").Draw(Table()).Panels[0];
        var dots = plot.GetPlottables<Scatter>().Single(scatter => scatter.LineWidth == 0).Data.GetScatterPoints();

        Assert.Equal([-2.875, -0.875], dots.Select(dot => dot.X).Order());
        Assert.Equal("25 % zeros", plot.GetPlottables<Text>().Single(text => text.IsVisible).LabelText);
    }

    [Fact]
    public void A_ridge_is_a_layer_or_an_epoch()
    {
        var (layers, epochs) = (Chart("layers").Draw(Table()), Chart("epochs").Draw(Table()));

        Assert.Equal(["layer 1", "layer 2"], Names(layers.Panels[0]));
        Assert.Single(layers.Panels);
        Assert.Equal(["epoch 1", "start"], Names(epochs.Panels[0]).Order());
        Assert.Equal(["layer 1", "layer 2"], epochs.Panels.Select(panel => panel.Axes.Title.Label.Text));

        static IEnumerable<string> Names(Plot plot) =>
            plot.GetPlottables<Scatter>().Select(line => line.LegendText).Where(text => text.Length > 0).Order();
    }

    [Fact]
    public void At_the_end_ridges_are_the_layers_of_the_last_epoch()
    {
        var panels = new Ridges("end", "The title", Metrics.GradientHistogram) { AtEnd = true }.Draw(Table());

        Assert.Contains("(a, layer 1, epoch 1) to 0.13 (a, layer 2, epoch 1)", panels.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_that_most_seeds_get_wrong_come_first_then_those_they_are_surest_about()
    {
        var images = WrongImage.Of(Table(), "a");

        Assert.Equal([(7, 3), (5, 1), (9, 1)], images.Select(image => (image.Number, image.Seeds)));
        Assert.Equal((0, 1, 0.7), (images[0].Right, images[0].Predicted, Math.Round(images[0].Confidence, 6)));
        Assert.Equal([0, 1, 1, 0], images[0].Pixels!);
        Assert.Null(images[2].Pixels);
    }

    [Fact]
    public void A_reference_is_a_line_across_a_history_of_layers()
    {
        var panel = Chart("updates").Draw(Table()).Panels[0];

        Assert.Equal((-3.0, "rule of thumb"), panel.GetPlottables<HorizontalLine>().Select(line => (line.Y, line.LegendText)).Single());
    }

    [Fact]
    public void The_loss_of_steps_is_shown_up_to_the_step_asked_for()
    {
        var chart = (LossPerStep)Chart("loss");
        var line = Line(chart);

        Assert.Equal([1, 2, 4], line.Select(point => point.X));
        Assert.Equal(Math.Log10(2), line[0].Y, 1e-9);
        Assert.Equal([1, 2], Line(chart with { Steps = 2 }).Select(point => point.X));

        IReadOnlyList<Coordinates> Line(LossPerStep loss) =>
            loss.Draw(Table()).Panels[0].GetPlottables<Scatter>().First().Data.GetScatterPoints();
    }

    private static Chart Chart(string kind) => kind switch
    {
        "layers" => new Ridges(kind, "The title", Metrics.GradientHistogram),
        "epochs" => new Ridges(kind, "The title", Metrics.GradientHistogram) { Each = RidgeOf.Epoch },
        "weights" => new Ridges(kind, "The title", Metrics.WeightHistogram),
        "updates" => new LayerHistory(kind, "The title", Metrics.UpdateRatio) { Reference = (1e-3, "rule of thumb") },
        "confusion" => new ConfusionMatrix(kind, "The title"),
        "classes" => new ClassAccuracy(kind, "The title"),
        "misclassified" => new MisclassifiedDigits(kind, "The title"),
        "reliability" => new ReliabilityDiagram(kind, "The title"),
        "first-layer" => new WeightImages(kind, "The title"),
        "seen" => new DistortedDigits(kind, "The title"),
        _ => new LossPerStep(kind, "The title"),
    };

    private static string Caption(string kind) => kind switch
    {
        "layers" or "epochs" => "The median gradient goes from 0.0013 (a, layer 1, before training) to 0.13 (a, layer 2,",
        "weights" => "The median weight goes from 0.13 (a, layer 1, before training)",
        "updates" => "The last layer's value over the first's, at the last epoch: 2.00",
        "confusion" => "0 is taken for 1 most often, 3.0 times of 100, in all 3 errors",
        "classes" => "The hardest digit: 0 (97.0 %",
        "misclassified" => "3 test images wrong in one or more of 3 seeds, 1 in all of them",
        "reliability" => "Expected calibration error: 2.00 %",
        "first-layer" => "Weights from −0.50 (blue) to 0.50 (red)",
        "seen" => "The first training images of seed 0 in its first epoch.",
        _ => "up to step 4: 0.50",
    };

    private ResultTable Table() => MadeUpResults.Of(Path.Combine(folder, "results"), ["a"], 3, Rows);

    private static IEnumerable<Measurement> Rows(string variant, int seed)
    {
        foreach (var (epoch, layer) in new[] { (0, 1), (0, 2), (1, 1), (1, 2) })
        {
            yield return new(epoch, 4 * epoch, "", $"gradient.histogram.{(layer == 1 ? 36 : 44)}", layer, 30);
            yield return new(epoch, 4 * epoch, "", "gradient.histogram.zeros", layer, layer == 1 ? 10 : 0);
            yield return new(epoch, 4 * epoch, "", "weight.histogram.44", layer, 30);
            yield return new(epoch, 4 * epoch, "", "update.ratio", layer, layer * 0.01);
        }

        foreach (var (step, loss) in new[] { (1, 2.0), (2, 1.0), (4, 0.5) })
        {
            yield return new(step / 4, step, "train", "batch.loss", null, loss);
        }

        Measurement Test(string metric, double value) => new(1, 4, "test", metric, null, value);

        yield return Test("accuracy", 0.97);
        yield return Test("confusion.0.0", 98 - seed);
        yield return Test("confusion.0.1", 2 + seed);
        yield return Test("confusion.1.1", 100);
        yield return Test("calibration.count.15", 200);
        yield return Test("calibration.confidence.15", 0.99);
        yield return Test("calibration.accuracy.15", 0.97);
        yield return Test("calibration.error", 0.02);
        yield return Test("misclassified.7.0.1", 0.6 + (0.1 * seed));
        yield return Test("image.pixels", 4);
        yield return Test("image.7.0", (15 * 16) + (15 * 16 * 16));
        if (seed > 0)
        {
            yield return Test(seed == 1 ? "misclassified.9.0.1" : "misclassified.5.0.1", seed == 1 ? 0.5 : 0.9);
            yield return Test("image.5.0", 15);
        }

        yield return new(1, 4, "", "first-layer.width", null, 2);
        yield return new(1, 4, "", "first-layer.pixels", null, 4);
        yield return new(1, 4, "", "first-layer.scale", null, 0.5);
        yield return new(1, 4, "", "first-layer.1.0", null, 15 + (30 * 31));
        yield return new(0, 0, "train", "seen.pixels", null, 4);
        yield return new(0, 0, "train", "seen.1.0", null, 15 * 16);
    }
}
