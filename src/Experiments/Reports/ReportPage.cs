using Experiments.Claims;

namespace Experiments.Reports;

/// <summary>
/// The report as one HTML file that needs no network: questions, answers, charts, claims, settings, and how everything was run. A recipe is
/// a section by itself, which a live page can replace: <c>experimentsReport.attach(section)</c> makes a new one interactive.
/// </summary>
public static class ReportPage
{
    private const string Title = "Textbook claims and measured results";

    /// <summary>Writes the whole page.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="reports">The recipes, in their order.</param>
    /// <param name="failed">Gets what cannot be shown, a sentence with its cause; the page leaves it out.</param>
    /// <param name="script">A script that runs after the page's own; empty for none.</param>
    public static void Write(
        TextWriter output, IReadOnlyList<RecipeReport> reports, Action<string, Exception>? failed = null, string script = "")
    {
        output.WriteLine("<!DOCTYPE html>");
        output.WriteLine("<html lang=\"en\">");
        output.WriteLine("<head>");
        output.WriteLine("<meta charset=\"utf-8\">");
        output.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        output.WriteLine("<meta name=\"color-scheme\" content=\"light dark\">");
        output.WriteLine("<meta name=\"referrer\" content=\"no-referrer\">");
        output.WriteLine("<link rel=\"icon\" href=\"data:,\">");
        output.WriteLine($"<title>{Title}</title>");
        output.WriteLine($"<style>\n{Resource("Page.report.css")}</style>");
        output.WriteLine($"<script>\n{Resource("Page.theme.js")}</script>");
        output.WriteLine("</head>");
        output.WriteLine("<body>");
        output.WriteLine("<a class=\"skip\" href=\"#content\">Skip to the content</a>");
        WriteFrame(output, reports);
        output.WriteLine("<main id=\"content\" tabindex=\"-1\">");
        foreach (var report in reports)
        {
            WriteSection(output, report, failed);
        }

        WriteGlossary(output);
        output.WriteLine("</main>");
        output.WriteLine("<footer><p>Charts are drawn by <a href=\"https://plotly.com/javascript/\">plotly.js</a>, which is part of this "
            + "file (MIT licence, © Plotly Technologies Inc.). Nothing is loaded from elsewhere.</p></footer>");
        output.WriteLine($"<script>\n{Resource("Vendored.plotly-cartesian.min.js")}\n</script>");
        output.WriteLine($"<script>\n{Resource("Page.report.js")}{script}</script>");
        output.WriteLine("</body>");
        output.WriteLine("</html>");
    }

    /// <summary>Writes one recipe's section.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="report">The recipe.</param>
    /// <param name="failed">Gets what cannot be shown.</param>
    public static void WriteSection(TextWriter output, RecipeReport report, Action<string, Exception>? failed = null)
    {
        failed ??= (_, _) => { };
        var id = Html.Id(report.Name);
        output.WriteLine($"<section class=\"recipe\" id=\"{id}\" aria-labelledby=\"{id}-question\">");
        output.WriteLine($"<p class=\"name\">{Html.Text(report.Name)}</p>");
        output.WriteLine($"<h2 id=\"{id}-question\">{Html.Text(report.Question)}</h2>");
        output.WriteLine($"<p class=\"answer\">{Html.Text(Answer.Of(report))}</p>");
        output.WriteLine($"<p class=\"source\">After {Link(report.Source)}. Results: {Html.Text(report.Basis)}.</p>");
        WriteWarnings(output, report);
        if (report.Charts.Count > 0)
        {
            output.WriteLine("<h3>Charts</h3>");
            foreach (var chart in report.Charts)
            {
                FigureSection.Write(output, report, chart, failed);
            }
        }

        foreach (var table in report.Tables)
        {
            WriteTable(output, table);
        }

        if (report.Claims.Count > 0)
        {
            ClaimsTable.Write(output, report);
        }

        HowItWasRun.Write(output, report);
        output.WriteLine("</section>");
    }

    /// <summary>Writes what the page says of all recipes above their sections: its heading and its navigation.</summary>
    internal static void WriteFrame(TextWriter output, IReadOnlyList<RecipeReport> reports)
    {
        WriteHeader(output, reports);
        WriteNavigation(output, reports);
    }

    /// <summary>A source, linked where it can be read.</summary>
    internal static string Link(Source source) => source.Link is { } address
        ? $"<a href=\"{Html.Text(address)}\">{Html.Text($"{source}")}</a>" : Html.Text($"{source}");

    private static void WriteHeader(TextWriter output, IReadOnlyList<RecipeReport> reports)
    {
        var claims = reports.SelectMany(report => report.Claims).ToList();
        var verdicts = string.Join(", ", claims.CountBy(claim => claim.Verdict).OrderBy(count => count.Key)
            .Select(count => $"{count.Value} {count.Key.InWords()}"));
        output.WriteLine("<header>");
        output.WriteLine($"<h1>{Title}</h1>");
        output.WriteLine($"<p>{NumberText.Count(reports.Count, "question")} about training neural networks, answered by training them. "
            + (claims.Count == 0 ? "</p>" : $"{NumberText.Count(claims.Count, "claim")} from textbooks and papers: {verdicts}.</p>"));
        output.WriteLine("<button type=\"button\" class=\"theme\" hidden>Dark mode</button>");
        output.WriteLine("</header>");
    }

