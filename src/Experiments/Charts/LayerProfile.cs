using ScottPlot;

namespace Experiments.Charts;

/// <summary>
/// A metric against the layer at one epoch: a line for each variant, the mean over seeds with its 95 % interval, and a dot for
/// each seed where a panel has one line alone.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
/// <param name="Metric">A metric that layers have, one of <see cref="Metrics"/>.</param>
public sealed record LayerProfile(string Name, string Title, string Metric) : Chart(Name, Title)
{
    private const int MostPublished = 12;
    private const double SeedsBeside = 0.045; // of the axis of layers

    /// <summary>The metric as it stands at the axis; null for the usual.</summary>
    public string? Label { get; init; }

    /// <summary>Whether the axis is logarithmic; means are geometric then.</summary>
    public bool LogScale { get; init; } = true;

    /// <summary>The epoch; 0 is before training.</summary>
    public int Epoch { get; init; }

    /// <summary>Whether it is each seed's last epoch instead.</summary>
    public bool AtEnd { get; init; }

    /// <summary>Whether the output layer is left out.</summary>
    public bool HiddenOnly { get; init; }

    /// <summary>Published values or those of a closed form by variant, from the first layer on, drawn as diamonds.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Published { get; init; } = new Dictionary<string, IReadOnlyList<double>>();

    /// <summary>What the diamonds are, as it stands in the legend.</summary>
    public string PublishedLabel { get; init; } = "published";

    /// <summary>Whether they hold at any settings and on any data, as those of a closed form do.</summary>
    public bool PublishedHoldsAnywhere { get; init; }

    /// <summary>A number of no layer that the others are compared with, drawn as a line with what it is; null for none.</summary>
    public (double Value, string Label)? Reference { get; init; }

    /// <summary>What a layer is called at the axis.</summary>
    public string LayerLabel { get; init; } = "layer";

    /// <inheritdoc/>
    protected override bool ShowsTraining => AtEnd || Epoch > 0;

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var (possible, unit) = (Metrics.Possible(Metric), Metrics.Shown(Metric, 1));
        var axis = new ValueAxis(LogScale, (unit * possible.Least, unit * possible.Greatest)); // a variant's numbers are in %
        var panels = Group(results)
            .Select(panel => (panel.Title, Lines: panel.Lines.Select(Profile).Where(line => line.Layers.Count > 0).ToList()))
            .Where(panel => panel.Lines.Count > 0).ToList();
        var lines = panels.SelectMany(panel => panel.Lines).ToList();
        foreach (var line in lines)
        {
            axis.Include(line.Seeds.Select(axis.Mean));
            axis.Include(line.IsAlone ? line.Seeds.SelectMany(seeds => seeds) : []);
            axis.Include(PublishedOf(line));
        }

        axis.Include(Reference is { } reference && lines.Count > 0 ? [reference.Value] : []);
        var plots = panels.ConvertAll(panel => Panel(panel.Title, panel.Lines, axis));
        if (!LogScale)
        {
            Theme.ShareLimits(plots);
        }

        foreach (var (plot, panel) in plots.Zip(panels))
        {
            plot.Axes.SetLimitsX(panel.Lines.Min(line => line.Layers[0]) - 0.3, panel.Lines.Max(line => line.Layers[^1]) + 0.3);
        }

