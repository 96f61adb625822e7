using Experiments.Results;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Experiments.Charts;

/// <summary>One line of a chart against a numeric setting.</summary>
/// <param name="Label">What it is called in the legend.</param>
/// <param name="Points">The variants with their value of the setting, ascending.</param>
/// <param name="Measure">The number shown: one value per seed, from the results and a variant's name.</param>
public sealed record SettingSeries(string Label, IReadOnlyList<(double Setting, string Variant)> Points, Func<ResultTable, string, IReadOnlyList<double>> Measure);

/// <summary>A number against a numeric setting: a line through the means over seeds with the band of their 95 % intervals, and a dot for each seed.</summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">What the chart shows.</param>
/// <param name="Series">The lines.</param>
/// <param name="SettingLabel">The setting as it stands at the axis.</param>
/// <param name="Label">The number as it stands at the axis.</param>
public sealed record AgainstSetting(string Name, string Title, IReadOnlyList<SettingSeries> Series, string SettingLabel, string Label) : Chart(Name, Title)
{
    /// <summary>Whether the setting's axis is logarithmic.</summary>
    public bool LogSetting { get; init; }

    /// <summary>Whether the number's axis is logarithmic; means are geometric then.</summary>
    public bool LogScale { get; init; }

    /// <summary>The least and the greatest value that the number can have; intervals end there.</summary>
    public (double Least, double Greatest) Possible { get; init; } = (double.NegativeInfinity, double.PositiveInfinity);

    private protected override Figure Draw(ResultTable results, IReadOnlyList<string> variants)
    {
        var lines = Series.Select(series => (series.Label, Points: series.Points.Where(point => variants.Contains(point.Variant))
            .Select(point => new Point(point.Setting, [.. series.Measure(results, point.Variant).Where(IsShown)])).Where(point => point.Values.Count > 0).ToList()))
            .Where(line => line.Points.Count > 0).ToList();
        return lines.Count == 0
            ? Figure(results, [], 1, [])
            : Figure(results, [Panel(lines)], 1, Legend(lines.Select(line => line.Label), lines.Max(line => line.Points.Max(point => point.Values.Count)))) with { RowHeight = 430 };
    }

    private bool IsShown(double value) => double.IsFinite(value) && (value > 0 || !LogScale);

    private Plot Panel(List<(string Label, List<Point> Points)> lines)
    {
        var plot = Theme.Panel("");
        for (var index = 0; index < lines.Count; index++)
        {
            var points = lines[index].Points;
            Lines.Add(plot, [.. points.Select(point => X(point.Setting))], [.. points.Select(point => OnAxis(point.Values))], index, marked: true);
            Dots.Add(
                plot,
                points.SelectMany(point => point.Values.Select(value => (X(point.Setting), Y(value)))),
                (lines.Count == 1 ? Theme.Ink : Theme.SeriesColor(index)).WithAlpha(0.6),
                size: 5);
        }

        LabelAxes(plot, lines);
        return plot;
    }

    private void LabelAxes(Plot plot, List<(string Label, List<Point> Points)> lines)
    {
        var settings = lines.SelectMany(line => line.Points).Select(point => point.Setting).Distinct().Order().ToList();
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. settings.Select(X)], [.. settings.Select(setting => setting.ToString("#,0.###", System.Globalization.CultureInfo.InvariantCulture))]);
        plot.Axes.Left.TickGenerator = new LinearTicks(Possible.Least, Possible.Greatest);
        plot.Axes.Margins(0.04, 0.08);
        plot.Axes.AutoScale();
        Theme.Label(plot, SettingLabel, Label);
        if (LogScale)
        {
            var range = new LogRange();
            range.Include(lines.SelectMany(line => line.Points).SelectMany(point => point.Values));
            range.ApplyTo(plot);
        }
    }

    private double X(double setting) => LogSetting ? Math.Log10(setting) : setting;

    private double Y(double value) => LogScale ? Math.Log10(value) : value;

    private Interval OnAxis(IReadOnlyList<double> values)
    {
        var mean = (LogScale ? Statistics.GeometricMean(values) : Statistics.Mean(values)).Within(Possible);
        return mean with { Estimate = Y(mean.Estimate), Low = Y(mean.Low), High = Y(mean.High) };
    }

    private static List<LegendItem> Legend(IEnumerable<string> labels, int seeds)
    {
        List<LegendItem> items = [.. labels.Select(Lines.LegendItem)];
        if (seeds > 1)
        {
            items.Add(Dots.LegendItem("one seed", Theme.Ink.WithAlpha(0.6), 5));
        }

        return items;
    }

    private sealed record Point(double Setting, IReadOnlyList<double> Values);
}
