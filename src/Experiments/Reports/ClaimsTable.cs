using Experiments.Claims;

namespace Experiments.Reports;

/// <summary>A recipe's claims with their verdicts, to be filtered.</summary>
internal static class ClaimsTable
{
    private static readonly (string Name, string Class)[] Columns =
        [("Verdict", ""), ("Claim", ""), ("Measured", "number"), ("Expected", "number"), ("n", "number"), ("p", "number")];

    public static void Write(TextWriter output, RecipeReport report)
    {
        var id = $"{Html.Id(report.Name)}-verdicts";
        output.WriteLine($"<h3 id=\"{id}\">Claims</h3>");
        WriteFilter(output, report, id);
        output.WriteLine($"<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{id}\">");
        output.WriteLine("<table role=\"table\" class=\"claims\">");
        output.WriteLine($"<caption class=\"unseen\">Claims of {Html.Text(report.Name)} with their verdicts</caption>");
        var heads = Columns.Select(column => $"<th scope=\"col\" class=\"{column.Class}\">{column.Name}</th>");
        output.WriteLine($"<thead><tr>{string.Concat(heads)}</tr></thead>");
        output.WriteLine("<tbody role=\"rowgroup\">");
        foreach (var claim in report.Claims)
        {
            output.WriteLine(Row(claim));
        }

        output.WriteLine("</tbody></table></div>");
        output.WriteLine("<details class=\"notes\"><summary>What the numbers mean</summary><ul>");
        report.Notes.ToList().ForEach(note => output.WriteLine($"<li>{Html.Text(note)}</li>"));
        output.WriteLine("</ul></details>");
    }

    private static void WriteFilter(TextWriter output, RecipeReport report, string id)
    {
        output.WriteLine($"<div class=\"filter\" role=\"search\" aria-label=\"Filter the claims of {Html.Text(report.Name)}\">");
        output.WriteLine($"<label>Text <input type=\"search\" id=\"{id}-text\" autocomplete=\"off\"></label>");
        output.WriteLine($"<label>Verdict <select id=\"{id}-verdict\"><option value=\"\">all</option>");
        foreach (var count in report.Claims.CountBy(claim => claim.Verdict).OrderBy(count => count.Key))
        {
            var verdict = count.Key.InWords();
            output.WriteLine($"<option value=\"{verdict}\">{verdict} ({count.Value})</option>");
        }

        output.WriteLine("</select></label>");
        output.WriteLine("<output aria-live=\"polite\"></output></div>");
    }

    private static string Row(ClaimResult claim)
    {
        var verdict = claim.Verdict.InWords();
        var values = claim.Claim.Values;
        var what = claim.Problem is null ? $"<div class=\"detail\">Measured: {Html.Text(values.What)}</div>" : "";
        var reason = claim.Reason.Length > 0 ? $"<div class=\"detail\">{Html.Text(Capital(claim.Reason))}</div>" : "";
        return $"<tr role=\"row\" data-verdict=\"{verdict}\"><td role=\"cell\"><span class=\"verdict {ReportPage.ClassOf(claim.Verdict)}\">"
            + $"<span aria-hidden=\"true\">{ReportPage.MarkOf(claim.Verdict)}</span> {verdict}</span></td>"
            + $"<th role=\"rowheader\" scope=\"row\">{Html.Text(claim.Claim.Sentence)}"
            + $"<div class=\"detail\">{ReportPage.Link(claim.Claim.Source)}</div>{what}{reason}</th>"
            + Number("Measured:", claim.Problem is null ? claim.Measured : NumberText.Unknown)
            + Number("Expected:", isText: true, text: claim.Claim.Expected.Describe(claim.Problem is null ? values.Unit : ""))
            + Number("n =", claim.Estimate.Count > 0 ? $"{claim.Estimate.Count}" : NumberText.Unknown)
            + Number("p:", claim.P) + "</tr>";
    }

    // Where there is no room for a table, its columns have their names in the rows.
    private static string Number(string name, string text, bool isText = false) =>
        $"<td role=\"cell\" class=\"number{(isText ? " text" : "")}\" data-label=\"{name}\">{Html.Text(text)}</td>";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
