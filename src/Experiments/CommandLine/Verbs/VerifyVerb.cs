using System.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary><c>verify</c>: what stored results say of every claim. Trains nothing.</summary>
internal static class VerifyVerb
{
    public static Command Create(Func<ParseResult, CommandContext> open)
    {
        var options = new StudyOptions();
        var all = new Option<bool>("--all") { Description = "Every recipe that has results" };
        var markdown = new Option<bool>("--markdown") { Description = "As a Markdown table" };
        var command = new Command("verify", "Which of the sentences that recipes test are borne out by stored results. Ends with 4 if one is not.");
        options.AddTo(command);
        command.Options.Add(all);
        command.Options.Add(markdown);
        command.SetAction(parsed => Run(open(parsed), options.Read(parsed), parsed.GetValue(all), parsed.GetValue(markdown)));
        return command;
    }

    private static int Run(CommandContext context, StudyRequest request, bool all, bool markdown)
    {
        var mistakes = new List<string>();
        if (all == request.Names.Count > 0)
        {
            mistakes.Add(all
                ? "--all means every recipe that has results: leave the names out, or --all."
                : $"'verify' takes one recipe or more, or --all. Known: {string.Join(", ", context.Catalog.Recipes.Select(recipe => recipe.Name))}.");
        }

        if (markdown && context.Json)
        {
            mistakes.Add("--json and --markdown are two forms of the same: choose one.");
        }

        var recipes = context.Catalog.FindAll(request.Names, mistakes);
        UsageException.ThrowIfAny(mistakes);
        var report = all ? ClaimReport.All(context, request) : [.. recipes.Select(recipe => ClaimReport.Of(recipe, StoredResults.Read(context, recipe, request), request))];
        Write(context, report, markdown);
        return report.Any(one => one.Contradicts) ? ExitCode.NotBorneOut : StoredResults.ExitCodeOf(report.Select(one => one.Results));
    }

    private static void Write(CommandContext context, IReadOnlyList<ClaimReport> report, bool markdown)
    {
        if (context.Json)
        {
            JsonOutput.Write(context.Out, JsonOutput.Array(report, one => one.ToJson()));
            return;
        }

        foreach (var (index, one) in report.Index())
        {
            if (index > 0)
            {
                context.Out.WriteLine();
            }

            if (one.Judgements.Count == 0)
            {
                context.Info($"{one.Recipe.Name} makes no claims");
            }
            else if (markdown)
            {
                context.Out.WriteLine($"### {one.Recipe.Name}: {one.Recipe.Question}");
                context.Out.WriteLine();
                ClaimTable.WriteMarkdown(context.Out, one);
            }
            else
            {
                ClaimTable.Write(context, one);
            }
        }
    }
}
