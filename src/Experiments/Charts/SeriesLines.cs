using ScottPlot;

namespace Experiments.Charts;

/// <summary>Lines with bands, the same in every chart.</summary>
public static class SeriesLines
{
    private const float Width = 2;
    private const float MarkerSize = 8;
    private const double BandOpacity = 0.2;

    /// <summary>Adds a line of estimates with the band of their intervals behind it. Values that are not finite leave a gap.</summary>
    public static void Add(Plot plot, IReadOnlyList<int> epochs, IReadOnlyList<Interval> means, int index) =>
        Add(plot, [.. epochs.Select(epoch => (double)epoch)], means, index);

    /// <summary>Adds a line of estimates with the band of their intervals behind it. Values that are not finite leave a gap.</summary>
    /// <param name="plot">The panel.</param>
    /// <param name="positions">Where the estimates stand on the bottom axis.</param>
    /// <param name="means">The estimates.</param>
    /// <param name="index">The series, which decides on colour and marker.</param>
    /// <param name="marked">Whether each estimate gets a marker.</param>
    public static void Add(Plot plot, IReadOnlyList<double> positions, IReadOnlyList<Interval> means, int index, bool marked = false)
    {
        foreach (var (first, last) in Runs(means))
        {
            var xs = Enumerable.Range(first, last - first + 1).Select(at => positions[at]).ToArray();
            var run = means.Skip(first).Take(xs.Length).ToList();
            if (run.Any(mean => mean.Count > 1))
            {
                var band = plot.Add.FillY(xs, [.. run.Select(mean => mean.Low)], [.. run.Select(mean => mean.High)]);
                band.FillColor = Theme.SeriesColor(index).WithAlpha(BandOpacity);
                band.LineWidth = 0;
                plot.MoveToBack(band);
            }

            var line = plot.Add.ScatterLine(xs, [.. run.Select(mean => mean.Estimate)], Theme.SeriesColor(index));
            line.LineWidth = Width;
            line.MarkerShape = Theme.SeriesMarker(index);
            line.MarkerSize = MarkerSize;
            if ((marked || xs.Length == 1) && line.MarkerShape == MarkerShape.None)
            {
                line.MarkerShape = MarkerShape.FilledCircle;
            }
        }
    }

    /// <summary>Adds a thin line, one of several of a series. Values that are not finite leave a gap.</summary>
    public static void AddThin(Plot plot, IReadOnlyList<int> epochs, IReadOnlyList<double> values, int index)
    {
        foreach (var (first, last) in Runs([.. values.Select(value => new Interval(value, value, value, double.NaN, 1))]))
        {
            Coordinates[] points = [.. Enumerable.Range(first, last - first + 1).Select(at => new Coordinates(epochs[at], values[at]))];
            var line = plot.Add.ScatterLine(points, Theme.SeriesColor(index).WithAlpha(0.6));
            line.LineWidth = 1;
        }
    }

    /// <summary>The legend's item for the n-th line.</summary>
    public static LegendItem LegendItem(string text, int index) =>
        new()
        {
            LabelText = text, LineColor = Theme.SeriesColor(index), LineWidth = Width,
            MarkerShape = Theme.SeriesMarker(index), MarkerSize = MarkerSize, MarkerColor = Theme.SeriesColor(index),
        };

    // Stretches of finite values: a band with one value that is not finite would not be drawn at all.
    private static IEnumerable<(int First, int Last)> Runs(IReadOnlyList<Interval> means)
    {
        var first = -1;
        for (var index = 0; index <= means.Count; index++)
        {
            var drawable = index < means.Count && double.IsFinite(means[index].Low) && double.IsFinite(means[index].High);
            if (drawable && first < 0)
            {
                first = index;
            }
            else if (!drawable && first >= 0)
            {
                yield return (first, index - 1);
                first = -1;
            }
        }
    }
}
