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
    protected override IReadOnlyList<string> OwnFactors => [Across, Down];

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var squares = (
            from line in Ungrouped(results)
            let values = Measure(line.Variant)
            where values.BySeed.Count > 0
            let diverged = line.Variant.DivergedEpoch.BySeed.Count
            select new Square(LabelOf(line, Across), LabelOf(line, Down), values, diverged)).ToList();
        if (squares.Count == 0)
        {
            return Figure.None;
        }

        var (columns, rows) = (LabelsOf(Across, square => square.Column), LabelsOf(Down, square => square.Row));
        return new([Panel(squares, columns, rows)])
        {
            Caption = CaptionOf(results, squares),
            RowHeight = (HeightOfARow * rows.Count) + RoomForAxis,
            LeftAxis = 40 + Theme.WidthOf(rows),
        };

        string LabelOf(ChartLine line, string factor) => results.LevelOf(line.Variant.Name, factor)!.Value.LabelOf(factor);

        List<string> LabelsOf(string factor, Func<Square, string> of) =>
            [.. results.LevelsOf(factor).Select(level => level.LabelOf(factor)).Intersect(squares.Select(of))];
    }

    private Plot Panel(List<Square> squares, List<string> columns, List<string> rows)
    {
        var plot = Theme.Panel("");
        var known = squares.Select(square => square.Mean.Estimate).Where(double.IsFinite).DefaultIfEmpty().ToList();
        var (least, greatest) = (known.Min(), known.Max());
        foreach (var square in squares)
        {
            var (x, y) = (columns.IndexOf(square.Column), -rows.IndexOf(square.Row));
            var share = greatest > least ? (square.Mean.Estimate - least) / (greatest - least) : 0.5;
            var fill = plot.Add.Rectangle(x - 0.5, x + 0.5, y - 0.5, y + 0.5);
            fill.FillColor = double.IsFinite(share) ? Theme.Numbers.GetColor(share) : Colors.LightGray;
            fill.LineColor = Colors.White;
            var text = plot.Add.Text(TextOf(square), x, y);
            text.LabelAlignment = Alignment.MiddleCenter;
            text.LabelFontSize = 15;
            text.LabelFontColor = share <= 0.6 ? Colors.White : Theme.Ink;
        }

        plot.HideGrid();
        Theme.NameRows(plot, rows);
        Theme.NameColumns(plot, columns);
        Theme.Label(plot, Across, Down);
        plot.Axes.SetLimits(-0.5, columns.Count - 0.5, 0.5 - rows.Count, 0.5);
        return plot;
    }

    private static string TextOf(Square square) =>
        (double.IsFinite(square.Mean.Estimate) ? NumberText.Raised(square.Mean.Estimate) : "not finite")
        + (square.Diverged == 0 ? "" : $"\n{square.Diverged} of {square.Values.BySeed.Count} diverged");

    private static string CaptionOf(ResultTable results, List<Square> squares)
    {
        var known = squares.FindAll(square => double.IsFinite(square.Mean.Estimate));
        var what = CaptionText.What(squares[0].Values) + (squares[0].Values.Unit is { Length: > 0 } unit ? $", in {unit}" : "");
        var seeds = results.Seeds.Count < 2 ? "One seed's" : "Means over seeds of the";
        return $"{seeds} {what}." + (known.Count == 0 ? ""
            : $" Highest: {Text(known.MaxBy(square => square.Mean.Estimate)!)}; lowest: "
                + $"{Text(known.MinBy(square => square.Mean.Estimate)!)}{(results.Seeds.Count < 2 ? "" : " (95 % intervals)")}.");

        static string Text(Square square) => $"{square.Row}, {square.Column}, {CaptionText.Mean(square.Mean)}";
    }

    private sealed record Square(string Column, string Row, SeedValues Values, int Diverged)
    {
        public Interval Mean { get; } = Values.Mean;
    }
}
