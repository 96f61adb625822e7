using Experiments.Results;
using ScottPlot;

namespace Experiments.Charts;

/// <summary>
/// Errors against the size of a step, both on log axes: a panel for each variant, a line for each method (the geometric mean over seeds), a dot
/// for each seed, and the power law by which the error falls before rounding raises it again.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">What the chart shows.</param>
/// <param name="Step">The metric that is the step; its points are numbered as epochs are.</param>
/// <param name="Errors">The metrics that are errors, with what they are called in the legend.</param>
/// <param name="StepLabel">The step as it stands at the axis.</param>
/// <param name="ErrorLabel">The errors as they stand at the axis.</param>
public sealed record ErrorAgainstStep(
    string Name, string Title, string Step, IReadOnlyList<(string Metric, string Label)> Errors, string StepLabel, string ErrorLabel) : Chart(Name, Title)
{
    /// <summary>The greatest step to which the law is fitted.</summary>
    public double GreatestFittedStep { get; init; } = double.PositiveInfinity;

    /// <summary>A bound of the error that is drawn as a line; null for none.</summary>
    public (double Value, string Label)? Bound { get; init; }

    private protected override Figure Draw(ResultTable results, IReadOnlyList<string> variants)
    {
        var (steps, errors) = (new LogRange(), new LogRange());
        List<Plot> panels = [.. variants.Where(variant => !results.Curve(variant, Step).IsEmpty).Select(variant => Panel(results, variant, steps, errors))];
        panels.ForEach(panel => panel.Axes.SetLimits(steps.Low, steps.High, errors.Low, errors.High));
        return Figure(results, panels, Math.Max(1, panels.Count), Legend()) with { RowHeight = 430 };
    }

    private Plot Panel(ResultTable results, string variant, LogRange steps, LogRange errors)
    {
        var plot = Theme.Panel(variant);
        if (Bound is { } bound)
        {
            plot.Add.HorizontalLine(Math.Log10(bound.Value), 1.5f, Theme.Warning, LinePattern.DenselyDashed);
        }

        for (var index = 0; index < Errors.Count; index++)
        {
            var seeds = Points(results, variant, Errors[index].Metric);
            var means = GeometricMeans(seeds);
            steps.Include(means.Select(point => point.Step));
            errors.Include(seeds.SelectMany(ofSeed => ofSeed).Select(point => point.Error));
            AddSeeds(plot, seeds, index);
            AddMeans(plot, means, index);
            AddLaw(plot, PowerLaw.FitBeforeRounding(means, GreatestFittedStep), index);
        }

        Theme.LogLeft(plot);
        Theme.LogBottom(plot);
        Theme.Label(plot, StepLabel, ErrorLabel);
        return plot;
    }

    // Step and error of every seed; what a log axis cannot show is passed over.
    private List<List<(double Step, double Error)>> Points(ResultTable results, string variant, string metric)
    {
        var (steps, errors) = (results.Curve(variant, Step), results.Curve(variant, metric));
        return [.. steps.Values.Zip(errors.Values, (x, y) => x.Zip(y).Where(point => point.First > 0 && point.Second > 0 && double.IsFinite(point.Second)).ToList())];
    }

    private static List<(double Step, double Error)> GeometricMeans(List<List<(double Step, double Error)>> seeds) =>
    [
        .. seeds.SelectMany(ofSeed => ofSeed).GroupBy(point => point.Step).OrderBy(group => group.Key)
            .Select(group => (group.Key, Statistics.GeometricMean([.. group.Select(point => point.Error)]).Estimate)),
    ];

    private static void AddSeeds(Plot plot, List<List<(double Step, double Error)>> seeds, int index)
    {
        var all = seeds.SelectMany(ofSeed => ofSeed).ToList();
        var dots = plot.Add.ScatterPoints(
            all.Select(point => Math.Log10(point.Step)).ToArray(), all.Select(point => Math.Log10(point.Error)).ToArray(), Theme.SeriesColor(index).WithAlpha(0.3));
        dots.MarkerSize = 4;
    }

    private static void AddMeans(Plot plot, List<(double Step, double Error)> means, int index)
    {
        var line = plot.Add.ScatterLine(
            means.Select(point => Math.Log10(point.Step)).ToArray(), means.Select(point => Math.Log10(point.Error)).ToArray(), Theme.SeriesColor(index));
        line.LineWidth = 2;
    }

    // The law is drawn over the range it was fitted to, wide and pale behind the line, with its slope written below its middle.
    private static void AddLaw(Plot plot, PowerLaw law, int index)
    {
        if (double.IsNaN(law.Exponent))
        {
            return;
        }

        double[] ends = [law.From, law.To];
        var line = plot.Add.ScatterLine(ends.Select(Math.Log10).ToArray(), ends.Select(step => Math.Log10(law.At(step))).ToArray(), Theme.SeriesColor(index).WithAlpha(0.3));
        line.LineWidth = 9;
        plot.MoveToBack(line);
        var middle = Math.Sqrt(law.From * law.To);
        var text = plot.Add.Text(FormattableString.Invariant($"slope {law.Exponent:F2}"), Math.Log10(middle), Math.Log10(law.At(middle)));
        text.LabelAlignment = Alignment.UpperLeft;
        text.OffsetX = 10;
        text.OffsetY = 4;
        text.LabelFontSize = 12;
        text.LabelBold = true;
        text.LabelFontColor = Theme.SeriesColor(index);
    }

    private List<LegendItem> Legend()
    {
        List<LegendItem> items = [.. Errors.Select((one, index) => Lines.LegendItem(one.Label, index))];
        items.Add(new() { LabelText = "range of the fitted slope", LineColor = Theme.Ink.WithAlpha(0.25), LineWidth = 9 });
        if (Bound is { } bound)
        {
            items.Add(new() { LabelText = bound.Label, LineColor = Theme.Warning, LineWidth = 2, LinePattern = LinePattern.DenselyDashed });
        }

        return items;
    }
}
