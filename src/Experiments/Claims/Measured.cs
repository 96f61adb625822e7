using Experiments.Results;

namespace Experiments.Claims;

/// <summary>How a measured number spreads over seeds, and so how its mean is taken.</summary>
public enum Scale
{
    /// <summary>By amounts: arithmetic mean.</summary>
    Linear,

    /// <summary>By factors, as norms and ratios do: geometric mean, decided on logarithms.</summary>
    Logarithmic,

    /// <summary>1 where a seed shows something, 0 where it does not: share of the seeds.</summary>
    YesOrNo,
}

/// <summary>One number per seed that a claim speaks of. Two are compared by <c>a - b</c> or <c>a / b</c>, seed by seed.</summary>
/// <param name="What">What was measured, in words.</param>
/// <param name="Unit">Its unit: %, points, ×, epochs …; empty for a bare number.</param>
/// <param name="BySeed">The number of every seed that has one.</param>
/// <param name="Variants">The variants it comes from; all of them must have results.</param>
public sealed record Measured(string What, string Unit, IReadOnlyDictionary<int, double> BySeed, IReadOnlyList<string> Variants)
{
    /// <summary>How it spreads over seeds.</summary>
    public Scale Scale { get; init; } = Scale.Linear;

    /// <summary>Whether nothing about it is random, so that one value decides and no test is needed.</summary>
    public bool IsExact { get; init; }

    /// <summary>The paired difference, seed by seed.</summary>
    public static Measured operator -(Measured a, Measured b) => Pair(a, b, "minus", a.Unit == "%" ? "points" : a.Unit, Statistics.Differences(a.BySeed, b.BySeed));

    /// <summary>The paired ratio, seed by seed; decided on the log scale.</summary>
    public static Measured operator /(Measured a, Measured b) =>
        Pair(a, b, "over", "×", Statistics.Ratios(a.BySeed, b.BySeed)) with { Scale = Scale.Logarithmic };

    /// <summary>The same as <c>a - b</c>.</summary>
    public static Measured Subtract(Measured a, Measured b) => a - b;

    /// <summary>The same as <c>a / b</c>.</summary>
    public static Measured Divide(Measured a, Measured b) => a / b;

    /// <summary>The least of several, seed by seed, for the seeds that all have.</summary>
    public static Measured LeastOf(string what, params IReadOnlyList<Measured> several) => Together(what, several, Math.Min);

    /// <summary>The greatest of several, seed by seed, for the seeds that all have.</summary>
    public static Measured GreatestOf(string what, params IReadOnlyList<Measured> several) => Together(what, several, Math.Max);

    /// <summary>A fraction as a percentage.</summary>
    public Measured InPercent() => Each("%", value => 100 * value);

    /// <summary>Every seed's number made another.</summary>
    /// <param name="unit">The new number's unit.</param>
    /// <param name="make">The new number from the old.</param>
    public Measured Each(string unit, Func<double, double> make) =>
        this with { Unit = unit, BySeed = BySeed.ToDictionary(one => one.Key, one => make(one.Value)) };

    /// <summary>Whether each seed's number has a property.</summary>
    /// <param name="what">The property, in words.</param>
    /// <param name="shows">Whether a number has it.</param>
    public Measured Whether(string what, Func<double, bool> shows) =>
        Each("", value => shows(value) ? 1 : 0) with { What = what, Scale = Scale.YesOrNo };

    /// <summary>The same under other words.</summary>
    public Measured Named(string what) => this with { What = what };

    /// <summary>The same, decided on the log scale.</summary>
    public Measured OnLogScale() => this with { Scale = Scale.Logarithmic };

    /// <summary>The same, with nothing random about it: one value decides, without a test.</summary>
    public Measured Exactly() => this with { IsExact = true };

    /// <summary>A number as it is averaged: its logarithm on the log scale.</summary>
    internal double ToScale(double value) => Scale == Scale.Logarithmic ? Math.Log(Math.Max(0, value)) : value;

    private static Measured Pair(Measured a, Measured b, string word, string unit, IReadOnlyDictionary<int, double> bySeed) =>
        new($"{a.What} {word} {b.What}", unit, bySeed, [.. a.Variants.Union(b.Variants)]);

    private static Measured Together(string what, IReadOnlyList<Measured> several, Func<double, double, double> choose) =>
        several.Aggregate((a, b) => a with
        {
            BySeed = a.BySeed.Where(one => b.BySeed.ContainsKey(one.Key)).ToDictionary(one => one.Key, one => choose(one.Value, b.BySeed[one.Key])),
            Variants = [.. a.Variants.Union(b.Variants)],
        }) with
        { What = what };
}
