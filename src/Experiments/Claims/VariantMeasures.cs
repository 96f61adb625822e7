using System.Globalization;
using Experiments.Results;

namespace Experiments.Claims;

/// <summary>Takes the numbers that claims speak of from results.</summary>
public static class Measuring
{
    /// <summary>What can be measured of one variant; of one without results, nothing for any seed.</summary>
    public static VariantMeasures Of(this ResultTable results, string variant) => new(results, variant);
}

/// <summary>What can be measured of one variant, seed by seed.</summary>
/// <param name="results">The results.</param>
/// <param name="variant">The variant's name.</param>
public sealed class VariantMeasures(ResultTable results, string variant)
{
    /// <summary>A metric at one epoch, 0 for before training.</summary>
    public Measured At(string metric, int epoch, string split = "", int? layer = null) =>
        Take(Words("", metric, split, layer, When(epoch)), metric, split, layer, rows => rows.Where(row => row.Epoch == epoch)
            .Select(row => (double?)row.Value).FirstOrDefault());

    /// <summary>A metric at the last epoch that was measured.</summary>
    public Measured Last(string metric, string split = "", int? layer = null) =>
        Take(Words("", metric, split, layer, "at the end"), metric, split, layer, rows => rows[^1].Value);

    /// <summary>A metric's greatest value over the epochs.</summary>
    public Measured Greatest(string metric, string split = "", int? layer = null) =>
        Take(Words("greatest ", metric, split, layer), metric, split, layer, rows => Numbers(rows).Max(row => (double?)row.Value) ?? double.NaN);

    /// <summary>A metric's least value over the epochs.</summary>
    public Measured Least(string metric, string split = "", int? layer = null) =>
        Take(Words("least ", metric, split, layer), metric, split, layer, rows => Numbers(rows).Min(row => (double?)row.Value) ?? double.NaN);

    /// <summary>A metric's mean over the last epochs that were measured; nothing for a seed that has fewer.</summary>
    public Measured MeanOfLast(int epochs, string metric, string split = "", int? layer = null) => Take(
        Words("", metric, split, layer, $"mean of the last {epochs} epochs"), metric, split, layer,
        rows => rows.Count < epochs ? null : rows.TakeLast(epochs).Average(row => row.Value));

    /// <summary>The epoch at which a metric is greatest, the first of several.</summary>
    public Measured EpochOfGreatest(string metric, string split = "") =>
        Take(Words("epoch of greatest ", metric, split, null), metric, split, null, rows => Numbers(rows)
            .OrderByDescending(row => row.Value).Select(row => (double?)row.Epoch).FirstOrDefault()) with
        { Unit = "epochs" };

    /// <summary>The epoch at which a metric is least, the first of several.</summary>
    public Measured EpochOfLeast(string metric, string split = "") =>
        Take(Words("epoch of least ", metric, split, null), metric, split, null, rows => Numbers(rows)
            .OrderBy(row => row.Value).Select(row => (double?)row.Epoch).FirstOrDefault()) with
        { Unit = "epochs" };

    /// <summary>How many of the epochs measured, from the first after training began, pass before a metric reaches a bound.</summary>
    public Measured EpochsBelow(double bound, string metric, string split = "") => Take(
        Words("", metric, split, null, string.Create(CultureInfo.InvariantCulture, $"epochs below {bound}")),
        metric, split, null, rows => rows.Where(row => row.Epoch > 0).TakeWhile(row => !(row.Value >= bound)).Count()) with
    { Unit = "epochs" };

    /// <summary>One layer's metric over another's at one epoch, on the log scale.</summary>
    public Measured Ratio(string metric, int layer, int over, int epoch) =>
        (At(metric, epoch, layer: layer) / At(metric, epoch, layer: over)).Named(Layers(metric, layer, over, When(epoch)));

    /// <summary>The factor from one layer to the next, the geometric mean over the layers from first to last, at one epoch.</summary>
    public Measured RatioPerLayer(string metric, int first, int last, int epoch) => Ratio(metric, last, first, epoch)
        .Each("×", ratio => Math.Pow(ratio, 1.0 / (last - first))).Named($"{metric}, factor per layer from {first} to {last}{Rest(When(epoch))}");

