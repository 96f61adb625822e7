using ScottPlot;

namespace Experiments.Charts;

/// <summary>
/// What the trained models of each variant take test images for: a row for each class, the mean over seeds of how many images are taken for
/// each other one. Right answers stand back, so that errors show.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
public sealed record ConfusionMatrix(string Name, string Title) : Chart(Name, Title)
{
    private const float RoomForAxes = 100;
    private const float NumberSize = 12;
    private const double DarkFrom = 0.45;

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var panels = (from line in Ungrouped(results)
                      let predictions = Predictions.Of(results, line.Variant.Name)
                      where predictions is not null
                      select (line.Label, Predictions: predictions)).ToList();
        if (panels.Count == 0)
        {
            return Figure.None;
        }

        var most = panels.Max(panel => Errors(panel.Predictions).Max(error => error.Mean));
        return new([.. panels.Select(panel => Panel(panel.Label, panel.Predictions, most))])
        {
            RowHeight = RoomForAxes + (38 * panels.Max(panel => panel.Predictions.Classes)), LeftAxis = 60,
            Caption = CaptionOf(panels),
        };
    }

    private static Plot Panel(string title, Predictions predictions, double most)
    {
        var plot = Theme.Panel(title);
        var classes = Enumerable.Range(0, predictions.Classes).ToList();
        foreach (var (right, predicted) in classes.SelectMany(_ => classes, (right, predicted) => (right, predicted)))
        {
            var (mean, isRight) = (predictions.Mean(right, predicted), right == predicted);
            var share = most > 0 ? Math.Min(1, mean / most) : 0; // some errors stand out against none
            var square = plot.Add.Rectangle(predicted - 0.5, predicted + 0.5, -right - 0.5, -right + 0.5);
            square.FillColor = isRight ? Theme.StandsBack : mean == 0 ? Colors.White : Theme.Errors.GetColor(share);
            square.LineColor = Colors.White;
            if (mean > 0)
            {
                var text = plot.Add.Text(TextOf(mean, predictions.Seeds.Count), predicted, -right);
                text.LabelAlignment = Alignment.MiddleCenter;
                text.LabelFontSize = NumberSize;
                text.LabelFontColor = isRight ? Theme.Quiet : share > DarkFrom ? Theme.OnDark : Theme.OnLight;
            }
        }

        var names = classes.ConvertAll(number => number.ToString(CultureInfo.InvariantCulture));
        plot.HideGrid();
        Theme.NameRows(plot, names);
        Theme.NameColumns(plot, names);
        Theme.Label(plot, "is taken for", "the digit");
        plot.Axes.SetLimits(-0.5, classes.Count - 0.5, 0.5 - classes.Count, 0.5);
        return plot;
    }

    private static string TextOf(double mean, int seeds) =>
        mean.ToString(mean >= 10 || seeds == 1 ? "N0" : "N1", CultureInfo.InvariantCulture);

    private static IEnumerable<(int Right, int Predicted, double Mean)> Errors(Predictions predictions) =>
        from right in Enumerable.Range(0, predictions.Classes)
        from predicted in Enumerable.Range(0, predictions.Classes)
        where right != predicted
        select (right, predicted, predictions.Mean(right, predicted));

    private static string CaptionOf(List<(string Label, Predictions Predictions)> panels)
    {
        var most = panels.Select(panel =>
        {
            var (right, predicted, mean) = Errors(panel.Predictions).MaxBy(error => error.Mean);
            var errors = Errors(panel.Predictions).Sum(error => error.Mean).ToString("N0", CultureInfo.InvariantCulture);
            return $"{(panel.Label.Length > 0 ? $"{panel.Label}: " : "")}{right} is taken for {predicted} most often, "
                + $"{TextOf(mean, panel.Predictions.Seeds.Count)} times of {panel.Predictions.ImagesOf(right)}, in all {errors} errors";
        });
        var seeds = panels.Max(panel => panel.Predictions.Seeds.Count);
        return $"{string.Join("; ", most)}. "
            + (seeds > 1 ? $"Test images, means over {seeds} seeds." : "Test images, one seed.");
    }
}
