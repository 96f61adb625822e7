using System.IO.Compression;
using Experiments.Charts;

namespace Experiments.Reports;

/// <summary>Settings, machine, versions, times, the command that reproduces the results, and the results to be downloaded.</summary>
internal static class HowItWasRun
{
    // All rows of more text than this would make the page too large: then means over seeds.
    private const int MostText = 600_000;

    public static void Write(TextWriter output, RecipeReport report)
    {
        output.WriteLine("<h3>How it was run</h3>");
        WriteFacts(output, report);
        if (report.Command.Length > 0)
        {
            output.WriteLine($"<p>To reproduce: <code class=\"command\">{Html.Text(report.Command)}</code></p>");
        }

        WriteDownload(output, report);
        WriteTable(output, $"{NumberText.Count(report.Variants.Count, "variant")}", ["Variant", "Model and own settings"],
            report.Variants.Select(variant => new[] { variant.Name, variant.Description }), departed: _ => false);
        var departures = report.Results.Variants.SelectMany(report.Results.DeparturesOf).ToLookup(departure => departure.Setting);
        WriteTable(output, departures.Count > 0 ? $"Settings, {NumberText.Count(departures.Count, "departure")} from the published run"
                : "Settings, all as published", ["Setting", "Value", "Meaning"],
            report.Settings.Select(setting => new[]
            {
                setting.Name,
                setting.Value + (departures.Contains(setting.Name) ? $" (published: {departures[setting.Name].First().Published})" : ""),
                setting.Meaning,
            }), departed: cells => departures.Contains(cells[0]));
    }

    private static void WriteFacts(TextWriter output, RecipeReport report)
    {
        var runs = report.Runs;
        if (runs.Count == 0)
        {
            return;
        }

        var dates = All("date").Select(date => date.Split('T')[0]).Order(StringComparer.Ordinal).ToList();
        var seconds = runs.Sum(run => run.SecondsPerSeed * run.Seeds.Count ?? 0);
        (string Name, string Value)[] facts =
        [
            ("Cells", $"{NumberText.Count(report.Results.Cells, "cell")} ({NumberText.Count(report.Results.Variants.Count, "variant")}, "
                + $"{NumberText.SeedsInWords(report.Results.Seeds)})"),
            ("Time", $"{NumberText.Time(TimeSpan.FromSeconds(seconds))} of computing in all"),
            ("When", dates.Count == 0 ? "" : dates[0] == dates[^1] ? dates[0] : $"{dates[0]} to {dates[^1]}"),
            ("Machine", string.Join("; ", runs.Select(MachineOf).Where(text => text.Length > 0).Distinct())),
            ("System", string.Join("; ", All("os"))),
            ("Versions", string.Join("; ", new[]
            {
                Versions("engine", "engine"), Versions(".NET", "dotnet"), Versions("TorchSharp", "TorchSharp"),
            }.Where(text => text.Length > 0))),
            ("Results", report.Results.Hash),
        ];
        output.WriteLine("<dl class=\"facts\">");
        foreach (var (name, value) in facts.Where(fact => fact.Value.Length > 0))
        {
            output.WriteLine($"<div><dt>{name}</dt><dd>{Html.Text(value)}</dd></div>");
        }

        output.WriteLine("</dl>");

        List<string> All(string name) => [.. runs.Select(run => Said(run, name)).Where(text => text.Length > 0).Distinct()];

        string Versions(string name, string key) => All(key) is { Count: > 0 } all
            ? $"{name} {string.Join(", ", all.Select(Short).Distinct())}".Replace(".NET .NET", ".NET", StringComparison.Ordinal) : "";
    }

    private static string MachineOf(CellProvenance run) =>
        Said(run, "processor") + (Said(run, "processors") is { Length: > 0 } count ? $", {count} processors" : "");

    private static string Said(CellProvenance run, string name) => run.Circumstances.GetValueOrDefault(name, "");

    // A version's commit by its first digits.
    private static string Short(string version) => version.Split('+') is [var number, { Length: > 10 } commit]
        ? $"{number}+{commit[..10]}" : version;

    private static void WriteDownload(TextWriter output, RecipeReport report)
    {
        if (report.Csv is null || report.Results.Cells == 0)
        {
            return;
        }

        var all = report.Csv();
        var (text, what) = all.Length <= MostText ? (all, "All rows of the results") : (MeansCsv.Of(report.Results), "Means over seeds");
        var bytes = Compressed(text);
        var file = $"{Html.Id(report.Name)}{(all.Length <= MostText ? "" : "-means")}.csv";
        var rest = report.TableCommand.Length == 0 ? ""
            : $" {(all.Length <= MostText ? "The same" : "All rows")}: <code class=\"command\">{Html.Text(report.TableCommand)}</code>";
        output.WriteLine($"<p class=\"download\"><button type=\"button\" data-file=\"{file}\">Download {file}</button> {what} as CSV, "
            + $"{Math.Max(1, text.Length / 1000):N0} KB.{rest}</p>");
        output.WriteLine($"<script type=\"application/gzip\">{Convert.ToBase64String(bytes)}</script>");
    }

    private static byte[] Compressed(string text)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.SmallestSize))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return stream.ToArray();
    }

    private static void WriteTable(
        TextWriter output, string title, string[] heads, IEnumerable<string[]> rows, Func<string[], bool> departed)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        output.WriteLine($"<details><summary>{Html.Text(title)}</summary><div class=\"wide\"><table>");
        output.WriteLine($"<thead><tr>{string.Concat(heads.Select(head => $"<th scope=\"col\">{head}</th>"))}</tr></thead><tbody>");
        foreach (var cells in all)
        {
            output.WriteLine($"<tr{(departed(cells) ? " class=\"departed\"" : "")}><th scope=\"row\">{Html.Text(cells[0])}</th>"
                + $"{string.Concat(cells.Skip(1).Select(cell => $"<td>{Html.Text(cell)}</td>"))}</tr>");
        }

        output.WriteLine("</tbody></table></div></details>");
    }
}
