using System.Globalization;
using Experiments.Results;
using ScottPlot;

namespace Experiments.Charts;

/// <summary>Two numbers of the same seed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="First">The number on the left.</param>
/// <param name="Second">The number on the right.</param>
public sealed record SeedPair(int Seed, double First, double Second);

/// <summary>
/// Two numbers of every seed side by side, a panel for each variant: a thin line joins the two of a seed, a thick one their means, and the mean
/// difference stands below with its 95 % interval.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">What the chart shows.</param>
/// <param name="FirstLabel">The number on the left.</param>
/// <param name="SecondLabel">The number on the right.</param>
/// <param name="Pairs">The pairs, from the results and a variant's name.</param>
/// <param name="Label">The numbers as they stand at the axis.</param>
public sealed record PairedSeeds(
    string Name, string Title, string FirstLabel, string SecondLabel, Func<ResultTable, string, IReadOnlyList<SeedPair>> Pairs, string Label) : Chart(Name, Title)
{
    private const int MostColumns = 3;

    /// <summary>The least and the greatest value that the numbers can have; the axis has no labels beyond them.</summary>
    public (double Least, double Greatest) Possible { get; init; } = (double.NegativeInfinity, double.PositiveInfinity);

    private protected override Figure Draw(ResultTable results, IReadOnlyList<string> variants)
    {
        var panels = variants.Select(variant => (Variant: variant, Pairs: Pairs(results, variant).Where(pair => double.IsFinite(pair.First) && double.IsFinite(pair.Second)).ToList()))
            .Where(panel => panel.Pairs.Count > 0).Select(panel => Panel(panel.Variant, panel.Pairs)).ToList();
        PanelLimits.Share(panels);
        panels.ForEach(panel => panel.Axes.SetLimitsX(-0.45, 1.45));
        var columns = Math.Clamp(panels.Count, 1, MostColumns);
        return Figure(results, panels, columns, Legend()) with { RowHeight = panels.Count > columns ? 300 : 430 };
    }

    private Plot Panel(string variant, List<SeedPair> pairs)
    {
        var difference = Statistics.Mean([.. pairs.Select(pair => pair.Second - pair.First)]);
        var plot = Theme.Panel(variant);
        foreach (var pair in pairs)
        {
            Join(plot, pair.First, pair.Second, Theme.Ink.WithAlpha(0.5), 1, 5);
        }

        Join(plot, pairs.Average(pair => pair.First), pairs.Average(pair => pair.Second), Theme.SeriesColor(0), 3, 10);
        Theme.Categories(plot, [0, 1], [FirstLabel, SecondLabel]);
        Theme.Label(plot, $"difference {Signed(difference)}", Label);
        plot.Axes.Left.TickGenerator = new LinearTicks(Possible.Least, Possible.Greatest);
        plot.Axes.Margins(0, 0.1);
        return plot;
    }

    private static void Join(Plot plot, double first, double second, Color color, float width, float size)
    {
        var line = plot.Add.Scatter(new Coordinates[] { new(0, first), new(1, second) }, color);
        line.LineWidth = width;
        line.MarkerShape = MarkerShape.FilledCircle;
        line.MarkerSize = size;
    }

    private static string Signed(Interval difference)
    {
        var unit = Math.Max(Math.Abs(difference.Estimate), double.IsFinite(difference.Deviation) ? difference.Deviation : 0);
        var format = unit < 0.1 ? "+0.0000;−0.0000" : "+0.00;−0.00";
        return difference.Count > 1 ? $"{Number(difference.Estimate)} ({Number(difference.Low)} to {Number(difference.High)})" : Number(difference.Estimate);

        string Number(double value) => value.ToString(format, CultureInfo.InvariantCulture);
    }

    private static List<LegendItem> Legend() =>
    [
        new() { LabelText = "one seed", LineColor = Theme.Ink.WithAlpha(0.5), LineWidth = 1, MarkerShape = MarkerShape.FilledCircle, MarkerSize = 5, MarkerColor = Theme.Ink.WithAlpha(0.6) },
        new() { LabelText = "mean; below the panel the mean difference with its 95 % interval", LineColor = Theme.SeriesColor(0), LineWidth = 3 },
    ];
}
