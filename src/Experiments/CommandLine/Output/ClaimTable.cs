using Spectre.Console;

namespace Experiments.CommandLine.Output;

/// <summary>Claims and verdicts for people: on a terminal, and as Markdown.</summary>
internal static class ClaimTable
{
    private const int LeastWidth = 80; // of sentences, beneath which details go on in a next line
    private static readonly string[] Columns = ["verdict", "claim", "measured", "expected", "n", "p"];

    /// <summary>Writes a recipe's verdicts as a table.</summary>
    public static void Write(ClaimReport report, TextWriter output, bool color, int? width)
    {
        output.WriteLine($"{report.Recipe.Name} ({report.Basis}): {report.Summary}");
        output.WriteLine();
        var longest = report.Claims.Select(result => result.Claim.Sentence.Length).Append(LeastWidth).Max();
        var table = new TextTable(Columns) { IsText = true, Width = width, WidthOfSecond = longest };
        foreach (var result in report.Claims)
        {
            string[] lines = [result.Claim.Sentence, .. Details(result).Select(detail => $"({detail})")];
            table.Add(ColorOf(result.Verdict), [result.Verdict.InWords(), string.Join('\n', lines), .. Numbers(result, "\n")]);
        }

        table.Write(output, color);
        output.WriteLine();
        var notes = new TextTable("") { IsText = true, Width = width };
        foreach (var note in report.Notes)
        {
            notes.Add(note);
        }

        notes.Write(output, color);
    }

    /// <summary>Writes a recipe's verdicts as a Markdown table.</summary>
    public static void WriteMarkdown(ClaimReport report, TextWriter output)
    {
        output.WriteLine($"{report.Summary}. {Markdown.Escape(report.Basis)}.");
        output.WriteLine();
        var table = new TextTable(Columns);
        foreach (var result in report.Claims)
        {
            var verdict = result.Verdict.InWords();
            var details = string.Concat(Details(result).Select(detail => $" <sub>({Markdown.Escape(detail)})</sub>"));
            table.Add(
            [
                result.Verdict is Verdict.Supported or Verdict.Refuted ? $"**{verdict}**" : verdict,
                $"{Markdown.Escape(result.Claim.Sentence)}. <sub>{Markdown.Escape($"{result.Claim.Source}")}</sub>{details}",
                .. Numbers(result, "; ").Select(Markdown.Escape),
            ]);
        }

        table.WriteMarkdown(output, isMarkdown: true);
        output.WriteLine();
        output.WriteLine(Markdown.Escape(string.Join(" ", report.Notes)));
    }

    // What was measured, and why the verdict is what it is.
    private static IEnumerable<string> Details(ClaimResult result) =>
        new[] { $"measured: {result.Claim.Values.What}", result.Reason }.Where(detail => detail.Length > 0);

    private static string[] Numbers(ClaimResult result, string separator) =>
    [
        result.Measured + OtherImages(result, separator),
        result.Expectation,
        result.Estimate.Count > 0 ? $"{result.Estimate.Count}" : NumberText.Unknown,
        result.P,
    ];

    private static string OtherImages(ClaimResult result, string separator) =>
        ClaimReport.OtherImages(result) is var half && double.IsFinite(half)
            ? $"{separator}(other images: ± {NumberText.Of(half, 2)})" : "";

    private static Color ColorOf(Verdict verdict) => verdict switch
    {
        Verdict.Supported => Color.Green,
        Verdict.Refuted => Color.Maroon,
        Verdict.Inconclusive => Color.Olive,
        _ => Color.Grey,
    };
}
