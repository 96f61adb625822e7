namespace Experiments.CommandLine.Output;

/// <summary>Command lines as they are typed into a shell.</summary>
internal static class Shell
{
    private const string Harmless = "-_./\\:=,+";

    /// <summary>Joins words, quoting those that a shell would take apart or change.</summary>
    public static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    private static string Quote(string word) => OperatingSystem.IsWindows() ? QuoteForWindows(word) : QuoteForPosix(word);

    /// <summary>
    /// A word for sh, bash and zsh, where nothing but a single quote ends what begins with one. A backslash is an escape, a <c>~</c> or
    /// <c>=</c> at the start is a folder or a program.
    /// </summary>
    internal static string QuoteForPosix(string word) =>
        IsHarmless(word) && !word.Contains('\\') && word[0] != '=' ? word
        : word.Any(char.IsControl)
        ? $"$'{string.Concat(word.Select(letter => char.IsControl(letter) ? $"\\{Convert.ToString(letter, 8).PadLeft(3, '0')}"
            : letter is '\'' or '\\' ? $"\\{letter}" : $"{letter}"))}'"
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>
    /// A word for cmd and PowerShell, as far as both can have one: only PowerShell knows single quotes, and only it changes <c>$</c> and
    /// <c>`</c> between double ones.
    /// </summary>
    internal static string QuoteForWindows(string word) =>
        IsHarmless(word) ? word
        : word.AsSpan().ContainsAny('$', '`') ? $"'{word.Replace("'", "''", StringComparison.Ordinal)}'"
        : $"\"{word.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static bool IsHarmless(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || (letter > '\x7f' && char.IsLetterOrDigit(letter))
            || Harmless.Contains(letter, StringComparison.Ordinal));
}
