namespace Experiments.Running;

/// <summary>Seeds as users write them.</summary>
internal static partial class SeedList
{
    private const int Most = 1_000;

    /// <summary>Reads <c>5</c> for the seeds 0 to 4, <c>2..4</c>, or <c>0,3,7</c>.</summary>
    /// <exception cref="ArgumentException">It is none of these.</exception>
    public static IReadOnlyList<int> Parse(string text)
    {
        int?[] range = [.. text.Split("..").Select(Number)];
        int?[] list = [.. text.Split(',').Select(Number)];
        return range is [{ } first, { } last] && first <= last && last - first < Most ? [.. Enumerable.Range(first, last - first + 1)]
            : range is [> 0 and <= Most and { } count] ? [.. Enumerable.Range(0, count)]
            : list.Length > 1 && !list.Contains(null) ? [.. list.OfType<int>().Distinct().Order()]
            : throw new ArgumentException(
                $"Seeds are a count from 1 to {Most} (5), a range (0..4) or a list (0,3,7), but got '{text}'.{Guess(text)}");
    }

    /// <summary>Writes seeds, ascending and not none, so that they can be read.</summary>
    public static string Format(IReadOnlyList<int> seeds) =>
        seeds[^1] - seeds[0] != seeds.Count - 1 ? string.Join(',', seeds) : seeds[0] == 0 ? $"{seeds.Count}" : $"{seeds[0]}..{seeds[^1]}";

    // 1,000 is a thousand to many, not the seeds 0 and 1.
    private static int? Number(string text) =>
        (text.Length == 1 || !text.StartsWith('0')) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    // Ranges as others write them, or from the end.
    private static string Guess(string text)
    {
        int?[] ends = Range().Match(text.Trim()) is { Success: true } range ? [Number(range.Groups[1].Value), Number(range.Groups[2].Value)]
            : [];
        return ends is [{ } first, { } last] && Math.Abs(last - first) < Most
            ? $" Did you mean '{Math.Min(first, last)}..{Math.Max(first, last)}'?" : "";
    }

    [GeneratedRegex(@"^([0-9]+)\s*(?:\.+|-|–|:|…|to)\s*([0-9]+)$")]
    private static partial Regex Range();
}
