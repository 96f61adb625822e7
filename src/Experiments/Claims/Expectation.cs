namespace Experiments.Claims;

/// <summary>
/// What a sentence leads to expect of a measured number, and how seeds decide it. <see cref="Expected"/> makes them.
/// </summary>
public abstract record Expectation
{
    /// <summary>The bound or the published figure in words, such as <c>above 1 ×</c>.</summary>
    /// <param name="unit">The unit of the measured number.</param>
    public abstract string Describe(string unit);

    /// <summary>
    /// Where the mean over seeds is expected, as <see cref="SeedValues.ToScale"/> has it; infinite where there is no bound.
    /// </summary>
    internal abstract (double Low, double High) Range(SeedValues values);

    /// <summary>What seeds say. All numbers are finite, and there are at least two unless nothing about them is random.</summary>
    internal abstract Decision Decide(SeedValues values);

    /// <summary>A range, such as <c>30 to 300 ×</c> or <c>above 1 ×</c>.</summary>
    private protected static string RangeInWords(double low, double high, string unit) =>
        (double.IsInfinity(high) ? $"above {NumberText.Concise(low)}"
            : double.IsInfinity(low) ? $"below {NumberText.Concise(high)}"
            : $"{NumberText.Concise(low)} to {NumberText.Concise(high)}") + After(unit);

    /// <summary>A unit after its number.</summary>
    private protected static string After(string unit) => unit.Length > 0 ? $" {unit}" : "";

    /// <summary>What seeds say of a sentence that must hold in each of them.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="shows">Whether a number agrees with the sentence.</param>
    /// <param name="p">Probability of seeds that all agree as clearly if the sentence were wrong.</param>
    private protected static Decision InEverySeed(SeedValues values, Func<double, bool> shows, Func<double> p)
    {
        List<int> without = [.. values.BySeed.Where(seed => !shows(seed.Value)).Select(seed => seed.Key).Order()];
        return without.Count > 0 ? new(false, null, $"not in {NumberText.SeedsInWords(without)}")
            : values.IsExact ? Decision.Certain(true)
            : new(true, p());
    }
}

/// <summary>What seeds say of one claim, before it is corrected for being one of several.</summary>
/// <param name="For">Whether they speak for the sentence rather than against it.</param>
/// <param name="P">Probability of seeds that speak so clearly if they were wrong; null where no chance is involved.</param>
/// <param name="Because">What decided, if the numbers alone do not tell.</param>
internal sealed record Decision(bool For, double? P, string Because = "")
{
    /// <summary>
    /// The clearer of two one-sided tests, of which the other's p is 1 minus this, doubled: it is at most 0.05 exactly when the 95 %
    /// interval lies wholly on one side. Deciding in both directions this way makes a wrong decision of either kind no likelier than p.
    /// </summary>
    public static Decision OnEitherSide(double pFor) => new(pFor < 0.5, Math.Min(1, 2 * Math.Min(pFor, 1 - pFor)));

    /// <summary>A decision without chance.</summary>
    public static Decision Certain(bool isFor) => new(isFor, null, "nothing about it is random");
}
