using Experiments.Results;
using ScottPlot;

namespace Experiments.Charts;

/// <summary>
/// A metric of every layer at one epoch, on a log axis: a panel for each variant, a bar for each layer (the geometric mean over seeds) and a dot
/// for each seed.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">What the chart shows.</param>
/// <param name="Metric">A metric that layers have, one of <see cref="Metrics"/>.</param>
/// <param name="Label">The metric as it stands at the axis.</param>
public sealed record LayerBars(string Name, string Title, string Metric, string Label) : Chart(Name, Title)
{
    private const double SeedSpread = 0.4;

    /// <summary>The epoch; 0 is before training.</summary>
    public int Epoch { get; init; }

    /// <summary>Whether the output layer is left out.</summary>
    public bool HiddenOnly { get; init; }

    /// <summary>Published values by variant, from the first layer on, drawn as diamonds.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Published { get; init; } = new Dictionary<string, IReadOnlyList<double>>();

    /// <summary>What the diamonds are, as it stands in the legend.</summary>
    public string PublishedLabel { get; init; } = "published";

    private protected override Figure Draw(ResultTable results, IReadOnlyList<string> variants)
    {
        var panels = new List<Plot>();
        var range = new LogRange();
        foreach (var variant in variants)
        {
            var layers = LayerSeries.Of(results, variant, Metric, HiddenOnly)
                .Select(series => (series.Layer, Values: series.Curve.At(Epoch).Where(value => value > 0 && double.IsFinite(value)).ToList()))
                .Where(layer => layer.Values.Count > 0).ToList();
            if (layers.Count > 0)
            {
                layers.ForEach(layer => range.Include(layer.Values));
                range.Include(Published.GetValueOrDefault(variant, []));
                panels.Add(Panel(variant, layers));
            }
        }

        Finish(panels, range);
        return Figure(results, panels, Math.Max(1, panels.Count), Legend(variants.Any(Published.ContainsKey)));
    }

    private Plot Panel(string variant, List<(int Layer, List<double> Values)> layers)
    {
        var plot = Theme.Panel(variant);
        foreach (var (layer, values) in layers)
        {
            var seeds = plot.Add.ScatterPoints(
                values.Select((_, index) => layer + (SeedSpread * (((index + 0.5) / values.Count) - 0.5))).ToArray(),
                values.Select(Math.Log10).ToArray(),
                Theme.Ink.WithAlpha(0.6));
            seeds.MarkerSize = 4;
        }

        var published = Published.GetValueOrDefault(variant, []);
        if (published.Count > 0)
        {
            var diamonds = plot.Add.ScatterPoints(
                published.Select((_, index) => index + 1.0).ToArray(), published.Select(Math.Log10).ToArray(), Theme.Warning);
            diamonds.MarkerShape = MarkerShape.OpenDiamond;
            diamonds.MarkerSize = 11;
            diamonds.MarkerLineWidth = 2;
        }

        // Bars come last because their foot, the lowest power of ten of all panels, is known last: Finish sets it.
        var bars = plot.Add.Bars(layers.Select(layer => new Bar
        {
            Position = layer.Layer,
            Value = Math.Log10(Statistics.GeometricMean(layer.Values).Estimate),
            Size = 0.7,
            FillColor = Theme.SeriesColor(0).WithAlpha(0.75),
            LineWidth = 0,
        }).ToList());
        plot.MoveToBack(bars);
        Theme.Categories(plot, [.. layers.Select(layer => (double)layer.Layer)], [.. layers.Select(layer => $"{layer.Layer}")]);
        Theme.Label(plot, "layer", Label);
        return plot;
    }

    private static void Finish(List<Plot> panels, LogRange range)
    {
        foreach (var plot in panels)
        {
            var bars = plot.GetPlottables<ScottPlot.Plottables.BarPlot>().Single().Bars.ToList();
            bars.ForEach(bar => bar.ValueBase = range.Low);
            plot.Axes.SetLimitsX(bars[0].Position - 0.6, bars[^1].Position + 0.6);
            range.ApplyTo(plot);
        }
    }

    private List<LegendItem> Legend(bool withPublished)
    {
        List<LegendItem> items =
        [
            new() { LabelText = "geometric mean over seeds", FillColor = Theme.SeriesColor(0).WithAlpha(0.75) },
            new() { LabelText = "one seed", MarkerShape = MarkerShape.FilledCircle, MarkerSize = 5, MarkerColor = Theme.Ink.WithAlpha(0.6) },
        ];
        if (withPublished)
        {
            items.Add(new() { LabelText = PublishedLabel, MarkerShape = MarkerShape.OpenDiamond, MarkerSize = 9, MarkerLineWidth = 2, MarkerColor = Theme.Warning });
        }

        return items;
    }
}
