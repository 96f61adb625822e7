using System.Globalization;

namespace Experiments.Bench;

/// <summary>The middle and the ends of some measurements.</summary>
/// <param name="Median">Their median.</param>
/// <param name="Least">The least.</param>
/// <param name="Greatest">The greatest.</param>
internal readonly record struct Spread(double Median, double Least, double Greatest)
{
    /// <summary>That of some values, one at least.</summary>
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return new((sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2, sorted[0], sorted[^1]);
    }

    /// <summary>As <c>6.12 (5.93–6.40)</c>.</summary>
    public override string ToString() => $"{Text(Median)} ({Text(Least)}–{Text(Greatest)})";

    /// <summary>A number with three digits that count, as most of these measurements have.</summary>
    public static string Text(double value) => value switch
    {
        0 => "0",
        < 0.01 => value.ToString("0.0000", CultureInfo.InvariantCulture),
        < 10 => value.ToString("0.00", CultureInfo.InvariantCulture),
        < 100 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("#,0", CultureInfo.InvariantCulture),
    };
}
