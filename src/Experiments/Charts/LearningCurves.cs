using ScottPlot;

namespace Experiments.Charts;

/// <summary>
/// A metric over training: a line for each variant, the mean over seeds with its 95 % interval. Where training diverged the line is
/// crossed.
/// </summary>
/// <param name="Name">The name of the chart's files.</param>
/// <param name="Title">The question that the chart answers.</param>
public sealed record LearningCurves(string Name, string Title) : Chart(Name, Title)
{
    private const float BestSize = 9;
    private const int MostStrongBands = 5;

    /// <summary>A metric of the whole network or of a <see cref="Layer"/>, one of <see cref="Metrics"/>.</summary>
    public string Metric { get; init; } = Metrics.Accuracy;

    /// <summary>The layer, counted from 1, of a metric that layers have, which belongs to no split; null for the whole network.</summary>
    public int? Layer { get; init; }

    /// <summary>The images it is measured on, one of <see cref="Splits"/>.</summary>
    public string Split { get; init; } = Splits.Validation;

    /// <summary>Other images whose means are drawn beside it, as thin lines; null for none.</summary>
    public string? Beside { get; init; }

    /// <summary>Whether the metric's axis is logarithmic; means are geometric then.</summary>
    public bool LogScale { get; init; }

    /// <summary>Whether the axis of epochs is logarithmic, where there are measurements within the first epoch.</summary>
    public bool LogEpochs { get; init; }

    /// <summary>The steps that are shown, from the first, on an axis of steps; null for all, on an axis of epochs.</summary>
    public int? FirstSteps { get; init; }

    /// <summary>What the metric's axis shows if it is linear; null for everything. Fractions are in per cent.</summary>
    public (double Low, double High)? Range { get; init; }

    /// <summary>Whether each line's best point is marked: the least, of an accuracy the greatest.</summary>
    public bool MarkBest { get; init; }

    /// <summary>
    /// Whether every seed's own line is drawn, thin, with the median instead of the mean with its band: for seeds that go very different
    /// ways.
    /// </summary>
    public bool EachSeed { get; init; }

    private bool HigherIsBetter => Metric == Metrics.Accuracy;

    /// <inheritdoc/>
    protected internal override Figure Draw(ResultTable results)
    {
        var axis = ValueAxis.Of(Metric, LogScale);
        var groups = Group(results).Select(group => new Panel(group.Title, [.. group.Lines
            .Select(line => LineOf(results, group.Title, line, axis)).Where(line => !line.Curve.IsEmpty)]))
            .Where(group => group.Lines.Count > 0).ToList();
        var lines = groups.SelectMany(group => group.Lines).ToList();
        lines.ForEach(line => axis.Include(EachSeed ? line.Curve.Values.SelectMany(values => values)
            : line.Means.Select(mean => mean.Estimate)));
        var diverged = FirstSteps is null && lines.Exists(line => line.Of.Variant.DivergedEpoch.BySeed.Count > 0);
        var epochs = new EpochAxis(LogEpochs, lines.Select(line => line.Curve));
        var panels = groups.ConvertAll(group => PlotOf(results, group, epochs, axis));
        Theme.ShareLimits(panels);
        panels.ForEach(axis.ApplyLeft);
        panels.ForEach(panel => epochs.Apply(panel, diverged ? Theme.RoomForMarks / 2 : 0, panels.Count));
        if (Range is { } range && lines.Exists(line => line.Means.Select(axis.Position)
            .Any(mean => mean.Estimate >= range.Low && mean.Estimate <= range.High)))
        {
            panels.ForEach(panel => panel.Axes.SetLimitsY(range.Low, range.High));
        }

        return new(panels)
        {
            Columns = Math.Max(1, groups.Count), Legend = Legend(lines, diverged),
            EndLabels = [.. groups.Select(group => EndsOf(group, axis))], Caption = CaptionOf(results, groups), RowHeight = 430,
        };
    }

