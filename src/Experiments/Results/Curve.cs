namespace Experiments.Results;

/// <summary>One metric of one variant over epochs, seed by seed.</summary>
/// <param name="Variant">The variant's name.</param>
/// <param name="Seeds">The seeds, ascending.</param>
/// <param name="Epochs">The epochs at which it was measured, ascending, 0 for before training.</param>
/// <param name="Values">Values[seed index][epoch index]; NaN where a seed lacks an epoch.</param>
public sealed record Curve(string Variant, IReadOnlyList<int> Seeds, IReadOnlyList<int> Epochs, IReadOnlyList<IReadOnlyList<double>> Values)
{
    /// <summary>Whether anything was measured.</summary>
    public bool IsEmpty => Epochs.Count == 0;

    /// <summary>The values of all seeds at one epoch, in the order of <see cref="Seeds"/>; empty if the epoch was not measured.</summary>
    public IReadOnlyList<double> At(int epoch) =>
        Epochs.ToList().IndexOf(epoch) is >= 0 and var index ? [.. Values.Select(ofSeed => ofSeed[index])] : [];

    /// <summary>One seed's value at one epoch; NaN if there is none.</summary>
    public double Of(int seed, int epoch) =>
        Seeds.Zip(At(epoch)).ToDictionary(own => own.First, own => own.Second).GetValueOrDefault(seed, double.NaN);

    /// <summary>Mean over seeds with its 95 % interval, epoch by epoch.</summary>
    public IReadOnlyList<Interval> Means() => [.. Epochs.Select(epoch => Statistics.Mean(At(epoch)))];

    /// <summary>Geometric mean over seeds with its 95 % interval, epoch by epoch.</summary>
    public IReadOnlyList<Interval> GeometricMeans() => [.. Epochs.Select(epoch => Statistics.GeometricMean(At(epoch)))];
}
