namespace Experiments.Results;

// The same seed sees the same data order, and starts from the same draws, in every variant: the difference seed by seed
// is free of what the two have in common, and decides with fewer seeds than two means would.
public static partial class Statistics
{
    /// <summary>a − b, seed by seed, for the seeds that both have.</summary>
    public static IReadOnlyDictionary<int, double> Differences(IReadOnlyDictionary<int, double> a, IReadOnlyDictionary<int, double> b) =>
        Paired(a, b, (x, y) => x - y);

    /// <summary>a / b, seed by seed, for the seeds that both have.</summary>
    public static IReadOnlyDictionary<int, double> Ratios(IReadOnlyDictionary<int, double> a, IReadOnlyDictionary<int, double> b) =>
        Paired(a, b, (x, y) => x / y);

    /// <summary>Mean of the differences a − b by seed, with Student's t interval: the paired t interval.</summary>
    public static Interval PairedDifference(IReadOnlyDictionary<int, double> a, IReadOnlyDictionary<int, double> b, double confidence = 0.95) =>
        Mean([.. Differences(a, b).Values], confidence);

    /// <summary>Geometric mean of the ratios a / b by seed, with Student's t interval on the logarithms.</summary>
    public static Interval PairedRatio(IReadOnlyDictionary<int, double> a, IReadOnlyDictionary<int, double> b, double confidence = 0.95) =>
        GeometricMean([.. Ratios(a, b).Values], confidence);

    /// <summary>Both values of every seed that both have, made one.</summary>
    internal static SortedDictionary<int, double> Paired(
        IReadOnlyDictionary<int, double> a, IReadOnlyDictionary<int, double> b, Func<double, double, double> make) =>
        new(a.Where(one => b.ContainsKey(one.Key)).ToDictionary(one => one.Key, one => make(one.Value, b[one.Key])));
}
