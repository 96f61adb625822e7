namespace Experiments.CommandLine;

/// <summary>Looks for fonts: without one, charts come out without any text and without an error.</summary>
internal static class FontDiagnosis
{
    private static readonly string[] Folders =
    [
        "/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts", @"C:\Windows\Fonts",
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".fonts"),
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local/share/fonts"),
    ];

    /// <summary>How many font files there are, and which font charts get.</summary>
    public static Finding Of()
    {
        var files = Folders.Where(Directory.Exists).SelectMany(FontFiles).ToList();
        var chosen = Chosen();
        return files.Count == 0 || string.IsNullOrEmpty(chosen)
                ? new(Health.Missing, "fonts", "none found: charts would have no text. On Debian: apt-get install fonts-dejavu-core")
            : files.Any(file => Path.GetFileName(file).StartsWith(chosen.Replace(" ", ""), StringComparison.OrdinalIgnoreCase))
                ? new(Health.Ok, "fonts", $"{Formats.Count(files.Count, "file")}; charts are set in {chosen}")
            : new(Health.Note, "fonts", $"{Formats.Count(files.Count, "file")}, none of {chosen}: charts are set in another font than those in the gallery");
    }

    private static IEnumerable<string> FontFiles(string folder) => Directory
        .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
        .Where(file => Path.GetExtension(file).ToLowerInvariant() is ".ttf" or ".otf" or ".ttc");

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static string? Chosen()
    {
        try
        {
            Charts.Theme.SetFont();
            return ScottPlot.Fonts.Default;
        }
        catch (Exception problem) when (problem is DllNotFoundException or TypeInitializationException)
        {
            return null;
        }
    }
}
