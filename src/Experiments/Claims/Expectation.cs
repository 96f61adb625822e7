namespace Experiments.Claims;

/// <summary>
/// What a sentence leads to expect of a measured number, and how seeds decide it. <see cref="Expected"/> makes them.
/// </summary>
public abstract record Expectation
{
    /// <summary>The bound or the published figure in words, such as <c>above 1 ×</c>.</summary>
    /// <param name="unit">The unit of the measured number.</param>
    public abstract string Describe(string unit);

    /// <summary>What seeds say. All numbers are finite, and there are at least two unless nothing about them is random.</summary>
    internal abstract Decision Decide(SeedValues values);
}

/// <summary>What seeds say of one claim, before it is corrected for being one of several.</summary>
/// <param name="For">Whether they speak for the sentence rather than against it.</param>
/// <param name="P">Probability of seeds that speak so clearly if they were wrong; null where no chance is involved.</param>
/// <param name="Because">What decided, if the numbers alone do not tell.</param>
internal readonly record struct Decision(bool For, double? P, string Because = "")
{
    /// <summary>
    /// The clearer of two one-sided tests, doubled: it is at most 0.05 exactly when the 95 % interval lies wholly on one side. Deciding in
    /// both directions this way makes a wrong decision of either kind no likelier than p (Shaffer 1980 for several at once by Holm's
    /// procedure).
    /// </summary>
    public static Decision BetweenTwo(double pFor, double pAgainst) => new(pFor < pAgainst, Math.Min(1, 2 * Math.Min(pFor, pAgainst)));
}
