using System.Xml.Linq;
using Experiments.Charts;
using Experiments.Results;

namespace Experiments.Tests.Charts;

/// <summary>The charts of errors: against a step, and in rows.</summary>
public sealed class ErrorChartTests : IDisposable
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string> Kinds => ["steps", "rows"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Both_are_drawn_as_png_and_svg_and_twice_the_same(string kind)
    {
        var first = Chart(kind).Save(Table(), Path.Combine(folder, "1"), ["png", "svg"]);
        var second = Chart(kind).Save(Table(), Path.Combine(folder, "2"), ["png", "svg"]);

        Assert.Equal([$"{kind}.png", $"{kind}.svg"], first.Select(Path.GetFileName));
        Assert.All(first.Zip(second), pair => Assert.Equal(File.ReadAllBytes(pair.First), File.ReadAllBytes(pair.Second)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Without_results_nothing_is_drawn(string kind) =>
        Assert.Empty((Chart(kind) with { Where = [("variant", "not there")] }).Save(Table(), folder, ["png"]));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Errors_that_a_log_axis_cannot_show_are_passed_over(string kind) =>
        Assert.Single(
            Chart(kind).Save(Table(factor: seed => seed switch { 0 => 0, 1 => double.NaN, _ => 1 }), folder, ["png"]));

    [Fact]
    public void The_slope_before_rounding_is_written_in_every_panel()
    {
        var texts = Texts("steps");

        Assert.Equal(2, texts.Count(text => text == "slope 2.00"));
        Assert.Equal(2, texts.Count(text => text == "slope 1.00"));
    }

    [Fact]
    public void Rows_are_named_bounded_and_remarked_on()
    {
        var texts = Texts("rows");

        Assert.Contains("variant a", texts);
        Assert.Contains("good: below 10⁻⁷", texts);
        Assert.Contains("variant b (a remark)", texts);
    }

    private string[] Texts(string kind) =>
        [.. XDocument.Load(Chart(kind).Save(Table(), folder, ["svg"])[0]).Descendants(Svg + "text")
            .Select(element => element.Value)];

    private static Chart Chart(string kind) => kind == "steps"
        ? new ConvergencePlot(kind, "The title", "step", "ε", "error", ("two", "second order"), ("one", "first order"))
        {
            GreatestFittedStep = 0.01, Bound = (1e-7, "good: below 10⁻⁷"),
        }
        : new DotPlot(
            kind, "The title", "error", ("second order", variant => variant.Metric("two").At(0)),
            ("first order", variant => variant.Metric("one").At(0)))
        {
            LogScale = true, Bound = (1e-7, "good: below 10⁻⁷"), Remark = variant => variant.Name == "variant b" ? "a remark" : "",
        };

    // Errors ε² and ε, and rounding of 10⁻¹⁶ / ε, times a seed's factor
    private ResultTable Table(Func<int, double>? factor = null) => MadeUpResults.Of(
        Path.Combine(folder, factor is null ? "results" : "odd results"),
        ["variant a", "variant b"],
        seeds: 3,
        (_, seed) => Enumerable.Range(0, 45).SelectMany(index =>
        {
            var (step, times) = (Math.Pow(10, -1 - (index / 4.0)), factor?.Invoke(seed) ?? 1 + (0.1 * seed));
            return new Measurement[]
            {
                new(index, 0, "", "step", null, step),
                new(index, 0, "", "two", null, times * ((step * step) + (1e-16 / step))),
                new(index, 0, "", "one", null, times * (step + (1e-16 / step))),
            };
        }));
}
