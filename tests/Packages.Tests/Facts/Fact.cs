namespace Packages.Tests.Facts;

/// <summary>One line of a fact file.</summary>
/// <param name="Name">The fact's name; the second of the same name is "name (2)", and so on.</param>
/// <param name="Value">The text after the name.</param>
public sealed record Fact(string Name, string Value)
{
    /// <summary>Comments (#) and blank lines are no facts.</summary>
    public static IReadOnlyList<Fact> Read(IEnumerable<string> lines)
    {
        var seen = new Dictionary<string, int>();
        return [.. from line in lines
                   where !string.IsNullOrWhiteSpace(line) && line[0] != '#'
                   select Parse(line, seen)];
    }

    private static Fact Parse(string line, Dictionary<string, int> seen)
    {
        var end = line.IndexOf(": ", StringComparison.Ordinal);
        var name = end < 0 ? line.TrimEnd(':') : line[..end];
        var value = end < 0 ? "" : line[(end + 2)..];
        var nth = seen[name] = seen.GetValueOrDefault(name) + 1;
        return new Fact(nth == 1 ? name : $"{name} ({nth})", value);
    }
}
