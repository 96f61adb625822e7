using ScottPlot.Plottables;
using ScottPlot.Statistics;

namespace ScottPlot;

// Bars, boxes, histograms and heat maps: summaries of many values.
public partial class PlottableAdder
{
    public BarPlot Bar(Bar bar) => Added(new BarPlot([bar]));

    public BarPlot Bar(double position, double value, double error = 0) =>
        Bar(new Bar { Position = position, Value = value, Error = error, FillColor = GetNextColor() });

    public BarPlot Bars(List<Bar> bars) => Added(new BarPlot(bars));
    public BarPlot Bars(Bar[] bars) => Added(new BarPlot([.. bars]));
    public BarPlot Bars(double[] values) => Bars(Enumerable.Range(0, values.Length).Select(i => (double)i), values);

    public BarPlot Bars<T>(IEnumerable<double> positions, IEnumerable<T> values) =>
        Bars(positions, (IEnumerable<double>)DataSources.Numbers.ToDoubles(values));

    public BarPlot Bars(IEnumerable<double> positions, IEnumerable<double> values)
    {
        if (positions.Count() != values.Count())
            throw new ArgumentException($"{nameof(positions)} and {nameof(positions)} have different lengths");
        Color color = GetNextColor();
        return Bars(positions.Zip(values, (p, v) => new Bar { Position = p, Value = v, FillColor = color }).ToList());
    }

    public BoxPlot Box(Box box) => Boxes([box]);

    public BoxPlot Boxes(IEnumerable<Box> boxes)
    {
        BoxPlot plot = new();
        plot.Boxes.AddRange(boxes);
        plot.FillColor = GetNextColor();
        return Added(plot);
    }

    public HistogramBars Histogram(Histogram histogram, Color? color = null, bool disableBottomPadding = true)
    {
        HistogramBars bars = Added(new HistogramBars(histogram));
        foreach (Bar bar in bars.Bars)
        {
            bar.LineWidth = 0;
            bar.FillStyle.AntiAlias = false; // or the background would shine through where bars meet
            bar.FillColor = color ?? Palette.GetColor(0);
        }
        if (disableBottomPadding)
            Plot.Axes.Margins(bottom: 0);
        return bars;
    }

    public Heatmap Heatmap(double[,] intensities) => Added(new Heatmap(intensities));

    public Heatmap Heatmap(Coordinates3d[,] values)
    {
        double[,] intensities = new double[values.GetLength(0), values.GetLength(1)];
        for (int y = 0; y < values.GetLength(0); y++)
        {
            for (int x = 0; x < values.GetLength(1); x++)
                intensities[y, x] = values[y, x].Z;
        }
        return Heatmap(intensities);
    }

    public Panels.ColorBar ColorBar(IHasColorAxis source, Edge edge = Edge.Right)
    {
        Panels.ColorBar bar = new(source, edge);
        Plot.Axes.AddPanel(bar);
        return bar;
    }

    /// <summary>A bar from the low to the high end of each range, with its name on the axis.</summary>
    public BarPlot Ranges(List<(string name, CoordinateRange range)> ranges, Color? color = null, bool horizontal = false)
    {
        Color fill = color ?? GetNextColor();
        BarPlot bars = Bars(ranges.Select((r, i) => new Bar { Position = i, ValueBase = r.range.Min, Value = r.range.Max, FillColor = fill }).ToList());
        bars.Horizontal = horizontal;
        NamePositions(ranges.Select(r => r.name), horizontal);
        return bars;
    }

    /// <summary>Bars on end at each position, between neighbouring edge values.</summary>
    public BarPlot[] StackedRanges(List<(string name, double[] edgeValues)> ranges, IPalette? palette = null, bool horizontal = false)
    {
        BarPlot[] stacks = ranges.Select((r, i) => Stack(r.edgeValues, i, palette ?? Palette)).ToArray();
        foreach (BarPlot stack in stacks)
            stack.Horizontal = horizontal;
        NamePositions(ranges.Select(r => r.name), horizontal);
        return stacks;
    }

    private BarPlot Stack(double[] edges, int position, IPalette palette) => Bars(Enumerable.Range(0, edges.Length - 1)
        .Select(j => new Bar { Position = position, ValueBase = edges[j], Value = edges[j + 1], FillColor = palette.GetColor(j) })
        .ToList());

    private void NamePositions(IEnumerable<string> names, bool horizontal)
    {
        string[] labels = names.ToArray();
        double[] positions = Enumerable.Range(0, labels.Length).Select(i => (double)i).ToArray();
        IAxis axis = horizontal ? Plot.Axes.Left : Plot.Axes.Bottom;
        axis.SetTicks(positions, labels);
    }
}
