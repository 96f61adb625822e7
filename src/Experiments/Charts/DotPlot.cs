using ScottPlot;

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

    /// <summary>A number that others are compared with, drawn as a line through all rows with what it is; null for none.</summary>
    public (double Value, string Label)? Reference { get; init; }

    /// <summary>A remark after a variant's name; empty for none.</summary>
    public Func<VariantResults, string>? Remark { get; init; }

    /// <summary>Published figures by variant, drawn as diamonds.</summary>
    public IReadOnlyDictionary<string, double> Published { get; init; } = new Dictionary<string, double>();

    /// <summary>What the diamonds are, as it stands in the legend.</summary>
    public string PublishedLabel { get; init; } = "published";

    /// <summary>The least and the greatest value that the numbers can have; intervals end there.</summary>
    public (double Least, double Greatest) Possible { get; init; } = ValueAxis.Anything;

    /// <summary>Whether means are written with their sign, as differences are.</summary>
    public bool WithSign { get; init; }

    private bool WithMeans => Numbers.Count == 1 && !LogScale;

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var axis = new ValueAxis(LogScale, Possible);
        var rows = Ungrouped(results).Select(line => RowOf(results, line, axis))
            .Where(row => row.Shown.Any(numbers => numbers.Count > 0)).ToList();
        if (rows.Count == 0)
        {
            return Figure.None;
        }

        axis.Include(rows.SelectMany(row => row.Shown).SelectMany(numbers => numbers).Select(number => number.Value));
        axis.Include(new[] { Bound, Reference }.OfType<(double Value, string Label)>().Select(line => line.Value));
        return new([Panel(rows, axis)])
        {
            Legend = Legend(results, rows), EndLabels = [Ends(rows)], Caption = CaptionOf(results, rows),
            RowHeight = ((WithMeans ? HeightOfAMean : HeightOfARow) * rows.Count) + RoomForAxis,
            LeftAxis = Math.Max(74, 30 + Theme.WidthOf(rows.Select(row => row.Label))),
        };
    }

    private Row RowOf(ResultTable results, ChartLine line, ValueAxis axis)
    {
        var numbers = Numbers.Select(number => number.Of(line.Variant)).ToList();
        var label = Remark?.Invoke(line.Variant) is { Length: > 0 } remark ? $"{line.Label} ({remark})" : line.Label;
        return new(
            line.Variant.Name, label, numbers[0].Mean.Within(Possible), numbers,
            [.. numbers.Select(number => Divergence.Numbers(results, number, axis, line.Variant.Name))]);
    }

    // Each mean as a number at the end of its row.
    private List<EndLabel> Ends(List<Row> rows)
    {
        var widths = rows.Select(row => row.Mean.High - row.Mean.Low).Where(width => width > 0 && double.IsFinite(width)).Order().ToList();
        var decimals = Math.Clamp(1 - (int)Math.Floor(Math.Log10(widths.Count == 0 ? 1 : widths[widths.Count / 2])), 0, 6);
        return !WithMeans ? [] : [.. from row in rows.Index()
                                     where double.IsFinite(row.Item.Mean.Estimate)
                                     select new EndLabel(TextOf(row.Item, decimals), -row.Index, Colors.Transparent)];
    }

    private string TextOf(Row row, int decimals)
    {
        var number = $"0.{new string('0', decimals)}";
        return row.Mean.Estimate.ToString($"{(WithSign ? "+" : "")}{number};−{number}", CultureInfo.InvariantCulture);
    }

    private Plot Panel(List<Row> rows, ValueAxis axis)
    {
        var plot = Theme.Panel("");
        foreach (var line in new[] { Bound, Reference }.OfType<(double Value, string Label)>())
        {
            plot.Add.VerticalLine(axis.Position(line.Value), 1.5f, Theme.Warning);
        }

        foreach (var (at, row) in rows.Index())
        {
            AddSeeds(plot, -at, row, axis);
            if (WithMeans && double.IsFinite(row.Mean.Estimate))
            {
                AddMean(plot, -at, row);
            }
        }

        plot.Axes.Margins(0.05, 0);
        plot.Axes.AutoScale();
        axis.ApplyBottom(plot, MostLabels);
        Theme.Label(plot, Label, Theme.NamesOfRows(Panels ?? Lines));
        Theme.NameRows(plot, [.. rows.Select(row => row.Label)]);
        plot.Axes.SetLimitsY(0.3 - rows.Count, 0.7);
        return plot;
    }

    // Numbers of a row stand one above the other, and so do the seeds of a number: dots at the same place stay apart.
    private void AddSeeds(Plot plot, double position, Row row, ValueAxis axis)
    {
        foreach (var (at, numbers) in row.Shown.Index())
        {
            var middle = position - Offset(at, row.Shown.Count, SpreadOfNumbers) - (WithMeans ? Beside : 0);
            var seeds = numbers.Select((number, seed) =>
                (number, axis.Position(number.Value), middle - Offset(seed, numbers.Count, SpreadOfSeeds)));
            Divergence.AddSeeds(plot, seeds, WithMeans ? Theme.Seed : ColorOf(at), 5);
        }

        static double Offset(int at, int count, double spread) => spread * (((at + 0.5) / count) - 0.5);
    }

    private void AddMean(Plot plot, double position, Row row)
    {
        var mean = row.Mean;
        var interval = SeriesLines.AddLine(plot, [mean.Low, mean.High], [position, position], Theme.SeriesColor(0), 2);
        interval.MarkerShape = MarkerShape.VerticalBar; // an ErrorBar of ScottPlot has its two sides the wrong way round
        interval.MarkerSize = 7;
        interval.MarkerLineWidth = 2;
        Dots.Add(plot, [(mean.Estimate, position)], Theme.SeriesColor(0), 10);
        if (Published.TryGetValue(row.Variant, out var published))
        {
            Dots.Add(plot, [(published, position + Beside)], Theme.Warning, 11, MarkerShape.OpenDiamond);
        }
    }

    private string CaptionOf(ResultTable results, List<Row> rows)
    {
        if (Bound is { } bound)
        {
            return string.Join(" ", Numbers.Select((number, at) => AgainstBound(rows, number.Label, at, bound.Value))).Trim();
        }

        var known = rows.FindAll(row => double.IsFinite(row.Mean.Estimate));
        var all = rows.Sum(row => row.Numbers[0].BySeed.Count);
        var means = results.Seeds.Count < 2 ? "of one seed" : known.Count == 1 ? "mean over seeds with its 95 % interval"
            : "means over seeds with 95 % intervals";
        var what = CaptionText.What(rows[0].Numbers[0]);
        var text = known.Count == 0 ? ""
            : known.DistinctBy(row => row.Mean.Estimate).Count() == 1 ? $"{(known.Count > 1 ? "All: " : "")}{Text(known[0])}. "
            : $"Highest: {Labelled(known.MaxBy(row => row.Mean.Estimate)!)}; lowest: {Labelled(known.MinBy(row => row.Mean.Estimate)!)}. ";
        text += $"{char.ToUpperInvariant(what[0])}{what[1..]}, {means}.";
        return text + CaptionText.LeftOut(all - rows.Sum(row => row.Shown[0].Count), all);

        static string Labelled(Row row) => $"{row.Label}, {Text(row)}";

        static string Text(Row row) => CaptionText.Mean(row.Mean, row.Numbers[0].Unit);
    }

    // A number that is not finite, which no axis shows, is not below any bound.
    private static string AgainstBound(List<Row> rows, string label, int number, double bound)
    {
        var values = rows.SelectMany(row => row.Numbers[number].Values, (row, value) => (row.Label, Value: value)).ToList();
        if (values.Count == 0)
        {
            return "";
        }

        var (below, odd) = (values.Count(value => value.Value <= bound), values.Count(value => !double.IsFinite(value.Value)));
        var text = $"{(label.Length > 0 ? $"{label}: " : "")}{(below == values.Count ? "all" : $"{below} of")} {values.Count} values are "
            + $"below {NumberText.Raised(bound)}";
        var greatest = values.Where(value => double.IsFinite(value.Value)).DefaultIfEmpty((Label: "", Value: double.NaN))
            .MaxBy(value => value.Value);
        text += (odd == 0 ? "" : $", {odd} {(odd == 1 ? "is" : "are")} NOT FINITE")
            + (double.IsNaN(greatest.Value) ? "." : $", the greatest is {NumberText.Raised(greatest.Value)} ({greatest.Label}).");
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private List<LegendItem> Legend(ResultTable results, List<Row> rows)
    {
        var mean = CaptionText.OverSeeds(results, "mean") + (results.Seeds.Count < 2 ? "" : " with 95 % interval");
        List<LegendItem> items = WithMeans
            ? [Dots.LegendItem(mean, Theme.SeriesColor(0), 9), Dots.LegendItem("one seed", Theme.Seed, 5)]
            : [.. Numbers.Select((number, index) => Dots.LegendItem(number.Label, ColorOf(index), 7))];
        if (rows.Exists(row => row.Shown.Any(numbers => numbers.Exists(number => number.Diverged))))
        {
            items.Add(Divergence.LegendItem);
        }

        List<string> published = [.. rows.Select(row => row.Variant).Where(Published.ContainsKey)];
        if (published.Count > 0)
        {
            var label = PublishedLabelIn(PublishedLabel, results, published);
            items.Add(Dots.LegendItem(label, Theme.Warning, 9, MarkerShape.OpenDiamond));
        }

        return [.. items, .. new[] { Bound, Reference }.OfType<(double Value, string Label)>().Select(line => Theme.BoundItem(line.Label))];
    }

    private static Color ColorOf(int number) => Theme.SeriesColor(number).WithAlpha(0.8);

    // Its first number's mean, and of each number the seeds' values that the axis shows.
    private sealed record Row(
        string Variant, string Label, Interval Mean, IReadOnlyList<SeedValues> Numbers, IReadOnlyList<List<SeedNumber>> Shown);
}
