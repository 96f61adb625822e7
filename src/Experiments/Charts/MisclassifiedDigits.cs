using ScottPlot;

namespace Experiments.Charts;

/// <summary>
/// The test images that most seeds get wrong, and among these those that they are surest about: drawn, with what they are, what they are
/// taken for, and how sure the models are.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
public sealed record MisclassifiedDigits(string Name, string Title) : Chart(Name, Title)
{
    private const int InARow = 10;
    private const double RoomForText = 0.62; // of a picture's height

    /// <summary>Images drawn of each variant, at most.</summary>
    public int Count { get; init; } = 20;

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var panels = (from line in Ungrouped(results)
                      let wrong = WrongImage.Of(results, line.Variant.Name)
                      let drawn = wrong.Where(image => image.Pixels is not null).Take(Count).ToList()
                      where drawn.Count > 0
                      let seeds = Predictions.Of(results, line.Variant.Name)!.Seeds.Count
                      select (line.Label, Wrong: wrong, Drawn: drawn, Seeds: seeds)).ToList();
        if (panels.Count == 0)
        {
            return Figure.None;
        }

        var rows = panels.Max(panel => (panel.Drawn.Count + InARow - 1) / InARow);
        return new([.. panels.Select(panel => Panel(panel.Label, panel.Drawn, panel.Seeds, rows))])
        {
            Columns = 1, RowHeight = PictureGrid.HeightOf(rows, InARow, 1 + RoomForText), LeftAxis = PictureGrid.LeftAxis,
            Caption = string.Join("; ", panels.Select(panel => CaptionOf(panel.Label, panel.Wrong, panel.Seeds)))
                + ". Each image: what it is → what it is taken for, the mean confidence of the seeds that are wrong, and how many are.",
        };
    }

    private static Plot Panel(string title, List<WrongImage> images, int seeds, int rows)
    {
        var plot = PictureGrid.Panel(title, rows, InARow, 1 + RoomForText);
        foreach (var (index, image) in images.Index())
        {
            var side = (int)Math.Round(Math.Sqrt(image.Pixels!.Count));
            var (left, bottom) = PictureGrid.Add(plot, image.Pixels, side, index, InARow, 1 + RoomForText, Theme.InkOnPaper, (0, 1));
            Label($"{image.Right} → {image.Predicted}", 15, Theme.Ink, 0.04, isBold: true);
            Label($"{100 * image.Confidence:F0} %{(seeds > 1 ? $", {image.Seeds} of {seeds}" : " sure")}", 11, Theme.Quiet, 0.3);

            void Label(string words, float size, Color color, double below, bool isBold = false)
            {
                var text = plot.Add.Text(words, left + 0.5, bottom - below);
                text.LabelAlignment = Alignment.UpperCenter;
                (text.LabelFontSize, text.LabelFontColor, text.LabelBold) = (size, color, isBold);
            }
        }

        return plot;
    }

    private static string CaptionOf(string label, IReadOnlyList<WrongImage> wrong, int seeds)
    {
        var all = wrong.Count(image => image.Seeds == seeds);
        var name = label.Length > 0 ? $"{label}: " : "";
        return seeds == 1 ? $"{name}{NumberText.Count(wrong.Count, "test image")} wrong"
            : $"{name}{NumberText.Count(wrong.Count, "test image")} wrong in one or more of {seeds} seeds, {all} in all of them";
    }
}
