using Experiments.Claims;
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
        foreach (var judgement in report.Judgements)
        {
            table.Add(ColorOf(judgement.Verdict), [judgement.Verdict.InWords(), Sentence(judgement, "\n({0})"), .. Numbers(judgement)]);
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
        foreach (var judgement in report.Judgements)
        {
            var verdict = judgement.Verdict is Verdict.Holds or Verdict.DoesNotHold ? $"**{judgement.Verdict.InWords()}**" : judgement.Verdict.InWords();
            var claim = Sentence(judgement, " <sub>({0})</sub>", $". <sub>{judgement.Claim.Source}</sub>");
            output.WriteLine($"| {string.Join(" | ", ((string[])[verdict, claim, .. Numbers(judgement)]).Select(Escape))} |");
        }

        output.WriteLine();
        output.WriteLine(string.Join(" ", report.Departures.Append(report.Method)));
    }

    private static string[] Numbers(Judgement judgement) =>
    [
        ClaimText.Measured(judgement), judgement.Claim.Expected.Describe(judgement.Claim.Measured.Unit), ClaimText.N(judgement), ClaimText.P(judgement),
    ];

    private static string Sentence(Judgement judgement, string reason, string source = "") =>
        judgement.Claim.Sentence + source + (judgement.Reason.Length > 0 ? reason.Replace("{0}", judgement.Reason) : "");

    private static string Escape(string text) => text.Replace("|", "\\|").Replace("< 0", "&lt; 0");

    private static Color ColorOf(Verdict verdict) => verdict switch
    {
        Verdict.Holds => Color.Green,
        Verdict.DoesNotHold => Color.Maroon,
        Verdict.NotDecided => Color.Olive,
        _ => Color.Grey,
    };
}
