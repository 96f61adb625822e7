using System.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary><c>plot</c>: draws a recipe's charts anew from stored results.</summary>
internal static class PlotVerb
{
    public static Command Create(Func<ParseResult, CommandContext> open)
    {
        var options = new StudyOptions();
        var command = new Command("plot", "Draw the charts of recipes from stored results, without training.");
        options.AddTo(command);
        command.SetAction(parsed => Run(open(parsed), options.Read(parsed)));
        return command;
    }

    private static int Run(CommandContext context, StudyRequest request)
    {
        var mistakes = new List<string>();
        if (request.Names.Count == 0)
        {
            mistakes.Add($"'plot' takes one recipe or more. Known: {string.Join(", ", context.Catalog.Recipes.Select(recipe => recipe.Name))}.");
        }

        var recipes = context.Catalog.FindAll(request.Names, mistakes);
        UsageException.ThrowIfAny(mistakes);
        var results = recipes.Select(recipe => (Recipe: recipe, Results: StoredResults.Read(context, recipe, request))).ToList();
        var paths = results.SelectMany(one => ChartFiles.Draw(context, one.Recipe, one.Results)).ToList();
        if (context.Json)
        {
            JsonOutput.Write(context.Out, new { Charts = paths, Missing = results.SelectMany(recipe => recipe.Results.Gaps) });
        }
        else
        {
            paths.ForEach(path => context.Out.WriteLine(context.Terminal.Shorten(path)));
        }

        return StoredResults.ExitCodeOf(results.Select(one => one.Results));
    }
}