    /// <summary>The least factor from one layer to the next at one epoch: above 1 exactly if the metric grows from the first layer to the last.</summary>
    public Measured LeastStep(string metric, int first, int last, int epoch) => Measured.LeastOf(
        $"{metric}, least factor from a layer to the next, {first} to {last}{Rest(When(epoch))}",
        [.. Enumerable.Range(first, last - first).Select(layer => Ratio(metric, layer + 1, layer, epoch))]);

    /// <summary>One layer's metric over another's, the least over all epochs measured, on the log scale.</summary>
    public Measured LeastRatio(string metric, int layer, int over) => RatioThroughout(metric, layer, over, "least over all epochs", ratios => ratios.Min());

    /// <summary>One layer's metric over another's, the greatest over all epochs measured, on the log scale.</summary>
    public Measured GreatestRatio(string metric, int layer, int over) => RatioThroughout(metric, layer, over, "greatest over all epochs", ratios => ratios.Max());

    /// <summary>One layer's metric over another's, the geometric mean over all epochs measured, on the log scale.</summary>
    public Measured TypicalRatio(string metric, int layer, int over) =>
        RatioThroughout(metric, layer, over, "geometric mean over all epochs", ratios => Math.Exp(ratios.Average(Math.Log)));

    /// <summary>Anything else that can be computed from a metric's epochs and values of one seed; null where there is nothing.</summary>
    /// <param name="what">What it is, in words.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="metric">One of <see cref="Metrics"/>.</param>
    /// <param name="split">One of <see cref="Splits"/>, or empty.</param>
    /// <param name="layer">The layer, counted from 1, or null.</param>
    /// <param name="ofSeed">From the epochs and values, by epoch ascending and never empty, to the number.</param>
    public Measured From(string what, string unit, string metric, string split, int? layer, Func<IReadOnlyList<(int Epoch, double Value)>, double?> ofSeed) =>
        Take(what, metric, split, layer, ofSeed) with { Unit = unit };

    private Measured RatioThroughout(string metric, int layer, int over, string which, Func<IEnumerable<double>, double> ofEpochs)
    {
        var (above, below) = (BySeed(metric, "", layer), BySeed(metric, "", over));
        var ratios =
            from seed in above
            where below.ContainsKey(seed.Key)
            let both = seed.Value.Join(below[seed.Key], row => row.Epoch, row => row.Epoch, (a, b) => a.Value / b.Value).ToList()
            where both.Count > 0
            select KeyValuePair.Create(seed.Key, ofEpochs(both));
        return new(Layers(metric, layer, over, which), "×", new SortedDictionary<int, double>(ratios.ToDictionary()), [variant]) { Scale = Scale.Logarithmic };
    }

    private Measured Take(string what, string metric, string split, int? layer, Func<IReadOnlyList<(int Epoch, double Value)>, double?> ofSeed)
    {
        var values = BySeed(metric, split, layer).Select(seed => (seed.Key, Value: ofSeed(seed.Value))).Where(one => one.Value is not null);
        return new(what, "", new SortedDictionary<int, double>(values.ToDictionary(one => one.Key, one => one.Value!.Value)), [variant]);
    }

    private Dictionary<int, IReadOnlyList<(int Epoch, double Value)>> BySeed(string metric, string split, int? layer)
    {
        var curve = results.Curve(variant, metric, split, layer);
        return curve.Seeds.Zip(curve.Values, (seed, values) => (seed, Rows: curve.Epochs.Zip(values).ToList())).ToDictionary(
            one => one.seed, one => (IReadOnlyList<(int Epoch, double Value)>)one.Rows);
    }

    // A training that diverged had values before it did.
    private static IEnumerable<(int Epoch, double Value)> Numbers(IReadOnlyList<(int Epoch, double Value)> rows) => rows.Where(row => !double.IsNaN(row.Value));

    private string Words(string which, string metric, string split, int? layer, string rest = "") =>
        $"{which}{(split.Length > 0 ? split + " " : "")}{metric}{(layer is { } number ? $" of layer {number}" : "")}{Rest(rest)}";

    private string Layers(string metric, int layer, int over, string rest) => $"{metric}, layer {layer} over layer {over}{Rest(rest)}";

    private string Rest(string rest) => $"{(rest.Length > 0 ? ", " + rest : "")} ({variant})";

    private static string When(int epoch) => epoch == 0 ? "before training" : $"epoch {epoch}";
}
