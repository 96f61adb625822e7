using Experiments.CommandLine.Options;
using Experiments.CommandLine.Verbs;
using Spectre.Console;

namespace Experiments.CommandLine.Output;

/// <summary>Claims and verdicts for people: on a terminal, and as Markdown.</summary>
internal static class ClaimTable
{
    private static readonly string[] Columns = ["verdict", "claim", "measured", "expected", "n", "p"];

    /// <summary>Writes a recipe's verdicts as a table.</summary>
    public static void Write(CommandContext context, ClaimReport report)
    {
        context.Out.WriteLine($"{report.Recipe.Name} ({report.Basis}): {report.Summary}");
        context.Out.WriteLine();
        var table = new TextTable(Columns) { IsText = true, Width = context.Width };
        foreach (var result in report.ClaimResults)
        {
            table.Add(ColorOf(result.Verdict), [result.Verdict.InWords(), Sentence(result, "\n({0})"), .. Numbers(result)]);
        }

        table.Write(context.Out, context.Color);
        context.Out.WriteLine();
        var notes = new TextTable("") { IsText = true, Width = context.Width };
        foreach (var note in report.Departures.Append(report.Method))
        {
            notes.Add(note);
        }

        notes.Write(context.Out, context.Color);
    }

    /// <summary>Writes a recipe's verdicts as a Markdown table.</summary>
    public static void WriteMarkdown(TextWriter output, ClaimReport report)
    {
        output.WriteLine($"{report.Summary}. {report.Basis}.");
        output.WriteLine();
        output.WriteLine($"| {string.Join(" | ", Columns)} |");
        output.WriteLine($"|{string.Concat(Columns.Select(_ => "---|"))}");
        foreach (var result in report.ClaimResults)
        {
            var verdict = result.Verdict is Verdict.Supported or Verdict.Refuted ? $"**{result.Verdict.InWords()}**"
                : result.Verdict.InWords();
            var claim = Sentence(result, " <sub>({0})</sub>", $". <sub>{result.Claim.Source}</sub>");
            output.WriteLine($"| {string.Join(" | ", ((string[])[verdict, claim, .. Numbers(result)]).Select(Escape))} |");
        }

        output.WriteLine();
        output.WriteLine(string.Join(" ", report.Departures.Append(report.Method)));
    }

    private static string[] Numbers(ClaimResult result) =>
    [
        ClaimText.Measured(result), result.Claim.Expected.Describe(result.Claim.Values.Unit), ClaimText.N(result), ClaimText.P(result),
    ];

    private static string Sentence(ClaimResult result, string reason, string source = "") =>
        result.Claim.Sentence + source + (result.Reason.Length > 0 ? reason.Replace("{0}", result.Reason) : "");

    private static string Escape(string text) => text.Replace("|", "\\|").Replace("< 0", "&lt; 0");

    private static Color ColorOf(Verdict verdict) => verdict switch
    {
        Verdict.Supported => Color.Green,
        Verdict.Refuted => Color.Maroon,
        Verdict.Inconclusive => Color.Olive,
        _ => Color.Grey,
    };
}