        return new(plots)
        {
            Legend = Legend(results, lines), EndLabels = panels is [var only] ? [Ends(only.Lines, axis)] : [],
            Caption = CaptionOf(results, panels, axis), RowHeight = panels.Count > 2 ? 390 : 430,
        };
    }

    private Line Profile(ChartLine line)
    {
        var metric = line.Variant.ByLayer(Metric);
        var points = metric.Layers.SkipLast(HiddenOnly ? 1 : 0)
            .Select(layer => (layer, Seeds: (AtEnd ? metric[layer].Last() : metric[layer].At(Epoch)).Values))
            .Where(point => point.Seeds.Count > 0).ToList();
        return new(line, [.. points.Select(point => point.layer)], [.. points.Select(point => point.Seeds)]);
    }

    private Plot Panel(string title, List<Line> lines, ValueAxis axis)
    {
        var plot = Theme.Panel(title);
        if (Reference is { } reference)
        {
            plot.Add.HorizontalLine(axis.Position(reference.Value), 1.5f, Theme.Warning);
        }

        foreach (var line in lines)
        {
            var style = line.Of.Style;
            var beside = line.IsAlone ? SeedsBeside * (line.Layers[^1] - line.Layers[0] + 0.6) : 0;
            var seeds = line.Layers.Zip(line.Seeds)
                .SelectMany(layer => layer.Second.Where(axis.Shows), (layer, value) => (layer.First + beside, axis.Position(value)));
            Dots.Add(plot, line.IsAlone ? seeds : [], Theme.Seed, 4);
            var means = line.Seeds.Select(ofLayer => axis.Position(axis.Mean(ofLayer)));
            SeriesLines.Add(plot, line.Layers, means, style, line.Of.Label, line.IsAlone);
            var published = PublishedOf(line).Take((int)line.Layers[^1]).Select((value, at) => (Layer: at + 1, axis.Position(value)))
                .Where(point => point.Layer % PublishedEvery(line) == 0).Select(point => (point.Layer - beside, point.Item2));
            Dots.Add(plot, published, line.IsAlone ? Theme.Warning : style.Color, 10, MarkerShape.OpenDiamond);
        }

        Theme.CountBottom(plot, spacing: 22);
        Theme.Label(plot, LayerLabel, Label ?? Metrics.AxisLabel(Metric));
        axis.ApplyLeft(plot);
        return plot;
    }

    // Of many layers a few will do.
    private static int PublishedEvery(Line line) => line.Layers.Count > MostPublished ? 5 : 1;

    // Where each line of a single panel ends.
    private static List<EndLabel> Ends(List<Line> lines, ValueAxis axis) =>
    [
        .. from line in lines
           where !line.IsAlone && line.Layers[^1] == lines.Max(other => other.Layers[^1])
           let end = axis.Position(axis.Mean(line.Seeds[^1]).Estimate)
           where double.IsFinite(end)
           select new EndLabel(line.Of.Label, end, line.Of.Style.Color),
    ];

    private List<LegendItem> Legend(ResultTable results, List<Line> lines)
    {
        List<LegendItem> items = [.. Figure.LegendOf(lines.Select(line => line.Of))];
        var alone = lines.Any(line => line.IsAlone);
        if (alone)
        {
            items.Add(SeriesLines.LegendItem(CaptionText.OverSeeds(results, LogScale ? "geometric mean" : "mean"), Theme.Category(0)));
            items.Add(Dots.LegendItem("one seed", Theme.Seed, 5));
        }

        List<string> published = [.. lines.Where(line => PublishedOf(line).Count > 0).Select(line => line.Of.Variant.Name)];
        if (published.Count > 0)
        {
            var label = PublishedHoldsAnywhere ? PublishedLabel : PublishedLabelIn(PublishedLabel, results, published);
            items.Add(Dots.LegendItem(label, alone ? Theme.Warning : Theme.Ink, 9, MarkerShape.OpenDiamond));
        }

        return [.. items, .. Reference is { } reference ? [Theme.BoundItem(reference.Label)] : (LegendItem[])[]];
    }

    private string CaptionOf(ResultTable results, List<(string Title, List<Line> Lines)> panels, ValueAxis axis)
    {
        var seeds = panels.SelectMany(panel => panel.Lines).SelectMany(line => line.Seeds).Select(layer => layer.Count).ToList();
        var when = AtEnd ? "after training" : Epoch == 0 ? "before training" : $"after epoch {Epoch}";
        if (!LogScale)
        {
            var means = (
                from panel in panels
                from line in panel.Lines
                from layer in line.Layers.Zip(line.Seeds)
                let label = CaptionText.Join(CaptionText.Join(panel.Title, line.Of.Label), $"{LayerLabel.Split(',')[0]} {layer.First}")
                select (Label: label, axis.Mean(layer.Second).Estimate)).ToList();
            var highest = means.Count == 0 ? default : means.MaxBy(layer => layer.Estimate);
            var number = $"{NumberText.Raised(highest.Estimate)} {Metrics.Unit(Metric)}".TrimEnd();
            return $"Highest, {when}: {highest.Label}, {number}. {CaptionText.Lines(results, seeds: seeds)}";
        }

        var ratios =
            from panel in panels
            from line in panel.Lines
            let ends = (First: axis.Mean(line.Seeds[0]).Estimate, Last: axis.Mean(line.Seeds[^1]).Estimate)
            where line.Layers.Count > 1 && ends.First > 0 && ends.Last > 0
            select (CaptionText.Join(panel.Title, line.Of.Label), ends.Last / ends.First);
        var text = CaptionText.Numbers(ratios, value => NumberText.Raised(value));
        return (text.Length == 0 ? "" : $"The last value over the first, {when}: {text}. ")
            + CaptionText.Lines(results, geometric: true, seeds: seeds);
    }

    private IReadOnlyList<double> PublishedOf(Line line) => Published.GetValueOrDefault(line.Of.Variant.Name, []);

    private sealed record Line(ChartLine Of, IReadOnlyList<double> Layers, IReadOnlyList<IReadOnlyList<double>> Seeds)
    {
        public bool IsAlone => Of.Label.Length == 0;
    }
}
