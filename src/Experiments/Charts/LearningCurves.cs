using Experiments.Results;
using ScottPlot;

namespace Experiments.Charts;

/// <summary>A metric over training: a line for each variant (the mean over seeds) with its 95 % interval.</summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">What the chart shows.</param>
/// <param name="Metric">A metric of the whole network, one of <see cref="Metrics"/>.</param>
/// <param name="Split">The split it is measured on, one of <see cref="Splits"/>.</param>
public sealed record LearningCurves(string Name, string Title, string Metric, string Split) : Chart(Name, Title)
{
    /// <summary>The range of a second panel that shows what the whole range hides; null for none. Fractions are in per cent.</summary>
    public (double Low, double High)? Closer { get; init; }

    private bool InPercent => Metric == Metrics.Accuracy;

    private protected override Figure Draw(ResultTable results, IReadOnlyList<string> variants)
    {
        var curves = variants.Select(variant => results.Curve(variant, Metric, Split)).Where(curve => !curve.IsEmpty).ToList();
        if (curves.Count == 0)
        {
            return Figure(results, [], 1, []);
        }

        var panels = new List<Plot> { Panel(curves, "") };
        if (Closer is { } range && curves.Any(curve => curve.Means().Any(mean => Shown(mean).Estimate >= range.Low && Shown(mean).Estimate <= range.High)))
        {
            panels.Add(Panel(curves, "closer: " + FormattableString.Invariant($"from {range.Low} to {range.High}{(InPercent ? " %" : "")}")));
            panels[^1].Axes.SetLimitsY(range.Low, range.High);
        }

        return Figure(results, panels, 1, [.. curves.Select((curve, index) => Lines.LegendItem(curve.Variant, index))]) with
        {
            RowHeight = panels.Count == 1 ? 420 : 300,
        };
    }

    private Plot Panel(List<Curve> curves, string title)
    {
        var plot = Theme.Panel(title);
        for (var index = 0; index < curves.Count; index++)
        {
            Lines.Add(plot, curves[index].Epochs, [.. curves[index].Means().Select(Shown)], index);
        }

        plot.Axes.Margins(0, 0.05);
        Theme.CountBottom(plot);
        Theme.Label(plot, "epoch", $"{Split} {Metric}{(InPercent ? " (%)" : "")}");
        return plot;
    }

    private Interval Shown(Interval mean) => InPercent
        ? mean with { Estimate = 100 * mean.Estimate, Low = 100 * mean.Low, High = Math.Min(100, 100 * mean.High) }
        : mean;
}
