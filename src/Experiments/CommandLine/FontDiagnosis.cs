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
        var files = Folders.Where(Directory.Exists).Sum(folder => Directory
            .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Count(file => Path.GetExtension(file).ToLowerInvariant() is ".ttf" or ".otf" or ".ttc"));
        var chosen = Chosen();
        return files > 0 && !string.IsNullOrEmpty(chosen)
            ? new(Verdict.Ok, "fonts", $"{Formats.Count(files, "file")}; charts are set in {chosen}")
            : new(Verdict.Missing, "fonts", "none found: charts would have no text. On Debian: apt-get install fonts-dejavu-core");
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static string? Chosen()
    {
        try
        {
            return ScottPlot.Fonts.Default;
        }
        catch (Exception problem) when (problem is DllNotFoundException or TypeInitializationException)
        {
            return null;
        }
    }
}
