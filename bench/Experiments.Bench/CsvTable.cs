using System.Globalization;

namespace Experiments.Bench;

/// <summary>A table on disk.</summary>
/// <param name="place">Where things are.</param>
/// <param name="name">The file's name without its ending.</param>
/// <param name="columns">The columns' names.</param>
internal sealed class CsvTable(Place place, string name, params IReadOnlyList<string> columns)
{
    private readonly List<string> lines = [string.Join(',', columns)];

    /// <summary>Adds a row, one value per column.</summary>
    public void Add(params IReadOnlyList<object> values) => lines.Add(string.Join(',', values.Select(Text)));

    /// <summary>Writes it.</summary>
    public void Save()
    {
        Directory.CreateDirectory(place.Output);
        var path = Path.Combine(place.Output, name + ".csv");
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
        Console.Error.WriteLine($"bench: {path}");
    }

    private static string Text(object value)
    {
        var text = value is bool flag ? (flag ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return text.Contains(',') || text.Contains('"') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
