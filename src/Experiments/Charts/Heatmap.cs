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

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var squares = (
            from line in Ungrouped(results, Across, Down)
            let values = Measure(line.Variant)
            where values.BySeed.Count > 0 && double.IsFinite(values.Mean.Estimate)
            select new Square(LabelOf(line, Across), LabelOf(line, Down), values.Mean, values)).ToList();
        if (squares.Count == 0)
        {
            return Figure.None;
        }

        var (columns, rows) = (LabelsOf(Across, square => square.Column), LabelsOf(Down, square => square.Row));
        return new([Panel(squares, columns, rows)])
        {
            Caption = CaptionOf(squares), RowHeight = (HeightOfARow * rows.Count) + RoomForAxis, LeftAxis = 40 + Theme.WidthOf(rows),
        };

        string LabelOf(ChartLine line, string factor) => results.LevelOf(line.Variant.Name, factor)!.Value.LabelOf(factor);

        List<string> LabelsOf(string factor, Func<Square, string> of) =>
            [.. results.LevelsOf(factor).Select(level => level.LabelOf(factor)).Intersect(squares.Select(of))];
    }

    private Plot Panel(List<Square> squares, List<string> columns, List<string> rows)
    {
        var plot = Theme.Panel("");
        var (least, greatest) = (squares.Min(square => square.Mean.Estimate), squares.Max(square => square.Mean.Estimate));
        foreach (var square in squares)
        {
            var (x, y) = (columns.IndexOf(square.Column), -rows.IndexOf(square.Row));
            var share = greatest > least ? (square.Mean.Estimate - least) / (greatest - least) : 0.5;
            var fill = plot.Add.Rectangle(x - 0.5, x + 0.5, y - 0.5, y + 0.5);
            fill.FillColor = new ScottPlot.Colormaps.Viridis().GetColor(share);
            fill.LineColor = Colors.White;
            var text = plot.Add.Text(NumberText.Raised(square.Mean.Estimate), x, y);
            text.LabelAlignment = Alignment.MiddleCenter;
            text.LabelFontSize = 13;
            text.LabelFontColor = share > 0.6 ? Theme.Ink : Colors.White;
        }

        plot.HideGrid();
        Theme.NameRows(plot, rows);
        Theme.NameColumns(plot, columns);
        Theme.Label(plot, Across, Down);
        plot.Axes.SetLimits(-0.5, columns.Count - 0.5, 0.5 - rows.Count, 0.5);
        return plot;
    }

    private static string CaptionOf(List<Square> squares)
    {
        var (high, low) = (squares.MaxBy(square => square.Mean.Estimate)!, squares.MinBy(square => square.Mean.Estimate)!);
        var what = high.Values.What.Split(" (")[0] + (high.Values.Unit.Length > 0 ? $", in {high.Values.Unit}" : "");
        return $"Means over seeds of the {what}. Highest: {Text(high)}; lowest: {Text(low)} (95 % intervals).";

        static string Text(Square square) => $"{square.Row}, {square.Column}, {CaptionText.Mean(square.Mean)}";
    }

    private sealed record Square(string Column, string Row, Interval Mean, SeedValues Values);
}
