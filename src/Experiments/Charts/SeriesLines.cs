using ScottPlot;
using ScottPlot.Plottables;

namespace Experiments.Charts;

/// <summary>Lines with bands, the same in every chart.</summary>
public static class SeriesLines
{
    private const float Width = 2;
    private const float MarkerSize = 8;
    private const float CapSize = 7;

    /// <summary>How opaque bands are.</summary>
    internal const double Band = 0.2;

    /// <summary>How opaque bands are where there are many.</summary>
    internal const double FaintBand = 0.1;

    /// <summary>Adds a line of estimates with the band of their intervals behind it. Values that are not finite leave a gap.</summary>
    /// <param name="plot">The panel.</param>
    /// <param name="positions">Where the estimates stand on the bottom axis.</param>
    /// <param name="means">The estimates.</param>
    /// <param name="style">The look of the series.</param>
    /// <param name="label">What the line is.</param>
    /// <param name="marked">Whether each estimate gets a marker.</param>
    /// <param name="banded">Whether the intervals are drawn.</param>
    /// <param name="bandOpacity">How opaque they are, from 0 to 1.</param>
    public static void Add(
        Plot plot, IEnumerable<double> positions, IEnumerable<Interval> means, SeriesStyle style, string label = "", bool marked = false,
        bool banded = true, double bandOpacity = Band)
    {
        foreach (var run in Runs(positions.Zip(means), point => double.IsFinite(point.Second.Low) && double.IsFinite(point.Second.High)))
        {
            var (xs, stretch) = (run.Select(point => point.First).ToArray(), run.ConvertAll(point => point.Second));
            if (banded && stretch.Any(mean => mean.Count > 1))
            {
                var band = plot.Add.FillY(xs, [.. stretch.Select(mean => mean.Low)], [.. stretch.Select(mean => mean.High)]);
                band.FillColor = style.Color.WithAlpha(bandOpacity);
                band.LineWidth = 0;
                plot.MoveToBack(band);
            }

            var line = AddLine(plot, xs, [.. stretch.Select(mean => mean.Estimate)], style.Color, Width, label);
            line.MarkerShape = style.Marker;
            line.MarkerSize = MarkerSize;
            if ((marked || xs.Length == 1) && line.MarkerShape == MarkerShape.None)
            {
                line.MarkerShape = MarkerShape.FilledCircle;
            }
        }
    }

    /// <summary>Adds the means over seeds of a curve with the band of their intervals.</summary>
    internal static void Add(Plot plot, TrainingCurve curve, EpochAxis epochs, ValueAxis axis, SeriesStyle style, string label = "") =>
        Add(plot, epochs.Positions(curve.Epochs), curve.Means(axis).Select(axis.Position), style, label);

    /// <summary>Adds the intervals of some estimates, upright, without the estimates.</summary>
    public static void AddIntervals(Plot plot, IEnumerable<(double X, Interval Mean)> estimates, Color color)
    {
        foreach (var (x, mean) in estimates.Where(estimate => estimate.Mean.Count > 1 && double.IsFinite(estimate.Mean.Low)))
        {
            var interval = AddLine(plot, [x, x], [mean.Low, mean.High], color, Width); // an ErrorBar has its sides the wrong way round
            (interval.MarkerShape, interval.MarkerSize, interval.MarkerLineWidth) = (MarkerShape.HorizontalBar, CapSize, Width);
        }
    }

    /// <summary>Adds a thin line for each seed of a curve. Values that are not finite leave a gap.</summary>
    internal static void AddSeeds(Plot plot, TrainingCurve curve, EpochAxis epochs, ValueAxis axis, Color color)
    {
        foreach (var run in curve.Values.SelectMany(values =>
            Runs(epochs.Positions(curve.Epochs).Zip(values.Select(axis.Position)), point => double.IsFinite(point.Second))))
        {
            AddLine(plot, [.. run.Select(point => point.First)], [.. run.Select(point => point.Second)], color, 1);
        }
    }

    /// <summary>Adds a line without band or markers.</summary>
    internal static Scatter AddLine(Plot plot, double[] xs, double[] ys, Color color, float width, string label = "")
    {
        var line = plot.Add.ScatterLine(xs, ys, color);
        (line.LineWidth, line.LegendText) = (width, label);
        return line;
    }

    /// <summary>A line as it stands in the legend.</summary>
    public static LegendItem LegendItem(string text, SeriesStyle style) =>
        new()
        {
            LabelText = text, LineColor = style.Color, LineWidth = Width, MarkerShape = style.Marker, MarkerSize = MarkerSize,
            MarkerColor = style.Color,
        };

    // Stretches that can be drawn: a band with one value that is not finite would not be drawn at all.
    private static IEnumerable<List<T>> Runs<T>(IEnumerable<T> points, Func<T, bool> drawable)
    {
        List<T> run = [];
        foreach (var point in points)
        {
            if (drawable(point))
            {
                run.Add(point);
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }
}
