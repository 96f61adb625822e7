using Experiments.Results;
using ScottPlot;

namespace Experiments.Charts;

/// <summary>
/// A metric over training: a line for each variant (the mean over seeds) with its 95 % interval, a panel for each group of variants. Where
/// training diverged the line is crossed.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">What the chart shows.</param>
/// <param name="Metric">A metric of the whole network, one of <see cref="Metrics"/>.</param>
/// <param name="Split">The split it is measured on, one of <see cref="Splits"/>.</param>
public sealed record LearningCurves(string Name, string Title, string Metric, string Split) : Chart(Name, Title)
{
    /// <summary>The range of a second row of panels that shows what the whole range hides; null for none. Fractions are in per cent.</summary>
    public (double Low, double High)? Closer { get; init; }

    /// <summary>The panels; empty for one panel with all variants.</summary>
    public IReadOnlyList<VariantGroup> Groups { get; init; } = [];

    /// <summary>Whether every seed's own line is drawn, thin, in the place of bands: for seeds that go very different ways.</summary>
    public bool EachSeed { get; init; }

    /// <summary>Labels in the order of their colours, where that is to be the same as in other charts; empty for the order in which they appear.</summary>
    public IReadOnlyList<string> LabelOrder { get; init; } = [];

    private bool InPercent => Metric == Metrics.Accuracy;

    private protected override Figure Draw(ResultTable results, IReadOnlyList<string> variants)
    {
        var groups = VariantGroup.Present(Groups, [.. variants.Where(variant => !results.Curve(variant, Metric, Split).IsEmpty)]);
        var present = VariantGroup.Labels(groups);
        var labels = LabelOrder.Union(present).ToList();
        if (present.Count == 0)
        {
            return Figure(results, [], 1, []);
        }

        var marked = groups.Any(group => group.Members.Any(member => Divergence.Of(results, member.Variant).Count > 0));
        var panels = groups.Select(group => Panel(results, group, labels, group.Title, marked)).ToList();
        PanelLimits.Share(panels);
        if (Closer is { } range && groups.SelectMany(group => group.Members).Any(member => Enters(results, member.Variant, range)))
        {
            var closer = "closer: " + FormattableString.Invariant($"from {range.Low} to {range.High}{(InPercent ? " %" : "")}");
            panels.AddRange(groups.Select(group => Panel(results, group, labels, group.Title.Length > 0 ? $"{group.Title}, {closer}" : closer, marked)));
            panels.TakeLast(groups.Count).ToList().ForEach(panel => panel.Axes.SetLimitsY(range.Low, range.High));
        }

        List<LegendItem> legend = [.. present.Select(label => Lines.LegendItem(EachSeed ? $"{label}, mean and every seed" : label, labels.IndexOf(label)))];
        if (marked)
        {
            legend.Add(Divergence.LegendItem);
        }

        return Figure(results, panels, groups.Count, legend) with { RowHeight = panels.Count == groups.Count ? 420 : 300 };
    }

    private bool Enters(ResultTable results, string variant, (double Low, double High) range) =>
        results.Curve(variant, Metric, Split).Means().Any(mean => Shown(mean.Estimate) >= range.Low && Shown(mean.Estimate) <= range.High);

    private Plot Panel(ResultTable results, VariantGroup group, List<string> labels, string title, bool marked)
    {
        var plot = Theme.Panel(title);
        foreach (var (label, variant) in group.Members)
        {
            var (curve, index) = (results.Curve(variant, Metric, Split), labels.IndexOf(label));
            var means = curve.Means().Select(Shown).Select(mean => EachSeed ? mean with { Low = mean.Estimate, High = mean.Estimate, Count = 1 } : mean);
            Lines.Add(plot, curve.Epochs, [.. means], index);
            foreach (var ofSeed in EachSeed ? curve.Values : [])
            {
                Lines.AddThin(plot, curve.Epochs, [.. ofSeed.Select(Shown)], index);
            }

            Divergence.Mark(plot, results, curve, Shown, index);
        }

        plot.Axes.Margins(marked ? PanelLimits.RoomForMarks : 0, 0.05);
        plot.Axes.Left.TickGenerator = new LinearTicks(Shown(Metrics.Possible(Metric).Least), Shown(Metrics.Possible(Metric).Greatest));
        Theme.CountBottom(plot);
        Theme.Label(plot, "epoch", $"{Split} {Metric}{(InPercent ? " (%)" : "")}");
        return plot;
    }

    private double Shown(double value) => InPercent ? 100 * value : value;

    private Interval Shown(Interval mean)
    {
        var possible = mean.Within(Metrics.Possible(Metric));
        return possible with { Estimate = Shown(possible.Estimate), Low = Shown(possible.Low), High = Shown(possible.High) };
    }
}
