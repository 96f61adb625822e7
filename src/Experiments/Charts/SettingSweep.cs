using ScottPlot;
using ScottPlot.TickGenerators;

namespace Experiments.Charts;

/// <summary>
/// A number against a numeric factor: a line for each other level or each measure, through the means over seeds with the band of their 95 %
/// intervals, and a dot for each seed.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
/// <param name="Factor">The factor on the bottom axis.</param>
/// <param name="Label">The number as it stands at the axis.</param>
/// <param name="Measures">The number of each seed; more than one for a line each, with their labels.</param>
public sealed record SettingSweep(
    string Name, string Title, string Factor, string Label,
    params IReadOnlyList<(string Label, Func<VariantResults, SeedValues> Of)> Measures) : Chart(Name, Title)
{
    /// <summary>A sweep of one measure.</summary>
    public SettingSweep(string name, string title, string factor, string label, Func<VariantResults, SeedValues> measure)
        : this(name, title, factor, label, ("", measure))
    {
    }

    /// <summary>The factor as it stands at the axis; null for its name.</summary>
    public string? FactorLabel { get; init; }

    /// <summary>Whether the factor's axis is logarithmic.</summary>
    public bool LogFactor { get; init; }

    /// <summary>Whether the number's axis is logarithmic; means are geometric then.</summary>
    public bool LogScale { get; init; }

    /// <summary>The least and the greatest value that the number can have; intervals end there.</summary>
    public (double Least, double Greatest) Possible { get; init; } = (double.NegativeInfinity, double.PositiveInfinity);

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var lines = LinesOf(results);
        return lines.Count == 0 ? Figure.None : new([Panel(lines)])
        {
            Legend =
            [
                .. lines.Select((line, index) => SeriesLines.LegendItem(line.Label.Length > 0 ? line.Label : "mean over seeds", index)),
                Dots.LegendItem("one seed", Theme.Ink.WithAlpha(0.6), 5),
            ],
            Caption = CaptionOf(lines),
            RowHeight = 430,
        };
    }

    private List<Line> LinesOf(ResultTable results) =>
    [
        .. from line in Group(results, Factor).SelectMany(panel => panel.Lines).GroupBy(line => Lines is null ? "" : line.Label)
           from measure in Measures
           let points = (from point in line
                         let level = results.LevelOf(point.Variant.Name, Factor)
                         let x = level?.Number
                         let values = measure.Of(point.Variant).Values.Where(value => double.IsFinite(value) && (value > 0 || !LogScale))
                             .ToList()
                         where x is not null && values.Count > 0
                         orderby x
                         select new Point(x.Value, level.Value.LabelOf(Factor), values)).ToList()
           where points.Count > 0
           select new Line(line.Key.Length > 0 ? line.Key : measure.Label, points),
    ];

    private Plot Panel(List<Line> lines)
    {
        var plot = Theme.Panel("");
        foreach (var (index, line) in lines.Index())
        {
            SeriesLines.Add(
                plot, [.. line.Points.Select(point => X(point.X))], [.. line.Points.Select(point => OnAxis(MeanOf(point)))], index,
                marked: true);
            var seeds = line.Points.SelectMany(point => point.Values, (point, value) => (X(point.X), Y(value)));
            Dots.Add(plot, seeds, (lines.Count == 1 ? Theme.Ink : Theme.SeriesColor(index)).WithAlpha(0.6), size: 5);
        }

        var settings = lines.SelectMany(line => line.Points).Select(point => point.X).Distinct().Order().ToList();
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. settings.Select(X)], [.. settings.Select(Text)]);
        plot.Axes.Left.TickGenerator = new LinearTicks(Possible.Least, Possible.Greatest);
        plot.Axes.Margins(0.04, 0.08);
        plot.Axes.AutoScale();
        Theme.Label(plot, FactorLabel ?? Factor, Label);
        if (LogScale)
        {
            var range = new LogRange();
            range.Include(lines.SelectMany(line => line.Points).SelectMany(point => point.Values));
            range.ApplyTo(plot);
        }

        return plot;
    }

    private string CaptionOf(List<Line> lines)
    {
        var sentences =
            from line in lines
            where line.Points.Count > 1
            let means = line.Points.ConvertAll(point => (point.Label, Mean: MeanOf(point)))
            let low = means.MinBy(point => point.Mean.Estimate)
            let high = means.MaxBy(point => point.Mean.Estimate)
            let lowest = line.Label.Length > 0 ? $"{line.Label}: lowest" : "Lowest"
            select $"{lowest} at {low.Label}, {CaptionText.Number(low.Mean.Estimate)}; "
                + $"highest at {high.Label}, {CaptionText.Number(high.Mean.Estimate)}.";
        return sentences.Any()
            ? $"{string.Join(" ", sentences)} {(LogScale ? "Geometric means" : "Means")} over seeds; bands are 95 % intervals." : "";
    }

    private double X(double setting) => LogFactor ? Math.Log10(setting) : setting;

    private double Y(double value) => LogScale ? Math.Log10(value) : value;

    private Interval MeanOf(Point point) =>
        (LogScale ? Statistics.GeometricMean(point.Values) : Statistics.Mean(point.Values)).Within(Possible);

    private Interval OnAxis(Interval mean) => mean with { Estimate = Y(mean.Estimate), Low = Y(mean.Low), High = Y(mean.High) };

    private static string Text(double setting) => setting.ToString("#,0.######", CultureInfo.InvariantCulture);

    private sealed record Point(double X, string Label, List<double> Values);

    private sealed record Line(string Label, List<Point> Points);
}
