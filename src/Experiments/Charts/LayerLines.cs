using Experiments.Results;
using ScottPlot;

namespace Experiments.Charts;

/// <summary>
/// A metric against the layer at one epoch, on a log axis: a line for each variant (the geometric mean over seeds) with its 95 % interval, a panel
/// for each group of variants.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">What the chart shows.</param>
/// <param name="Metric">A metric that layers have, one of <see cref="Metrics"/>.</param>
/// <param name="Label">The metric as it stands at the axis.</param>
public sealed record LayerLines(string Name, string Title, string Metric, string Label) : Chart(Name, Title)
{
    /// <summary>The epoch; 0 is before training.</summary>
    public int Epoch { get; init; }

    /// <summary>Whether the output layer is left out.</summary>
    public bool HiddenOnly { get; init; }

    /// <summary>The panels; empty for one panel with all variants.</summary>
    public IReadOnlyList<VariantGroup> Groups { get; init; } = [];

    /// <summary>Published values or those of a closed form by variant, from the first layer on, drawn as diamonds.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Published { get; init; } = new Dictionary<string, IReadOnlyList<double>>();

    /// <summary>What the diamonds are, as it stands in the legend.</summary>
    public string PublishedLabel { get; init; } = "published";

    /// <summary>What a layer is called at the axis.</summary>
    public string LayerLabel { get; init; } = "layer";

    private protected override Figure Draw(ResultTable results, IReadOnlyList<string> variants)
    {
        var groups = VariantGroup.Present(Groups, variants);
        var panels = groups.Select(group => (group.Title, Lines: group.Members.Select(member => Line(results, member)).Where(line => line.Layers.Count > 0).ToList()))
            .Where(panel => panel.Lines.Count > 0).ToList();
        var range = new LogRange();
        foreach (var line in panels.SelectMany(panel => panel.Lines))
        {
            range.Include(line.Means.Select(mean => mean.Estimate));
            range.Include(Published.GetValueOrDefault(line.Variant, []));
        }

        var labels = VariantGroup.Labels(groups);
        List<LegendItem> legend = [.. labels.Select(Lines.LegendItem)];
        if (panels.Any(panel => panel.Lines.Any(line => Published.ContainsKey(line.Variant))))
        {
            legend.Add(Dots.LegendItem(PublishedLabel, Theme.Ink, 9, MarkerShape.OpenDiamond));
        }

        return Figure(results, [.. panels.Select(panel => Panel(panel.Title, panel.Lines, labels, range))], Math.Max(1, panels.Count), legend) with { RowHeight = 430 };
    }

    private Plot Panel(string title, List<LayerLine> lines, IReadOnlyList<string> labels, LogRange range)
    {
        var plot = Theme.Panel(title);
        foreach (var line in lines)
        {
            var index = labels.ToList().IndexOf(line.Label);
            Lines.Add(plot, line.Layers, [.. line.Means.Select(mean => OnAxis(mean, range))], index);
            var published = Published.GetValueOrDefault(line.Variant, []).Take(line.Layers[^1]);
            Dots.Add(plot, published.Select((value, at) => (at + 1.0, range.Position(value))), Theme.SeriesColor(index), 9, MarkerShape.OpenDiamond);
        }

        plot.Axes.SetLimitsX(lines.Min(line => line.Layers[0]) - 0.3, lines.Max(line => line.Layers[^1]) + 0.3);
        Theme.CountBottom(plot, spacing: 22);
        Theme.Label(plot, LayerLabel, Label);
        range.ApplyTo(plot);
        return plot;
    }

    private LayerLine Line(ResultTable results, LabelledVariant member)
    {
        var points = LayerSeries.Of(results, member.Variant, Metric, HiddenOnly)
            .Select(series => (series.Layer, Values: series.Curve.At(Epoch))).Where(point => point.Values.Count > 0).ToList();
        return new(member.Label, member.Variant, [.. points.Select(point => point.Layer)], [.. points.Select(point => MeanOf(point.Values))]);
    }

    // Exact zeros in every seed are shown as such; they have no logarithm to average.
    private static Interval MeanOf(IReadOnlyList<double> values) =>
        values.All(value => value == 0) ? new(0, 0, 0, double.NaN, 1) : Statistics.GeometricMean(values);

    private static Interval OnAxis(Interval mean, LogRange range) =>
        mean with { Estimate = range.Position(mean.Estimate), Low = range.Position(mean.Low), High = range.Position(mean.High) };

    private sealed record LayerLine(string Label, string Variant, IReadOnlyList<int> Layers, IReadOnlyList<Interval> Means);
}
