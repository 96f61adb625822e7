using System.Globalization;

namespace Experiments.Bench;

/// <summary>The processors that this program may use.</summary>
internal static class Cores
{
    /// <summary>Their numbers, ascending; as many as there are if the system does not say which.</summary>
    public static IReadOnlyList<int> Allowed()
    {
        const string Status = "/proc/self/status";
        const string Label = "Cpus_allowed_list:";
        var line = File.Exists(Status)
            ? File.ReadLines(Status).FirstOrDefault(text => text.StartsWith(Label, StringComparison.Ordinal))
            : null;
        return line is null
            ? [.. Enumerable.Range(0, Environment.ProcessorCount)]
            : [.. line[Label.Length..].Trim().Split(',').SelectMany(Range)];
    }

    // "3" or "0-7"
    private static IEnumerable<int> Range(string text)
    {
        var ends = text.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToList();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }
}
