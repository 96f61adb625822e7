namespace Experiments.Training;

/// <summary>What a setting means, in one line for users, and which numbers it may be.</summary>
/// <param name="text">The meaning, without a full stop.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MeaningAttribute(string text) : Attribute
{
    /// <summary>The meaning.</summary>
    public string Text => text;

    /// <summary>The least number allowed; NaN for none.</summary>
    public double AtLeast { get; init; } = double.NaN;

    /// <summary>The number must be greater than this; NaN for no such bound.</summary>
    public double Above { get; init; } = double.NaN;

    /// <summary>The number must be less than this; NaN for no such bound.</summary>
    public double Below { get; init; } = double.NaN;

    /// <summary>
    /// The value that hashes of results do not know: where a recipe gets a new setting, what it had been before keeps earlier results. NaN
    /// for none.
    /// </summary>
    public double NotHashedAt { get; init; } = double.NaN;

    /// <summary>Whether it only adds measurements, so that everything else stays as it is with any value of it.</summary>
    public bool OnlyMeasures { get; init; }

    /// <summary>How users write null, such as <c>all</c>; null if the setting always has a value.</summary>
    public string? Null { get; init; }

    /// <summary>The range in words, such as <c>at least 1</c>; empty if there is none.</summary>
    public string Range => string.Join(" and ",
        from bound in new (string Words, double Number)[] { ("at least", AtLeast), ("above", Above), ("below", Below) }
        where !double.IsNaN(bound.Number)
        select string.Create(CultureInfo.InvariantCulture, $"{bound.Words} {bound.Number}"));

    /// <summary>Whether a number is finite and in the range.</summary>
    public bool Allows(double number) => double.IsFinite(number) && !(number < AtLeast || number <= Above || number >= Below);
}
