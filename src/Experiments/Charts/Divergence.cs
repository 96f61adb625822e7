using ScottPlot;

namespace Experiments.Charts;

/// <summary>Where training diverged: the epoch at which a seed's loss, gradient or parameters were found not to be finite.</summary>
public static class Divergence
{
    /// <summary>The seeds of a variant that diverged, each with its epoch.</summary>
    public static IReadOnlyList<(int Seed, int Epoch)> Of(ResultTable results, string variant)
    {
        var diverged = results.Curve(variant, Metrics.Diverged);
        return
        [
            .. from seed in Enumerable.Range(0, diverged.Seeds.Count)
               from epoch in Enumerable.Range(0, diverged.Epochs.Count)
               where diverged.Values[seed][epoch] == 1
               select (diverged.Seeds[seed], diverged.Epochs[epoch]),
        ];
    }

    /// <summary>Crosses a line at the epochs at which seeds of its variant diverged.</summary>
    /// <param name="plot">The panel.</param>
    /// <param name="results">The results.</param>
    /// <param name="curve">The curve drawn.</param>
    /// <param name="shown">Where a value of the curve stands on the axis.</param>
    /// <param name="index">The line's series.</param>
    /// <returns>Whether there was anything to mark.</returns>
    internal static bool Mark(Plot plot, ResultTable results, Curve curve, Func<double, double> shown, int index)
    {
        var places = Of(results, curve.Variant)
            .Select(diverged => (diverged.Epoch, Value: ValueAt(curve, diverged.Seed, diverged.Epoch)))
            .Where(place => double.IsFinite(place.Value)).ToList();
        Dots.Add(plot, places.Select(place => ((double)place.Epoch, shown(place.Value))), Theme.SeriesColor(index), 13, MarkerShape.Eks);
        return places.Count > 0;
    }

    /// <summary>The cross as it stands in the legend.</summary>
    internal static LegendItem LegendItem => Dots.LegendItem("training diverged (not finite)", Theme.Ink, 10, MarkerShape.Eks);

    // Its value there or, where that is no number, the last one that is.
    private static double ValueAt(Curve curve, int seed, int epoch)
    {
        var values = curve.Values[curve.Seeds.ToList().IndexOf(seed)];
        return Enumerable.Range(0, curve.Epochs.Count).Where(at => curve.Epochs[at] <= epoch && double.IsFinite(values[at]))
            .Select(at => values[at]).LastOrDefault(double.NaN);
    }
}
