using ScottPlot;

namespace Experiments.Charts;

/// <summary>An epoch of each seed that is marked.</summary>
/// <param name="Label">What it is, as it stands in the legend.</param>
/// <param name="Epoch">The epoch of each seed, from a row's variant.</param>
public sealed record EpochMark(string Label, Func<VariantResults, SeedValues> Epoch);

/// <summary>
/// When trainings stopped: above, a metric of a training that went on to the end, with the epoch at which its mean is best; below, on the
/// same axis of epochs, a row for each variant with marks of every seed and their means.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
/// <param name="CurvesOf">The variant whose curves are shown.</param>
/// <param name="Marks">What is marked, a colour each.</param>
public sealed record StoppingEpochs(string Name, string Title, string CurvesOf, params IReadOnlyList<EpochMark> Marks) : Chart(Name, Title)
{
    private const float CurvesHeight = 260;
    private const float HeightOfARow = 34;
    private const float RoomForAxis = 90;
    private const double Apart = 0.26;
    private const int MostLabels = 12;

    // Neighbours differ in lightness, too: without red or green, green and purple are alike.
    private static readonly Color[] MarkColors = [Theme.SeriesColor(2), Theme.Ink, Theme.SeriesColor(4), Theme.SeriesColor(3)];

    /// <summary>A metric of the whole network, one of <see cref="Metrics"/>.</summary>
    public string Metric { get; init; } = Metrics.Loss;

    /// <summary>What the metric's axis shows; null for everything. Fractions are in per cent.</summary>
    public (double Low, double High)? Range { get; init; }

    private bool HigherIsBetter => Metric == Metrics.Accuracy;

    private string Best => HigherIsBetter ? "greatest" : "least";

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var rows = Ungrouped(results).Where(line => Marks.Any(mark => mark.Epoch(line.Variant).BySeed.Count > 0)).ToList();
        var training = TrainingCurve.Of(results, CurvesOf, Metric, Splits.Train);
        var validation = TrainingCurve.Of(results, CurvesOf, Metric, Splits.Validation);
        if (rows.Count == 0 || validation.IsEmpty)
        {
            return Figure.None;
        }

        var epochs = ValueAxis.Log();
        epochs.Include([1, validation.Epochs[^1]]);
        var (metric, best) = (ValueAxis.Of(Metric), BestEpoch(validation));
        var panels = new[] { Curves(training, validation, epochs, metric), Rows(results, rows, epochs) };
        foreach (var panel in panels)
        {
            panel.Add.VerticalLine(epochs.Position(best), 1.5f, Theme.Warning);
            epochs.ApplyBottom(panel, MostLabels);
            panel.Axes.SetLimitsX(epochs.Position(1) - 0.03, epochs.Position(validation.Epochs[^1]) + 0.03);
        }

        return new(panels)
        {
            Columns = 1, RowHeights = [CurvesHeight, (HeightOfARow * rows.Count) + RoomForAxis],
            LeftAxis = Math.Max(78, 30 + Theme.WidthOf(rows.Select(row => row.Label))),
            Legend = Legend(results, rows.Exists(HasDiverged)), Caption = CaptionOf(results, validation, metric),
            EndLabels = [[.. EndOf(training, "training", 0), .. EndOf(validation, "validation", 1)], []],
        };

