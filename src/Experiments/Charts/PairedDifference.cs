using ScottPlot;

namespace Experiments.Charts;

/// <summary>
/// Two numbers of every seed side by side, a panel for each variant: a thin line joins the two of a seed, a thick one their means, and the
/// mean difference stands below with its 95 % interval, paired by seed. A difference is always the second number minus the first: the
/// first is what one starts from.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
/// <param name="Label">The numbers as they stand at the axis.</param>
/// <param name="First">The number on the left, with its label.</param>
/// <param name="Second">The number on the right, with its label.</param>
public sealed record PairedDifference(
    string Name, string Title, string Label, (string Label, Func<VariantResults, SeedValues> Of) First,
    (string Label, Func<VariantResults, SeedValues> Of) Second)
    : Chart(Name, Title)
{
    private const int MostColumns = 3;

    /// <summary>The least and the greatest value that the numbers can have; the axis has no labels beyond them.</summary>
    public (double Least, double Greatest) Possible { get; init; } = ValueAxis.Anything;

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var panels = Ungrouped(results).Select(line => (line.Label, Pairs: Pairs(results, line.Variant)))
            .Where(panel => panel.Pairs.Count > 0).ToList();
        var diverged = panels.Exists(panel => panel.Pairs.Exists(pair => pair.Diverged));
        var plots = panels.ConvertAll(panel => Panel(panel.Label, panel.Pairs));
        Theme.ShareLimits(plots);
        plots.ForEach(plot => plot.Axes.SetLimitsX(-0.45, 1.45));
        var columns = Math.Clamp(plots.Count, 1, MostColumns);
        return new(plots)
        {
            Columns = columns, RowHeight = plots.Count > columns ? 300 : 430,
            Legend = [.. Legend(results), .. diverged ? [Divergence.LegendItem] : (LegendItem[])[]],
            Caption = CaptionOf(results, panels.ConvertAll(panel => Difference(panel.Pairs))),
        };
    }

    private List<Pair> Pairs(ResultTable results, VariantResults variant)
    {
        var (first, second) = (First.Of(variant), Second.Of(variant));
        var diverged = first.Variants.Union(second.Variants).SelectMany(name => results[name].DivergedEpoch.BySeed.Keys).ToHashSet();
        return [.. first.BySeed.Join(second.BySeed, seed => seed.Key, seed => seed.Key, (left, right) =>
                new Pair(left.Value, right.Value, diverged.Contains(left.Key)))
            .Where(pair => double.IsFinite(pair.First) && double.IsFinite(pair.Second))];
    }

    private Plot Panel(string title, List<Pair> pairs)
    {
        var plot = Theme.Panel(title);
        pairs.ForEach(pair => Join(
            plot, pair.First, pair.Second, Theme.Ink.WithAlpha(0.5), 1, pair.Diverged ? 9 : 5,
            pair.Diverged ? MarkerShape.Eks : MarkerShape.FilledCircle));
        Join(plot, pairs.Average(pair => pair.First), pairs.Average(pair => pair.Second), Theme.SeriesColor(0), 3, 10);
        Theme.NameColumns(plot, [First.Label, Second.Label]);
        Theme.Label(plot, $"difference {Signed(Difference(pairs))}", Label);
        new ValueAxis(logarithmic: false, Possible).ApplyLeft(plot);
        plot.Axes.Margins(0, 0.1);
        return plot;
    }

    private static Interval Difference(List<Pair> pairs) =>
        Statistics.Mean([.. pairs.Select(pair => pair.Second - pair.First)]);

    private static void Join(
        Plot plot, double first, double second, Color color, float width, float size,
        MarkerShape shape = MarkerShape.FilledCircle)
    {
        var line = SeriesLines.AddLine(plot, [0, 1], [first, second], color, width);
        line.MarkerShape = shape;
        line.MarkerSize = size;
    }

    private string CaptionOf(ResultTable results, List<Interval> differences)
    {
        var higher = differences.Count(difference => difference is { Count: > 1, Low: > 0 });
        var lower = differences.Count(difference => difference is { Count: > 1, High: < 0 });
        return $"Differences are \"{Second.Label}\" minus \"{First.Label}\". " + (results.Seeds.Count < 2 ? CaptionText.Bands(results)
            : $"Clearly above 0 in {higher} of {differences.Count} panels, clearly below in {lower}: there the 95 % interval of the mean "
                + "difference, paired by seed, does not contain 0.");
    }

    private static string Signed(Interval difference)
    {
        var size = Math.Max(Math.Abs(difference.Estimate), double.IsFinite(difference.Deviation) ? difference.Deviation : 0);
        var format = size < 0.1 ? "+0.0000;−0.0000" : "+0.00;−0.00";
        return Number(difference.Estimate)
            + (difference.Count > 1 ? $" ({Number(difference.Low)} to {Number(difference.High)})" : "");

        string Number(double value) => value.ToString(format, CultureInfo.InvariantCulture);
    }

    private static List<LegendItem> Legend(ResultTable results) =>
    [
        new() { LabelText = "one seed", LineColor = Theme.Ink.WithAlpha(0.5), LineWidth = 1, MarkerShape = MarkerShape.FilledCircle,
            MarkerSize = 5, MarkerColor = Theme.Seed },
        new()
        {
            LabelText = $"mean; below the panel the mean difference{(results.Seeds.Count < 2 ? "" : " with its 95 % interval")}",
            LineColor = Theme.SeriesColor(0), LineWidth = 3,
        },
    ];

    private readonly record struct Pair(double First, double Second, bool Diverged);
}
