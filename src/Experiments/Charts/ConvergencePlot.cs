using ScottPlot;

namespace Experiments.Charts;

/// <summary>
/// Errors against the size of a step, both on log axes: a panel for each variant, a line for each method (the geometric mean over seeds), a
/// dot for each seed, and the power law by which the error falls before rounding raises it again: its slope is the order of convergence.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
/// <param name="Step">The metric that is the step; its points are numbered as epochs are.</param>
/// <param name="StepLabel">The step as it stands at the axis.</param>
/// <param name="ErrorLabel">The errors as they stand at the axis.</param>
/// <param name="Errors">The metrics that are errors, with what they are called in the legend.</param>
public sealed record ConvergencePlot(
    string Name, string Title, string Step, string StepLabel, string ErrorLabel,
    params IReadOnlyList<(string Metric, string Label)> Errors) : Chart(Name, Title)
{
    private const int MostLabels = 21;

    /// <summary>The greatest step to which the law is fitted.</summary>
    public double GreatestFittedStep { get; init; } = double.PositiveInfinity;

    /// <summary>A bound of the error that is drawn as a line; null for none.</summary>
    public (double Value, string Label)? Bound { get; init; }

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var (steps, errors) = (ValueAxis.Log(), ValueAxis.Log());
        var panels = Ungrouped(results).Select(line => line.Variant.Name).Where(variant => !results.Curve(variant, Step).IsEmpty)
            .Select(variant => Panel(results, variant, steps, errors)).ToList();
        foreach (var panel in panels)
        {
            errors.ApplyLeft(panel);
            steps.ApplyBottom(panel, MostLabels / panels.Count, wholeDecades: true); // slopes are written at the right
        }

        return new(panels)
        {
            Legend = Legend(), RowHeight = 430,
            Caption = "Slopes are the orders of convergence, fitted where the error falls with the step. Below the least error rounding "
                + "takes over and grows as 1/step.",
        };
    }

    private Plot Panel(ResultTable results, string variant, ValueAxis steps, ValueAxis errors)
    {
        var plot = Theme.Panel(variant);
        if (Bound is { } bound)
        {
            plot.Add.HorizontalLine(Math.Log10(bound.Value), 1.5f, Theme.Warning);
        }

        List<PowerLaw> laws = [];
        foreach (var (index, error) in Errors.Index())
        {
            var seeds = Points(results, variant, error.Metric);
            var means = GeometricMeans(seeds);
            steps.Include(means.Select(point => point.Step));
            errors.Include(seeds.Select(point => point.Error));
            Dots.Add(plot, seeds.Select(point => (Math.Log10(point.Step), Math.Log10(point.Error))), Pale(index), 4);
            AddLine(plot, means, Theme.SeriesColor(index), 2);
            laws.Add(PowerLaw.FitBeforeRounding(means, GreatestFittedStep));
        }

        AddLaws(plot, laws);
        Theme.Label(plot, StepLabel, ErrorLabel);
        return plot;
    }

    // Step and error of all seeds; what a log axis cannot show is passed over.
    private List<(double Step, double Error)> Points(ResultTable results, string variant, string metric)
    {
        var (steps, errors) = (results.Curve(variant, Step), results.Curve(variant, metric));
        return [.. steps.Values.Zip(errors.Values).SelectMany(seed => seed.First.Zip(seed.Second))
            .Where(point => point.First > 0 && point.Second > 0 && double.IsFinite(point.Second))];
    }

    private static List<(double Step, double Error)> GeometricMeans(List<(double Step, double Error)> seeds) =>
    [
        .. seeds.GroupBy(point => point.Step).OrderBy(group => group.Key)
            .Select(group => (group.Key, Statistics.GeometricMean([.. group.Select(point => point.Error)]).Estimate)),
    ];

    // A law is drawn over the range it was fitted to, wide and pale behind the line. The slope of the flattest, which lies highest, is
    // written above its middle, those of the others below their lower ends: there is nothing else in these places.
    private static void AddLaws(Plot plot, List<PowerLaw> laws)
    {
        foreach (var (index, law) in laws.Index().Where(law => double.IsFinite(law.Item.Exponent)))
        {
            AddLine(plot, [(law.From, law.At(law.From)), (law.To, law.At(law.To))], Pale(index), 9);
            plot.MoveToBack(plot.GetPlottables().Last());
            AddSlope(plot, law, law.Exponent == laws.Min(other => other.Exponent), Theme.SeriesColor(index));
        }
    }

    private static void AddSlope(Plot plot, PowerLaw law, bool above, Color color)
    {
        var step = above ? Math.Sqrt(law.From * law.To) : law.From / 2;
        var text = plot.Add.Text(FormattableString.Invariant($"slope {law.Exponent:F2}"), Math.Log10(step), Math.Log10(law.At(step)));
        text.LabelAlignment = above ? Alignment.LowerRight : Alignment.MiddleLeft;
        text.OffsetX = above ? -10 : 8;
        text.LabelFontSize = 12;
        text.LabelBold = true;
        text.LabelFontColor = color;
    }

    private static void AddLine(Plot plot, List<(double Step, double Error)> points, Color color, float width) => SeriesLines.AddLine(
        plot, [.. points.Select(point => Math.Log10(point.Step))], [.. points.Select(point => Math.Log10(point.Error))], color, width);

    private static Color Pale(int index) => Theme.SeriesColor(index).WithAlpha(0.3);

    private List<LegendItem> Legend()
    {
        List<LegendItem> items = [.. Errors.Select((error, index) => SeriesLines.LegendItem(error.Label, Theme.Category(index)))];
        items.Add(new() { LabelText = "range of the fitted slope", LineColor = Theme.Ink.WithAlpha(0.25), LineWidth = 9 });
        if (Bound is { } bound)
        {
            items.Add(new() { LabelText = bound.Label, LineColor = Theme.Warning, LineWidth = 1.5f });
        }

        return items;
    }
}
