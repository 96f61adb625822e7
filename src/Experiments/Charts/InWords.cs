using System.Globalization;
using Experiments.Results;

namespace Experiments.Charts;

/// <summary>Numbers and lists as they stand in the line that reads a chart.</summary>
public static class InWords
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>A number with three significant digits: 0.298, 12.5, 1,380, and 2.3·10⁻¹² beyond what is easy to read.</summary>
    public static string Number(double value)
    {
        var size = Math.Abs(value);
        if (!double.IsFinite(value) || size == 0)
        {
            return double.IsNaN(value) ? "not a number" : double.IsInfinity(value) ? "infinite" : "0";
        }

        if (size is < 1e-3 or >= 1e5)
        {
            var parts = value.ToString("E1", CultureInfo.InvariantCulture).Split('E');
            return $"{parts[0]}·10{Superscript(int.Parse(parts[1], CultureInfo.InvariantCulture))}";
        }

        var decimals = Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 0, 5);
        return value.ToString("#,0." + new string('0', decimals), CultureInfo.InvariantCulture);
    }

    /// <summary>A mean over seeds with its 95 % interval: <c>0.284 (0.271 to 0.297)</c>; without one, the mean alone.</summary>
    public static string Mean(Interval mean) => mean.Count > 1
        ? $"{Number(mean.Estimate)} ({Number(mean.Low)} to {Number(mean.High)})"
        : Number(mean.Estimate);

    /// <summary>One thing after the other: <c>a, b and c</c>.</summary>
    public static string List(IEnumerable<string> things)
    {
        var all = things.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}";
    }

    private static string Superscript(int exponent) =>
        string.Concat(exponent.ToString(CultureInfo.InvariantCulture).Select(letter => letter == '-' ? '⁻' : Superscripts[letter - '0']));
}
