using System.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary><c>verify</c>: what stored results say of every claim. Trains nothing.</summary>
internal static class VerifyVerb
{
    public static Command Create(Func<ParseResult, Session> open)
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

    private static int Run(Session session, Wish wish, bool all, bool markdown)
    {
        var mistakes = new List<string>();
        if (all == wish.Names.Count > 0)
        {
            mistakes.Add(all
                ? "--all means every recipe that has results: leave the names out, or --all."
                : $"'verify' takes one recipe or more, or --all. Known: {string.Join(", ", session.Catalog.Recipes.Select(recipe => recipe.Name))}.");
        }

        if (markdown && session.Json)
        {
            mistakes.Add("--json and --markdown are two forms of the same: choose one.");
        }

        var recipes = session.Catalog.FindAll(wish.Names, mistakes);
        UsageException.ThrowIfAny(mistakes);
        var verified = all ? AllVerified.Of(session, wish) : [.. recipes.Select(recipe => Verified.Of(recipe, StoredResults.Read(session, recipe, wish), wish))];
        Write(session, verified, markdown);
        return verified.Any(one => one.Contradicts) ? ExitCode.NotBorneOut : StoredResults.ExitCodeOf(verified.Select(one => one.Results));
    }

    private static void Write(Session session, IReadOnlyList<Verified> verified, bool markdown)
    {
        if (session.Json)
        {
            JsonOutput.Write(session.Out, JsonOutput.Array(verified, one => one.ToJson()));
            return;
        }

        foreach (var (index, one) in verified.Index())
        {
            if (index > 0)
            {
                session.Out.WriteLine();
            }

            if (one.Judgements.Count == 0)
            {
                session.Say($"{one.Recipe.Name} makes no claims");
            }
            else if (markdown)
            {
                session.Out.WriteLine($"### {one.Recipe.Name}: {one.Recipe.Question}");
                session.Out.WriteLine();
                ClaimTable.WriteMarkdown(session.Out, one);
            }
            else
            {
                ClaimTable.Write(session, one);
            }
        }
    }
}
