using System.CommandLine;
using System.Text.Json.Nodes;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary><c>list</c>: the recipes and their questions.</summary>
internal static class ListVerb
{
    public static Command Create(Func<ParseResult, Session> open)
    {
        var command = new Command("list", "The recipes, a line each: name and question.");
        command.SetAction(parsed => Run(open(parsed)));
        return command;
    }

    private static int Run(Session session)
    {
        var recipes = session.Catalog.Recipes;
        if (session.Json)
        {
            JsonOutput.Write(session.Out, JsonOutput.Array(recipes, recipe => new JsonObject { ["name"] = recipe.Name, ["question"] = recipe.Question }));
            return ExitCode.Done;
        }

        var table = new TextTable("", "") { IsText = true };
        foreach (var recipe in recipes)
        {
            table.Add(recipe.Name, recipe.Question);
        }

        table.Write(session.Out, session.Color);
        return ExitCode.Done;
    }
}
