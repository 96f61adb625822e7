using ScottPlot;

namespace Experiments.Charts;

/// <summary>
/// A metric of every layer over training, on a log axis: a panel for each variant, a line for each layer, the geometric mean over seeds
/// with its 95 % interval.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
/// <param name="Metric">A metric that layers have, one of <see cref="Metrics"/>.</param>
public sealed record LayerHistory(string Name, string Title, string Metric) : Chart(Name, Title)
{
    /// <summary>Whether the output layer is left out.</summary>
    public bool HiddenOnly { get; init; }

    /// <summary>What an epoch is called at the axis: <c>step</c> where the batch is the whole training set.</summary>
    public string EpochLabel { get; init; } = "epoch";

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var axis = ValueAxis.Of(Metric, logarithmic: true);
        var panels = Ungrouped(results).Select(line => (line.Label, Lines: LinesOf(results, line.Variant.Name)))
            .Where(panel => panel.Lines.Count > 0).ToList();
        var lines = panels.SelectMany(panel => panel.Lines).ToList();
        lines.ForEach(line => axis.Include(axis.Means(line.Curve)));
        return new([.. panels.Select(panel => Panel(panel.Label, panel.Lines, axis))])
        {
            Legend = [.. lines.Select(line => line.Layer).Distinct().Order()
                .Select(layer => SeriesLines.LegendItem($"layer {layer}{(layer == 1 ? " (first)" : "")}", layer - 1))],
            Caption = CaptionOf(panels, axis),
        };
    }

    private List<(int Layer, Curve Curve)> LinesOf(ResultTable results, string variant) =>
    [
        .. from layer in results.Layers(variant, Metric).SkipLast(HiddenOnly ? 1 : 0)
           select (layer, results.Curve(variant, Metric, layer: layer)),
    ];

    private Plot Panel(string title, List<(int Layer, Curve Curve)> lines, ValueAxis axis)
    {
        var plot = Theme.Panel(title);
        lines.ForEach(line => SeriesLines.Add(plot, line.Curve, axis, line.Layer - 1));
        plot.Axes.SetLimitsX(lines[0].Curve.Epochs[0], lines[0].Curve.Epochs[^1]);
        Theme.CountBottom(plot);
        Theme.Label(plot, EpochLabel, Metrics.AxisLabel(Metric));
        axis.ApplyLeft(plot);
        return plot;
    }

    private string CaptionOf(List<(string Label, List<(int Layer, Curve Curve)> Lines)> panels, ValueAxis axis)
    {
        var ratios = panels.Where(panel => panel.Lines.Count > 1)
            .Select(panel => (panel.Label, AtTheEnd(panel.Lines[^1].Curve) / AtTheEnd(panel.Lines[0].Curve)));
        var text = CaptionText.Numbers(ratios, value => NumberText.Raised(value));
        return text.Length == 0 ? "" : $"The last layer's value over the first's, at the last {EpochLabel}: {text}. {axis.MeansText}";

        double AtTheEnd(Curve curve) => axis.Mean(curve.At(curve.Epochs[^1])).Estimate;
    }
}
