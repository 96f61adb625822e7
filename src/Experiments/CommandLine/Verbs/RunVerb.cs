using System.CommandLine;
using Experiments.CommandLine.Diagnostics;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary><c>run</c>: trains what is missing, sums up, and draws the charts.</summary>
internal static class RunVerb
{
    public static Command Create(Func<ParseResult, CommandContext> open)
    {
        var options = new RunOptions();
        return StudyOptions.Verb(
            "run", "Train each variant over several seeds, print a summary and draw charts. "
                + "Cells that are stored already are not trained again.",
            (parsed, request) => Run(open(parsed), request, mistakes => options.Read(parsed, mistakes)), options.All);
    }

    private static int Run(CommandContext context, StudyRequest request, Func<List<string>, RunChoices> read)
    {
        var options = read(context.Mistakes);
        var recipes = Catalog.NamedOrAll(context, request.Names, options.All, "run");
        var choice = new DataChoice(context, request.DataSet);
        choice.Check();
        if (options.Detach && (context.Json || options.TensorBoard is not null))
        {
            context.Mistakes.Add("With --detach there are no results yet: leave --json and --tensorboard to the command that waits.");
        }

        _ = EventFiles.In(context, options.TensorBoard); // its mistakes belong to the others
        var studies = recipes.Select(recipe => (Recipe: recipe, Study: request.Of(recipe, context.Mistakes)!)).ToList();
        context.Checked();
        choice.CheckNumbers(studies.Select(pair => pair.Study));
        var models = ModelCheck.Distinct(studies.SelectMany(pair => pair.Study.Variants));
        if (context.Terminal.Variable(ModelChecks.Variable) is { Length: > 0 } size)
        {
            return ModelChecks.Answer(context, models, size);
        }

        context.Interrupt.Listen();
        return options.DryRun ? DryRun.Show(context, studies, choice, options, request)
            : Train(context, request, options, studies, models, choice);
    }

    private static int Train(
        CommandContext context, StudyRequest request, RunChoices options, IReadOnlyList<(Recipe Recipe, Study Study)> studies,
        IReadOnlyList<(Model Model, Loss Loss)> models, DataChoice choice)
    {
        context.Interrupt.OnInterrupted = () => context.Warn(
            $"interrupted before anything was trained. To begin again: {context.CommandLine}");
        var data = studies.Any(pair => pair.Study.NeedsImages) ? choice.Open(studies.Select(pair => pair.Study)) : DataSet.None;
        var runs =
            (from pair in studies
             let images = pair.Study.NeedsImages ? data : DataSet.None
             select new RecipeRun(context, request, options, pair.Recipe, pair.Study, images)).ToList();
        if (models.Count > 0 && runs.Any(run => run.HasWork))
        {
            var checks = new ModelChecks(context, models, new(data.Training.Height, data.Training.Width)).ByModel();
            runs.ForEach(run => run.Check(checks));
        }

        runs.ForEach(run => run.Submit());
        if (options.Detach)
        {
            choice.WarnIfReplaced(data);
            return ExitCode.Done;
        }

        var outcomes = runs.Select(run => run.Carry()).ToList();
        if (context.Json)
        {
            JsonOutput.Write(context.Out, outcomes.Select(outcome => outcome.Json));
        }

        choice.WarnIfReplaced(data);
        return outcomes.Max(outcome => outcome.ExitCode);
    }
}
