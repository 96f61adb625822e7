using Experiments.Claims;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Verbs;
using Experiments.Results;

namespace Experiments.CommandLine.Output;

/// <summary>Claims and verdicts for people: on a terminal, and as Markdown.</summary>
internal static class ClaimTable
{
    private const int VerdictWidth = 13;
    private const int MeasuredWidth = 24;
    private const int ExpectedWidth = 22;
    private const int OtherColumns = 5 + 7 + (5 * 2); // n, p, and the gaps
    private const int LeastSentence = 36;

    /// <summary>Writes a recipe's verdicts as a table of the terminal's width.</summary>
    public static void Write(CommandContext context, ClaimReport report)
    {
        context.Out.WriteLine($"{report.Recipe.Name} ({report.Basis}): {report.Summary}");
        context.Out.WriteLine();
        var sentence = Math.Max(LeastSentence, context.Terminal.Width - VerdictWidth - MeasuredWidth - ExpectedWidth - OtherColumns);
        var table = new WrappedTable(("verdict", VerdictWidth), ("claim", sentence), ("measured", MeasuredWidth), ("expected", ExpectedWidth), ("n", 5), ("p", 7));
        foreach (var one in report.Judgements)
        {
            table.Add(
                Color(one.Verdict), one.Verdict.InWords(), Sentence(one), ClaimText.Measured(one), one.Claim.Expected.Describe(one.Claim.Measured.Unit),
                ClaimText.N(one), ClaimText.P(one));
        }

        table.Write(context.Out, context.Color);
        context.Out.WriteLine();
        foreach (var line in report.Departures.Append(report.Method).SelectMany(text => WrappedTable.Wrap(text, context.Terminal.Width)))
        {
            context.Out.WriteLine(line);
        }
    }

    /// <summary>Writes a recipe's verdicts as a Markdown table.</summary>
    public static void WriteMarkdown(TextWriter output, ClaimReport report)
    {
        output.WriteLine($"{Capital(report.Summary)}. {report.Basis}.");
        output.WriteLine();
        output.WriteLine("| verdict | claim | measured | expected | n | p |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (var one in report.Judgements)
        {
            string[] cells =
            [
                Emphasis(one.Verdict), $"{one.Claim.Sentence}. <sub>{one.Claim.Source}</sub>{(one.Reason.Length > 0 ? $" <sub>({one.Reason})</sub>" : "")}",
                ClaimText.Measured(one), one.Claim.Expected.Describe(one.Claim.Measured.Unit), ClaimText.N(one), ClaimText.P(one),
            ];
            output.WriteLine($"| {string.Join(" | ", cells.Select(Escape))} |");
        }

        output.WriteLine();
        output.WriteLine(string.Join(" ", report.Departures.Select(text => $"{Capital(text)}.").Append(report.Method)));
    }

    private static string Sentence(Judgement judgement) => judgement.Claim.Sentence + (judgement.Reason.Length > 0 ? $"\n({judgement.Reason})" : "");

    private static string Capital(string text) => text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    private static string Escape(string text) => text.Replace("|", "\\|").Replace("< 0", "&lt; 0");

    private static string Emphasis(Verdict verdict) => verdict is Verdict.Holds or Verdict.DoesNotHold ? $"**{verdict.InWords()}**" : verdict.InWords();

    private static string Color(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "\e[32m",
        Verdict.DoesNotHold => "\e[31m",
        Verdict.NotDecided => "\e[33m",
        _ => "\e[2m",
    };
}
