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
    private const int MostColumns = 3;

    // Strong against the curve they lie on.
    private static readonly (MarkerShape Shape, Color Color)[] MarkStyles =
    [
        (MarkerShape.FilledCircle, Theme.SeriesColor(2)), (MarkerShape.OpenSquare, Theme.Ink),
        (MarkerShape.OpenTriangleUp, Theme.SeriesColor(3)), (MarkerShape.OpenDiamond, Theme.SeriesColor(4)),
    ];

    /// <summary>A metric of the whole network, one of <see cref="Metrics"/>.</summary>
    public string Metric { get; init; } = Metrics.Loss;

    /// <summary>The variant whose curves all panels show, where panels differ in their marks alone; null for each panel's own.</summary>
    public string? CurvesOf { get; init; }

    /// <summary>What is marked on each seed's validation curve; empty for bands instead of single seeds.</summary>
    public IReadOnlyList<EpochMark> Marks { get; init; } = [];

    /// <summary>What the metric's axis shows if it is linear; null for everything. Fractions are in per cent.</summary>
    public (double Low, double High)? Range { get; init; }

    /// <summary>Whether the metric's axis is logarithmic; means are geometric then.</summary>
    public bool LogScale { get; init; }

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var axis = ValueAxis.Of(Metric, LogScale);
        var panels = (
            from line in Ungrouped(results)
            let curves = results[CurvesOf ?? line.Variant.Name]
            let validation = results.Curve(curves.Name, Metric, Splits.Validation)
            where !validation.IsEmpty
            select new Panel(line.Label, line.Variant, curves, results.Curve(curves.Name, Metric, Splits.Train), validation)).ToList();
        foreach (var panel in panels)
        {
            axis.Include(axis.Means(panel.Training));
            axis.Include(Marks.Count == 0 ? axis.Means(panel.Validation).Select(mean => mean.Estimate)
                : panel.Validation.Values.SelectMany(values => values));
        }

        var plots = panels.ConvertAll(panel => Plot(panel, axis));
        Theme.ShareLimits(plots);
        plots.ForEach(axis.ApplyLeft);
        if (Range is { } shown && !LogScale && panels.Exists(panel => axis.Means(panel.Validation).Select(axis.Position)
            .Any(mean => mean.Estimate >= shown.Low && mean.Estimate <= shown.High)))
        {
            plots.ForEach(plot => plot.Axes.SetLimitsY(shown.Low, shown.High));
        }

        var columns = Math.Clamp(plots.Count, 1, MostColumns);
        return new(plots)
        {
            Columns = columns, Legend = Legend(panels.Exists(Diverged)), RowHeight = plots.Count <= columns ? 430 : 290,
            Caption = CaptionOf(results, [.. panels.DistinctBy(panel => panel.Curves.Name)]),
        };
    }

    private Plot Plot(Panel panel, ValueAxis axis)
    {
        var plot = Theme.Panel(panel.Title);
        SeriesLines.Add(plot, panel.Training, axis, 0);
        if (Marks.Count == 0)
        {
            SeriesLines.Add(plot, panel.Validation, axis, 1);
        }
        else
        {
            SeriesLines.AddSeeds(plot, panel.Validation, axis, 1);
            AddMarks(plot, panel, axis);
        }

        Divergence.AddCrosses(plot, panel.Curves, panel.Validation, axis, Theme.SeriesColor(1));
        plot.Axes.Margins(Marks.Count > 0 || Diverged(panel) ? Theme.RoomForMarks : 0, 0.05);
        Theme.CountBottom(plot);
        Theme.Label(plot, "epoch", Metrics.AxisLabel(Metric));
        return plot;
    }

    private void AddMarks(Plot plot, Panel panel, ValueAxis axis)
    {
        foreach (var (index, mark) in Marks.Index())
        {
            var (shape, color) = MarkStyles[index % MarkStyles.Length];
            var places = mark.Epoch(panel.Variant).BySeed
                .Select(seed => (seed.Value, axis.Position(panel.Validation.Of(seed.Key, (int)seed.Value))));
            Dots.Add(plot, places.Where(place => double.IsFinite(place.Item2)), color, 8, shape);
        }
    }

    private static bool Diverged(Panel panel) => panel.Curves.DivergedEpoch.BySeed.Count > 0;

    private string CaptionOf(ResultTable results, List<Panel> panels)
    {
        var (isOne, over) = (results.Seeds.Count < 2, results.Seeds.Count < 2 ? "" : ", mean over seeds");
        if (panels is [var only])
        {
            var validation = only.Curves.Metric(Metric, Splits.Validation);
            return $"The validation {Metric} is least around epoch {validation.EpochOfMin().Mean.Estimate:F0}, "
                + $"{NumberText.Raised(validation.Min().Mean.Estimate)}, and "
                + $"{NumberText.Raised(validation.Last().Mean.Estimate)} at the end ({(isOne ? "one seed" : "means over seeds")} of "
                + $"\"{only.Curves.Name}\", whose curves are shown).";
        }

        var gaps = panels.Select(panel => (panel.Title,
            (panel.Curves.Metric(Metric, Splits.Validation).Last() - panel.Curves.Metric(Metric, Splits.Train).Last()).Mean.Estimate));
        return $"Validation minus training {Metric} at the end{over}: "
            + $"{CaptionText.Numbers(gaps, value => NumberText.Raised(value))}."
            + (Marks.Count > 0 && !isOne ? "" : $" {CaptionText.Bands(results)}");
    }

    private IReadOnlyList<LegendItem> Legend(bool diverged) =>
    [
        SeriesLines.LegendItem("training images", 0),
        SeriesLines.LegendItem(Marks.Count == 0 ? "validation images" : "validation images, one line per seed", 1),
        .. from mark in Marks.Index()
           let style = MarkStyles[mark.Index % MarkStyles.Length]
           select Dots.LegendItem(mark.Item.Label, style.Color, 8, style.Shape),
        .. diverged ? [Divergence.LegendItem] : (LegendItem[])[],
    ];

    private sealed record Panel(string Title, VariantResults Variant, VariantResults Curves, Curve Training, Curve Validation);
}
