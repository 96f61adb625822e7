using ScottPlot;
using ScottPlot.TickGenerators;

namespace Experiments.Charts;

/// <summary>
/// A number against a numeric factor: a line for each other level or each measure, through the means over seeds with their 95 % intervals,
/// and a dot for each seed.
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
    private const double SeedsBeside = 0.012; // of the factor's axis
    private const double LinesApart = 0.008;

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

    /// <summary>Whether a linear axis of the number begins at 0, so that heights can be compared.</summary>
    public bool FromZero { get; init; }

    /// <summary>A number that is drawn as a line, with what it is; null for none.</summary>
    public (double Value, string Label)? Reference { get; init; }

    /// <summary>Whether the measures are in an order, as layers are, which their colours then show.</summary>
    public bool MeasuresInOrder { get; init; }

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
                .. lines.Select(line =>
                    SeriesLines.LegendItem(line.Label.Length > 0 ? line.Label : MeanLabel(results), line.Style)),
                Dots.LegendItem("one seed", Theme.Seed, 5),
                .. diverged ? [Divergence.LegendItem] : (LegendItem[])[],
                .. Reference is { } reference ? [Theme.BoundItem(reference.Label)] : (LegendItem[])[],
            ],
            EndLabels = [[.. lines.Where(line => line.Label.Length > 0).Select(line =>
                new EndLabel(line.Label, axis.Position(axis.Mean(line.Points[^1].Averaged)).Estimate, line.Style.Color))]],
            Caption = CaptionOf(results, lines, axis),
            RowHeight = 430,
        };
    }

    private static string MeanLabel(ResultTable results) =>
        CaptionText.OverSeeds(results, "mean") + (results.Seeds.Count < 2 ? "" : " with 95 % interval");

    private List<Line> LinesOf(ResultTable results, ValueAxis axis) =>
    [
        .. from line in Ungrouped(results).GroupBy(line => Lines is null ? "" : line.Label)
           from measure in Measures.Index()
           let points = (from variant in line.Select(point => point.Variant)
                         let level = results.LevelOf(variant.Name, Factor)
                         let values = measure.Item.Of(variant)
                         where level?.Number is not null && values.BySeed.Count > 0
                         let numbers = Divergence.Numbers(results, values, axis, variant.Name)
                         where numbers.Count > 0
                         orderby level.Value.Number
                         let what = WhatOf(values, measure.Item.Label)
                         select new Point(level.Value.Number!.Value, level.Value.LabelOf(Factor), what, numbers)
                         {
                             Averaged = Averaged(numbers, axis), All = values.BySeed.Count,
                         }).ToList()
           where points.Count > 0
           let style = Lines is not null ? line.First().Style
               : MeasuresInOrder ? Theme.Ordered(measure.Index, Measures.Count) : Theme.Category(measure.Index)
           select new Line(line.Key.Length > 0 ? line.Key : measure.Item.Label, style, points),
    ];

    private Plot Panel(List<Line> lines, ValueAxis axis)
    {
        var plot = Theme.Panel("");
        var settings = lines.SelectMany(line => line.Points).Select(point => point.Setting).Distinct().Order().ToList();
        var width = Math.Max(X(settings[^1]) - X(settings[0]), 1e-9);
        if (Reference is { } reference)
        {
            plot.Add.HorizontalLine(axis.Position(reference.Value), 1.5f, Theme.Warning);
        }

        foreach (var (index, line) in lines.Index())
        {
            var color = line.Style.Color;
            var apart = LinesApart * width * (index - ((lines.Count - 1) / 2.0));
            var means = line.Points.ConvertAll(point => (X(point.Setting) + apart, axis.Position(axis.Mean(point.Averaged))));
            var seeds = line.Points.SelectMany(point => point.Numbers, (point, number) =>
                (number, X(point.Setting) + apart + (SeedsBeside * width), axis.Position(number.Value)));
            Divergence.AddSeeds(plot, seeds, lines.Count == 1 ? Theme.Seed : color.WithAlpha(0.5), size: 4);
            SeriesLines.AddIntervals(plot, means, color);
            SeriesLines.Add(plot, means.Select(mean => mean.Item1), means.Select(mean => mean.Item2), line.Style, line.Label, marked: true,
                banded: false);
        }

        plot.Axes.Bottom.TickGenerator = new NumericManual(
            [.. settings.Select(X)], [.. settings.Select(setting => setting.ToString("#,0.######", CultureInfo.InvariantCulture))]);
        plot.Axes.Margins(0.04, 0.08);
        plot.Axes.AutoScale();
        Theme.Label(plot, FactorLabel ?? Factor, Label);
        axis.ApplyLeft(plot);
        if (FromZero && !LogScale)
        {
            plot.Axes.SetLimitsY(Math.Min(0, plot.Axes.GetLimits().Bottom), plot.Axes.GetLimits().Top);
        }

        return plot;
    }

    // Zeros have no logarithm: on a log axis they are averaged where there is nothing else.
    private static List<double> Averaged(List<SeedNumber> numbers, ValueAxis axis) =>
        numbers.ConvertAll(number => number.Value) is var values && values.FindAll(axis.Shows) is { Count: > 0 } shown ? shown : values;

    // What all measures have in common, if their labels set them apart.
    private static string WhatOf(SeedValues values, string label) =>
        CaptionText.What(values).Replace($" of {label},", ",", StringComparison.Ordinal);

    // Of a single line where it is lowest and highest.
    private string CaptionOf(ResultTable results, List<Line> lines, ValueAxis axis)
    {
        var points = lines.SelectMany(line => line.Points).ToList();
        var what = string.Join("; ", points.Select(point => point.What).Distinct());
        var text = "";
        if (lines is [{ Points.Count: > 1 } only])
        {
            var means = only.Points.ConvertAll(point => (point.Label, Mean: axis.Mean(point.Averaged).Estimate));
            var (low, high) = (means.MinBy(point => point.Mean), means.MaxBy(point => point.Mean));
            text = $": {Number(low.Mean)} at {low.Label} to {Number(high.Mean)} at {high.Label}";
        }

        var dots = CaptionText.Lines(results, LogScale, "Large dots", "bars", seeds: points.ConvertAll(point => point.All));
        return $"{char.ToUpperInvariant(what[0])}{what[1..]}{text}. {dots}"
            + CaptionText.LeftOut(points.Sum(point => point.All - point.Averaged.Count), points.Sum(point => point.All));

        static string Number(double value) => NumberText.Raised(value).Replace('-', '−');
    }

    private double X(double setting) => LogFactor ? Math.Log10(setting) : setting;

    private sealed record Point(double Setting, string Label, string What, List<SeedNumber> Numbers)
    {
        public required List<double> Averaged { get; init; }

        public required int All { get; init; }
    }

    private sealed record Line(string Label, SeriesStyle Style, List<Point> Points);
}
