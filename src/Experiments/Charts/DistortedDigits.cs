namespace Experiments.Charts;

/// <summary>
/// The first training images as a network sees them in its first epoch, distorted if its training distorts them, of the first seed that has
/// them.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
public sealed record DistortedDigits(string Name, string Title) : Chart(Name, Title)
{
    private const int InARow = 10;
    private const double Height = 1.12;

    /// <inheritdoc/>
    protected override bool ShowsTraining => false;

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var panels = Ungrouped(results).Select(line => (line.Label, Seen: SeenImages.Of(results, line.Variant.Name)))
            .Where(panel => panel.Seen is not null).ToList();
        if (panels.Count == 0)
        {
            return Figure.None;
        }

        var rows = panels.Max(panel => (panel.Seen!.Images.Count + InARow - 1) / InARow);
        return new([.. panels.Select(panel => Panel(panel.Label, panel.Seen!, rows))])
        {
            Columns = 1, RowHeight = PictureGrid.HeightOf(rows, InARow, Height), LeftAxis = PictureGrid.LeftAxis,
            Caption = $"The first training images of seed {panels[0].Seen!.Seed} in its first epoch. The next ones distort them anew.",
        };
    }

    private static ScottPlot.Plot Panel(string title, SeenImages seen, int rows)
    {
        var plot = PictureGrid.Panel(title, rows, InARow, Height);
        foreach (var (index, image) in seen.Images.Index())
        {
            PictureGrid.Add(plot, image, (int)Math.Round(Math.Sqrt(image.Count)), index, InARow, Height, Theme.InkOnPaper, (0, 1));
        }

        return plot;
    }
}
