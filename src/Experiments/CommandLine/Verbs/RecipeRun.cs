using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.CommandLine.Progress;
using Experiments.Reports.Live;

namespace Experiments.CommandLine.Verbs;

/// <summary>Carries out one recipe's study.</summary>
internal sealed class RecipeRun(CommandContext context, StudyRequest request, RunChoices options, Recipe recipe, Study study, DataSet data)
{
    private readonly ResultStore store = context.Store;
    private readonly EventFiles? events = EventFiles.In(context, options.TensorBoard);
    private readonly Plan plan = Plan.Make(study, data.Sha256, context.Store, options.Force);
    private PlanTraining? training;
    private QueuedTraining? queued;

    /// <summary>Whether cells are missing.</summary>
    public bool HasWork => plan.HasWork;

    private PlanTraining Training => training ??= new(context, recipe, plan, data, options.Jobs, options.FailFast);

    /// <summary>Compares the models with those that stored cells were trained with.</summary>
    /// <exception cref="FailureException">A model has changed under its name.</exception>
    public void Check(IReadOnlyDictionary<(Model Model, Loss Loss), ModelCheck> found) => Training.Check(found);

    /// <summary>Puts the missing cells into the queue, if they are to be computed there.</summary>
    /// <exception cref="FailureException">They cannot be put there.</exception>
    public void Submit()
    {
        if (options.Slurm is { } slurm && plan.MissingCells > 0)
        {
            CheckFolders();
            queued = new(context, request, recipe, plan, data, slurm);
            queued.Submit();
        }
        else if (options.Slurm is { } without)
        {
            new QueuedTraining(context, request, recipe, plan, data, without).Tidy();
        }
    }

    /// <summary>Trains what is missing and shows what came out.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public RunOutcome Carry()
    {
        context.Interrupt.OnInterrupted = SayInterrupted;
        study.Notes.ToList().ForEach(context.Info);
        if (!plan.HasWork)
        {
            context.Info(PlanText.Line(recipe, plan, data.Name));
        }
        else if (!context.Quiet)
        {
            PlanText.Write(context.Terminal.Error, recipe, plan, data.Name);
        }

        events?.Write(plan);
        var failures = !plan.HasWork ? [] : queued is not null ? queued.Wait(options.FailFast, events, WordsFromAnywhere) : Train();
        StaleFiles.Clear(plan, store);

        // What is there now: cells may have failed, and others may have changed the folder meanwhile.
        var stored = new StoredStudy(recipe, study, data.Sha256, data.Name, store);
        var outcome = RunOutcome.Show(context, request, recipe, plan, failures, stored, isQueued: queued is not null);
        var left = Cells - Kept - failures.Count(failure => failure.Seed is not null);
        if (options.FailFast && left > 0)
        {
            context.Warn(
                $"stopped at the first failure: {NumberText.Count(left, "cell")} of {recipe.Name} {(left == 1 ? "was" : "were")} not "
                    + $"trained. To go on: {CommandToGoOn}");
        }

        return outcome;
    }

    private IReadOnlyList<RunFailure> Train()
    {
        CheckFolders();
        using var file = new ProgressFile(
            plan, recipe.Name, context.CommandLine, WordsFromAnywhere, RunUnderWay.NewIn(context.ResultsFolder, recipe.Name));
        context.Interrupt.OnInterrupted = () =>
        {
            file.Dispose();
            SayInterrupted();
        };
        return Training.Run(events, file);
    }

    private void CheckFolders()
    {
        PlanTraining.CheckWritable("Results", Path.Combine(context.ResultsFolder, recipe.Name), "--results");
        PlanTraining.CheckWritable("Charts", Path.Combine(context.PlotsFolder, recipe.Name), "--plots");
    }

    // What was asked for, as somebody in another folder would ask for it.
    private IReadOnlyList<string> WordsFromAnywhere => (request with
    {
        DataSet = request.DataSet is { } images && !DataSets.Choices.Contains(images)
            ? Path.GetFullPath(images, context.Terminal.CurrentFolder) : request.DataSet,
    }).Words(recipe.Name);

    private void SayInterrupted()
    {
        if (context.Terminal.ErrorIsTerminal)
        {
            LiveProgress.ShowCursor(context.Terminal.Error);
        }

        var underWay = plan.Cells.Count(cell => File.Exists(new Checkpoint(cell, store.FolderOf(cell.Variant.Key)).Path));
        var continues = underWay == 0 ? ""
            : $", and {NumberText.Count(underWay, "cell")} under way {(underWay == 1 ? "continues" : "continue")} from a checkpoint";
        context.Warn(
            $"interrupted: {Kept:N0} of {NumberText.Count(Cells, "cell")} of {recipe.Name} are kept in "
                + $"{context.Terminal.Shorten(context.ResultsFolder)}{continues}. To go on: {CommandToGoOn}");
    }

    private string CommandToGoOn => context.Terminal.Command(context.Arguments.Where(word => word != "--force"));

    private int Cells => plan.Variants.Count * study.Seeds.Count;

    // Counted on disk, since cells may have been finished since the plan was made.
    private int Kept => plan.Variants.Sum(variant => study.Seeds.Count(seed => store.IsSound(variant.Key, seed)));
}
