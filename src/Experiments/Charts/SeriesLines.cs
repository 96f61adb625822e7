using ScottPlot;
using ScottPlot.Plottables;

namespace Experiments.Charts;

/// <summary>Lines with bands, the same in every chart.</summary>
public static class SeriesLines
{
    private const float Width = 2;
    private const float MarkerSize = 8;
    private const double BandOpacity = 0.2;

    /// <summary>Adds a line of estimates with the band of their intervals behind it. Values that are not finite leave a gap.</summary>
    /// <param name="plot">The panel.</param>
    /// <param name="positions">Where the estimates stand on the bottom axis.</param>
    /// <param name="means">The estimates.</param>
    /// <param name="index">The series, which decides on colour and marker.</param>
    /// <param name="marked">Whether each estimate gets a marker.</param>
    /// <param name="banded">Whether the intervals are drawn.</param>
    public static void Add(
        Plot plot, IEnumerable<double> positions, IEnumerable<Interval> means, int index, bool marked = false, bool banded = true)
    {
        foreach (var run in Runs(positions.Zip(means), point => double.IsFinite(point.Second.Low) && double.IsFinite(point.Second.High)))
        {
            var (xs, stretch) = (run.Select(point => point.First).ToArray(), run.ConvertAll(point => point.Second));
            if (banded && stretch.Any(mean => mean.Count > 1))
            {
                var band = plot.Add.FillY(xs, [.. stretch.Select(mean => mean.Low)], [.. stretch.Select(mean => mean.High)]);
                band.FillColor = Theme.SeriesColor(index).WithAlpha(BandOpacity);
                band.LineWidth = 0;
                plot.MoveToBack(band);
            }

            var line = AddLine(plot, xs, [.. stretch.Select(mean => mean.Estimate)], Theme.SeriesColor(index), Width);
            line.MarkerShape = Theme.SeriesMarker(index);
            line.MarkerSize = MarkerSize;
            if ((marked || xs.Length == 1) && line.MarkerShape == MarkerShape.None)
            {
                line.MarkerShape = MarkerShape.FilledCircle;
            }
        }
    }

    /// <summary>Adds the means over seeds of a curve with the band of their intervals.</summary>
    public static void Add(Plot plot, Curve curve, ValueAxis axis, int index, bool banded = true) =>
        Add(plot, [.. curve.Epochs], axis.Means(curve).Select(axis.Position), index, banded: banded);

    /// <summary>Adds a thin line for each seed of a curve. Values that are not finite leave a gap.</summary>
    public static void AddSeeds(Plot plot, Curve curve, ValueAxis axis, int index)
    {
        foreach (var run in curve.Values.SelectMany(values =>
            Runs(curve.Epochs.Zip(values.Select(axis.Position)), point => double.IsFinite(point.Second))))
        {
            var (xs, ys) = (run.Select(point => (double)point.First), run.Select(point => point.Second));
            AddLine(plot, [.. xs], [.. ys], Theme.SeriesColor(index).WithAlpha(0.6), 1);
        }
    }

    /// <summary>Adds a line without band or markers.</summary>
    internal static Scatter AddLine(Plot plot, double[] xs, double[] ys, Color color, float width)
    {
        var line = plot.Add.ScatterLine(xs, ys, color);
        line.LineWidth = width;
        return line;
    }

    /// <summary>The legend's item for the n-th line.</summary>
    public static LegendItem LegendItem(string text, int index) =>
        new()
        {
            LabelText = text, LineColor = Theme.SeriesColor(index), LineWidth = Width,
            MarkerShape = Theme.SeriesMarker(index), MarkerSize = MarkerSize, MarkerColor = Theme.SeriesColor(index),
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
