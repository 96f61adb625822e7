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
    public (double Least, double Greatest) Possible { get; init; } = ValueAxis.Anything;

    private bool WithMeans => Numbers.Count == 1 && !LogScale;

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var axis = new ValueAxis(LogScale, Possible);
        var rows = Ungrouped(results).Select(line => RowOf(line, axis)).Where(row => row.Shown.Any(values => values.Count > 0)).ToList();
        if (rows.Count == 0)
        {
            return Figure.None;
        }

        axis.Include(rows.SelectMany(row => row.Shown).SelectMany(values => values));
        axis.Include(Bound is { } bound ? [bound.Value] : []);
        return new([Panel(rows, axis)])
        {
            Legend = Legend(rows.Any(row => Published.ContainsKey(row.Variant))), Caption = CaptionOf(rows),
            RowHeight = ((WithMeans ? HeightOfAMean : HeightOfARow) * rows.Count) + RoomForAxis,
            LeftAxis = Math.Max(74, 24 + Theme.WidthOf(rows.Select(row => row.Label))),
        };
    }

    private Row RowOf(ChartLine line, ValueAxis axis)
    {
        var numbers = Numbers.Select(number => number.Of(line.Variant)).ToList();
        var label = Remark?.Invoke(line.Variant) is { Length: > 0 } remark ? $"{line.Label} ({remark})" : line.Label;
        return new(
            line.Variant.Name, label, numbers[0].Mean.Within(Possible), numbers[0].Unit,
            [.. numbers.Select(number => number.Values.Where(axis.Shows).ToList())]);
    }

    private Plot Panel(List<Row> rows, ValueAxis axis)
    {
        var plot = Theme.Panel("");
        if (Bound is { } bound)
        {
            plot.Add.VerticalLine(axis.Position(bound.Value), 1.5f, Theme.Warning);
        }

        foreach (var (at, row) in rows.Index())
        {
            AddSeeds(plot, -at, row, axis);
            if (WithMeans)
            {
                AddMean(plot, -at, row);
            }
        }

        plot.Axes.Margins(0.05, 0);
        plot.Axes.AutoScale();
        axis.ApplyBottom(plot, MostLabels);
        Theme.Label(plot, Label, "");
        Theme.NameRows(plot, [.. rows.Select(row => row.Label)]);
        plot.Axes.SetLimitsY(0.3 - rows.Count, 0.7);
        return plot;
    }

    // Numbers of a row stand one above the other, and so do the seeds of a number: dots at the same place stay apart.
    private void AddSeeds(Plot plot, double position, Row row, ValueAxis axis)
    {
        foreach (var (at, values) in row.Shown.Index())
        {
            var middle = position - Offset(at, row.Shown.Count, SpreadOfNumbers) - (WithMeans ? Beside : 0);
            var dots = values.Select((value, seed) => (axis.Position(value), middle - Offset(seed, values.Count, SpreadOfSeeds)));
            Dots.Add(plot, dots, WithMeans ? Theme.Seed : ColorOf(at), 5);
        }

        static double Offset(int at, int count, double spread) => spread * (((at + 0.5) / count) - 0.5);
    }

    private void AddMean(Plot plot, double position, Row row)
    {
        var mean = row.Mean;
        plot.Add.Plottable(new ErrorBar([mean.Estimate], [position], [mean.Estimate - mean.Low], [mean.High - mean.Estimate], null, null)
        {
            Color = Theme.SeriesColor(0), LineWidth = 2, CapSize = 7,
        });
        Dots.Add(plot, [(mean.Estimate, position)], Theme.SeriesColor(0), 10);
        if (Published.TryGetValue(row.Variant, out var published))
        {
            Dots.Add(plot, [(published, position + Beside)], Theme.Warning, 11, MarkerShape.OpenDiamond);
        }
    }

    private string CaptionOf(List<Row> rows)
    {
        if (Bound is { } bound)
        {
            return string.Join(" ", Numbers.Select((number, at) => AgainstBound(rows, number.Label, at, bound.Value))).Trim();
        }

        var (high, low) = (rows.MaxBy(row => row.Mean.Estimate)!, rows.MinBy(row => row.Mean.Estimate)!);
        return rows.Count == 1
            ? $"{CaptionText.Mean(high.Mean, high.Unit)}, mean over seeds with its 95 % interval."
            : $"Highest: {high.Label}, {CaptionText.Mean(high.Mean, high.Unit)}. Lowest: {low.Label}, "
                + $"{CaptionText.Mean(low.Mean, low.Unit)}. Means over seeds with 95 % intervals.";
    }

    private static string AgainstBound(List<Row> rows, string label, int number, double bound)
    {
        var values = rows.SelectMany(row => row.Shown[number], (row, value) => (row.Label, Value: value)).ToList();
        if (values.Count == 0)
        {
            return "";
        }

        var (greatest, below) = (values.MaxBy(value => value.Value), values.Count(value => value.Value <= bound));
        var text = $"{(label.Length > 0 ? $"{label}: " : "")}{(below == values.Count ? "all" : $"{below} of")} {values.Count} values are "
            + $"below {NumberText.Raised(bound)}, the greatest is {NumberText.Raised(greatest.Value)} ({greatest.Label}).";
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private List<LegendItem> Legend(bool withPublished)
    {
        List<LegendItem> items = WithMeans
            ?
            [
                Dots.LegendItem("mean over seeds with 95 % interval", Theme.SeriesColor(0), 9),
                Dots.LegendItem("one seed", Theme.Seed, 5),
            ]
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

    private static Color ColorOf(int number) => Theme.SeriesColor(number).WithAlpha(0.8);

    // Its first number's mean, and of each number the seeds' values that the axis shows.
    private sealed record Row(string Variant, string Label, Interval Mean, string Unit, IReadOnlyList<List<double>> Shown);
}