    private Line LineOf(ResultTable results, string panel, ChartLine line, ValueAxis axis)
    {
        var curve = TrainingCurve.Of(results, line.Variant.Name, Metric, Layer is null ? Split : "", Layer);
        curve = FirstSteps is { } steps ? curve.InSteps(results.StepsPerEpoch(line.Variant.Name), steps) : curve;
        return new(panel, line, curve, curve.Means(axis));
    }

    private Plot PlotOf(ResultTable results, Panel group, EpochAxis epochs, ValueAxis axis)
    {
        var plot = Theme.Panel(group.Title);
        foreach (var line in group.Lines)
        {
            AddBeside(plot, results, line.Of, epochs, axis);
            AddLine(plot, line, epochs, axis, group.Lines.Count > MostStrongBands);
            if (FirstSteps is null)
            {
                Divergence.AddCrosses(plot, line.Of.Variant, line.Curve, epochs, axis, line.Of.Style.Color);
            }
        }

        foreach (var line in group.Lines.Where(line => MarkBest && line.Trained.Any()))
        {
            var best = HigherIsBetter ? line.Trained.MaxBy(point => point.Mean) : line.Trained.MinBy(point => point.Mean);
            Dots.Add(plot, [(epochs.Position(best.Epoch), axis.Position(best.Mean))], line.Of.Style.Color, BestSize);
        }

        plot.Axes.Margins(0, 0.05);
        var split = Beside is null && Layer is null ? $"{Theme.NameOf(Split)} " : "";
        var ofLayer = Layer is { } layer ? $" of layer {layer}" : "";
        Theme.Label(plot, FirstSteps is null ? "epoch" : "step", $"{split}{Metrics.AxisLabel(Metric)}{ofLayer}");
        return plot;
    }

    private void AddLine(Plot plot, Line line, EpochAxis epochs, ValueAxis axis, bool many)
    {
        if (EachSeed)
        {
            SeriesLines.AddSeeds(plot, line.Curve, epochs, axis, line.Of.Style.Color.WithAlpha(0.35));
            var medians = line.Curve.Medians().Select(axis.Position);
            SeriesLines.AddLine(plot, [.. epochs.Positions(line.Curve.Epochs)], [.. medians], line.Of.Style.Color, 3, line.Of.Label);
        }
        else
        {
            SeriesLines.Add(
                plot, epochs.Positions(line.Curve.Epochs), line.Means.Select(axis.Position), line.Of.Style, line.Of.Label,
                bandOpacity: many ? SeriesLines.FaintBand : SeriesLines.Band);
        }
    }

    private void AddBeside(Plot plot, ResultTable results, ChartLine line, EpochAxis epochs, ValueAxis axis)
    {
        if (Beside is not null)
        {
            var curve = TrainingCurve.Of(results, line.Variant.Name, Metric, Beside);
            var means = curve.Means(axis).Select(mean => axis.Position(mean.Estimate));
            var (color, label) = (line.Style.Color.WithAlpha(0.6), $"{line.Label}, {Theme.NameOf(Beside)}");
            SeriesLines.AddLine(plot, [.. epochs.Positions(curve.Epochs)], [.. means], color, 1, label);
        }
    }

    // A line that ends before the others is named in the legend.
    private List<EndLabel> EndsOf(Panel panel, ValueAxis axis)
    {
        var last = panel.Lines.Max(line => line.Curve.Epochs[^1]);
        return [.. from line in panel.Lines
                   where line.Of.Label.Length > 0 && line.Of.Label != panel.Title && line.Curve.Epochs[^1] == last
                   let end = axis.Position(EachSeed ? line.Curve.Medians()[^1] : line.Means[^1].Estimate)
                   where double.IsFinite(end)
                   select new EndLabel(line.Of.Label, end, line.Of.Style.Color)];
    }

