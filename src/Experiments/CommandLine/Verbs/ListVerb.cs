using System.CommandLine;
using System.Text.Json.Nodes;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary><c>list</c>: the recipes and their questions.</summary>
internal static class ListVerb
{
    public static Command Create(Func<ParseResult, CommandContext> open)
    {
        var command = new Command("list", "The recipes, a line each: name and question.");
        command.SetAction(parsed => Run(open(parsed)));
        return command;
    }

    private static int Run(CommandContext context)
    {
        var recipes = context.Catalog.Recipes;
        if (context.Json)
        {
            JsonOutput.Write(context.Out, JsonOutput.Array(recipes, recipe => new JsonObject { ["name"] = recipe.Name, ["question"] = recipe.Question }));
            return ExitCode.Done;
        }

        var table = new TextTable("", "") { IsText = true };
        foreach (var recipe in recipes)
        {
            table.Add(recipe.Name, recipe.Question);
        }

        table.Write(context.Out, context.Color);
        return ExitCode.Done;
    }
}
