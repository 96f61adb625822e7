using Experiments.Charts;
using Experiments.Naming;
using Experiments.Results;
using ScottPlot;

namespace Experiments.Tests.Charts;

/// <summary>Colours.</summary>
public sealed class ThemeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(30)]
    public void What_is_in_order_goes_from_dark_to_light(int count)
    {
        var lightness = Enumerable.Range(0, count).Select(index => Luminance(Theme.Ordered(index, count).Color)).ToList();

        Assert.Equal(lightness.Order(), lightness);
        Assert.Equal(count, lightness.Distinct().Count());
    }

    // A contrast of 1.6 to white: Viridis ends at 1.2.
    [Fact]
    public void The_lightest_in_order_can_be_seen_on_white() =>
        Assert.True(1.05 / (Luminance(Theme.Ordered(9, 10).Color) + 0.05) > 1.6);

    [Fact]
    public void The_first_layer_is_the_darkest() =>
        Assert.True(Luminance(Theme.Layer(1, 5).Color) < Luminance(Theme.Layer(2, 5).Color));

    [Fact]
    public void A_single_thing_has_a_colour_too() => Assert.Equal(Theme.Ordered(0, 3).Color, Theme.Ordered(0, 1).Color);

    [Fact]
    public void Lines_of_a_factor_of_numbers_are_in_their_order_whatever_that_of_variants()
    {
        var lines = Lines([("rate", 0.5)], [("rate", 0.1)], [("rate", 2.0)]);

        Assert.Equal(["rate 0.5", "rate 0.1", "rate 2"], lines.Select(line => line.Label));
        Assert.Equal([1, 0, 2], lines.Select(line => line.Index));
        Assert.All(lines, line => Assert.Equal(Theme.Ordered(line.Index, 3), line.Style));
    }

    [Fact]
    public void Lines_of_a_factor_with_a_level_that_is_no_number_have_no_order() =>
        Assert.All(Lines([("rate", 0.5)], [("rate", 0.1)], [("rate", "none")]), line =>
            Assert.Equal(Theme.Category(line.Index), line.Style));

    private IReadOnlyList<ChartLine> Lines(params Factors[] factors)
    {
        var variants = factors.ToDictionary(own => own.Name);
        var chart = new Grouping { Lines = "rate" };
        _ = chart.Draw(MadeUpResults.Of(folder, [.. variants.Keys], 1, (_, seed) => MadeUpResults.Learning(1, seed), factors: variants));
        return chart.Shown;
    }

    // Relative luminance of the web's contrast guidelines.
    private static double Luminance(Color color)
    {
        return (0.2126 * Linear(color.R)) + (0.7152 * Linear(color.G)) + (0.0722 * Linear(color.B));

        static double Linear(byte value) =>
            value / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private sealed record Grouping() : Chart("grouping", "Title")
    {
        public IReadOnlyList<ChartLine> Shown { get; private set; } = [];

        protected internal override Figure Draw(ResultTable results)
        {
            Shown = Group(results)[0].Lines;
            return Figure.None;
        }
    }
}