    private List<LegendItem> Legend(List<Line> lines, bool diverged)
    {
        List<LegendItem> items = [.. Figure.LegendOf(lines.Where(line => line.Of.Label != line.Panel).Select(line => line.Of))];
        if (EachSeed)
        {
            items.Add(new() { LabelText = "median of all seeds", LineColor = Theme.Ink, LineWidth = 3 });
            items.Add(new() { LabelText = "one seed", LineColor = Theme.Ink.WithAlpha(0.35), LineWidth = 1 });
        }

        if (Beside is not null)
        {
            items.Add(new() { LabelText = $"{Theme.NameOf(Split)} images", LineColor = Theme.Ink, LineWidth = 2 });
            items.Add(new() { LabelText = $"{Theme.NameOf(Beside)} images", LineColor = Theme.Ink.WithAlpha(0.6), LineWidth = 1 });
        }

        if (MarkBest)
        {
            items.Add(Dots.LegendItem(HigherIsBetter ? "greatest mean" : "least mean", Theme.Ink, BestSize - 1));
        }

        return diverged ? [.. items, Divergence.LegendItem] : items;
    }

    private string CaptionOf(ResultTable results, List<Panel> groups)
    {
        if (Layer is not null)
        {
            var starts = from panel in groups
                         from line in panel.Lines
                         select (CaptionText.Join(panel.Title, line.Of.Label), line.Means[0].Estimate);
            return $"At first: {CaptionText.Numbers(starts, value => NumberText.Raised(value))}. {CaptionText.Lines(results, LogScale)}";
        }

        var unit = Metrics.Unit(Metric);
        var best = (
            from panel in groups
            from line in panel.Lines
            let values = line.Curve.Values.Select(BestOf).Where(double.IsFinite).ToList()
            where values.Count > 0
            select (Label: CaptionText.Join(panel.Title, line.Of.Label), Value: Metrics.Shown(Metric, values.Average()))).ToList();
        var ends = best.Count == 0 ? default : (Best: best.MinBy(line => HigherIsBetter ? -line.Value : line.Value),
            Worst: best.MaxBy(line => HigherIsBetter ? -line.Value : line.Value));
        var what = $"{(HigherIsBetter ? "best" : "least")} {Theme.NameOf(Split)} {Metric}";
        var text = best.Count switch
        {
            0 => "",
            1 => $"Mean {what}: {Text(ends.Best)}{Labelled(ends.Best)}. ",
            _ when Text(ends.Best) == Text(ends.Worst) => $"Mean {what}: {Text(ends.Best)} in all. ",
            _ => $"Mean {what}: {Text(ends.Best)}{Labelled(ends.Best)} to {Text(ends.Worst)}{Labelled(ends.Worst)}. ",
        };
        return text + (!EachSeed ? CaptionText.Lines(results, LogScale)
            : results.Seeds.Count < 2 ? CaptionText.Lines(results)
            : $"Thick lines are medians over {results.Seeds.Count} seeds; a training that diverged counts with its last value.");

        double BestOf(IReadOnlyList<double> ofSeed) => ofSeed.Skip(1).Where(double.IsFinite).DefaultIfEmpty(double.NaN)
            .Aggregate((a, b) => HigherIsBetter ? Math.Max(a, b) : Math.Min(a, b));

        string Text((string Label, double Value) line) => $"{NumberText.Raised(line.Value)}{(unit.Length > 0 ? $" {unit}" : "")}";

        static string Labelled((string Label, double Value) line) => line.Label.Length > 0 ? $" ({line.Label})" : "";
    }

    private sealed record Panel(string Title, List<Line> Lines);

    private sealed record Line(string Panel, ChartLine Of, TrainingCurve Curve, IReadOnlyList<Interval> Means)
    {
        // The points after training began that have a mean.
        public IEnumerable<(double Epoch, double Mean)> Trained => Curve.Epochs.Zip(Means, (epoch, mean) => (epoch, mean.Estimate))
            .Where(point => point.epoch > 0 && double.IsFinite(point.Estimate));
    }
}
