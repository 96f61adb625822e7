namespace Experiments.Claims;

/// <summary>What a run says of a sentence.</summary>
public enum Verdict
{
    /// <summary>The seeds decide for the sentence.</summary>
    Supported,

    /// <summary>The seeds decide against it.</summary>
    Refuted,

    /// <summary>The seeds are too few, or spread too much, to decide either way.</summary>
    Inconclusive,

    /// <summary>The results are none that could decide: another data set, a quick run, something missing.</summary>
    NotTested,
}

/// <summary>The words for verdicts.</summary>
public static class VerdictWords
{
    /// <summary>A verdict as it stands in tables: <c>supported</c>, <c>refuted</c>, <c>inconclusive</c>, <c>not tested</c>.</summary>
    public static string InWords(this Verdict verdict) => verdict switch
    {
        Verdict.Supported => "supported",
        Verdict.Refuted => "refuted",
        Verdict.Inconclusive => "inconclusive",
        _ => "not tested",
    };
}

/// <summary>A claim with what a run says of it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Estimate">
/// Mean, geometric mean or share over seeds with its own 95 % interval, which is not corrected for the number of claims.
/// </param>
/// <param name="UncorrectedP">Probability of seeds that speak so clearly if they were wrong; null without a test.</param>
/// <param name="CorrectedP">The same times the number of the recipe's claims that need a test; it decides, at 0.05.</param>
/// <param name="Reason">What decided, or why nothing did; empty where the numbers tell.</param>
public sealed record ClaimResult(
    Claim Claim, Verdict Verdict, Interval Estimate, double? UncorrectedP, double? CorrectedP, string Reason)
{
    /// <summary>
    /// What was measured, in words: <c>96.47 ± 0.16 %</c>, <c>120 × (84 to 175)</c>, <c>5 of 5 seeds (48 to 100 %)</c>.
    /// </summary>
    public string Measured
    {
        get
        {
            if (Estimate.Count == 0 || !double.IsFinite(Estimate.Estimate))
            {
                return NumberText.Unknown;
            }

            var values = Claim.Values;
            var unit = values.Unit.Length > 0 ? $" {values.Unit}" : "";
            return values.Scale == Scale.YesOrNo
                ? $"{Math.Round(Estimate.Estimate * Estimate.Count)} of {NumberText.Count(Estimate.Count, "seed")}"
                    + (values.IsExact ? "" : $" ({100 * Estimate.Low:F0} to {100 * Estimate.High:F0} %)")
                : Estimate.Count == 1 || values.IsExact ? NumberText.Of(Estimate.Estimate, 4) + unit
                : values.Scale == Scale.Logarithmic
                ? $"{NumberText.Of(Estimate.Estimate)}{unit} ({NumberText.Of(Estimate.Low)} to {NumberText.Of(Estimate.High)})"
                : NumberText.PlusMinus(Estimate.Estimate, Estimate.High - Estimate.Estimate) + unit;
        }
    }

    /// <summary>The bound or the published figure, in words: <c>above 1 ×</c>.</summary>
    public string Expectation => Claim.Expected.Describe(Claim.Values.Unit);

    /// <summary>What the claim threw; null if it did not.</summary>
    public Exception? Problem { get; init; }

    /// <summary>The corrected p as it stands in tables; empty without a test.</summary>
    public string P => CorrectedP switch
    {
        null => "",
        < 0.001 => "< 0.001",
        { } p => p.ToString("0.000", CultureInfo.InvariantCulture),
    };

    /// <summary>How many claims met with which verdict: <c>3 supported, 1 refuted</c>.</summary>
    public static string Summary(IEnumerable<ClaimResult> claims) => string.Join(
        ", ", claims.CountBy(result => result.Verdict).OrderBy(count => count.Key).Select(count => $"{count.Value} {count.Key.InWords()}"));
}
