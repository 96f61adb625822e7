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
        var range = new LogRange();
        var panels = Group(results).SelectMany(panel => panel.Lines, (panel, line) => (
            Title: CaptionText.Join(panel.Title, line.Label), Curves: Curves(results, line.Variant.Name)))
            .Where(panel => panel.Curves.Count > 0).ToList();
        List<Plot> plots = [.. panels.Select(panel => Panel(panel.Title, panel.Curves, range))];
        plots.ForEach(range.ApplyTo);
        var layers = panels.SelectMany(panel => panel.Curves).Select(curve => curve.Layer).DefaultIfEmpty(0).Max();
        return new(plots)
        {
            Legend = [.. Enumerable.Range(1, layers)
                .Select(layer => SeriesLines.LegendItem($"layer {layer}{(layer == 1 ? " (first)" : "")}", layer - 1))],
            Caption = CaptionOf(panels),
        };
    }

    private List<(int Layer, Curve Curve)> Curves(ResultTable results, string variant)
    {
        var layers = results.Layers(variant, Metric);
        return [.. layers.Take(layers.Count - (HiddenOnly ? 1 : 0)).Select(layer => (layer, results.Curve(variant, Metric, layer: layer)))];
    }

    private Plot Panel(string title, List<(int Layer, Curve Curve)> curves, LogRange range)
    {
        var plot = Theme.Panel(title);
        foreach (var (layer, curve) in curves)
        {
            var means = curve.GeometricMeans();
            range.Include(means.Select(mean => mean.Estimate));
            SeriesLines.Add(plot, curve.Epochs, [.. means.Select(Logarithm)], layer - 1);
        }

        plot.Axes.SetLimitsX(curves[0].Curve.Epochs[0], curves[0].Curve.Epochs[^1]);
        Theme.CountBottom(plot);
        Theme.Label(plot, EpochLabel, Metrics.AxisLabel(Metric));
        return plot;
    }

    private string CaptionOf(List<(string Title, List<(int Layer, Curve Curve)> Curves)> panels)
    {
        var ratios = panels.Where(panel => panel.Curves.Count > 1)
            .Select(panel =>
                (panel.Title, panel.Curves[^1].Curve.GeometricMeans()[^1].Estimate / panel.Curves[0].Curve.GeometricMeans()[^1].Estimate));
        var text = CaptionText.Numbers(ratios, CaptionText.Number);
        return text.Length == 0 ? "" : $"The last layer's value over the first's, at the last {EpochLabel}: {text}. "
            + "Geometric means over seeds; bands are 95 % intervals.";
    }

    private static Interval Logarithm(Interval value) =>
        value with { Estimate = Math.Log10(value.Estimate), Low = Math.Log10(value.Low), High = Math.Log10(value.High) };
}
