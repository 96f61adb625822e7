using System.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary><c>verify</c>: checks claims against stored results. Trains nothing.</summary>
internal static class VerifyVerb
{
    public static Command Create(Func<ParseResult, CommandContext> open)
    {
        var all = new Option<bool>("--all") { Description = "Verify every recipe that has results" };
        var markdown = new Option<bool>("--markdown") { Description = "Print a Markdown table" };
        return StudyOptions.Verb(
            "verify", "Check each recipe's claims against stored results. Exit code 4 if any claim is refuted.",
            (parsed, request) => Run(open(parsed), request, parsed.GetValue(all), parsed.GetValue(markdown)), all, markdown);
    }

    private static int Run(CommandContext context, StudyRequest request, bool all, bool markdown)
    {
        var recipes = Catalog.NamedOrAll(context, request.Names, all, "verify");
        if (markdown && context.Json)
        {
            context.Mistakes.Add("Choose one of --json and --markdown.");
        }

        context.Checked();
        IReadOnlyList<ClaimReport> reports = all ? StoredResults.Reports(context, recipes, request)
            : [.. recipes.Select(recipe => StoredResults.Report(context, recipe, request))];
        if (context.Json)
        {
            JsonOutput.Write(context.Out, reports.Select(report => report.ToJson()));
        }
        else
        {
            Write(context, reports, markdown);
        }

        return reports.Any(report => report.AnyRefuted) ? ExitCode.ClaimRefuted
            : reports.Any(report => report.Problems.Any()) ? ExitCode.Failed
            : StoredResults.ExitCodeOf(reports.Select(report => report.Results));
    }

    private static void Write(CommandContext context, IReadOnlyList<ClaimReport> reports, bool markdown)
    {
        foreach (var (index, report) in reports.Where(report => report.Problem is null).Index())
        {
            if (index > 0)
            {
                context.Out.WriteLine();
            }

            if (report.Claims.Count == 0)
            {
                context.Info($"{report.Recipe.Name} has no claims");
            }
            else if (markdown)
            {
                context.Out.WriteLine($"### {report.Recipe.Name}: {Markdown.Escape(report.Recipe.Question)}");
                context.Out.WriteLine();
                ClaimTable.WriteMarkdown(report, context.Out);
            }
            else
            {
                ClaimTable.Write(report, context.Out, context.Color, context.Width);
            }
        }
    }
}
