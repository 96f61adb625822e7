using System.CommandLine;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary><c>list</c>: the recipes and their questions.</summary>
internal static class ListVerb
{
    public static Command Create(Func<ParseResult, CommandContext> open)
    {
        var command = new Command("list", "List the recipes and their questions.");
        command.SetAction(parsed => Run(open(parsed).Checked()));
        return command;
    }

    private static int Run(CommandContext context)
    {
        var recipes = context.Catalog.Recipes;
        if (context.Json)
        {
            JsonOutput.Write(context.Out, recipes.Select(recipe => new { recipe.Name, recipe.Question }));
            return ExitCode.Done;
        }

        // Not a TextTable: loading Spectre.Console would take a third of this command's time.
        var width = recipes.Select(recipe => recipe.Name.Length).DefaultIfEmpty(0).Max();
        foreach (var recipe in recipes)
        {
            context.Out.WriteLine($"{recipe.Name.PadRight(width)}  {recipe.Question}");
        }

        return ExitCode.Done;
    }
}
