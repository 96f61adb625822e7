using Experiments.Results;
using ScottPlot;
using ScottPlot.Plottables;

namespace Experiments.Charts;

/// <summary>One number of every variant: its mean over seeds with the 95 % interval, a dot for each seed, and published figures beside it.</summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">What the chart shows.</param>
/// <param name="Measure">The number: one value per seed, from the results and a variant's name; in per cent if it is an accuracy.</param>
/// <param name="Label">The number as it stands at the axis.</param>
public sealed record VariantPoints(string Name, string Title, Func<ResultTable, string, IReadOnlyList<double>> Measure, string Label) : Chart(Name, Title)
{
    private const double SeedOffset = 0.16;
    private const double PublishedOffset = -0.16;

    /// <summary>Published values by variant, drawn as diamonds.</summary>
    public IReadOnlyDictionary<string, double> Published { get; init; } = new Dictionary<string, double>();

    /// <summary>What the diamonds are, as it stands in the legend.</summary>
    public string PublishedLabel { get; init; } = "published";

    /// <summary>The least and the greatest value that the number can have; intervals end there.</summary>
    public (double Least, double Greatest) Possible { get; init; } = (double.NegativeInfinity, double.PositiveInfinity);

    private protected override Figure Draw(ResultTable results, IReadOnlyList<string> variants)
    {
        var points = variants.Select(variant => (Variant: variant, Values: Measure(results, variant).Where(double.IsFinite).ToList()))
            .Where(point => point.Values.Count > 0).ToList();
        return points.Count == 0
            ? Figure(results, [], 1, [])
            : Figure(results, [Panel(points)], 1, Legend(points.Any(point => Published.ContainsKey(point.Variant)))) with { RowHeight = 420 };
    }

    private Plot Panel(List<(string Variant, List<double> Values)> points)
    {
        var plot = Theme.Panel("");
        for (var index = 0; index < points.Count; index++)
        {
            AddVariant(plot, index, points[index].Variant, points[index].Values);
        }

        Theme.Categories(plot, [.. points.Select((_, index) => (double)index)], [.. points.Select(point => point.Variant)]);
        Theme.Label(plot, "", Label);
        plot.Axes.Left.TickGenerator = new LinearTicks(Possible.Least, Possible.Greatest);
        plot.Axes.Margins(0, 0.1);
        plot.Axes.AutoScale();
        plot.Axes.SetLimitsX(-0.6, points.Count - 0.4);
        return plot;
    }

    private void AddVariant(Plot plot, int position, string variant, List<double> values)
    {
        var mean = Statistics.Mean(values).Within(Possible);
        plot.Add.Plottable(new ErrorBar([position], [mean.Estimate], null, null, [mean.High - mean.Estimate], [mean.Estimate - mean.Low])
        {
            Color = Theme.SeriesColor(0),
            LineWidth = 2,
            CapSize = 7,
        });
        Dots(plot, [position], [mean.Estimate], Theme.SeriesColor(0), MarkerShape.FilledCircle, 10);
        Dots(plot, [.. values.Select(_ => position + SeedOffset)], values, Theme.Ink.WithAlpha(0.6), MarkerShape.FilledCircle, 5);
        if (Published.TryGetValue(variant, out var published))
        {
            Dots(plot, [position + PublishedOffset], [published], Theme.Warning, MarkerShape.OpenDiamond, 11);
        }
    }

    private static void Dots(Plot plot, IReadOnlyList<double> xs, IReadOnlyList<double> ys, Color color, MarkerShape shape, float size)
    {
        var dots = plot.Add.ScatterPoints(xs.ToArray(), ys.ToArray(), color);
        dots.MarkerShape = shape;
        dots.MarkerSize = size;
        dots.MarkerLineWidth = 2;
    }

    private List<LegendItem> Legend(bool withPublished)
    {
        List<LegendItem> items =
        [
            new() { LabelText = "mean over seeds with 95 % interval", MarkerShape = MarkerShape.FilledCircle, MarkerSize = 9, MarkerColor = Theme.SeriesColor(0) },
            new() { LabelText = "one seed", MarkerShape = MarkerShape.FilledCircle, MarkerSize = 5, MarkerColor = Theme.Ink.WithAlpha(0.6) },
        ];
        if (withPublished)
        {
            items.Add(new() { LabelText = PublishedLabel, MarkerShape = MarkerShape.OpenDiamond, MarkerSize = 9, MarkerLineWidth = 2, MarkerColor = Theme.Warning });
        }

        return items;
    }
}
