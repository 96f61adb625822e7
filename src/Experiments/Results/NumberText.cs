namespace Experiments.Results;

/// <summary>Numbers as people read them, alike in charts, claims and tables.</summary>
public static class NumberText
{
    /// <summary>What stands where a number is unknown.</summary>
    public const string Unknown = "–";

    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>
    /// A number with some significant digits: <c>0.298</c>, <c>12.5</c>, <c>1,380</c>, and <c>2.30e-12</c> beyond what is easy to read.
    /// </summary>
    public static string Of(double value, int digits = 3) =>
        double.IsNaN(value) ? "not a number"
        : double.IsInfinity(value) ? "infinite"
        : value == 0 ? "0"
        : IsFarOut(value) ? Invariant(value, $"0.{new string('0', digits - 1)}e0")
        : Invariant(value, $"#,0.{new string('0', Math.Clamp(digits - 1 - Magnitude(value), 0, 9))}");

    /// <summary>A number as its author would write it, with four significant digits at most: <c>0.1</c>, <c>300</c>, <c>1e-7</c>.</summary>
    public static string Concise(double value) =>
        IsFarOut(value) ? Invariant(value, "0.###e0") : Invariant(value, Math.Abs(value) < 10_000 ? "G4" : "0");

    /// <summary>
    /// A number with some significant digits for a chart, where powers of ten are raised: <c>0.298</c>, <c>2.3·10⁻¹²</c>.
    /// </summary>
    public static string Raised(double value, int digits = 3)
    {
        if (!double.IsFinite(value) || !IsFarOut(value))
        {
            return Of(value, digits);
        }

        var parts = Of(value, digits - 1).Split('e');
        return $"{parts[0]}·{PowerOfTen(int.Parse(parts[1], CultureInfo.InvariantCulture))}";
    }

    /// <summary>A power of ten with a raised exponent: <c>10⁻³</c>.</summary>
    public static string PowerOfTen(int exponent) =>
        "10" + string.Concat(Invariant(exponent, "0").Select(letter => letter == '-' ? '⁻' : Superscripts[letter - '0']));

    /// <summary>
    /// An estimate and half the width of its interval, which has two digits and says how many decimals both have: <c>96.47 ± 0.16</c>.
    /// </summary>
    public static string PlusMinus(double estimate, double half)
    {
        if (half == 0 || IsFarOut(estimate) || IsFarOut(half))
        {
            return $"{Invariant(estimate, "G4")} ± {Of(half, 2)}";
        }

        var format = $"F{Math.Clamp(1 - Magnitude(half), 0, 4)}";
        return $"{Invariant(estimate, format)} ± {Invariant(half, format)}";
    }

    /// <summary>A fraction as <c>96.4 %</c>.</summary>
    public static string Percent(double? fraction) =>
        fraction is { } known && !double.IsNaN(known) ? $"{Invariant(100 * known, "F1")} %" : Unknown;

    /// <summary>A mean of fractions with its interval as <c>96.41 ± 0.12 %</c>.</summary>
    public static string Percent(Interval mean) =>
        double.IsNaN(mean.Estimate) ? Unknown
        : $"{Invariant(100 * mean.Estimate, "F2")}{(mean.Count > 1 ? $" ± {Invariant(100 * (mean.High - mean.Estimate), "F2")}" : "")} %";

    /// <summary>A time as <c>0.8 s</c>, <c>12 s</c>, <c>2 min 04 s</c> or <c>1 h 02 min</c>.</summary>
    public static string Time(TimeSpan? time) => time switch
    {
        null => Unknown,
        { TotalSeconds: < 9.95 } t => $"{Invariant(t.TotalSeconds, "F1")} s",
        { TotalSeconds: < 59.5 } t => $"{Invariant(t.TotalSeconds, "F0")} s",
        { TotalMinutes: < 60 } t => $"{(int)t.TotalMinutes} min {t.Seconds:D2} s",
        { } t => $"{(int)t.TotalHours} h {t.Minutes:D2} min",
    };

    /// <summary>Seeds as <c>0-4</c> or <c>0, 3, 7</c>.</summary>
    public static string Seeds(IReadOnlyList<int> seeds) =>
        seeds.Count == 0 ? "none"
        : seeds.Count > 2 && seeds[^1] - seeds[0] == seeds.Count - 1 ? $"{seeds[0]}-{seeds[^1]}"
        : string.Join(", ", seeds);

    /// <summary>The same with their noun: <c>seed 3</c>, <c>seeds 0-4</c>.</summary>
    public static string SeedsInWords(IReadOnlyList<int> seeds) => $"seed{(seeds.Count == 1 ? "" : "s")} {Seeds(seeds)}";

    /// <summary>A number with its noun, which gets an s unless the number is 1: <c>1 cell</c>, <c>1,200 cells</c>.</summary>
    public static string Count(int number, string noun) => $"{Invariant(number, "N0")} {noun}{(number == 1 ? "" : "s")}";

    private static bool IsFarOut(double value) => Math.Abs(value) is (> 0 and < 1e-3) or >= 1e5;

    private static int Magnitude(double value) => (int)Math.Floor(Math.Log10(Math.Abs(value)));

    private static string Invariant(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
