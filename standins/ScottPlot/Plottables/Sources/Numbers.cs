using System.Globalization;

namespace ScottPlot.DataSources;

/// <summary>Numbers of any type, and dates (as days), as doubles.</summary>
internal static class Numbers
{
    public static double ToDouble<T>(T value) => value switch
    {
        double d => d,
        DateTime date => date.ToOADate(),
        _ => Convert.ToDouble(value, CultureInfo.InvariantCulture),
    };

    public static double[] ToDoubles<T>(IEnumerable<T> values) => values.Select(ToDouble).ToArray();

    /// <summary>The part of a list from one index to another, both included, as far as the list goes.</summary>
    public static IEnumerable<T> Between<T>(this IEnumerable<T> values, int first, int last) =>
        values.Skip(first).Take(last == int.MaxValue ? int.MaxValue : Math.Max(0, last - Math.Max(0, first) + 1));
}
