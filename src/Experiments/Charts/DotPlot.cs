using ScottPlot;
using ScottPlot.Plottables;

namespace Experiments.Charts;

/// <summary>
/// Numbers of many variants, a row each (Cleveland 1984): a dot for each seed and, where a row has one number, its mean with the 95 %
/// interval and a published figure.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
/// <param name="Label">The numbers as they stand at the axis.</param>
/// <param name="Numbers">What is shown, a colour each, with its label in the legend.</param>
public sealed record DotPlot(
    string Name, string Title, string Label, params IReadOnlyList<(string Label, Func<VariantResults, SeedValues> Of)> Numbers)
    : Chart(Name, Title)
{
    private const float HeightOfARow = 22;
    private const float HeightOfAMean = 46;
    private const float RoomForAxis = 76;
    private const int MostLabels = 10;
    private const float WidthOfALetter = 7.2f;
    private const double SpreadOfSeeds = 0.2;
    private const double SpreadOfNumbers = 0.44;
    private const double Beside = 0.22;

    /// <summary>A chart of one number of every variant.</summary>
    public DotPlot(string name, string title, string label, Func<VariantResults, SeedValues> measure)
        : this(name, title, label, ("", measure))
    {
    }

    /// <summary>Whether the axis is logarithmic.</summary>
    public bool LogScale { get; init; }

    /// <summary>A bound that is drawn as a line through all rows; null for none.</summary>
    public (double Value, string Label)? Bound { get; init; }

    /// <summary>A remark after a variant's name; empty for none.</summary>
    public Func<VariantResults, string>? Remark { get; init; }

    /// <summary>Published figures by variant, drawn as diamonds.</summary>
    public IReadOnlyDictionary<string, double> Published { get; init; } = new Dictionary<string, double>();

    /// <summary>What the diamonds are, as it stands in the legend.</summary>
    public string PublishedLabel { get; init; } = "published";

    /// <summary>The least and the greatest value that the numbers can have; intervals end there.</summary>
    public (double Least, double Greatest) Possible { get; init; } = (double.NegativeInfinity, double.PositiveInfinity);

    private bool WithMeans => Numbers.Count == 1 && !LogScale;

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var rows = Group(results).SelectMany(panel => panel.Lines).Select(line => new Row(
            line.Variant.Name,
            string.Join(
                " ", new[]
                    { line.Label, Remark?.Invoke(line.Variant) is { Length: > 0 } remark ? $"({remark})" : "" }.Where(part =>
                        part.Length > 0)),
            [.. Numbers.Select(number => number.Of(line.Variant))])).Where(row => row.Numbers.Any(number => Shown(number).Count > 0))
                .ToList();
        return rows.Count == 0 ? Figure.None : new([Panel(rows)])
        {
            Legend = Legend(rows.Any(row => Published.ContainsKey(row.Variant))), Caption = CaptionOf(rows),
            RowHeight = ((WithMeans ? HeightOfAMean : HeightOfARow) * rows.Count) + RoomForAxis,
            LeftAxis = 24 + (WidthOfALetter * Math.Max(7, rows.Max(row => row.Label.Length))),
        };
    }

    private Plot Panel(List<Row> rows)
    {
        var plot = Theme.Panel("");
        if (Bound is { } bound)
        {
            plot.Add.VerticalLine(X(bound.Value), 1.5f, Theme.Warning);
        }

        foreach (var (at, row) in rows.Index())
        {
            AddSeeds(plot, -at, row);
            if (WithMeans)
            {
                AddMean(plot, -at, row);
            }
        }

        Theme.Label(plot, Label, "");
        LabelAxes(plot, rows);
        return plot;
    }

    private void LabelAxes(Plot plot, List<Row> rows)
    {
        if (LogScale)
        {
            var range = new LogRange();
            range.Include(rows.SelectMany(row => row.Numbers).SelectMany(Shown));
            range.Include(Bound is { } bound ? [bound.Value] : []);
            Theme.LogBottom(plot, range.Low, range.High, MostLabels);
        }
        else
        {
            plot.Axes.Bottom.TickGenerator = new LinearTicks(Possible.Least, Possible.Greatest);
            plot.Axes.Margins(0.05, 0);
            plot.Axes.AutoScale();
        }

        plot.Axes.Left.SetTicks([.. rows.Select((_, row) => (double)-row)], [.. rows.Select(row => row.Label)]);
        plot.Axes.Left.MajorTickStyle.Color = Colors.Transparent;
        plot.Axes.SetLimitsY(0.3 - rows.Count, 0.7);
    }

    // Numbers of a row stand one above the other, and so do the seeds of a number: dots at the same place stay apart.
    private void AddSeeds(Plot plot, double position, Row row)
    {
        foreach (var (at, number) in row.Numbers.Index())
        {
            var values = Shown(number);
            var middle = position - (SpreadOfNumbers * (((at + 0.5) / row.Numbers.Count) - 0.5)) - (WithMeans ? Beside : 0);
            var dots = values.Select((value, seed) => (X(value), middle - (SpreadOfSeeds * (((seed + 0.5) / values.Count) - 0.5))));
            Dots.Add(plot, dots, WithMeans ? Theme.Ink.WithAlpha(0.6) : ColorOf(at), 5);
        }
    }

    private void AddMean(Plot plot, double position, Row row)
    {
        var mean = row.Numbers[0].Mean.Within(Possible);
        plot.Add.Plottable(new ErrorBar([mean.Estimate], [position], [mean.Estimate - mean.Low], [mean.High - mean.Estimate], null, null)
        {
            Color = Theme.SeriesColor(0), LineWidth = 2, CapSize = 7,
        });
        Dots.Add(plot, [(mean.Estimate, position)], Theme.SeriesColor(0), 10);
        Dots.Add(
            plot, Published.TryGetValue(row.Variant, out var published)
                ? [(published, position + Beside)]
                : [], Theme.Warning, 11, MarkerShape.OpenDiamond);
    }

    private string CaptionOf(List<Row> rows)
    {
        if (Bound is { } bound)
        {
            var sentences = Numbers.Select((number, at) => AgainstBound(rows, number.Label, at, bound.Value));
            return string.Join(" ", sentences.Where(text => text.Length > 0));
        }

        var means = rows.ConvertAll(row => (row.Label, Mean: row.Numbers[0].Mean.Within(Possible), row.Numbers[0].Unit));
        var (high, low) = (means.MaxBy(row => row.Mean.Estimate), means.MinBy(row => row.Mean.Estimate));
        return rows.Count < 2
            ? $"{CaptionText.Mean(high.Mean, high.Unit)}, mean over seeds with its 95 % interval."
            : $"Highest: {high.Label}, {CaptionText.Mean(high.Mean, high.Unit)}. Lowest: {low.Label}, "
                + $"{CaptionText.Mean(low.Mean, low.Unit)}. Means over seeds with 95 % intervals.";
    }

    private string AgainstBound(List<Row> rows, string label, int number, double bound)
    {
        var values = rows.SelectMany(row => Shown(row.Numbers[number]), (row, value) => (row.Label, Value: value)).ToList();
        if (values.Count == 0)
        {
            return "";
        }

        var (greatest, beyond) = (values.MaxBy(value => value.Value), values.Count(value => value.Value > bound));
        var what = label.Length > 0 ? $"{char.ToUpperInvariant(label[0])}{label[1..]}: " : "";
        return what
            + (beyond > 0 ? $"{values.Count - beyond} of" : what.Length > 0 ? "all" : "All")
            + $" {values.Count} values"
            + $" are below {CaptionText.Number(bound)}, the greatest is {CaptionText.Number(greatest.Value)} ({greatest.Label}).";
    }

    private List<LegendItem> Legend(bool withPublished)
    {
        List<LegendItem> items = WithMeans
            ? [Dots.LegendItem("mean over seeds with 95 % interval", Theme.SeriesColor(0), 9), Dots.LegendItem(
                "one seed", Theme.Ink.WithAlpha(0.6), 5)]
            : [.. Numbers.Select((number, index) => Dots.LegendItem(number.Label, ColorOf(index), 7))];
        if (withPublished)
        {
            items.Add(Dots.LegendItem(PublishedLabel, Theme.Warning, 9, MarkerShape.OpenDiamond));
        }

        if (Bound is { } bound)
        {
            items.Add(new() { LabelText = bound.Label, LineColor = Theme.Warning, LineWidth = 1.5f });
        }

        return items;
    }

    private IReadOnlyList<double> Shown(SeedValues number) =>
        [.. number.Values.Where(value => double.IsFinite(value) && (value > 0 || !LogScale))];

    private double X(double value) => LogScale ? Math.Log10(value) : value;

    private static Color ColorOf(int number) => Theme.SeriesColor(number).WithAlpha(0.8);

    private sealed record Row(string Variant, string Label, IReadOnlyList<SeedValues> Numbers);
}
