using ScottPlot;

namespace Experiments.Charts;

/// <summary>Epochs that are marked on each seed's validation curve.</summary>
/// <param name="Label">What they are, as it stands in the legend.</param>
/// <param name="Epoch">The epoch of each seed, from the panel's variant.</param>
public sealed record EpochMark(string Label, Func<VariantResults, SeedValues> Epoch);

/// <summary>
/// A metric over training on the training and the validation images, a panel for each variant: means over seeds with 95 % intervals or,
/// where epochs are marked, every seed's own validation curve.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
public sealed record TrainValidationCurves(string Name, string Title) : Chart(Name, Title)
{
    private static readonly MarkerShape[] Shapes =
        [MarkerShape.FilledCircle, MarkerShape.OpenSquare, MarkerShape.OpenTriangleUp, MarkerShape.OpenDiamond];

    /// <summary>A metric of the whole network, one of <see cref="Metrics"/>.</summary>
    public string Metric { get; init; } = Metrics.Loss;

    /// <summary>The variant whose curves all panels show, where panels differ in their marks alone; null for each panel's own.</summary>
    public string? CurvesOf { get; init; }

    /// <summary>What is marked on each seed's validation curve; empty for bands instead of single seeds.</summary>
    public IReadOnlyList<EpochMark> Marks { get; init; } = [];

    /// <summary>What the metric's axis shows; null for everything. Fractions are in per cent.</summary>
    public (double Low, double High)? Range { get; init; }

    /// <summary>Panels in a row.</summary>
    public int Columns { get; init; } = 3;

    /// <summary>Whether the metric's axis is logarithmic; means are geometric then.</summary>
    public bool LogScale { get; init; }

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var panels = Group(results).SelectMany(panel => panel.Lines, (panel, line) => (
            Title: CaptionText.Join(panel.Title, line.Label), line.Variant, Curves: results[CurvesOf ?? line.Variant.Name]))
            .Where(panel => !results.Curve(panel.Curves.Name, Metric, Splits.Validation).IsEmpty).ToList();
        var range = new LogRange();
        var plots = panels.ConvertAll(panel => Panel(results, panel.Title, panel.Variant, panel.Curves.Name, range));
        plots.ForEach(plot => (LogScale ? range : null)?.ApplyTo(plot));
        PanelLimits.Share(plots, vertically: !LogScale);
        if (Range is { } shown)
        {
            plots.ForEach(plot => plot.Axes.SetLimitsY(Y(shown.Low), Y(shown.High)));
        }

        var columns = Math.Max(1, Math.Min(Columns, plots.Count));
        return new(plots)
        {
            Columns = columns, Legend = Legend(), RowHeight = plots.Count <= columns ? 430 : 290,
            Caption = panels.Count == 0
                ? ""
                : CaptionOf([.. panels.Select(panel => (panel.Title, panel.Curves)).DistinctBy(panel => panel.Curves.Name)]),
        };
    }

    private Plot Panel(ResultTable results, string title, VariantResults variant, string curves, LogRange range)
    {
        var plot = Theme.Panel(title);
        var validation = results.Curve(curves, Metric, Splits.Validation);
        Add(plot, results.Curve(curves, Metric, Splits.Train), 0, range);
        if (Marks.Count == 0)
        {
            Add(plot, validation, 1, range);
        }
        else
        {
            AddSeeds(plot, variant, validation, range);
        }

        plot.Axes.Margins(Marks.Count > 0 ? PanelLimits.RoomForMarks : 0, 0.05);
        plot.Axes.Left.TickGenerator = new LinearTicks(Y(Metrics.Possible(Metric).Least), Y(Metrics.Possible(Metric).Greatest));
        Theme.CountBottom(plot);
        Theme.Label(plot, "epoch", Metrics.AxisLabel(Metric));
        return plot;
    }

    private void Add(Plot plot, Curve curve, int index, LogRange range)
    {
        var means = LogScale ? curve.GeometricMeans() : curve.Means();
        range.Include(means.Select(mean => mean.Estimate));
        var shown = means.Select(mean => mean.Within(Metrics.Possible(Metric)));
        SeriesLines.Add(
            plot, curve.Epochs,
            [.. shown.Select(mean => mean with { Estimate = Y(mean.Estimate), Low = Y(mean.Low), High = Y(mean.High) })], index);
    }

    private void AddSeeds(Plot plot, VariantResults variant, Curve validation, LogRange range)
    {
        foreach (var values in validation.Values)
        {
            range.Include(values);
            SeriesLines.AddThin(plot, validation.Epochs, [.. values.Select(Y)], 1);
        }

        foreach (var (index, mark) in Marks.Index())
        {
            var places = mark.Epoch(variant).BySeed.Select(seed => (seed.Value, Y(validation.Of(seed.Key, (int)seed.Value))));
            Dots.Add(plot, places.Where(place => double.IsFinite(place.Item2)), MarkColor(index), 8, Shapes[index % Shapes.Length]);
        }
    }

    private string CaptionOf(List<(string Title, VariantResults Curves)> panels)
    {
        if (panels.Count == 1)
        {
            var validation = panels[0].Curves.Metric(Metric, Splits.Validation);
            return $"The validation {Metric} is least around epoch {validation.EpochOfMin().Mean.Estimate:F0}, "
                + $"{CaptionText.Number(validation.Min().Mean.Estimate)}, and "
                + $"{CaptionText.Number(validation.Last().Mean.Estimate)} at the end (means over seeds of \"{panels[0].Curves.Name}\", "
                + "whose curves are shown).";
        }

        var gaps = panels.Select(panel => (panel.Title,
            (panel.Curves.Metric(Metric, Splits.Validation).Last() - panel.Curves.Metric(Metric, Splits.Train).Last()).Mean.Estimate));
        return $"Validation minus training {Metric} at the end, mean over seeds: {CaptionText.Numbers(gaps, CaptionText.Number)}. Bands "
            + "are 95 % intervals.";
    }

    // Strong against the curve they lie on.
    private static Color MarkColor(int index) => index == 0 ? Theme.SeriesColor(2) : index == 1 ? Theme.Ink : Theme.SeriesColor(index + 1);

    private double Y(double value) => LogScale ? Math.Log10(value) : Metrics.Shown(Metric, value);

    private IReadOnlyList<LegendItem> Legend() =>
    [
        SeriesLines.LegendItem("training images", 0),
        SeriesLines.LegendItem(Marks.Count == 0 ? "validation images" : "validation images, one line per seed", 1),
        .. Marks.Select((mark, index) => Dots.LegendItem(mark.Label, MarkColor(index), 8, Shapes[index % Shapes.Length])),
    ];
}
