using ScottPlot;

namespace Experiments.Charts;

/// <summary>
/// The loss of training's own batches, step by step, on a log axis: a line for each variant, the geometric mean over seeds with its 95 %
/// interval. Variants need <c>batch-loss-every</c>.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
public sealed record LossPerStep(string Name, string Title) : Chart(Name, Title)
{
    /// <summary>The steps shown, from the first; null for all.</summary>
    public int? Steps { get; init; }

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var axis = ValueAxis.Of(Metrics.BatchLoss, logarithmic: true);
        var groups = (from panel in Group(results)
                      let lines = panel.Lines.Select(line => (Of: line, Points: PointsOf(results, line.Variant.Name, axis)))
                          .Where(line => line.Points.Count > 0).ToList()
                      where lines.Count > 0
                      select (panel.Title, Lines: lines)).ToList();
        if (groups.Count == 0)
        {
            return Figure.None;
        }

        var all = groups.SelectMany(group => group.Lines).ToList();
        all.ForEach(line => axis.Include(line.Points.Select(point => point.Mean)));
        var last = all.Max(line => line.Points[^1].Step);
        return new([.. groups.Select(group => Panel(group.Title, group.Lines, axis, last))])
        {
            Legend = Figure.LegendOf(all.Select(line => line.Of)), RowHeight = 430,
            EndLabels = [.. groups.Select(group => (List<EndLabel>)
                [.. from line in @group.Lines
                    let end = line.Points[^1]
                    where end.Step == last && line.Of.Label.Length > 0 && double.IsFinite(end.Mean.Estimate)
                    select new EndLabel(line.Of.Label, axis.Position(end.Mean.Estimate), line.Of.Style.Color)])],
            Caption = CaptionOf(results, [.. groups.SelectMany(group => group.Lines, (group, line) =>
                (CaptionText.Join(group.Title, line.Of.Label), line.Points[^1].Mean.Estimate))], last),
        };
    }

    private List<(double Step, Interval Mean)> PointsOf(ResultTable results, string variant, ValueAxis axis)
    {
        var curve = results.StepCurve(variant, Metrics.BatchLoss, Splits.Train);
        return
        [
            .. from step in curve.Steps.Index()
               where step.Item <= (Steps ?? long.MaxValue)
               let values = curve.Values.Select(ofSeed => ofSeed[step.Index]).Where(double.IsFinite).ToList()
               where values.Count > 0
               select ((double)step.Item, axis.Mean(values)),
        ];
    }

    private static Plot Panel(
        string title, List<(ChartLine Of, List<(double Step, Interval Mean)> Points)> lines, ValueAxis axis, double last)
    {
        var plot = Theme.Panel(title);
        foreach (var (line, points) in lines)
        {
            SeriesLines.Add(
                plot, points.Select(point => point.Step), points.Select(point => axis.Position(point.Mean)), line.Style, line.Label);
        }

        plot.Axes.SetLimitsX(0, last);
        Theme.CountBottom(plot, spacing: 60);
        Theme.Label(plot, "step", "loss of the batches");
        axis.ApplyLeft(plot);
        return plot;
    }

    private static string CaptionOf(ResultTable results, List<(string Label, double Value)> ends, double last)
    {
        var text = CaptionText.Numbers(ends, value => NumberText.Raised(value, 2));
        var steps = last.ToString("N0", CultureInfo.InvariantCulture);
        return (text.Length == 0 ? "" : $"Loss of training's own batches, before each step; up to step {steps}: {text}. ")
            + CaptionText.Lines(results, geometric: true);
    }
}
