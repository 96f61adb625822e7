using Experiments.Results;
using ScottPlot;

namespace Experiments.Charts;

/// <summary>Epochs that are marked on the validation curve, one for each seed.</summary>
/// <param name="Label">What they are, as it stands in the legend.</param>
/// <param name="Epochs">Seeds with their epochs, from the results.</param>
public sealed record EpochMarks(string Label, Func<ResultTable, IEnumerable<(int Seed, int Epoch)>> Epochs);

/// <summary>One panel of a chart of training against validation.</summary>
/// <param name="Title">What stands over it.</param>
/// <param name="Variant">The variant whose curves it shows.</param>
/// <param name="Marks">What is marked on each seed's validation curve; the same kinds in every panel.</param>
public sealed record SplitPanel(string Title, string Variant, IReadOnlyList<EpochMarks> Marks);

/// <summary>
/// A metric over training on the training and the validation images, a panel for each variant: means over seeds with 95 % intervals or, where
/// epochs are marked, every seed's own validation curve.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">What the chart shows.</param>
/// <param name="Metric">A metric of the whole network, one of <see cref="Metrics"/>.</param>
public sealed record SplitCurves(string Name, string Title, string Metric) : Chart(Name, Title)
{
    private static readonly MarkerShape[] Shapes = [MarkerShape.FilledCircle, MarkerShape.OpenSquare, MarkerShape.OpenTriangleUp, MarkerShape.OpenDiamond];

    /// <summary>The panels; empty for one for each variant, without marks.</summary>
    public IReadOnlyList<SplitPanel> Panels { get; init; } = [];

    /// <summary>What the metric's axis shows; null for everything. Fractions are in per cent.</summary>
    public (double Low, double High)? Range { get; init; }

    /// <summary>Panels in a row.</summary>
    public int Columns { get; init; } = 3;

    /// <summary>Whether the metric's axis is logarithmic; means are geometric then.</summary>
    public bool LogScale { get; init; }

    private bool InPercent => Metric == Metrics.Accuracy;

    private protected override Figure Draw(ResultTable results, IReadOnlyList<string> variants)
    {
        var panels = (Panels.Count > 0 ? Panels : [.. variants.Select(variant => new SplitPanel(variant, variant, []))])
            .Where(panel => variants.Contains(panel.Variant) && !results.Curve(panel.Variant, Metric, Splits.Validation).IsEmpty).ToList();
        var range = new LogRange();
        var plots = panels.Select(panel => Panel(results, panel, range)).ToList();
        if (LogScale)
        {
            plots.ForEach(range.ApplyTo);
        }

        PanelLimits.Share(plots, vertically: !LogScale);
        if (Range is { } shown)
        {
            plots.ForEach(plot => plot.Axes.SetLimitsY(Y(shown.Low), Y(shown.High)));
        }

        var columns = Math.Max(1, Math.Min(Columns, plots.Count));
        return Figure(results, plots, columns, Legend(panels)) with { RowHeight = plots.Count <= columns ? 430 : 290 };
    }

    private Plot Panel(ResultTable results, SplitPanel panel, LogRange range)
    {
        var plot = Theme.Panel(panel.Title);
        var validation = results.Curve(panel.Variant, Metric, Splits.Validation);
        Add(plot, results.Curve(panel.Variant, Metric, Splits.Train), 0, range);
        if (panel.Marks.Count == 0)
        {
            Add(plot, validation, 1, range);
        }
        else
        {
            AddSeeds(plot, results, panel, validation, range);
        }

        plot.Axes.Margins(panel.Marks.Count > 0 ? PanelLimits.RoomForMarks : 0, 0.05);
        plot.Axes.Left.TickGenerator = new LinearTicks(Y(Metrics.Possible(Metric).Least), Y(Metrics.Possible(Metric).Greatest));
        Theme.CountBottom(plot);
        Theme.Label(plot, "epoch", $"{Metric}{(InPercent ? " (%)" : "")}");
        return plot;
    }

    private void Add(Plot plot, Curve curve, int index, LogRange range)
    {
        var means = LogScale ? curve.GeometricMeans() : curve.Means();
        range.Include(means.Select(mean => mean.Estimate));
        Lines.Add(plot, curve.Epochs, [.. means.Select(mean => mean.Within(Metrics.Possible(Metric))).Select(mean => mean with { Estimate = Y(mean.Estimate), Low = Y(mean.Low), High = Y(mean.High) })], index);
    }

    private void AddSeeds(Plot plot, ResultTable results, SplitPanel panel, Curve validation, LogRange range)
    {
        foreach (var values in validation.Values)
        {
            range.Include(values);
            Lines.AddThin(plot, validation.Epochs, [.. values.Select(Y)], 1);
        }

        for (var mark = 0; mark < panel.Marks.Count; mark++)
        {
            var places = panel.Marks[mark].Epochs(results).Select(one => ((double)one.Epoch, Y(ValueAt(validation, one.Seed, one.Epoch))));
            Dots.Add(plot, places.Where(place => double.IsFinite(place.Item2)), MarkColor(mark), 8, Shapes[mark % Shapes.Length]);
        }
    }

    private static double ValueAt(Curve curve, int seed, int epoch)
    {
        var (ofSeed, at) = (curve.Seeds.ToList().IndexOf(seed), curve.Epochs.ToList().IndexOf(epoch));
        return ofSeed < 0 || at < 0 ? double.NaN : curve.Values[ofSeed][at];
    }

    // Strong against the curve they lie on.
    private static Color MarkColor(int index) => index == 0 ? Theme.SeriesColor(2) : index == 1 ? Theme.Ink : Theme.SeriesColor(index + 1);

    private double Y(double value) => LogScale ? Math.Log10(value) : InPercent ? 100 * value : value;

    private static List<LegendItem> Legend(List<SplitPanel> panels)
    {
        var marks = panels.Select(panel => panel.Marks).MaxBy(marks => marks.Count) ?? [];
        return
        [
            Lines.LegendItem("training images", 0),
            Lines.LegendItem(marks.Count == 0 ? "validation images" : "validation images, one line per seed", 1),
            .. marks.Select((mark, index) => Dots.LegendItem(mark.Label, MarkColor(index), 8, Shapes[index % Shapes.Length])),
        ];
    }
}
