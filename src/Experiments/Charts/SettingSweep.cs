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
    public (double Least, double Greatest) Possible { get; init; } = ValueAxis.Anything;

    /// <inheritdoc/>
    protected override IReadOnlyList<string> OwnFactors => [Factor];

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var axis = new ValueAxis(LogScale, Possible);
        var lines = LinesOf(results, axis);
        axis.Include(lines.SelectMany(line => line.Points).SelectMany(point => point.Numbers).Select(number => number.Value));
        var diverged = lines.Exists(line => line.Points.Exists(point => point.Numbers.Exists(number => number.Diverged)));
        return lines.Count == 0 ? Figure.None : new([Panel(lines, axis)])
        {
            Legend =
            [
                .. lines.Select((line, index) =>
                    SeriesLines.LegendItem(line.Label.Length > 0 ? line.Label : CaptionText.OverSeeds(results, "mean"), index)),
                Dots.LegendItem("one seed", Theme.Seed, 5),
                .. diverged ? [Divergence.LegendItem] : (LegendItem[])[],
            ],
            Caption = CaptionOf(results, lines, axis),
            RowHeight = 430,
        };
    }

    private List<Line> LinesOf(ResultTable results, ValueAxis axis) =>
    [
        .. from line in Ungrouped(results).GroupBy(line => Lines is null ? "" : line.Label)
           from measure in Measures
           let points = (from variant in line.Select(point => point.Variant)
                         let level = results.LevelOf(variant.Name, Factor)
                         let values = measure.Of(variant)
                         where level?.Number is not null && values.BySeed.Count > 0
                         let numbers = Divergence.Numbers(results, values, axis)
                         where numbers.Count > 0
                         orderby level.Value.Number
                         select new Point(level.Value.Number!.Value, level.Value.LabelOf(Factor), WhatOf(values, measure.Label), numbers)
                         {
                             Averaged = Averaged(numbers, axis), All = values.BySeed.Count,
                         }).ToList()
           where points.Count > 0
           select new Line(line.Key.Length > 0 ? line.Key : measure.Label, points),
    ];

    private Plot Panel(List<Line> lines, ValueAxis axis)
    {
        var plot = Theme.Panel("");
        foreach (var (index, line) in lines.Index())
        {
            var means = line.Points.Select(point => axis.Position(axis.Mean(point.Averaged)));
            SeriesLines.Add(plot, [.. line.Points.Select(point => X(point.Setting))], means, index, marked: true);
            var seeds = line.Points.SelectMany(
                point => point.Numbers, (point, number) => (number, X(point.Setting), axis.Position(number.Value)));
            Divergence.AddSeeds(plot, seeds, lines.Count == 1 ? Theme.Seed : Theme.SeriesColor(index).WithAlpha(0.6), size: 5);
        }

        var settings = lines.SelectMany(line => line.Points).Select(point => point.Setting).Distinct().Order().ToList();
        plot.Axes.Bottom.TickGenerator = new NumericManual(
            [.. settings.Select(X)], [.. settings.Select(setting => setting.ToString("#,0.######", CultureInfo.InvariantCulture))]);
        plot.Axes.Margins(0.04, 0.08);
        plot.Axes.AutoScale();
        Theme.Label(plot, FactorLabel ?? Factor, Label);
        axis.ApplyLeft(plot);
        return plot;
    }

    // Zeros have no logarithm: on a log axis they are averaged where there is nothing else.
    private static List<double> Averaged(List<SeedNumber> numbers, ValueAxis axis) =>
        numbers.ConvertAll(number => number.Value) is var values && values.FindAll(axis.Shows) is { Count: > 0 } shown ? shown : values;

    // What all measures have in common, if their labels set them apart.
    private static string WhatOf(SeedValues values, string label) =>
        CaptionText.What(values).Replace($" of {label},", ",", StringComparison.Ordinal);

    private static string CaptionOf(ResultTable results, List<Line> lines, ValueAxis axis)
    {
        var sentences =
            from line in lines
            where line.Points.Count > 1
            let means = line.Points.ConvertAll(point => (point.Label, Mean: axis.Mean(point.Averaged).Estimate))
            let low = means.MinBy(point => point.Mean)
            let high = means.MaxBy(point => point.Mean)
            let lowest = line.Label.Length > 0 ? $"{line.Label}: lowest" : "Lowest"
            select $"{lowest} at {low.Label}, {NumberText.Raised(low.Mean)}; highest at {high.Label}, {NumberText.Raised(high.Mean)}. ";
        var what = string.Join("; ", lines.SelectMany(line => line.Points).Select(point => point.What).Distinct());
        var points = lines.SelectMany(line => line.Points).ToList();
        return $"{string.Concat(sentences)}Shown: {what}. {axis.MeansText(results)}"
            + CaptionText.LeftOut(points.Sum(point => point.All - point.Averaged.Count), points.Sum(point => point.All));
    }

    private double X(double setting) => LogFactor ? Math.Log10(setting) : setting;

    private sealed record Point(double Setting, string Label, string What, List<SeedNumber> Numbers)
    {
        public required List<double> Averaged { get; init; }

        public required int All { get; init; }
    }

    private sealed record Line(string Label, List<Point> Points);
}
