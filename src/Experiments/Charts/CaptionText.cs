namespace Experiments.Charts;

/// <summary>How captions say things: a few numbers each, so that they can be read at a glance.</summary>
public static class CaptionText
{
    private const int MostNumbers = 4;

    /// <summary>
    /// Some numbers with what they belong to: all of them if they are few, <c>97.03 (2 hidden) and 96.55 (1 hidden)</c>, else the least and
    /// the greatest. Empty if there are none.
    /// </summary>
    /// <param name="values">Labels with their numbers; those that are no numbers are left out.</param>
    /// <param name="show">The number as text.</param>
    public static string Numbers(IEnumerable<(string Label, double Value)> values, Func<double, string> show)
    {
        var all = values.Where(value => !double.IsNaN(value.Value)).ToList();
        return all.Count switch
        {
            0 => "",
            1 => all[0].Label.Length > 0 ? Text(all[0]) : show(all[0].Value),
            <= MostNumbers => $"{string.Join(", ", all.SkipLast(1).Select(Text))} and {Text(all[^1])}",
            _ => $"from {Text(all.MinBy(value => value.Value))} to {Text(all.MaxBy(value => value.Value))}",
        };

        string Text((string Label, double Value) value) => $"{show(value.Value)} ({value.Label})";
    }

    /// <summary>What was measured, without the variants that it was measured of.</summary>
    public static string What(SeedValues values) =>
        values.Variants.Aggregate(values.What, (what, variant) => what.Replace($" ({variant})", "", StringComparison.Ordinal));

    /// <summary>What a caption says of lines with bands; of a single seed there are none.</summary>
    /// <param name="results">The results shown.</param>
    /// <param name="geometric">Whether means are geometric.</param>
    /// <param name="lines">What the means are drawn as, as a sentence begins.</param>
    /// <param name="intervals">What the intervals are drawn as.</param>
    /// <param name="seeds">How many seeds each mean is over; all of the results if not given.</param>
    public static string Lines(
        ResultTable results, bool geometric = false, string lines = "Lines", string intervals = "bands",
        IReadOnlyCollection<int>? seeds = null) =>
        results.Seeds.Count < 2 ? "One seed: there are no intervals."
        : $"{lines} are {(geometric ? "geometric " : "")}means over {Span(seeds is { Count: > 0 } ? seeds : [results.Seeds.Count])} "
            + $"seeds, {intervals} 95 % intervals.";

    private static string Span(IReadOnlyCollection<int> counts) =>
        counts.Min() == counts.Max() ? $"{counts.Max()}" : $"{counts.Min()} to {counts.Max()}";

    /// <summary>A mean over seeds as it is called; the same without them where there is one alone.</summary>
    public static string OverSeeds(ResultTable results, string mean) => results.Seeds.Count < 2 ? mean : $"{mean} over seeds";

    /// <summary>A sentence on numbers that no mean has in it; empty if there are none.</summary>
    public static string LeftOut(int count, int all) =>
        count == 0 ? "" : $" {count} of {NumberText.Count(all, "value")}, not finite or without a logarithm, are in no mean.";

    /// <summary>The labels of a panel and of a line in it as one: <c>tanh, He</c>.</summary>
    public static string Join(string panel, string line) =>
        string.Join(", ", new[] { panel, line }.Where(label => label.Length > 0).Distinct());

    /// <summary>A mean over seeds with its 95 % interval: <c>0.284 (0.271 to 0.297)</c>; without one, the mean alone.</summary>
    public static string Mean(Interval mean, string unit = "") =>
        NumberText.Raised(mean.Estimate) + (unit.Length > 0 ? $" {unit}" : "")
        + (mean.Count > 1 ? $" ({NumberText.Raised(mean.Low)} to {NumberText.Raised(mean.High)})" : "");
}
