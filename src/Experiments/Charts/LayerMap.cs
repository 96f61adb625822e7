using ScottPlot;
using ScottPlot.TickGenerators;

namespace Experiments.Charts;

/// <summary>
/// A metric of every layer over training as a map: epochs from left to right, layers from the first at the bottom to the last on top, and
/// in each cell the geometric mean over seeds as a colour, on one log scale for all panels. Below it the last layer's value over the
/// first's, with its 95 % interval, crossed where trainings diverged, which then are in no mean. A panel for each variant: a deeper network is a higher tower.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
/// <param name="Metric">A metric that layers have, one of <see cref="Metrics"/>.</param>
public sealed record LayerMap(string Name, string Title, string Metric) : Chart(Name, Title)
{
    private const float RoomForAxis = 60; // above and below the cells
    private const float RatioHeight = 200;
    private const float NumberSize = 12;
    private const int MostScaleLabels = 8;
    private const int MostLayerLabels = 11;

    /// <summary>Whether the output layer is left out.</summary>
    public bool HiddenOnly { get; init; }

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var (sizes, ratios) = (ValueAxis.Of(Metric, logarithmic: true), ValueAxis.Log());
        var panels = LayersOfVariant.Read(results, Ungrouped(results), Metric, HiddenOnly);
        if (panels.Count == 0)
        {
            return Figure.None;
        }

        foreach (var panel in panels)
        {
            panel.Layers.ToList().ForEach(layer => sizes.Include(layer.Curve.MeansOfShown(sizes)));
            ratios.Include(panel.LastOverFirst(ratios));
            ratios.Include([1]);
        }

