namespace Experiments.CommandLine.Output;

/// <summary>What was measured for a claim, as people read it.</summary>
internal static class ClaimText
{
    /// <summary>Estimate and interval: <c>96.47 ± 0.16 %</c>, <c>120 × (84 to 175)</c>, <c>5 of 5 seeds (48 to 100 %)</c>.</summary>
    public static string Measured(ClaimResult result)
    {
        var (measured, estimate) = (result.Claim.Values, result.Estimate);
        var unit = measured.Unit.Length > 0 ? $" {measured.Unit}" : "";
        return estimate.Count == 0 || !double.IsFinite(estimate.Estimate) ? NumberText.Unknown
            : measured.Scale == Scale.YesOrNo ? Share(result)
            : estimate.Count == 1 || measured.IsExact ? NumberText.Of(estimate.Estimate, 4) + unit
            : measured.Scale == Scale.Logarithmic
            ? $"{NumberText.Of(estimate.Estimate)}{unit} ({NumberText.Of(estimate.Low)} to {NumberText.Of(estimate.High)})"
            : NumberText.PlusMinus(estimate.Estimate, estimate.High - estimate.Estimate) + unit;
    }

    /// <summary>The p-value that decides, corrected for the number of claims; nothing without a test.</summary>
    public static string P(ClaimResult result) => result.CorrectedP switch
    {
        null => "",
        < 0.001 => "< 0.001",
        { } p => p.ToString("0.000", CultureInfo.InvariantCulture),
    };

    /// <summary>The number of seeds.</summary>
    public static string N(ClaimResult result) => result.Estimate.Count > 0 ? $"{result.Estimate.Count}" : NumberText.Unknown;

    /// <summary>How many claims met with which verdict: <c>3 supported, 1 refuted, 2 inconclusive</c>.</summary>
    public static string Count(IEnumerable<ClaimResult> results)
    {
        var counts = results.CountBy(result => result.Verdict).ToDictionary();
        return string.Join(
            ", ", Enum.GetValues<Verdict>().Where(counts.ContainsKey).Select(verdict => $"{counts[verdict]} {verdict.InWords()}"));
    }

    private static string Share(ClaimResult result)
    {
        var estimate = result.Estimate;
        var interval = result.Claim.Values.IsExact ? "" : $" ({100 * estimate.Low:F0} to {100 * estimate.High:F0} %)";
        return $"{Math.Round(estimate.Estimate * estimate.Count)} of {NumberText.Count(estimate.Count, "seed")}{interval}";
    }
}
