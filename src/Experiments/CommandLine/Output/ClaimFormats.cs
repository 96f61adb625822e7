using System.Globalization;
using Experiments.Claims;

namespace Experiments.CommandLine.Output;

/// <summary>What was measured for a claim, as people read it.</summary>
internal static class ClaimFormats
{
    private const string Unknown = "–";

    /// <summary>Estimate and interval: <c>96.47 ± 0.16 %</c>, <c>120 × (84 to 175)</c>, <c>5 of 5 seeds (48 to 100 %)</c>.</summary>
    public static string Measured(Judgement judgement)
    {
        var (measured, estimate) = (judgement.Claim.Measured, judgement.Estimate);
        return estimate.Count == 0 || !double.IsFinite(estimate.Estimate) ? Unknown
            : measured.Scale == Scale.YesOrNo ? Share(judgement)
            : estimate.Count == 1 || measured.IsExact ? Digits(estimate.Estimate, 4) + Unit(measured.Unit)
            : measured.Scale == Scale.Logarithmic ? $"{Digits(estimate.Estimate, 3)}{Unit(measured.Unit)} ({Digits(estimate.Low, 3)} to {Digits(estimate.High, 3)})"
            : WithHalfWidth(estimate.Estimate, estimate.High - estimate.Estimate) + Unit(measured.Unit);
    }

    /// <summary>The p-value that decides, corrected for the number of claims; nothing without a test.</summary>
    public static string P(Judgement judgement) => judgement.CorrectedP switch
    {
        null => "",
        < 0.001 => "< 0.001",
        { } p => p.ToString("0.000", CultureInfo.InvariantCulture),
    };

    /// <summary>The number of seeds.</summary>
    public static string N(Judgement judgement) => judgement.Estimate.Count > 0 ? $"{judgement.Estimate.Count}" : Unknown;

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
        var (showing, estimate) = ((int)Math.Round(judgement.Estimate.Estimate * judgement.Estimate.Count), judgement.Estimate);
        return $"{showing} of {Formats.Count(estimate.Count, "seed")}" + (judgement.Claim.Measured.IsExact ? "" : $" ({100 * estimate.Low:F0} to {100 * estimate.High:F0} %)");
    }

    // The interval has two digits, and the estimate as many decimals as that.
    private static string WithHalfWidth(double estimate, double half)
    {
        if (half == 0 || IsFarOut(estimate) || IsFarOut(half))
        {
            return $"{estimate.ToString("G4", CultureInfo.InvariantCulture)} ± {(half == 0 ? "0" : Digits(half, 2))}";
        }

        var format = $"F{Math.Clamp(1 - (int)Math.Floor(Math.Log10(half)), 0, 4)}";
        return string.Create(CultureInfo.InvariantCulture, $"{estimate.ToString(format, CultureInfo.InvariantCulture)} ± {half.ToString(format, CultureInfo.InvariantCulture)}");
    }

    private static bool IsFarOut(double number) => Math.Abs(number) is (> 0 and < 1e-3) or >= 1e5;

    private static string Digits(double number, int digits) => number == 0 || !double.IsFinite(number) ? number.ToString(CultureInfo.InvariantCulture)
        : IsFarOut(number) ? number.ToString($"0.{new string('0', digits - 1)}e0", CultureInfo.InvariantCulture)
        : number.ToString($"F{Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(number))), 0, 9)}", CultureInfo.InvariantCulture);

    private static string Unit(string unit) => unit.Length > 0 ? $" {unit}" : "";
}
