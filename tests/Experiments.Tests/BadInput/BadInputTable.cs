using System.Text;

namespace Experiments.Tests.BadInput;

/// <summary>One entry of <c>bad-inputs.txt</c>: what is given, what is typed, and what comes of it.</summary>
/// <param name="Given">Circumstances, see <see cref="Circumstances"/>.</param>
/// <param name="Typed">The line typed: variables, then the words after the program's name.</param>
/// <param name="Answer">The lines on standard error, and the exit code in the last line.</param>
internal sealed record BadInputEntry(IReadOnlyList<string> Given, string Typed, IReadOnlyList<string> Answer)
{
    /// <summary>The exit code.</summary>
    public int ExitCode => int.Parse(Answer[^1].Split(' ')[1], null);

    /// <summary>The lines on standard error.</summary>
    public IEnumerable<string> Lines => Answer.SkipLast(1);
}

/// <summary>Reads and writes <c>bad-inputs.txt</c>.</summary>
internal static class BadInputTable
{
    private const string Name = "bad-inputs.txt";

    /// <summary>All entries.</summary>
    public static IReadOnlyList<BadInputEntry> Entries { get; } = [.. Blocks().Where(IsEntry).Select(Entry)];

    /// <summary>The table with other answers, everything else as it is.</summary>
    public static string With(Func<BadInputEntry, IReadOnlyList<string>> answer)
    {
        var text = new StringBuilder();
        foreach (var block in Blocks())
        {
            IEnumerable<string> lines = IsEntry(block) ? [.. block.Where(line => line[0] is '#' or '$'), .. answer(Entry(block))] : block;
            text.Append(text.Length > 0 ? "\n" : "").AppendJoin('\n', lines).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string[]> Blocks() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "BadInput", Name))
        .ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private static bool IsEntry(string[] block) => block.Any(line => line[0] == '$');

    private static BadInputEntry Entry(string[] block) => new(
        [.. block.Where(line => line[0] == '#').Select(line => line[2..])],
        block.Single(line => line[0] == '$')[1..].Trim(),
        [.. block.Where(line => line[0] is not ('#' or '$'))]);
}
