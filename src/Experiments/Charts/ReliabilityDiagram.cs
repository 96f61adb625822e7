using ScottPlot;

namespace Experiments.Charts;

/// <summary>
/// Whether models are as often right as they are sure (Guo et al. 2017, On Calibration of Modern Neural Networks): a panel for each
/// variant, the accuracy of the test images in each of 15 bins of confidence, means over seeds with 95 % intervals. On the diagonal a model
/// is calibrated, below it overconfident.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
public sealed record ReliabilityDiagram(string Name, string Title) : Chart(Name, Title)
{
    private const float PointSize = 9;
    private const double LeastImages = 5; // of a seed, on average: fewer say nothing

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var panels = Ungrouped(results).Select(line => (line.Label, line.Style, line.Variant, Bins: Bins(results, line.Variant.Name)))
            .Where(panel => panel.Bins.Count > 0).ToList();
        return panels.Count == 0 ? Figure.None : new([.. panels.Select(panel => Panel(panel.Label, panel.Style.Color, panel.Bins))])
        {
            RowHeight = panels.Count == 1 ? 480 : 430,
            Columns = Math.Min(panels.Count, panels.Count > 3 ? 2 : 3), // or the numbers below would not fit
            Legend = [new() { LabelText = "as often right as sure", LineColor = Theme.Quiet, LineWidth = 1.5f }],
            Caption = CaptionOf(results, [.. panels.Select(panel => (panel.Label, panel.Variant))]),
        };
    }

    private static Plot Panel(string title, Color color, List<Bin> bins)
    {
        var plot = Theme.Panel(title);
        SeriesLines.AddLine(plot, [0, 100], [0, 100], Theme.Quiet, 1.5f, "as often right as sure");
        var shown = bins.Where(bin => bin.Images >= LeastImages).ToList();
        var points = shown.Select(bin => (X: bin.Confidence, Mean: bin.Accuracy.Within((0, 100)))).ToList();
        SeriesLines.AddIntervals(plot, points, color);
        SeriesLines.AddLine(plot, [.. points.Select(point => point.X)], [.. points.Select(point => point.Mean.Estimate)], color, 1.5f);
        Dots.Add(plot, points.Select(point => (point.X, point.Mean.Estimate)), color, PointSize);
        foreach (var bin in shown)
        {
            var text = plot.Add.Text(NumberText.Of(bin.Images, 2), bin.Confidence, -2);
            text.LabelAlignment = Alignment.UpperCenter;
            (text.LabelFontSize, text.LabelFontColor) = (10, Theme.Quiet);
        }

        plot.Axes.SetLimits(0, 103, -9, 103);
        plot.Axes.Left.TickGenerator = new LinearTicks(0, 100);
        plot.Axes.Bottom.TickGenerator = new LinearTicks(0, 100);
        Theme.Label(plot, "confidence (%)", "right answers (%)");
        return plot;
    }

    private static List<Bin> Bins(ResultTable results, string variant)
    {
        var counts = results.OfParts(variant, "calibration.count").ToLookup(row => row.Parts[0]);
        var confidences = results.OfParts(variant, "calibration.confidence").ToLookup(row => row.Parts[0]);
        var accuracies = results.OfParts(variant, "calibration.accuracy").ToLookup(row => row.Parts[0]);
        var seeds = counts.SelectMany(rows => rows).Select(row => row.Seed).Distinct().Count();
        return
        [
            .. from number in counts.Select(rows => rows.Key).Order()
               let weights = counts[number].ToDictionary(row => row.Seed, row => row.Value)
               let confidence = confidences[number].Sum(row => row.Value * weights[row.Seed]) / weights.Values.Sum()
               select new Bin(
                   100 * confidence, Statistics.Mean([.. accuracies[number].Select(row => 100 * row.Value)]),
                   weights.Values.Sum() / seeds),
        ];
    }

    private static string CaptionOf(ResultTable results, List<(string Label, VariantResults Variant)> panels)
    {
        var errors = panels.Select(panel =>
        {
            var error = panel.Variant.Metric(Metrics.CalibrationError, Splits.Test).Last().Mean;
            return CaptionText.Mean(error, "%") + (panel.Label.Length > 0 ? $" for {panel.Label}" : "");
        });
        return $"Expected calibration error: {string.Join(", ", errors)}. Numbers below: test images in a bin"
            + (results.Seeds.Count < 2 ? "; one seed." : $", means over {results.Seeds.Count} seeds; intervals are 95 %.");
    }

    private sealed record Bin(double Confidence, Interval Accuracy, double Images);
}
