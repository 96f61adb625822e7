namespace Experiments.Charts;

/// <summary>
/// What each unit of the first layer looks for: its weights as an image, blue below 0 and red above, of the first seed that has them.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
public sealed record WeightImages(string Name, string Title) : Chart(Name, Title)
{
    private const int InARow = 10;
    private const double Height = 1.12;

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var panels = Ungrouped(results).Select(line => (line.Label, Images: FirstLayer.Of(results, line.Variant.Name)))
            .Where(panel => panel.Images is not null).ToList();
        if (panels.Count == 0)
        {
            return Figure.None;
        }

        var rows = panels.Max(panel => (panel.Images!.Units.Count + InARow - 1) / InARow);
        return new([.. panels.Select(panel => Panel(panel.Label, panel.Images!, rows))])
        {
            Columns = 1, RowHeight = PictureGrid.HeightOf(rows, InARow, Height), LeftAxis = PictureGrid.LeftAxis,
            Caption = $"Weights from {string.Join("; ", panels.Select(panel => $"−{Text(panel)} (blue) to {Text(panel)} (red)"
                + (panel.Label.Length > 0 ? $" in \"{panel.Label}\"" : "")))}; 0 is white. "
                + $"The first {rows * InARow} units at most, of seed {panels[0].Images!.Seed}.",
        };

        static string Text((string, FirstLayer? Images) panel) => NumberText.Raised(panel.Images!.Greatest, 2);
    }

    private static ScottPlot.Plot Panel(string title, FirstLayer images, int rows)
    {
        var plot = PictureGrid.Panel(title, rows, InARow, Height);
        foreach (var (index, unit) in images.Units.Index())
        {
            PictureGrid.Add(plot, unit, images.Width, index, InARow, Height, Theme.Diverging, (-images.Greatest, images.Greatest));
        }

        return plot;
    }
}
