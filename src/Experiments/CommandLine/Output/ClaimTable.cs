using Experiments.Claims;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Verbs;

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
    public static void Write(Session session, Verified verified)
    {
        session.Out.WriteLine($"{verified.Recipe.Name} ({verified.Basis}): {verified.Summary}");
        session.Out.WriteLine();
        var sentence = Math.Max(LeastSentence, session.Terminal.Width - VerdictWidth - MeasuredWidth - ExpectedWidth - OtherColumns);
        var table = new WrappedTable(("verdict", VerdictWidth), ("claim", sentence), ("measured", MeasuredWidth), ("expected", ExpectedWidth), ("n", 5), ("p", 7));
        foreach (var one in verified.Judgements)
        {
            table.Add(
                Color(one.Verdict), one.Verdict.InWords(), Sentence(one), ClaimFormats.Measured(one), one.Claim.Expected.Describe(one.Claim.Measured.Unit),
                ClaimFormats.N(one), ClaimFormats.P(one));
        }

        table.Write(session.Out, session.Color);
        session.Out.WriteLine();
        foreach (var line in verified.Departures.Append(verified.Method).SelectMany(text => WrappedTable.Wrap(text, session.Terminal.Width)))
        {
            session.Out.WriteLine(line);
        }
    }

    /// <summary>Writes a recipe's verdicts as a Markdown table.</summary>
    public static void WriteMarkdown(TextWriter output, Verified verified)
    {
        output.WriteLine($"{Capital(verified.Summary)}. {verified.Basis}.");
        output.WriteLine();
        output.WriteLine("| verdict | claim | measured | expected | n | p |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (var one in verified.Judgements)
        {
            string[] cells =
            [
                Emphasis(one.Verdict), $"{one.Claim.Sentence}. <sub>{one.Claim.Source}</sub>{(one.Reason.Length > 0 ? $" <sub>({one.Reason})</sub>" : "")}",
                ClaimFormats.Measured(one), one.Claim.Expected.Describe(one.Claim.Measured.Unit), ClaimFormats.N(one), ClaimFormats.P(one),
            ];
            output.WriteLine($"| {string.Join(" | ", cells.Select(Escape))} |");
        }

        output.WriteLine();
        output.WriteLine(string.Join(" ", verified.Departures.Select(text => $"{Capital(text)}.").Append(verified.Method)));
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