        IEnumerable<EndLabel> EndOf(TrainingCurve curve, string name, int style) => curve.IsEmpty ? []
            : [new(name, metric.Position(curve.Means(metric)[^1]).Estimate, Theme.SeriesColor(style))];
    }

    private double BestEpoch(TrainingCurve curve)
    {
        var means = curve.Epochs.Zip(curve.Means(ValueAxis.Of(Metric)), (epoch, mean) => (epoch, mean.Estimate));
        var trained = means.Where(point => point.epoch > 0 && double.IsFinite(point.Estimate)).ToList();
        return trained.Count == 0 ? 1 : trained.MinBy(point => HigherIsBetter ? -point.Estimate : point.Estimate).epoch;
    }

    private Plot Curves(TrainingCurve training, TrainingCurve validation, ValueAxis epochs, ValueAxis metric)
    {
        var plot = Theme.Panel($"{Metric} without stopping");
        foreach (var (index, (curve, name)) in new[] { (training, "training"), (validation, "validation") }.Index())
        {
            var points = curve.Epochs.Zip(curve.Means(metric).Select(metric.Position)).Where(point => point.First > 0).ToList();
            var positions = points.Select(point => epochs.Position(point.First));
            SeriesLines.Add(plot, positions, points.Select(point => point.Second), Theme.Category(index), name);
        }

        plot.Axes.AutoScale();
        metric.ApplyLeft(plot);
        if (Range is { } range)
        {
            plot.Axes.SetLimitsY(range.Low, range.High);
        }

        return plot;
    }

    private Plot Rows(ResultTable results, List<ChartLine> rows, ValueAxis epochs)
    {
        var plot = Theme.Panel(string.Join(" and ", Marks.Select(mark => mark.Label)));
        foreach (var (row, line) in rows.Index())
        {
            foreach (var (at, mark) in Marks.Index())
            {
                var values = mark.Epoch(line.Variant);
                var (y, color) = (-row - (Apart * (at - ((Marks.Count - 1) / 2.0))), ColorOf(at));
                var seeds = Divergence.Numbers(results, values, epochs, line.Variant.Name)
                    .Select(number => (number, epochs.Position(number.Value), y));
                Divergence.AddSeeds(plot, seeds, color.WithAlpha(0.3), 6);
                AddMean(plot, epochs, values.Mean, y, color);
            }
        }

        Theme.NameRows(plot, [.. rows.Select(row => row.Label)]);
        Theme.Label(plot, "epoch", Theme.NamesOfRows(Panels ?? Lines));
        plot.Axes.SetLimitsY(0.4 - rows.Count, 0.6);
        return plot;
    }

    private static void AddMean(Plot plot, ValueAxis epochs, Interval mean, double y, Color color)
    {
        if (mean is { Count: > 1, Low: > 0 })
        {
            _ = SeriesLines.AddLine(plot, [epochs.Position(mean.Low), epochs.Position(mean.High)], [y, y], color, 2);
        }

        Dots.Add(plot, double.IsFinite(mean.Estimate) ? [(epochs.Position(mean.Estimate), y)] : [], color, 10);
    }

    private List<LegendItem> Legend(ResultTable results, bool diverged) =>
    [
        SeriesLines.LegendItem("training", Theme.Category(0)),
        SeriesLines.LegendItem("validation", Theme.Category(1)),
        Theme.BoundItem($"{Best} validation {Metric}"),
        .. Marks.Select((mark, at) => Dots.LegendItem(CaptionText.OverSeeds(results, $"{mark.Label}, mean"), ColorOf(at), 9)),
        Dots.LegendItem("one seed", Theme.Seed, 6),
        .. diverged ? [Divergence.LegendItem] : (LegendItem[])[],
    ];

    private string CaptionOf(ResultTable results, TrainingCurve validation, ValueAxis metric)
    {
        var (means, best) = (validation.Means(metric), BestEpoch(validation));
        var at = Math.Max(0, validation.Epochs.ToList().IndexOf(best));
        return $"Without stopping, the mean validation {Metric} is {Best} after epoch {best:0}, {Text(means[at])}, and "
            + $"{Text(means[^1])} at the end. {CaptionText.Lines(results, lines: "Lines and large dots", intervals: "bands and bars")}";

        string Text(Interval mean) => $"{NumberText.Raised(Metrics.Shown(Metric, mean.Estimate))} {Metrics.Unit(Metric)}".TrimEnd();
    }

    private static bool HasDiverged(ChartLine line) => line.Variant.DivergedEpoch.BySeed.Count > 0;

    private static Color ColorOf(int mark) => MarkColors[mark % MarkColors.Length];
}
