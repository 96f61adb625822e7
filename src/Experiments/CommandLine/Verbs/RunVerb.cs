using System.CommandLine;
using Experiments.CommandLine.Diagnostics;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.Data;
using Experiments.Running;

namespace Experiments.CommandLine.Verbs;

/// <summary><c>run</c>: trains what is missing, sums up, and draws the charts.</summary>
internal static class RunVerb
{
    public static Command Create(Func<ParseResult, CommandContext> open)
    {
        var (study, run) = (new StudyOptions(), new RunOptions());
        var command = new Command("run", "Train the variants of recipes over several seeds, then sum up and draw the charts. What is stored already is not trained again.");
        study.AddTo(command);
        run.AddTo(command);
        command.SetAction(parsed =>
        {
            var mistakes = new List<string>();
            return Run(open(parsed), study.Read(parsed), run.Read(parsed, mistakes), mistakes);
        });
        return command;
    }

    private static int Run(CommandContext context, StudyRequest request, RunChoices options, List<string> mistakes)
    {
        var studies = Studies(context, request, options, mistakes);
        if (context.Terminal.Variable(ModelChecks.Variable) is { Length: > 0 } size)
        {
            return ModelChecks.Answer(context, ModelCheck.Distinct(studies.SelectMany(one => one.Study.Variants)), size);
        }

        context.Interrupt.Listen();
        if (options.DryRun)
        {
            return DryRun.Show(context, studies, request, options);
        }

        context.Interrupt.OnInterrupted = () => context.Warn($"interrupted before anything was trained. To begin again: {context.CommandLine}");
        var data = studies.Any(one => one.Study.NeedsImages) ? OpenedData.Open(context, request.DataSet) : DataSet.None;
        UsageException.ThrowIfAny([.. studies.SelectMany(one => StudyValidation.Mistakes(one.Study, data)).Select(mistake => mistake.TrimEnd('.') + ".")]);
        var runs = studies.Select(one => new RecipeRun(context, request, options, one.Recipe, one.Study, one.Study.NeedsImages ? data : DataSet.None)).ToList();
        var models = ModelCheck.Distinct(studies.SelectMany(one => one.Study.Variants));
        if (models.Count > 0 && runs.Any(run => run.HasWork))
        {
            var checks = new ModelChecks(context, models, new(data.Training.Height, data.Training.Width)).ByModel();
            runs.ForEach(run => run.Check(checks));
        }

        var outcomes = runs.Select(run => run.Carry()).ToList();
        if (context.Json)
        {
            JsonOutput.Write(context.Out, outcomes.Select(outcome => outcome.ToJson()));
        }

        return outcomes.Max(outcome => outcome.ExitCode);
    }

    private static List<(Recipe Recipe, Study Study)> Studies(CommandContext context, StudyRequest request, RunChoices options, List<string> mistakes)
    {
        if (options.All == request.Names.Count > 0)
        {
            mistakes.Add(options.All
                ? "--all means every recipe: leave the names out, or --all."
                : $"'run' takes one recipe or more, or --all. Known: {string.Join(", ", context.Catalog.Recipes.Select(recipe => recipe.Name))}.");
        }

        var recipes = options.All ? context.Catalog.Recipes : context.Catalog.FindAll(request.Names, mistakes);
        OpenedData.Check(context, request.DataSet, mistakes);
        var studies = recipes.Select(recipe => (recipe, request.Of(recipe, mistakes)!)).ToList();
        UsageException.ThrowIfAny(mistakes);
        OpenedData.CheckNumbers(context, request.DataSet, studies.Select(one => one.Item2), mistakes);
        UsageException.ThrowIfAny(mistakes);
        return studies;
    }
}
