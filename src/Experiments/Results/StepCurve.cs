namespace Experiments.Results;

/// <summary>
/// One metric of one variant over optimizer steps, seed by seed: the ends of epochs, and what was measured within them.
/// </summary>
/// <param name="Variant">The variant's name.</param>
/// <param name="Seeds">The seeds, ascending.</param>
/// <param name="Steps">The steps after which it was measured, ascending, 0 for before training.</param>
/// <param name="StepsPerEpoch">Steps of an epoch.</param>
/// <param name="Values">Values[seed index][step index]; NaN where a seed lacks a step.</param>
public sealed record StepCurve(
    string Variant, IReadOnlyList<int> Seeds, IReadOnlyList<long> Steps, long StepsPerEpoch, IReadOnlyList<IReadOnlyList<double>> Values)
{
    /// <summary>Whether anything was measured.</summary>
    public bool IsEmpty => Steps.Count == 0;

    /// <summary>The steps in epochs: 2.5 is the middle of the third. An axis of epochs takes them as they are.</summary>
    public IReadOnlyList<double> Epochs => [.. Steps.Select(step => (double)step / StepsPerEpoch)];

    /// <summary>Mean over seeds with its 95 % interval, step by step.</summary>
    public IReadOnlyList<Interval> Means() => [.. Steps.Select((_, index) => Statistics.Mean(At(index)))];

    /// <summary>Geometric mean over seeds with its 95 % interval, step by step.</summary>
    public IReadOnlyList<Interval> GeometricMeans() => [.. Steps.Select((_, index) => Statistics.GeometricMean(At(index)))];

    /// <summary>One number of each seed's values, such as how often they rise.</summary>
    /// <param name="what">What it is.</param>
    /// <param name="ofSeed">The number of a seed's values, in the order of steps.</param>
    public SeedValues Of(string what, Func<IReadOnlyList<double>, double> ofSeed) =>
        new(what, "", Seeds.Zip(Values, (seed, values) => (seed, ofSeed(values))).ToDictionary(), [Variant]);

    private double[] At(int index) => [.. Values.Select(ofSeed => ofSeed[index])];
}
