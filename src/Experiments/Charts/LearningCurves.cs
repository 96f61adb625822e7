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

    /// <summary>The range of a second row of panels, for what the whole range hides; null for none. Fractions are in %.</summary>
    public (double Low, double High)? Zoom { get; init; }

    /// <summary>Whether every seed's own line is drawn, thin, in the place of bands: for seeds that go very different ways.</summary>
    public bool EachSeed { get; init; }

    private ValueAxis Axis => ValueAxis.Of(Metric);

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var groups = Group(results).Select(group => group with { Lines = [.. group.Lines.Where(line => !CurveOf(results, line).IsEmpty)] })
            .Where(group => group.Lines.Count > 0).ToList();
        var lines = groups.SelectMany(group => group.Lines).ToList();
        var diverged = lines.Sum(line => line.Variant.DivergedEpoch.BySeed.Count);
        var panels = groups.ConvertAll(group => Panel(results, group, group.Title, diverged > 0));
        Theme.ShareLimits(panels);
        if (Zoom is { } zoom && lines.Any(line => Axis.Means(CurveOf(results, line)).Select(Axis.Position)
            .Any(mean => mean.Estimate >= zoom.Low && mean.Estimate <= zoom.High)))
        {
            var closer = FormattableString.Invariant($"closer: from {zoom.Low} to {zoom.High} {Metrics.Unit(Metric)}").TrimEnd();
            var zoomed = groups.ConvertAll(group => Panel(results, group, CaptionText.Join(group.Title, closer), diverged > 0));
            zoomed.ForEach(panel => panel.Axes.SetLimitsY(zoom.Low, zoom.High));
            panels.AddRange(zoomed);
        }

        List<LegendItem> legend = [.. Figure.LegendOf(lines)];
        legend.ForEach(item => item.LabelText += EachSeed ? ", mean and every seed" : "");
        return new(panels)
        {
            Columns = Math.Max(1, groups.Count),
            Legend = diverged == 0 ? legend
                : [.. legend, Divergence.LegendItem],
            Caption = CaptionOf(results, groups),
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
            SeriesLines.Add(plot, curve, Axis, line.Index, banded: !EachSeed);
            if (EachSeed)
            {
                SeriesLines.AddSeeds(plot, curve, Axis, line.Index);
            }

            Divergence.AddCrosses(plot, line.Variant, curve, Axis, Theme.SeriesColor(line.Index));
        }

        plot.Axes.Margins(marked ? Theme.RoomForMarks : 0, 0.05);
        Axis.ApplyLeft(plot);
        Theme.CountBottom(plot);
        Theme.Label(plot, "epoch", $"{Split} {Metrics.AxisLabel(Metric)}");
        return plot;
    }

    private string CaptionOf(ResultTable results, List<ChartPanel> groups)
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
        var seeds = results.Seeds.Count < 2 ? "" : ", mean over seeds";
        return text.Length == 0 ? "" : $"{(accuracy ? "Best" : "Least")} of all epochs{seeds}: {text}."
            + (EachSeed && seeds.Length > 0 ? "" : $" {CaptionText.Bands(results)}");
    }
}