        var scale = sizes.Colored(Metrics.AxisLabel(Metric), Theme.Sizes, MostScaleLabels);
        var layers = panels.Max(panel => panel.Layers[^1].Layer);
        var epoch = panels.TrueForAll(panel => results.EpochsAreSteps(panel.Variant.Name)) ? "step" : "epoch"; // full-batch training
        return new([.. panels.Select(panel => Map(panel, sizes, scale, layers)), .. panels.Select(panel => Ratio(panel, ratios, epoch))])
        {
            Columns = panels.Count, Scale = scale, Legend = panels.Exists(panel => panel.HasDiverged) ? [Divergence.LegendItem] : [], Caption = CaptionOf(results, panels, sizes, ratios, epoch),
            RowHeights = [RoomForAxis + Math.Clamp(46 * layers, 120, 250), RatioHeight],
        };
    }

    private Plot Map(LayersOfVariant panel, ValueAxis axis, ColorScale scale, int layers)
    {
        var plot = Theme.Panel(panel.Label);
        var edges = Edges(panel.Layers[0].Curve.Epochs);
        var cells = new double[panel.Layers.Count, edges.Count - 1];
        foreach (var (row, layer) in panel.Layers.Reverse().Index())
        {
            foreach (var (column, mean) in layer.Curve.MeansOfShown(axis).Index())
            {
                cells[row, column] = axis.Position(mean.Estimate);
            }
        }

        foreach (var (from, to) in Stretches(edges))
        {
            AddCells(plot, cells, scale, (from, to), edges);
        }

        plot.HideGrid();
        plot.Axes.SetLimits(edges[0], edges[^1], 0.5, layers + 0.5);
        plot.Axes.Left.TickGenerator = LayerTicks(layers);
        Theme.CountBottom(plot);
        Theme.Label(plot, "", HiddenOnly ? "hidden layer" : "layer");
        return plot;
    }

    // A cell reaches halfway to its neighbours.
    private static List<double> Edges(IReadOnlyList<double> epochs)
    {
        var middles = epochs.Zip(epochs.Skip(1), (left, right) => (left + right) / 2).ToList();
        var (first, last) = epochs.Count < 2 ? (0.5, 0.5) : (middles[0] - epochs[0], epochs[^1] - middles[^1]);
        return [epochs[0] - first, .. middles, epochs[^1] + last];
    }

    // Cells of a heat map are equally wide: where they are not, there is one for each stretch that is.
    private static IEnumerable<(int From, int To)> Stretches(List<double> edges)
    {
        var from = 0;
        for (var column = 1; column < edges.Count; column++)
        {
            var isSame = column < edges.Count - 1
                && Math.Abs(((edges[column + 1] - edges[column]) / (edges[from + 1] - edges[from])) - 1) < 1e-6;
            if (!isSame)
            {
                yield return (from, column);
                from = column;
            }
        }
    }

    private static void AddCells(Plot plot, double[,] cells, ColorScale scale, (int From, int To) columns, List<double> edges)
    {
        var (rows, count) = (cells.GetLength(0), columns.To - columns.From);
        var stretch = new double[rows, count];
        for (var cell = 0; cell < stretch.Length; cell++)
        {
            stretch[cell / count, cell % count] = cells[cell / count, columns.From + (cell % count)];
        }

        var map = plot.Add.Heatmap(stretch);
        map.Rectangle = new(edges[columns.From], edges[columns.To], 0.5, rows + 0.5);
        map.Colormap = scale.Colors;
        map.ManualRange = new(scale.Range.Low, scale.Range.High);
        map.NaNCellColor = Colors.LightGray;
    }

    private static NumericManual LayerTicks(int layers)
    {
        var step = (layers + MostLayerLabels - 1) / MostLayerLabels;
        var labelled = Enumerable.Range(1, layers).Where(layer => layer == 1 || layer == layers || (layer % step == 0 && layers - layer >= step))
            .ToList();
        return new([.. labelled.Select(layer => (double)layer)], [.. labelled.Select(layer =>
            layer == 1 ? "1 (first)" : layer.ToString(CultureInfo.InvariantCulture))]);
    }

    private static Plot Ratio(LayersOfVariant panel, ValueAxis axis, string epoch)
    {
        var plot = Theme.Panel("");
        plot.Add.HorizontalLine(0, 1, Theme.Quiet);
        var (epochs, ratios) = (panel.Layers[0].Curve.Epochs, panel.LastOverFirst(axis));
        SeriesLines.Add(plot, epochs, ratios.Select(axis.Position), Theme.Category(0), "last layer over first");
        var edges = Edges(epochs);
        plot.Axes.SetLimitsX(edges[0], edges[^1]);
        AddNumbers(plot, ratios, edges[^1], axis);
        Dots.Add(
            plot, panel.Variant.DivergedEpoch.BySeed.Values.Select(at => (at, 0.0)), Theme.SeriesColor(0), Divergence.Size, MarkerShape.Eks);
        Theme.CountBottom(plot);
        Theme.Label(plot, epoch, "last ÷ first");
        axis.ApplyLeft(plot);
        return plot;
    }

    // From what to what it goes, in the corner, where there is room.
    private static void AddNumbers(Plot plot, IReadOnlyList<Interval> ratios, double right, ValueAxis axis)
    {
        var known = ratios.Select(ratio => ratio.Estimate).Where(double.IsFinite).ToList();
        if (known.Count > 0)
        {
            var text = plot.Add.Text($"{NumberText.Of(known[0], 2)} → {NumberText.Of(known[^1], 2)}", right, axis.High);
            (text.LabelAlignment, text.LabelFontSize, text.LabelFontColor) = (Alignment.UpperRight, NumberSize, Theme.Ink);
            (text.OffsetX, text.OffsetY) = (-4, 4);
        }
    }

    // Where the map is darkest.
    private static string CaptionOf(ResultTable results, List<LayersOfVariant> panels, ValueAxis sizes, ValueAxis ratios, string epoch)
    {
        var cells =
            from panel in panels
            from layer in panel.Layers
            from cell in layer.Curve.Epochs.Zip(layer.Curve.MeansOfShown(sizes)).Index()
            where double.IsFinite(cell.Item.Second.Estimate)
            select (Panel: panel, layer.Layer, cell.Index, Epoch: cell.Item.First, Size: cell.Item.Second.Estimate);
        var least = cells.MinBy(cell => cell.Size);
        var ratio = least.Panel.LastOverFirst(ratios)[least.Index].Estimate;
        var when = least.Epoch == 0 ? "before training" : $"after {epoch} {NumberText.Concise(least.Epoch)}";
        return $"The smallest gradient, {NumberText.Raised(least.Size, 2)}, is that of layer {least.Layer} in \"{least.Panel.Label}\" {when}: the "
            + $"last layer's is {NumberText.Of(ratio)} times the first's there. {CaptionText.Lines(results, geometric: true, "Cells and lines")}";
    }
}
