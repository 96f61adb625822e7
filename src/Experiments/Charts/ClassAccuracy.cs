using ScottPlot;

namespace Experiments.Charts;

/// <summary>
/// How many test images of each class are recognized: a point for each variant, the mean over seeds with its 95 % interval.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
public sealed record ClassAccuracy(string Name, string Title) : Chart(Name, Title)
{
    private const double Spread = 0.3; // of the points of a class
    private const float PointSize = 9;

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var lines = (from line in Ungrouped(results)
                     let predictions = Predictions.Of(results, line.Variant.Name)
                     where predictions is not null
                     select (Of: line, Predictions: predictions)).ToList();
        if (lines.Count == 0)
        {
            return Figure.None;
        }

        var plot = Theme.Panel("");
        foreach (var (index, (line, predictions)) in lines.Index())
        {
            var shift = lines.Count == 1 ? 0 : Spread * (((double)index / (lines.Count - 1)) - 0.5);
            var points = Enumerable.Range(0, predictions.Classes)
                .Select(right => (X: right + shift, Mean: predictions.Accuracy(right).Within((0, 100)))).ToList();
            SeriesLines.AddIntervals(plot, points, line.Style.Color);
            Dots.Add(plot, points.Select(point => (point.X, point.Mean.Estimate)), line.Style.Color, PointSize);
        }

        var classes = lines.Max(line => line.Predictions.Classes);
        plot.Axes.AutoScaleY();
        plot.Axes.SetLimitsX(-0.6, classes - 0.4);
        plot.Axes.Left.TickGenerator = new LinearTicks(0, 100);
        Theme.NameColumns(plot, [.. Enumerable.Range(0, classes).Select(number => number.ToString(CultureInfo.InvariantCulture))]);
        Theme.Label(plot, "digit", "recognized test images (%)");
        return new([plot])
        {
            RowHeight = 380, Caption = CaptionOf(results, lines),
            Legend = [.. lines.Where(line => line.Of.Label.Length > 0)
                .Select(line => Dots.LegendItem(line.Of.Label, line.Of.Style.Color, PointSize))],
        };
    }

    private static string CaptionOf(ResultTable results, List<(ChartLine Of, Predictions Predictions)> lines)
    {
        var hardest = lines.Select(line =>
        {
            var worst = Enumerable.Range(0, line.Predictions.Classes).MinBy(right => line.Predictions.Accuracy(right).Estimate);
            return FormattableString.Invariant($"{worst} ({line.Predictions.Accuracy(worst).Estimate:F1} %")
                + (line.Of.Label.Length > 0 ? $", {line.Of.Label})" : ")");
        });
        return $"The hardest digit: {string.Join(" and ", hardest)}. "
            + (results.Seeds.Count < 2 ? "One seed: there are no intervals."
                : $"Points are means over {results.Seeds.Count} seeds, lines their 95 % intervals.");
    }
}
