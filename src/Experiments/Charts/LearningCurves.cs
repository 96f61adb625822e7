using ScottPlot;

namespace Experiments.Charts;

/// <summary>
/// A metric over training: a line for each variant, the mean over seeds with its 95 % interval. Where training diverged the line is
/// crossed.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
public sealed record LearningCurves(string Name, string Title) : Chart(Name, Title)
{
    /// <summary>A metric of the whole network, one of <see cref="Metrics"/>.</summary>
    public string Metric { get; init; } = Metrics.Accuracy;

    /// <summary>The images it is measured on, one of <see cref="Splits"/>.</summary>
    public string Split { get; init; } = Splits.Validation;

    /// <summary>
    /// The range of a second row of panels that shows what the whole range hides; null for none. Fractions are in per cent.
    /// </summary>
    public (double Low, double High)? Zoom { get; init; }

    /// <summary>Whether every seed's own line is drawn, thin, in the place of bands: for seeds that go very different ways.</summary>
    public bool EachSeed { get; init; }

    private (double Least, double Greatest) Possible =>
        (Metrics.Shown(Metric, Metrics.Possible(Metric).Least), Metrics.Shown(Metric, Metrics.Possible(Metric).Greatest));

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var groups = Group(results).Select(group => group with { Lines = [.. group.Lines.Where(line => !CurveOf(results, line).IsEmpty)] })
            .Where(group => group.Lines.Count > 0).ToList();
        var lines = groups.SelectMany(group => group.Lines).ToList();
        var marked = lines.Any(line => Divergence.Of(results, line.Variant.Name).Count > 0);
        var panels = groups.ConvertAll(group => Panel(results, group, group.Title, marked));
        PanelLimits.Share(panels);
        if (Zoom is { } zoom
            && lines.Any(line =>
                CurveOf(results, line).Means().Any(mean => Shown(mean).Estimate >= zoom.Low && Shown(mean).Estimate <= zoom.High)))
        {
            var closer = FormattableString.Invariant($"closer: from {zoom.Low} to {zoom.High}{(Metrics.Unit(Metric) == "%" ? " %" : "")}");
            var zoomed = groups.ConvertAll(group =>
                Panel(results, group, group.Title.Length > 0 ? $"{group.Title}, {closer}" : closer, marked));
            zoomed.ForEach(panel => panel.Axes.SetLimitsY(zoom.Low, zoom.High));
            panels.AddRange(zoomed);
        }

        var legend = Figure.LegendOf(groups).ToList();
        legend.ForEach(item => item.LabelText += EachSeed ? ", mean and every seed" : "");
        return new(panels)
        {
            Columns = Math.Max(1, groups.Count), Legend = marked
                ? [.. legend, Divergence.LegendItem]
                : legend, Caption = CaptionOf(groups, results),
            RowHeight = panels.Count == groups.Count ? 420 : 300,
        };
    }

    private Curve CurveOf(ResultTable results, ChartLine line) => results.Curve(line.Variant.Name, Metric, Split);

    private Plot Panel(ResultTable results, ChartPanel group, string title, bool marked)
    {
        var plot = Theme.Panel(title);
        foreach (var line in group.Lines)
        {
            var curve = CurveOf(results, line);
            var means = curve.Means().Select(Shown)
                .Select(mean => EachSeed ? mean with { Low = mean.Estimate, High = mean.Estimate, Count = 1 } : mean);
            SeriesLines.Add(plot, curve.Epochs, [.. means], line.Index);
            foreach (var ofSeed in EachSeed ? curve.Values : [])
            {
                SeriesLines.AddThin(plot, curve.Epochs, [.. ofSeed.Select(value => Metrics.Shown(Metric, value))], line.Index);
            }

            Divergence.Mark(plot, results, curve, value => Metrics.Shown(Metric, value), line.Index);
        }

        plot.Axes.Margins(marked ? PanelLimits.RoomForMarks : 0, 0.05);
        plot.Axes.Left.TickGenerator = new LinearTicks(Possible.Least, Possible.Greatest);
        Theme.CountBottom(plot);
        Theme.Label(plot, "epoch", $"{Split} {Metrics.AxisLabel(Metric)}");
        return plot;
    }

    private string CaptionOf(List<ChartPanel> groups, ResultTable results)
    {
        var accuracy = Metric == Metrics.Accuracy;
        var best =
            from @group in groups
            from line in @group.Lines
            let series = line.Variant.Metric(Metric, Split)
            let mean = (accuracy ? series.Max() : series.Min()).Mean.Estimate
            orderby accuracy ? -mean : mean
            select (CaptionText.Join(@group.Title, line.Label), mean);
        var text = CaptionText.Numbers(best, value => FormattableString.Invariant($"{value:F2}{(accuracy ? " %" : "")}"));
        var diverged = groups.SelectMany(group => group.Lines).Sum(line => Divergence.Of(results, line.Variant.Name).Count);
        return text.Length == 0 ? "" : $"{(accuracy ? "Best" : "Least")} of all epochs, mean over seeds: {text}."
            + (diverged > 0 ? $" {diverged} training{(diverged == 1 ? "" : "s")} diverged." : "")
            + (EachSeed ? "" : " Bands are 95 % intervals.");
    }

    private Interval Shown(Interval mean)
    {
        var possible = mean.Within(Metrics.Possible(Metric));
        return possible with
        {
            Estimate = Metrics.Shown(Metric, possible.Estimate),
            Low = Metrics.Shown(Metric, possible.Low),
            High = Metrics.Shown(Metric, possible.High),
        };
    }
}
