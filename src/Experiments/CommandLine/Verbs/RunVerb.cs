using System.CommandLine;
using System.Text.Json.Nodes;
using Experiments.CommandLine.Diagnostics;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.Data;
using Experiments.Running;

namespace Experiments.CommandLine.Verbs;

/// <summary><c>run</c>: trains what is missing, sums up, and draws the charts.</summary>
internal static class RunVerb
{
    public static Command Create(Func<ParseResult, Session> open)
    {
        var (options, how) = (new StudyOptions(), new RunOptions());
        var command = new Command("run", "Train the variants of recipes over several seeds, then sum up and draw the charts. What is stored already is not trained again.");
        options.AddTo(command);
        how.AddTo(command);
        command.SetAction(parsed =>
        {
            var mistakes = new List<string>();
            return Run(open(parsed), options.Read(parsed), how.Read(parsed, mistakes), mistakes);
        });
        return command;
    }

    private static int Run(Session session, Wish wish, RunChoices how, List<string> mistakes)
    {
        var studies = Studies(session, wish, how, mistakes);
        if (session.Terminal.Variable(ModelChecks.Variable) is { Length: > 0 } pixels)
        {
            return ModelChecks.Answer(session, ModelCheck.Distinct(studies.SelectMany(one => one.Study.Variants)), pixels);
        }

        session.Interrupt.Listen();
        if (how.DryRun)
        {
            return DryRun.Show(session, studies, wish, how);
        }

        session.Interrupt.LastWords = () => session.Complain($"interrupted before anything was trained. To begin again: {session.CommandLine}");
        var data = studies.Any(one => one.Study.NeedsImages) ? OpenedData.Open(session, wish.DataSet) : DataSet.None;
        UsageException.ThrowIfAny([.. studies.SelectMany(one => Plan.Mistakes(one.Study, data)).Select(mistake => mistake.TrimEnd('.') + ".")]);
        var runs = studies.Select(one => new RecipeRun(session, wish, how, one.Recipe, one.Study, one.Study.NeedsImages ? data : DataSet.None)).ToList();
        var models = ModelCheck.Distinct(studies.SelectMany(one => one.Study.Variants));
        if (models.Count > 0 && runs.Any(run => run.HasWork))
        {
            var checks = ModelChecks.Of(session, models, data.Training.Height * data.Training.Width);
            runs.ForEach(run => run.Check(checks));
        }

        var outcomes = runs.Select(run => run.Carry()).ToList();
        if (session.Json)
        {
            JsonOutput.Write(session.Out, new JsonArray([.. outcomes.Select(outcome => outcome.ToJson())]));
        }

        return outcomes.Max(outcome => outcome.ExitCode);
    }

    private static List<(Recipe Recipe, Study Study)> Studies(Session session, Wish wish, RunChoices how, List<string> mistakes)
    {
        if (how.All == wish.Names.Count > 0)
        {
            mistakes.Add(how.All
                ? "--all means every recipe: leave the names out, or --all."
                : $"'run' takes one recipe or more, or --all. Known: {string.Join(", ", session.Catalog.Recipes.Select(recipe => recipe.Name))}.");
        }

        var recipes = how.All ? session.Catalog.Recipes : session.Catalog.FindAll(wish.Names, mistakes);
        OpenedData.Check(session, wish.DataSet, mistakes);
        var studies = recipes.Select(recipe => (recipe, wish.Of(recipe, mistakes)!)).ToList();
        UsageException.ThrowIfAny(mistakes);
        OpenedData.CheckNumbers(session, wish.DataSet, studies.Select(one => one.Item2), mistakes);
        UsageException.ThrowIfAny(mistakes);
        return studies;
    }
}
