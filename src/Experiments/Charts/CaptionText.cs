namespace Experiments.Charts;

/// <summary>How captions say things: a few numbers each, so that they can be read at a glance.</summary>
public static class CaptionText
{
    private const int MostNumbers = 5;

    /// <summary>
    /// Some numbers with what they belong to: all of them if they are few, <c>2 hidden 97.03, 1 hidden 96.55</c>, else the greatest and the
    /// least. Empty if there are none.
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
            <= MostNumbers => List(all.Select(Text)),
            _ => $"from {Text(all.MinBy(value => value.Value))} to {Text(all.MaxBy(value => value.Value))}",
        };

        string Text((string Label, double Value) value) => $"{show(value.Value)} ({value.Label})";
    }

    /// <summary>The labels of a panel and of a line in it as one: <c>tanh, He</c>.</summary>
    public static string Join(string panel, string line) =>
        string.Join(", ", new[] { panel, line }.Where(label => label.Length > 0).Distinct());

    /// <summary>A mean over seeds with its 95 % interval: <c>0.284 (0.271 to 0.297)</c>; without one, the mean alone.</summary>
    public static string Mean(Interval mean, string unit = "")
    {
        var after = unit.Length == 0 ? "" : unit == "%" ? " %" : $" {unit}";
        return mean.Count > 1
            ? $"{Number(mean.Estimate)}{after} ({Number(mean.Low)} to {Number(mean.High)})"
            : Number(mean.Estimate) + after;
    }

    /// <summary>One thing after the other: <c>a, b and c</c>.</summary>
    public static string List(IEnumerable<string> things)
    {
        var all = things.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}";
    }

    /// <summary>A number with three significant digits: 0.298, 12.5, 1,380, and 2.3·10⁻¹² beyond what is easy to read.</summary>
    public static string Number(double value) => NumberText.Raised(value);
}
