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

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var axis = ValueAxis.Of(Metric, logarithmic: true);
        var panels = Ungrouped(results).Select(line => new Panel(line.Label, line.Variant, LinesOf(results, line.Variant.Name)))
            .Where(panel => panel.Lines.Count > 0).ToList();
        var lines = panels.SelectMany(panel => panel.Lines).ToList();
        lines.ForEach(line => axis.Include(axis.Means(line.Curve)));
        var epoch = panels.TrueForAll(panel => results.EpochsAreSteps(panel.Variant.Name)) ? "step" : "epoch"; // full-batch training
        return new([.. panels.Select(panel => Plot(panel, axis, epoch))])
        {
            Legend =
            [
                .. lines.Select(line => line.Layer).Distinct().Order()
                    .Select(layer => SeriesLines.LegendItem($"layer {layer}{(layer == 1 ? " (first)" : "")}", layer - 1)),
                .. panels.Exists(HasDiverged) ? [Divergence.LegendItem] : (LegendItem[])[],
            ],
            Caption = CaptionOf(results, panels, axis, epoch),
        };
    }

    private List<(int Layer, Curve Curve)> LinesOf(ResultTable results, string variant) =>
    [
        .. from layer in results.Layers(variant, Metric).SkipLast(HiddenOnly ? 1 : 0)
           select (layer, results.Curve(variant, Metric, layer: layer)),
    ];

    private Plot Plot(Panel panel, ValueAxis axis, string epoch)
    {
        var (plot, lines) = (Theme.Panel(panel.Title), panel.Lines);
        foreach (var (layer, curve) in lines)
        {
            SeriesLines.Add(plot, curve, axis, layer - 1);
            Divergence.AddCrosses(plot, panel.Variant, curve, axis, Theme.SeriesColor(layer - 1));
        }

        var (first, last) = (lines[0].Curve.Epochs[0], lines[0].Curve.Epochs[^1]);
        var room = HasDiverged(panel) ? Theme.RoomForMarks * (last - first) / 2 : 0;
        plot.Axes.SetLimitsX(first - room, last + room);
        Theme.CountBottom(plot);
        Theme.Label(plot, epoch, Metrics.AxisLabel(Metric));
        axis.ApplyLeft(plot);
        return plot;
    }

    private static string CaptionOf(ResultTable results, List<Panel> panels, ValueAxis axis, string epoch)
    {
        var ratios = panels.Where(panel => panel.Lines.Count > 1)
            .Select(panel => (panel.Title, AtTheEnd(panel.Lines[^1].Curve) / AtTheEnd(panel.Lines[0].Curve)));
        var text = CaptionText.Numbers(ratios, value => NumberText.Raised(value));
        var sentence = text.Length == 0 ? "" : $"The last layer's value over the first's, at the last {epoch}: {text}. ";
        return sentence + axis.MeansText(results);

        double AtTheEnd(Curve curve) => axis.Mean(curve.At(curve.Epochs[^1])).Estimate;
    }

    private static bool HasDiverged(Panel panel) => panel.Variant.DivergedEpoch.BySeed.Count > 0;

    private sealed record Panel(string Title, VariantResults Variant, List<(int Layer, Curve Curve)> Lines);
}
