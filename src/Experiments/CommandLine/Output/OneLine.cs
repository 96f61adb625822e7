namespace Experiments.CommandLine.Output;

/// <summary>
/// Messages hold names from outside: of files, variables, arguments. However odd these are, a message stays one line that can be read.
/// </summary>
internal static class OneLine
{
    // Longer than any path that people type, shorter than a screen.
    private const int LongestWord = 400;
    private const int Kept = 100;

    /// <summary>The line without control characters, and without the middle of words that never end.</summary>
    public static string Of(string line)
    {
        var text = new StringBuilder(line.Length);
        foreach (var letter in line.ReplaceLineEndings(" "))
        {
            text.Append(char.IsControl(letter) ? '\uFFFD' : letter);
        }

        return line.Length <= LongestWord ? text.ToString() : string.Join(' ', text.ToString().Split(' ').Select(Shorten));
    }

    private static string Shorten(string word) =>
        word.Length <= LongestWord ? word : $"{word[..Kept]}…({word.Length - (2 * Kept):N0} more)…{word[^Kept..]}";
}
