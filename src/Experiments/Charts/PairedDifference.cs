using ScottPlot;

namespace Experiments.Charts;

/// <summary>
/// Two numbers of every seed side by side, a panel for each variant: a thin line joins the two of a seed, a thick one their means, and the
/// mean difference stands below with its 95 % interval, paired by seed.
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
    public (double Least, double Greatest) Possible { get; init; } = (double.NegativeInfinity, double.PositiveInfinity);

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var panels = Group(results).SelectMany(panel => panel.Lines, (panel, line) => (
            Title: CaptionText.Join(panel.Title, line.Label), Pairs: Pairs(line.Variant)))
            .Where(panel => panel.Pairs.Count > 0).ToList();
        List<Plot> plots = [.. panels.Select(panel => Panel(panel.Title, panel.Pairs))];
        PanelLimits.Share(plots);
        plots.ForEach(panel => panel.Axes.SetLimitsX(-0.45, 1.45));
        var columns = Math.Clamp(plots.Count, 1, MostColumns);
        return new(plots)
        {
            Columns = columns, Legend = Legend(), RowHeight = plots.Count > columns ? 300 : 430,
            Caption = CaptionOf([.. panels.Select(panel => (panel.Title, Difference(panel.Pairs)))]),
        };
    }

    private List<(double First, double Second)> Pairs(VariantResults variant)
    {
        var second = Second.Of(variant).BySeed;
        return [.. from seed in First.Of(variant).BySeed
                   where second.ContainsKey(seed.Key) && double.IsFinite(seed.Value) && double.IsFinite(second[seed.Key])
                   select (seed.Value, second[seed.Key])];
    }

    private Plot Panel(string title, List<(double First, double Second)> pairs)
    {
        var plot = Theme.Panel(title);
        pairs.ForEach(pair => Join(plot, pair.First, pair.Second, Theme.Ink.WithAlpha(0.5), 1, 5));
        Join(plot, pairs.Average(pair => pair.First), pairs.Average(pair => pair.Second), Theme.SeriesColor(0), 3, 10);
        Theme.Categories(plot, [0, 1], [First.Label, Second.Label]);
        Theme.Label(plot, $"difference {Signed(Difference(pairs))}", Label);
        plot.Axes.Left.TickGenerator = new LinearTicks(Possible.Least, Possible.Greatest);
        plot.Axes.Margins(0, 0.1);
        return plot;
    }

    private static Interval Difference(List<(double First, double Second)> pairs) =>
        Statistics.Mean([.. pairs.Select(pair => pair.Second - pair.First)]);

    private static void Join(Plot plot, double first, double second, Color color, float width, float size)
    {
        var line = plot.Add.Scatter(new Coordinates[] { new(0, first), new(1, second) }, color);
        line.LineWidth = width;
        line.MarkerShape = MarkerShape.FilledCircle;
        line.MarkerSize = size;
    }

    private string CaptionOf(List<(string Title, Interval Difference)> panels)
    {
        var higher = panels.Count(panel => panel.Difference is { Count: > 1, Low: > 0 });
        var lower = panels.Count(panel => panel.Difference is { Count: > 1, High: < 0 });
        return panels.Count == 0 ? ""
            : $"\"{Second.Label}\" is clearly higher than \"{First.Label}\" in {higher} of {panels.Count} panels, clearly lower in "
                + $"{lower}: "
            + "there the 95 % interval of the mean difference, paired by seed, does not contain 0.";
    }

    private static string Signed(Interval difference)
    {
        var unit = Math.Max(Math.Abs(difference.Estimate), double.IsFinite(difference.Deviation) ? difference.Deviation : 0);
        var format = unit < 0.1 ? "+0.0000;−0.0000" : "+0.00;−0.00";
        return difference.Count > 1
            ? $"{Number(difference.Estimate)} ({Number(difference.Low)} to {Number(difference.High)})"
            : Number(difference.Estimate);

        string Number(double value) => value.ToString(format, CultureInfo.InvariantCulture);
    }

    private static List<LegendItem> Legend() =>
    [
        new() { LabelText = "one seed", LineColor = Theme.Ink.WithAlpha(0.5), LineWidth = 1, MarkerShape = MarkerShape.FilledCircle,
            MarkerSize = 5, MarkerColor = Theme.Ink.WithAlpha(0.6) },
        new() { LabelText = "mean; below the panel the mean difference with its 95 % interval", LineColor = Theme.SeriesColor(0),
            LineWidth = 3 },
    ];
}
