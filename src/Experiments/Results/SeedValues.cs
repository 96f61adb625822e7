namespace Experiments.Results;

/// <summary>How a number spreads over seeds, and so how its mean is taken.</summary>
public enum Scale
{
    /// <summary>By amounts: arithmetic mean.</summary>
    Linear,

    /// <summary>By factors, as norms and ratios do: geometric mean, decided on logarithms.</summary>
    Logarithmic,

    /// <summary>1 where a seed shows something, 0 where it does not: share of the seeds.</summary>
    YesOrNo,
}

/// <summary>
/// One number per seed, which charts draw and claims test. Two are compared by <c>a - b</c> or <c>a / b</c>, seed by seed.
/// </summary>
/// <param name="What">What was measured, in words.</param>
/// <param name="Unit">Its unit: %, points, ×, epochs …; empty for a bare number.</param>
/// <param name="BySeed">The number of every seed that has one, by seed.</param>
/// <param name="Variants">The variants it comes from; all of them must have results.</param>
public sealed record SeedValues(string What, string Unit, IReadOnlyDictionary<int, double> BySeed, IReadOnlyList<string> Variants)
{
    /// <summary>How it spreads over seeds.</summary>
    public Scale Scale { get; init; } = Scale.Linear;

    /// <summary>Whether nothing about it is random, so that one value decides and no test is needed.</summary>
    public bool IsExact { get; init; }

    /// <summary>The numbers, by seed ascending.</summary>
    public IReadOnlyList<double> Values => [.. BySeed.OrderBy(seed => seed.Key).Select(seed => seed.Value)];

    /// <summary>The mean over seeds with its 95 % interval, as the scale says.</summary>
    public Interval Mean => Scale switch
    {
        Scale.Logarithmic => Statistics.GeometricMean(Values),
        Scale.YesOrNo => Statistics.Proportion(BySeed.Values.Count(value => value == 1), BySeed.Count),
        _ => Statistics.Mean(Values),
    };

    /// <summary>The paired difference, seed by seed.</summary>
    public static SeedValues operator -(SeedValues a, SeedValues b) =>
        Pair(a, b, "minus", a.Unit == "%" ? "points" : a.Unit, (x, y) => x - y);

    /// <summary>The paired ratio, seed by seed; decided on the log scale.</summary>
    public static SeedValues operator /(SeedValues a, SeedValues b) =>
        Pair(a, b, "over", "×", (x, y) => x / y) with { Scale = Scale.Logarithmic };

    /// <summary>The same as <c>a - b</c>.</summary>
    public static SeedValues Subtract(SeedValues a, SeedValues b) => a - b;

    /// <summary>The same as <c>a / b</c>.</summary>
    public static SeedValues Divide(SeedValues a, SeedValues b) => a / b;

    /// <summary>The least of some, seed by seed, for the seeds that all have.</summary>
    public static SeedValues MinOf(string what, params IReadOnlyList<SeedValues> all) => Together(what, all, Math.Min);

    /// <summary>The greatest of some, seed by seed, for the seeds that all have.</summary>
    public static SeedValues MaxOf(string what, params IReadOnlyList<SeedValues> all) => Together(what, all, Math.Max);

    /// <summary>Every seed's number made another.</summary>
    /// <param name="unit">The new number's unit.</param>
    /// <param name="make">The new number from the old.</param>
    public SeedValues Each(string unit, Func<double, double> make) =>
        this with { Unit = unit, BySeed = BySeed.ToDictionary(seed => seed.Key, seed => make(seed.Value)) };

    /// <summary>Whether each seed's number has a property.</summary>
    /// <param name="what">The property, in words.</param>
    /// <param name="shows">Whether a number has it.</param>
    public SeedValues Whether(string what, Func<double, bool> shows) =>
        Each("", value => shows(value) ? 1 : 0) with { What = what, Scale = Scale.YesOrNo };

    /// <summary>The same under other words.</summary>
    public SeedValues Named(string what) => this with { What = what };

    /// <summary>The same, decided on the log scale.</summary>
    public SeedValues OnLogScale() => this with { Scale = Scale.Logarithmic };

    /// <summary>The same, with nothing random about it: one value decides, without a test.</summary>
    public SeedValues Exactly() => this with { IsExact = true };

    /// <summary>A number as it is averaged: its logarithm on the log scale.</summary>
    internal double ToScale(double value) => Scale == Scale.Logarithmic ? Math.Log(Math.Max(0, value)) : value;

    private static SeedValues Pair(SeedValues a, SeedValues b, string word, string unit, Func<double, double, double> make) =>
        new($"{a.What} {word} {b.What}", unit, Both(a, b, make), [.. a.Variants.Union(b.Variants)]);

    private static SeedValues Together(string what, IReadOnlyList<SeedValues> all, Func<double, double, double> choose) =>
        all.Aggregate((a, b) => a with { BySeed = Both(a, b, choose), Variants = [.. a.Variants.Union(b.Variants)] }) with { What = what };

    private static Dictionary<int, double> Both(SeedValues a, SeedValues b, Func<double, double, double> make) =>
        a.BySeed.Join(b.BySeed, ofA => ofA.Key, ofB => ofB.Key, (ofA, ofB) => (ofA.Key, make(ofA.Value, ofB.Value))).ToDictionary();
}
