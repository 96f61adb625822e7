using System.Globalization;
using Experiments.Claims;
using Experiments.Results;

namespace Experiments.CommandLine.Output;

/// <summary>What was measured for a claim, as people read it.</summary>
internal static class ClaimText
{
    /// <summary>Estimate and interval: <c>96.47 ± 0.16 %</c>, <c>120 × (84 to 175)</c>, <c>5 of 5 seeds (48 to 100 %)</c>.</summary>
    public static string Measured(Judgement judgement)
    {
        var (measured, estimate) = (judgement.Claim.Measured, judgement.Estimate);
        var unit = measured.Unit.Length > 0 ? $" {measured.Unit}" : "";
        return estimate.Count == 0 || !double.IsFinite(estimate.Estimate) ? NumberText.Unknown
            : measured.Scale == Scale.YesOrNo ? Share(judgement)
            : estimate.Count == 1 || measured.IsExact ? NumberText.Of(estimate.Estimate, 4) + unit
            : measured.Scale == Scale.Logarithmic ? $"{NumberText.Of(estimate.Estimate)}{unit} ({NumberText.Of(estimate.Low)} to {NumberText.Of(estimate.High)})"
            : NumberText.PlusMinus(estimate.Estimate, estimate.High - estimate.Estimate) + unit;
    }

    /// <summary>The p-value that decides, corrected for the number of claims; nothing without a test.</summary>
    public static string P(Judgement judgement) => judgement.CorrectedP switch
    {
        null => "",
        < 0.001 => "< 0.001",
        { } p => p.ToString("0.000", CultureInfo.InvariantCulture),
    };

    /// <summary>The number of seeds.</summary>
    public static string N(Judgement judgement) => judgement.Estimate.Count > 0 ? $"{judgement.Estimate.Count}" : NumberText.Unknown;

    /// <summary>How many claims met with which verdict: <c>3 hold, 1 does not hold, 2 not decided</c>.</summary>
    public static string Count(IEnumerable<Judgement> judgements)
    {
        var counts = judgements.CountBy(judgement => judgement.Verdict).ToDictionary();
        return string.Join(", ", Enum.GetValues<Verdict>().Where(counts.ContainsKey).Select(verdict => $"{counts[verdict]} {Words(verdict, counts[verdict])}"));
    }

    private static string Words(Verdict verdict, int count) => (verdict, count) switch
    {
        (Verdict.Holds, not 1) => "hold",
        (Verdict.DoesNotHold, not 1) => "do not hold",
        _ => verdict.InWords(),
    };

    private static string Share(Judgement judgement)
    {
        var estimate = judgement.Estimate;
        var interval = judgement.Claim.Measured.IsExact ? "" : $" ({100 * estimate.Low:F0} to {100 * estimate.High:F0} %)";
        return $"{Math.Round(estimate.Estimate * estimate.Count)} of {NumberText.Count(estimate.Count, "seed")}{interval}";
    }
}
