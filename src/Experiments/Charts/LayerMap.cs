using ScottPlot;
using ScottPlot.TickGenerators;

namespace Experiments.Charts;

/// <summary>
/// A metric of every layer over training as a map: epochs from left to right, layers from the first at the bottom to the last on top, and
/// in each cell the geometric mean over seeds as a colour, on one log scale for all panels. Below it the last layer's value over the
/// first's, with its 95 % interval, crossed where trainings diverged, which then are in no mean. A panel for each
/// variant: a deeper network is a higher tower.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
/// <param name="Metric">A metric that layers have, one of <see cref="Metrics"/>.</param>
public sealed record LayerMap(string Name, string Title, string Metric) : Chart(Name, Title)
{
    private const float RoomForAxis = 60; // above and below the cells
    private const float RatioHeight = 216;
    private const int MostColumns = 1_920; // of all panels: half a pixel each
    private const int MostScaleLabels = 8;
    private const int MostLayerLabels = 11;

    /// <summary>Whether the output layer is left out.</summary>
    public bool HiddenOnly { get; init; }

    /// <summary>Whether the axis of epochs is logarithmic, where there are measurements within the first epoch.</summary>
    public bool LogEpochs { get; init; }

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
        var epochs = new EpochAxis(LogEpochs, panels.SelectMany(panel => panel.Layers).Select(layer => layer.Curve));
        return new(
        [
            .. panels.Select(panel => Map(panel, epochs, sizes, scale, layers, panels.Count)),
            .. panels.Select(panel => Ratio(panel, epochs, ratios, epoch, panels.Count)),
        ])
        {
            Columns = panels.Count, Scale = scale, Legend = panels.Exists(panel => panel.HasDiverged) ? [Divergence.LegendItem] : [],
            Caption = CaptionOf(results, panels, sizes, ratios, epoch),
            RowHeights = [RoomForAxis + Math.Clamp(46 * layers, 120, 250), RatioHeight],
        };
    }

    private Plot Map(LayersOfVariant panel, EpochAxis epochs, ValueAxis axis, ColorScale scale, int layers, int columns)
    {
        var plot = Theme.Panel(panel.Label);
        var edges = Edges([.. epochs.Positions(panel.Layers[0].Curve.Epochs)]);
        var rows = panel.Layers.Reverse().Select(layer => layer.Curve.MeansOfShown(axis).Select(axis.Position).ToList()).ToList();
        var map = plot.Add.Heatmap(Cells(rows, ColumnsOf(edges, MostColumns / columns)));
        map.Rectangle = new(edges[0], edges[^1], 0.5, rows.Count + 0.5);
        map.Colormap = scale.Colors;
        map.ManualRange = new(scale.Range.Low, scale.Range.High);
        map.NaNCellColor = Colors.LightGray;
        plot.HideGrid();
        epochs.Apply(plot, columns: columns);
        plot.Axes.SetLimits(edges[0], edges[^1], 0.5, layers + 0.5);
        plot.Axes.Left.TickGenerator = LayerTicks(layers);
        Theme.Label(plot, "", HiddenOnly ? "hidden layer" : "layer");
        return plot;
    }

    // ScottPlot draws nothing of a map with a single row.
    private static double[,] Cells(List<List<Interval>> rows, List<int> columns)
    {
        var cells = new double[Math.Max(2, rows.Count), columns.Count];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var (row, column) = (cell / columns.Count, cell % columns.Count);
            cells[row, column] = rows[Math.Min(row, rows.Count - 1)][columns[column]].Estimate;
        }

        return cells;
    }

    // Which measurement each column of the map shows. Its columns are equally wide: where measurements are not equally far apart, there
    // are so many that their edges are where they should be.
    private static List<int> ColumnsOf(List<double> edges, int most)
    {
        var (count, width) = (edges.Count - 1, (edges[^1] - edges[0]) / (edges.Count - 1));
        var isEven = edges.Index().All(edge => Math.Abs(edge.Item - (edges[0] + (edge.Index * width))) < 1e-6 * width);
        var columns = isEven && count > 1 ? count : most;
        var step = (edges[^1] - edges[0]) / columns;
        return [.. Enumerable.Range(0, columns).Select(column => edges[0] + ((column + 0.5) * step))
            .Select(middle => Math.Clamp(edges.FindLastIndex(edge => edge <= middle), 0, count - 1))];
    }

    // A cell reaches halfway to its neighbours.
    private static List<double> Edges(List<double> epochs)
    {
        var middles = epochs.Zip(epochs.Skip(1), (left, right) => (left + right) / 2).ToList();
        var (first, last) = epochs.Count < 2 ? (0.5, 0.5) : (middles[0] - epochs[0], epochs[^1] - middles[^1]);
        return [epochs[0] - first, .. middles, epochs[^1] + last];
    }

    private static NumericManual LayerTicks(int layers)
    {
        var step = (layers + MostLayerLabels - 1) / MostLayerLabels;
        var labelled = Enumerable.Range(1, layers)
            .Where(layer => layer == 1 || layer == layers || (layer % step == 0 && layers - layer >= step)).ToList();
        return new(
            [.. labelled.Select(layer => (double)layer)],
            [.. labelled.Select(layer => layer == 1 ? "1 (first)" : layer.ToString(CultureInfo.InvariantCulture))]);
    }

    // Its title says from what to what it goes.
    private static Plot Ratio(LayersOfVariant panel, EpochAxis epochs, ValueAxis axis, string epoch, int columns)
    {
        var ratios = panel.LastOverFirst(axis);
        var known = ratios.Select(ratio => ratio.Estimate).Where(double.IsFinite).ToList();
        var plot = Theme.Panel(known.Count == 0 ? "" : $"{NumberText.Of(known[0])} → {NumberText.Of(known[^1])}");
        plot.Add.HorizontalLine(0, 1, Theme.Quiet);
        List<double> positions = [.. epochs.Positions(panel.Layers[0].Curve.Epochs)];
        SeriesLines.Add(plot, positions, ratios.Select(axis.Position), Theme.Category(0), "last layer over first");
        Dots.Add(
            plot, panel.Variant.DivergedEpoch.BySeed.Values.Select(at => (epochs.Position(at), 0.0)), Theme.SeriesColor(0), Divergence.Size,
            MarkerShape.Eks);
        epochs.Apply(plot, columns: columns);
        var edges = Edges(positions);
        plot.Axes.SetLimitsX(edges[0], edges[^1]);
        Theme.Label(plot, epoch, "last ÷ first");
        axis.ApplyLeft(plot);
        return plot;
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
        return $"The smallest gradient, {NumberText.Raised(least.Size)}, is that of layer {least.Layer} in \"{least.Panel.Label}\" {when}: "
            + $"the last layer's is {NumberText.Of(ratio)} times the first's there. "
            + CaptionText.Lines(results, geometric: true, "Cells and lines");
    }
}
