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

    /// <summary>Whether the axis of epochs is logarithmic, where there are measurements within the first epoch.</summary>
    public bool LogEpochs { get; init; }

    /// <summary>A value that is drawn as a line across all panels, such as a rule of thumb, with what it is; null for none.</summary>
    public (double Value, string Label)? Reference { get; init; }

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var axis = ValueAxis.Of(Metric, logarithmic: true);
        var panels = LayersOfVariant.Read(results, Ungrouped(results), Metric, HiddenOnly);
        var lines = panels.SelectMany(panel => panel.Layers).ToList();
        lines.ForEach(line => axis.Include(line.Curve.Means(axis)));
        axis.Include(Reference is { } reference && lines.Count > 0 ? [reference.Value] : []);
        var layers = lines.Select(line => line.Layer).DefaultIfEmpty(1).Max();
        var epoch = panels.TrueForAll(panel => results.EpochsAreSteps(panel.Variant.Name)) ? "step" : "epoch"; // full-batch training
        var epochs = new EpochAxis(LogEpochs, lines.Select(line => line.Curve));
        return new([.. panels.Select(panel => Plot(panel, epochs, axis, epoch, layers))])
        {
            Legend =
            [
                .. lines.Select(line => line.Layer).Distinct().Order()
                    .Select(layer => SeriesLines.LegendItem(NameOf(layer), Theme.Layer(layer, layers))),
                .. Reference is { } line ? [Theme.BoundItem(line.Label)] : (LegendItem[])[],
                .. panels.Exists(panel => panel.HasDiverged) ? [Divergence.LegendItem] : (LegendItem[])[],
            ],
            EndLabels = [.. panels.Select(panel => EndsOf(panel, axis, layers))],
            Caption = CaptionOf(results, panels, axis, epoch),
        };
    }

    private static string NameOf(int layer) => $"layer {layer}";

    private Plot Plot(LayersOfVariant panel, EpochAxis epochs, ValueAxis axis, string epoch, int layers)
    {
        var plot = Theme.Panel(panel.Label);
        if (Reference is { } reference)
        {
            plot.Add.HorizontalLine(axis.Position(reference.Value), 1.5f, Theme.Warning).LegendText = reference.Label;
        }

        foreach (var (layer, curve) in panel.Layers)
        {
            SeriesLines.Add(plot, curve, epochs, axis, Theme.Layer(layer, layers), NameOf(layer));
            Divergence.AddCrosses(plot, panel.Variant, curve, epochs, axis, Theme.Layer(layer, layers).Color);
        }

        epochs.Apply(plot, panel.HasDiverged ? Theme.RoomForMarks / 2 : 0, columns: 2);
        Theme.Label(plot, epoch, Metrics.AxisLabel(Metric));
        axis.ApplyLeft(plot);
        return plot;
    }

    private static List<EndLabel> EndsOf(LayersOfVariant panel, ValueAxis axis, int layers) =>
    [
        .. from line in panel.Layers
           let end = axis.Position(axis.Mean(line.Curve.At(line.Curve.Epochs.Count - 1)).Estimate)
           where double.IsFinite(end)
           select new EndLabel(NameOf(line.Layer), end, Theme.Layer(line.Layer, layers).Color),
    ];

    private static string CaptionOf(ResultTable results, List<LayersOfVariant> panels, ValueAxis axis, string epoch)
    {
        var ratios = panels.Where(panel => panel.Layers.Count > 1).Select(panel => (panel.Label, panel.LastOverFirst(axis)[^1].Estimate));
        var text = CaptionText.Numbers(ratios, value => NumberText.Raised(value));
        var sentence = text.Length == 0 ? "" : $"The last layer's value over the first's, at the last {epoch}: {text}. ";
        return sentence + CaptionText.Lines(results, geometric: true);
    }
}
