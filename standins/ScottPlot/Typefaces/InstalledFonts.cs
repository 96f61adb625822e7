using System.Collections.Concurrent;

namespace ScottPlot.Typefaces;

/// <summary>The fonts of this machine, found once by reading the font folders.</summary>
internal static class InstalledFonts
{
    private static readonly Lazy<FontFile[]> Found = new(Scan);
    private static readonly ConcurrentDictionary<(string, int, bool, int), FontFile> Chosen = new();

    public static IReadOnlyList<FontFile> All => Found.Value;

    /// <summary>What the package falls back to: the first of a few usual families, else the first found, else nothing.</summary>
    public static string DefaultFamily { get; } = Choose(["Arial", "Verdana", "Times New Roman", "Droid Sans", "DejaVu Serif"]);

    public static string Choose(string[] preferred) =>
        preferred.FirstOrDefault(Has) ?? Found.Value.FirstOrDefault()?.Family ?? "";

    public static bool Has(string family) => Found.Value.Any(f => f.Family.Equals(family, StringComparison.OrdinalIgnoreCase));

    /// <summary>The face of the family that is nearest in width, slant and weight; null if the family is not there.</summary>
    public static FontFile? Find(string family, int weight, bool italic, int width)
    {
        if (Chosen.TryGetValue((family, weight, italic, width), out FontFile? known))
            return known;
        FontFile? best = Found.Value
            .Where(f => f.Family.Equals(family, StringComparison.OrdinalIgnoreCase))
            .OrderBy(f => Math.Abs(f.Width - width))
            .ThenBy(f => f.IsItalic == italic ? 0 : 1)
            .ThenBy(f => Math.Abs(f.Weight - weight))
            .FirstOrDefault();
        return best is null ? null : Chosen.GetOrAdd((family, weight, italic, width), best);
    }

    private static IEnumerable<string> Folders()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return
        [
            "/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts",
            Path.Combine(home, ".local/share/fonts"), Path.Combine(home, ".fonts"),
            Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
        ];
    }

    private static FontFile[] Scan()
    {
        EnumerationOptions options = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };
        return Folders().Where(f => f.Length > 0 && Directory.Exists(f)).Distinct()
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", options))
            .Where(file => Path.GetExtension(file).ToUpperInvariant() is ".TTF" or ".OTF" or ".TTC")
            .Order(StringComparer.Ordinal)
            .SelectMany(FontFile.Load)
            .Where(f => f.Family.Length > 0)
            .ToArray();
    }
}
