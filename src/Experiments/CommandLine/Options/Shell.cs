namespace Experiments.CommandLine.Options;

/// <summary>Command lines as they are typed into a shell.</summary>
internal static class Shell
{
    /// <summary>Joins words, quoting those that a shell would take apart.</summary>
    public static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    private static string Quote(string word) =>
        word.Length > 0 && word.All(letter => char.IsLetterOrDigit(letter) || "-_./\\:=,+%@".Contains(letter)) ? word
            : $"\"{word.Replace("\"", "\\\"")}\"";
}
