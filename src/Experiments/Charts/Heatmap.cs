using ScottPlot;

namespace Experiments.Charts;

/// <summary>A number over two factors: a coloured square for each combination with the mean over seeds in it.</summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
/// <param name="Across">The factor whose levels stand side by side.</param>
/// <param name="Down">The factor whose levels stand one below the other.</param>
/// <param name="Measure">The number of each seed.</param>
public sealed record Heatmap(string Name, string Title, string Across, string Down, Func<VariantResults, SeedValues> Measure)
    : Chart(Name, Title)
{
    private const float HeightOfARow = 62;
    private const float RoomForAxis = 90;
    private const float WidthOfALetter = 7.2f;

    /// <summary>What the number is, as it stands in the caption; null for the measure's own words.</summary>
    public string? Label { get; init; }

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var squares = (
            from line in Group(results, Across, Down).SelectMany(panel => panel.Lines)
            let values = Measure(line.Variant)
            where values.BySeed.Count > 0 && double.IsFinite(values.Mean.Estimate)
            select new Square(LabelOf(results, line, Across), LabelOf(results, line, Down), values.Mean, values)).ToList();
        List<string> columns = [.. LabelsOf(results, Across).Intersect(squares.Select(square => square.Column))];
        List<string> rows = [.. LabelsOf(results, Down).Intersect(squares.Select(square => square.Row))];
        return squares.Count == 0 ? Figure.None : new([Panel(squares, columns, rows)])
        {
            Caption = CaptionOf(squares), RowHeight = (HeightOfARow * rows.Count) + RoomForAxis,
            LeftAxis = 40 + (WidthOfALetter * rows.Max(row => row.Length)),
        };
    }

    private Plot Panel(List<Square> squares, List<string> columns, List<string> rows)
    {
        var plot = Theme.Panel("");
        var (least, greatest) = (squares.Min(square => square.Mean.Estimate), squares.Max(square => square.Mean.Estimate));
        var colors = new ScottPlot.Colormaps.Viridis();
        foreach (var square in squares)
        {
            var (x, y) = (columns.IndexOf(square.Column), -rows.IndexOf(square.Row));
            var share = greatest > least ? (square.Mean.Estimate - least) / (greatest - least) : 0.5;
            var fill = plot.Add.Rectangle(x - 0.5, x + 0.5, y - 0.5, y + 0.5);
            fill.FillColor = colors.GetColor(share);
            fill.LineColor = Colors.White;
            var text = plot.Add.Text(CaptionText.Number(square.Mean.Estimate), x, y);
            text.LabelAlignment = Alignment.MiddleCenter;
            text.LabelFontSize = 13;
            text.LabelFontColor = share > 0.6 ? Theme.Ink : Colors.White;
        }

        plot.HideGrid();
        plot.Axes.Left.SetTicks([.. rows.Select((_, row) => (double)-row)], [.. rows]);
        plot.Axes.Left.MajorTickStyle.Color = Colors.Transparent;
        Theme.Categories(plot, [.. columns.Select((_, column) => (double)column)], columns);
        Theme.Label(plot, Across, Down);
        plot.Axes.SetLimits(-0.5, columns.Count - 0.5, 0.5 - rows.Count, 0.5);
        return plot;
    }

    private string CaptionOf(List<Square> squares)
    {
        var (high, low) = (squares.MaxBy(square => square.Mean.Estimate)!, squares.MinBy(square => square.Mean.Estimate)!);
        var what = Label ?? high.Values.What.Split(" (")[0];
        return $"Means over seeds of the {what}{(high.Values.Unit.Length > 0 ? $", in {high.Values.Unit}" : "")}. Highest: {high.Row}, "
            + $"{high.Column}, "
            + $"{CaptionText.Mean(high.Mean)}; lowest: {low.Row}, {low.Column}, {CaptionText.Mean(low.Mean)} (95 % intervals).";
    }

    private static IEnumerable<string> LabelsOf(ResultTable results, string factor) =>
        results.Variants.Count == 0 ? [] : results.LevelsOf(factor).Select(level => level.LabelOf(factor));

    private static string LabelOf(ResultTable results, ChartLine line, string factor) =>
        results.LevelOf(line.Variant.Name, factor)!.Value.LabelOf(factor);

    private sealed record Square(string Column, string Row, Interval Mean, SeedValues Values);
}
