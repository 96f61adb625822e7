namespace Experiments.CommandLine.Output;

/// <summary>
/// Messages hold names from outside: of files, variables, arguments. However odd these are, a message stays one line that can be read.
/// </summary>
internal static partial class OneLine
{
    private const int Kept = 100;

    /// <summary>The line without control characters, and without the middle of words that are longer than any path people type.</summary>
    public static string Of(string line) => LongWord().Replace(
        Control().Replace(line.ReplaceLineEndings(" "), "\uFFFD"),
        word => $"{word.Value[..Kept]}…({word.Length - (2 * Kept):N0} more)…{word.Value[^Kept..]}");

    /// <summary>A text of several lines without other control characters, which terminals would obey.</summary>
    public static string Visible(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => Control().Replace(line, "\uFFFD")));

    [GeneratedRegex(@"\p{Cc}")]
    private static partial Regex Control();

    [GeneratedRegex("[^ ]{4097,}")]
    private static partial Regex LongWord();
}
