using Experiments.Results;
using ScottPlot;

namespace Experiments.Charts;

/// <summary>Positive numbers of many variants on a log axis: a row for each variant, a colour for each metric, a dot for each seed.</summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">What the chart shows.</param>
/// <param name="Series">The metrics, measured before training, with what they are called in the legend.</param>
/// <param name="Label">The numbers as they stand at the axis.</param>
public sealed record VariantRows(string Name, string Title, IReadOnlyList<(string Metric, string Label)> Series, string Label) : Chart(Name, Title)
{
    private const float HeightOfARow = 22;
    private const float RoomForAxis = 76;
    private const int MostLabels = 10;
    private const float WidthOfALetter = 7.2f;
    private const double SpreadOfSeeds = 0.2;
    private const double SpreadOfSeries = 0.44;

    /// <summary>A bound that is drawn as a line through all rows; null for none.</summary>
    public (double Value, string Label)? Bound { get; init; }

    /// <summary>A remark after a variant's name; empty for none.</summary>
    public Func<ResultTable, string, string>? Remark { get; init; }

    private protected override Figure Draw(ResultTable results, IReadOnlyList<string> variants)
    {
        var rows = variants.Select(variant => (Label: LabelOf(results, variant), Values: ValuesOf(results, variant))).Where(row => row.Values.Any(values => values.Count > 0)).ToList();
        return rows.Count == 0
            ? Figure(results, [], 1, [])
            : Figure(results, [Panel(rows)], 1, Legend()) with
            {
                RowHeight = (HeightOfARow * rows.Count) + RoomForAxis,
                LeftAxis = 24 + (WidthOfALetter * rows.Max(row => row.Label.Length)),
            };
    }

    private string LabelOf(ResultTable results, string variant) => Remark?.Invoke(results, variant) is { Length: > 0 } remark ? $"{variant} ({remark})" : variant;

    private List<List<double>> ValuesOf(ResultTable results, string variant) =>
        [.. Series.Select(one => results.Curve(variant, one.Metric).At(0).Where(value => value > 0 && double.IsFinite(value)).ToList())];

    private Plot Panel(List<(string Label, List<List<double>> Values)> rows)
    {
        var plot = Theme.Panel("");
        var range = new LogRange();
        range.Include(rows.SelectMany(row => row.Values).SelectMany(values => values));
        range.Include(Bound is { } included ? [included.Value] : []);
        if (Bound is { } bound)
        {
            plot.Add.VerticalLine(Math.Log10(bound.Value), 1.5f, Theme.Warning);
        }

        for (var row = 0; row < rows.Count; row++)
        {
            AddRow(plot, -row, rows[row].Values);
        }

        plot.Axes.Left.SetTicks([.. rows.Select((_, row) => (double)-row)], [.. rows.Select(row => row.Label)]);
        plot.Axes.Left.MajorTickStyle.Color = Colors.Transparent;
        Theme.LogBottom(plot, range.Low, range.High, MostLabels);
        Theme.Label(plot, Label, "");
        plot.Axes.SetLimitsY(0.3 - rows.Count, 0.7);
        return plot;
    }

    // Series of a row stand one above the other, and so do the seeds of a series: dots at the same place stay apart.
    private static void AddRow(Plot plot, double position, List<List<double>> values)
    {
        for (var series = 0; series < values.Count; series++)
        {
            var middle = position - (SpreadOfSeries * (Fraction(series, values.Count) - 0.5));
            var of = values[series];
            Dots.Add(plot, of.Select((value, seed) => (Math.Log10(value), middle - (SpreadOfSeeds * (Fraction(seed, of.Count) - 0.5)))), ColorOf(series), 5);
        }
    }

    private List<LegendItem> Legend()
    {
        List<LegendItem> items =
        [
            .. Series.Select((one, index) => Dots.LegendItem(one.Label, ColorOf(index), 7)),
        ];
        if (Bound is { } bound)
        {
            items.Add(new() { LabelText = bound.Label, LineColor = Theme.Warning, LineWidth = 1.5f });
        }

        return items;
    }

    private static double Fraction(int index, int count) => (index + 0.5) / count;

    private static Color ColorOf(int series) => Theme.SeriesColor(series).WithAlpha(0.8);
}
