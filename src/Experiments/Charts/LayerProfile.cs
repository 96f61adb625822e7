using ScottPlot;

namespace Experiments.Charts;

/// <summary>
/// A metric against the layer at one epoch, on a log axis: a line for each variant, the geometric mean over seeds with its 95 % interval,
/// and a dot for each seed where a panel has one line alone.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
/// <param name="Metric">A metric that layers have, one of <see cref="Metrics"/>.</param>
public sealed record LayerProfile(string Name, string Title, string Metric) : Chart(Name, Title)
{
    /// <summary>The metric as it stands at the axis; null for the usual.</summary>
    public string? Label { get; init; }

    /// <summary>The epoch; 0 is before training.</summary>
    public int Epoch { get; init; }

    /// <summary>Whether the output layer is left out.</summary>
    public bool HiddenOnly { get; init; }

    /// <summary>Published values or those of a closed form by variant, from the first layer on, drawn as diamonds.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Published { get; init; } = new Dictionary<string, IReadOnlyList<double>>();

    /// <summary>What the diamonds are, as it stands in the legend.</summary>
    public string PublishedLabel { get; init; } = "published";

    /// <summary>What a layer is called at the axis.</summary>
    public string LayerLabel { get; init; } = "layer";

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var groups = Group(results);
        var panels = groups.Select(group => (group.Title, Lines: group.Lines.Select(Profile).Where(line => line.Layers.Count > 0).ToList()))
            .Where(panel => panel.Lines.Count > 0).ToList();
        var lines = panels.SelectMany(panel => panel.Lines).ToList();
        var range = new LogRange();
        lines.ForEach(line => range.Include(line.Means.Select(mean => mean.Estimate)));
        lines.ForEach(line => range.Include(line.Single ? line.Seeds.SelectMany(seeds => seeds) : []));
        lines.ForEach(line => range.Include(Published.GetValueOrDefault(line.Variant, [])));
        return new([.. panels.Select(panel => Panel(panel.Title, panel.Lines, range))])
        {
            Legend = Legend(groups, lines), Caption = CaptionOf(panels), RowHeight = panels.Count > 2 ? 390 : 430,
        };
    }

    private Plot Panel(string title, List<Line> lines, LogRange range)
    {
        var plot = Theme.Panel(title);
        foreach (var line in lines)
        {
            SeriesLines.Add(plot, line.Layers, [.. line.Means.Select(mean => OnAxis(mean, range))], line.Index, marked: line.Single);
            var seeds = line.Layers.Zip(
                line.Seeds, (layer, values) => values.Where(value => value > 0).Select(value => (layer, range.Position(value))));
            Dots.Add(plot, line.Single ? seeds.SelectMany(points => points) : [], Theme.Ink.WithAlpha(0.6), 4);
            var published = Published.GetValueOrDefault(line.Variant, []).Take((int)line.Layers[^1]);
            var color = line.Single ? Theme.Warning : Theme.SeriesColor(line.Index);
            Dots.Add(plot, published.Select((value, at) => (at + 1.0, range.Position(value))), color, 10, MarkerShape.OpenDiamond);
        }

        plot.Axes.SetLimitsX(lines.Min(line => line.Layers[0]) - 0.3, lines.Max(line => line.Layers[^1]) + 0.3);
        Theme.CountBottom(plot, spacing: 22);
        Theme.Label(plot, LayerLabel, Label ?? Metrics.AxisLabel(Metric));
        range.ApplyTo(plot);
        return plot;
    }

    private Line Profile(ChartLine line)
    {
        var all = line.Variant.ByLayer(Metric);
        var points = all.Layers.Take(all.Layers.Count - (HiddenOnly ? 1 : 0))
            .Select(layer => (Layer: (double)layer, Seeds: all[layer].At(Epoch).Values)).Where(point => point.Seeds.Count > 0).ToList();
        return new(
            line.Label, line.Index, line.Variant.Name, [.. points.Select(point => point.Layer)],
            [.. points.Select(point => MeanOf(point.Seeds))],
            [.. points.Select(point => point.Seeds)]);
    }

    private List<LegendItem> Legend(IReadOnlyList<ChartPanel> groups, List<Line> lines)
    {
        List<LegendItem> items = [.. Figure.LegendOf(groups)];
        if (lines.Any(line => line.Single))
        {
            items.AddRange(
                [SeriesLines.LegendItem("geometric mean over seeds", 0), Dots.LegendItem("one seed", Theme.Ink.WithAlpha(0.6), 5)]);
        }

        if (lines.Any(line => Published.ContainsKey(line.Variant)))
        {
            items.Add(
                Dots.LegendItem(PublishedLabel, lines.Any(line => line.Single) ? Theme.Warning : Theme.Ink, 9, MarkerShape.OpenDiamond));
        }

        return items;
    }

    private string CaptionOf(List<(string Title, List<Line> Lines)> panels)
    {
        var ratios =
            from panel in panels
            from line in panel.Lines
            where line.Layers.Count > 1 && line.Means[0].Estimate > 0 && line.Means[^1].Estimate > 0
            select (CaptionText.Join(panel.Title, line.Label), line.Means[^1].Estimate / line.Means[0].Estimate);
        var text = CaptionText.Numbers(ratios, CaptionText.Number);
        return text.Length == 0 ? ""
            : $"The last value over the first, {(Epoch == 0 ? "before training" : $"after epoch {Epoch}")}: {text}. "
            + "Geometric means over seeds; bands are 95 % intervals.";
    }

    // Exact zeros in every seed are shown as such; they have no logarithm to average.
    private static Interval MeanOf(IReadOnlyList<double> values) =>
        values.All(value => value == 0) ? new(0, 0, 0, double.NaN, 1) : Statistics.GeometricMean(values);

    private static Interval OnAxis(Interval mean, LogRange range) =>
        mean with { Estimate = range.Position(mean.Estimate), Low = range.Position(mean.Low), High = range.Position(mean.High) };

    private sealed record Line(
        string Label, int Index, string Variant, IReadOnlyList<double> Layers, IReadOnlyList<Interval> Means,
        IReadOnlyList<IReadOnlyList<double>> Seeds)
    {
        public bool Single => Label.Length == 0;
    }
}