    private static void WriteNavigation(TextWriter output, IReadOnlyList<RecipeReport> reports)
    {
        output.WriteLine("<nav aria-label=\"Recipes\"><ul>");
        foreach (var report in reports)
        {
            var counts = report.Claims.CountBy(claim => claim.Verdict).OrderBy(count => count.Key)
                .Select(count => $"<span class=\"{ClassOf(count.Key)}\"><span aria-hidden=\"true\">{MarkOf(count.Key)}</span>"
                    + $"{count.Value}<span class=\"unseen\"> {count.Key.InWords()}</span></span>");
            output.WriteLine($"<li><a href=\"#{Html.Id(report.Name)}\">{Html.Text(report.Name)}</a> "
                + $"<span class=\"counts\">{string.Join(' ', counts)}</span></li>");
        }

        output.WriteLine("<li><a href=\"#glossary\">Glossary</a></li>");
        output.WriteLine("</ul></nav>");
    }

    private static void WriteTable(TextWriter output, PrintedTable table)
    {
        var heads = table.Columns.Select(column => $"<th scope=\"col\">{Html.Text(column)}</th>");
        output.WriteLine($"<h3>{Html.Text(table.Title)}</h3>");
        output.WriteLine($"<div class=\"wide\"><table><thead><tr>{string.Concat(heads)}</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            var cells = row.Skip(1).Select(text => $"<td>{Html.Text(text)}</td>");
            output.WriteLine($"<tr><th scope=\"row\">{Html.Text(row[0])}</th>{string.Concat(cells)}</tr>");
        }

        output.WriteLine("</tbody></table></div>");
    }

    private static void WriteWarnings(TextWriter output, RecipeReport report)
    {
        var results = report.Results;
        var missing = results.Gaps.Sum(gap => gap.Seeds.Count);
        var departures = results.Variants.SelectMany(results.DeparturesOf).CountBy(departure => departure).Select(changed =>
            $"<strong>{Html.Text($"{changed.Key.Setting}={changed.Key.Value}")}</strong> instead of {Html.Text(changed.Key.Published)}"
                + (changed.Value == results.Variants.Count ? "" : $" (in {changed.Value} of {results.Variants.Count} variants)")).ToList();
        string[] warnings =
        [
            .. results.Quick ? ["<strong>Quick run:</strong> too short to decide anything."] : (string[])[],
            .. results.Synthetic ? ["<strong>Synthetic digits,</strong> not MNIST."] : (string[])[],
            .. departures.Count > 0 ? [$"<strong>Other settings than published:</strong> {string.Join("; ", departures)}."] : (string[])[],
            .. missing > 0 ? [$"<strong>{NumberText.Count(missing, "cell")} of {missing + results.Cells:N0} missing:</strong> "
                + $"{Html.Text(string.Join("; ", results.Gaps))}."] : (string[])[],
            .. report.Diverged.Count > 0
                ? [$"<strong>Diverged:</strong> {Html.Text(string.Join(" ", report.Diverged))}"] : (string[])[],
        ];
        if (warnings.Length > 0)
        {
            output.WriteLine("<ul class=\"warnings\">");
            warnings.ToList().ForEach(warning => output.WriteLine($"<li>{warning}</li>"));
            output.WriteLine("</ul>");
        }
    }

    private static void WriteGlossary(TextWriter output)
    {
        output.WriteLine("<section id=\"glossary\" aria-labelledby=\"glossary-title\">");
        output.WriteLine("<h2 id=\"glossary-title\">Glossary</h2>");
        output.WriteLine("<dl>");
        foreach (var (term, meaning) in Glossary.Terms)
        {
            output.WriteLine($"<div><dt>{Html.Text(term)}</dt><dd>{Html.Text(meaning)}</dd></div>");
        }

        output.WriteLine("</dl>");
        output.WriteLine("</section>");
    }

    /// <summary>The class of a verdict in the style sheet.</summary>
    internal static string ClassOf(Verdict verdict) => verdict.InWords().Replace(' ', '-');

    /// <summary>A sign for a verdict, beside its colour.</summary>
    internal static string MarkOf(Verdict verdict) => verdict switch
    {
        Verdict.Supported => "✓",
        Verdict.Refuted => "✗",
        Verdict.Inconclusive => "?",
        _ => "–",
    };

    internal static string Resource(string name)
    {
        var full = $"{typeof(ReportPage).Namespace}.{name}";
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream(full)
            ?? throw new InvalidOperationException($"The engine was built without a part of its report page: there is no resource {full}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
