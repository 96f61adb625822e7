using Experiments.Results;
using ScottPlot;

namespace Experiments.Charts;

/// <summary>
/// A metric of every layer over training, on a log axis: a panel for each variant, a line for each layer (the geometric mean over seeds) with its
/// 95 % interval.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">What the chart shows.</param>
/// <param name="Metric">A metric that layers have, one of <see cref="Metrics"/>.</param>
/// <param name="Label">The metric as it stands at the axis.</param>
public sealed record LayerCurves(string Name, string Title, string Metric, string Label) : Chart(Name, Title)
{
    /// <summary>Whether the output layer is left out.</summary>
    public bool HiddenOnly { get; init; }

    /// <summary>What an epoch is called at the axis: <c>step</c> where the batch is the whole training set.</summary>
    public string EpochLabel { get; init; } = "epoch";

    private protected override Figure Draw(ResultTable results, IReadOnlyList<string> variants)
    {
        var panels = new List<Plot>();
        var range = new LogRange();
        var layers = 0;
        foreach (var variant in variants)
        {
            var series = LayerSeries.Of(results, variant, Metric, HiddenOnly).Where(one => !one.Curve.IsEmpty).ToList();
            if (series.Count > 0)
            {
                panels.Add(Panel(variant, series, range));
                layers = Math.Max(layers, series.Max(one => one.Layer));
            }
        }

        panels.ForEach(range.ApplyTo);
        return Figure(results, panels, Math.Max(1, panels.Count), Legend(layers));
    }

    private Plot Panel(string variant, List<LayerSeries> series, LogRange range)
    {
        var plot = Theme.Panel(variant);
        foreach (var (layer, curve) in series)
        {
            var means = curve.GeometricMeans();
            range.Include(means.Select(mean => mean.Estimate));
            Lines.Add(plot, curve.Epochs, [.. means.Select(Logarithm)], layer - 1);
        }

        plot.Axes.SetLimitsX(series[0].Curve.Epochs[0], series[0].Curve.Epochs[^1]);
        Theme.CountBottom(plot);
        Theme.Label(plot, EpochLabel, Label);
        return plot;
    }

    private static Interval Logarithm(Interval value) =>
        value with { Estimate = Math.Log10(value.Estimate), Low = Math.Log10(value.Low), High = Math.Log10(value.High) };

    private static List<LegendItem> Legend(int layers) =>
        [.. Enumerable.Range(1, layers).Select(layer => Lines.LegendItem($"layer {layer}{(layer == 1 ? " (first)" : "")}", layer - 1))];
}
