using Experiments.Results;

namespace Experiments.CommandLine.Output;

/// <summary>Numbers as people read them.</summary>
internal static class Formats
{
    private const string Unknown = "–";

    /// <summary>A fraction as <c>96.4 %</c>.</summary>
    public static string Percent(double? fraction) => fraction is { } known && !double.IsNaN(known) ? $"{100 * known:F1} %" : Unknown;

    /// <summary>A mean of fractions as <c>96.41 ± 0.12 %</c>.</summary>
    public static string Percent(Interval mean) =>
        double.IsNaN(mean.Estimate) ? Unknown
        : mean.Count > 1 ? $"{100 * mean.Estimate:F2} ± {100 * (mean.High - mean.Estimate):F2} %"
        : $"{100 * mean.Estimate:F2} %";

    /// <summary>A positive number of any size with three digits.</summary>
    public static string ThreeDigits(double number) => double.IsNaN(number) ? Unknown : $"{number:G3}";

    /// <summary>A time as <c>0.8 s</c>, <c>12 s</c>, <c>2 min 04 s</c> or <c>1 h 02 min</c>.</summary>
    public static string Time(TimeSpan? time) => time switch
    {
        null => Unknown,
        { TotalSeconds: < 9.95 } t => $"{t.TotalSeconds:F1} s",
        { TotalSeconds: < 59.5 } t => $"{t.TotalSeconds:F0} s",
        { TotalMinutes: < 60 } t => $"{(int)t.TotalMinutes} min {t.Seconds:D2} s",
        { } t => $"{(int)t.TotalHours} h {t.Minutes:D2} min",
    };

    /// <summary>Seeds as <c>0-4</c> or <c>0, 3, 7</c>.</summary>
    public static string Seeds(IReadOnlyList<int> seeds) =>
        seeds.Count == 0 ? "none"
        : seeds.Count > 2 && seeds[^1] - seeds[0] == seeds.Count - 1 ? $"{seeds[0]}-{seeds[^1]}"
        : string.Join(", ", seeds);

    /// <summary>A number with its noun, which gets an s unless the number is 1.</summary>
    public static string Count(int number, string noun) => $"{number:N0} {noun}{(number == 1 ? "" : "s")}";
}
