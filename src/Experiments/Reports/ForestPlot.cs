using Experiments.Charts;
using ScottPlot;

namespace Experiments.Reports;

/// <summary>
/// A recipe's claims, one below the other: the mean over seeds with its 95 % interval, every seed, and where the source leads to expect the
/// mean, each row on a scale of its own, as claims have different units.
/// </summary>
/// <param name="Claims">The claims with what results say of them; one without numbers has a row without marks.</param>
public sealed record ForestPlot(IReadOnlyList<ClaimResult> Claims)
    : Chart("claims", "What do the seeds say of each sentence?")
{
    private const float TextSize = 11;
    private const float WidthOfSentence = 350;
    private const float HeightOfALine = 16;
    private const float RoomInARow = 14;
    private const float RoomBelow = 66;
    private const double NumbersAt = 1.1;
    private const double Right = 2.7;
    private const double Farthest = 0.95; // where the mark farthest from the middle of a row stands

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        if (Claims.Count == 0)
        {
            return Figure.None;
        }

        List<Row> rows = [.. Claims.Select(Row.Of)];
        var lines = rows.Max(row => row.Sentence.Count);
        return new([Panel(rows)])
        {
            Legend = Legend(rows),
            Caption = $"{ClaimResult.Summary(Claims)}. Each row has a scale of its own; a sentence holds where its row is shaded.",
            RowHeight = (rows.Count * ((HeightOfALine * Math.Max(2, lines)) + RoomInARow)) + RoomBelow,
            LeftAxis = WidthOfSentence + 20,
        };
    }

    private static Plot Panel(List<Row> rows)
    {
        var plot = Theme.Panel("");
        foreach (var (at, row) in rows.Index())
        {
            var color = ColorOf(row.Result.Verdict);
            if (row.HasMarks)
            {
                Shade(plot, -at, row.Expected);
                Dots.Add(plot, row.Seeds.Select((seed, number) => (seed, -at - 0.16 - (0.12 * number / row.Seeds.Count))), Theme.Seed, 3);
                var interval = SeriesLines.AddLine(plot, [row.Low, row.High], [-at + 0.08, -at + 0.08], color, 2);
                interval.MarkerShape = MarkerShape.VerticalBar;
                interval.MarkerSize = 7;
                interval.MarkerLineWidth = 2;
                Dots.Add(plot, [(row.Estimate, -at + 0.08)], color, 10, MarkerOf(row.Result.Verdict));
            }

            Write(plot, row.Result.Verdict.InWords(), 0.26, color, bold: true);
            Write(plot, row.Result.Measured, 0, Theme.Ink);
            Write(plot, row.Result.Expectation, -0.26, Theme.Quiet);

            void Write(Plot panel, string words, double above, Color of, bool bold = false)
            {
                var text = panel.Add.Text(words, NumbersAt, -at + above);
                text.LabelAlignment = Alignment.MiddleLeft;
                text.LabelFontSize = TextSize;
                text.LabelFontColor = of;
                text.LabelBold = bold;
            }
        }

        plot.HideGrid();
        Theme.NameRows(plot, [.. rows.Select(row => string.Join('\n', row.Sentence))]);
        plot.Axes.Left.TickLabelStyle.FontSize = TextSize;
        plot.Axes.Left.FrameLineStyle.Width = 0;
        plot.Axes.Bottom.FrameLineStyle.Width = 0;
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual();
        Theme.Label(plot, "", "");
        plot.Axes.SetLimits(-1, Right, 0.6 - rows.Count, 0.6);
        return plot;
    }

    private static void Shade(Plot plot, double at, (double Low, double High) expected)
    {
        var range = plot.Add.Rectangle(expected.Low, expected.High, at - 0.36, at + 0.36);
        range.FillColor = Theme.Quiet.WithAlpha(0.16);
        range.LineWidth = 0;
        foreach (var bound in new[] { expected.Low, expected.High }.Where(bound => Math.Abs(bound) < 1))
        {
            SeriesLines.AddLine(plot, [bound, bound], [at - 0.36, at + 0.36], Theme.Quiet, 1);
        }
    }

    private static Color ColorOf(Verdict verdict) => verdict switch
    {
        Verdict.Supported => Theme.Supported,
        Verdict.Refuted => Theme.Refuted,
        _ => Theme.Quiet,
    };

    private static MarkerShape MarkerOf(Verdict verdict) => verdict switch
    {
        Verdict.Supported => MarkerShape.FilledCircle,
        Verdict.Refuted => MarkerShape.FilledSquare,
        _ => MarkerShape.OpenCircle,
    };

    private static List<LegendItem> Legend(List<Row> rows) =>
    [
        .. from verdict in rows.Where(row => row.HasMarks).Select(row => row.Result.Verdict).Distinct().Order()
           select Dots.LegendItem(
               $"{verdict.InWords()}: mean with 95 % interval", ColorOf(verdict), 9, MarkerOf(verdict)),
        Dots.LegendItem("one seed", Theme.Seed, 4),
        new() { LabelText = "expected", FillColor = Theme.Quiet.WithAlpha(0.16), OutlineColor = Theme.Quiet },
    ];

    // A claim's numbers from −1 to 1: a single bound stands in the middle, and so does the middle of two.
    private sealed record Row(ClaimResult Result, IReadOnlyList<string> Sentence)
    {
        public double Estimate { get; private init; } = double.NaN;

        public double Low { get; private init; }

        public double High { get; private init; }

        public List<double> Seeds { get; private init; } = [];

        public (double Low, double High) Expected { get; private init; }

        public bool HasMarks => double.IsFinite(Estimate);

        public static Row Of(ClaimResult result)
        {
            var row = new Row(result, new TextBlock($"{result.Claim.Sentence}.", TextSize, Theme.Ink).Lines(WidthOfSentence));
            var (values, mean) = (result.Problem is null ? result.Claim.Values : null, result.Estimate);
            if (values is null || !double.IsFinite(values.ToScale(mean.Estimate)))
            {
                return row;
            }

            var (low, high) = result.Claim.Expected.Range(values);
            var middle = double.IsFinite(low) && double.IsFinite(high) ? (low + high) / 2 : double.IsFinite(low) ? low : high;
            var estimate = values.ToScale(mean.Estimate);
            var (from, to) = (Scaled(mean.Low), Scaled(mean.High));
            List<double> seeds = [.. values.Values.Select(values.ToScale).Where(double.IsFinite)];
            var farthest = seeds.Concat([estimate, from, to, low, high]).Where(double.IsFinite).Max(value => Math.Abs(value - middle));
            var unit = farthest > 0 ? farthest / Farthest : 1;
            return row with
            {
                Estimate = At(estimate),
                Low = At(from),
                High = At(to),
                Seeds = seeds.ConvertAll(At),
                Expected = (Math.Max(-1, At(low)), Math.Min(1, At(high))),
            };

            double At(double value) => (value - middle) / unit;

            double Scaled(double value) => values.ToScale(value) is var scaled && double.IsFinite(scaled) ? scaled : estimate;
        }
    }
}
