using Experiments.CommandLine.Diagnostics;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.CommandLine.Progress;

namespace Experiments.CommandLine.Verbs;

/// <summary>Carries out one recipe's study.</summary>
internal sealed class RecipeRun(CommandContext context, StudyRequest request, RunChoices options, Recipe recipe, Study study, DataSet data)
{
    private readonly ResultStore store = context.Store;
    private readonly EventFiles? events = EventFiles.In(context, options.TensorBoard);
    private readonly Plan plan = Plan.Make(study, data.Sha256, context.Store, options.Force);
    private IReadOnlyDictionary<(Model Model, Loss Loss), ModelCheck> checks = new Dictionary<(Model Model, Loss Loss), ModelCheck>();

    /// <summary>Whether cells are missing.</summary>
    public bool HasWork => plan.HasWork;

    /// <summary>Compares the models with those that stored cells were trained with.</summary>
    /// <exception cref="FailureException">A model has changed under its name.</exception>
    public void Check(IReadOnlyDictionary<(Model Model, Loss Loss), ModelCheck> found)
    {
        checks = found;
        List<PlannedVariant> stored = [.. plan.Variants.Where(variant => variant.Present.Count > 0)];
        foreach (var (variant, fits) in stored.Zip(ParallelReading.Of(stored, Fits)))
        {
            if (!fits)
            {
                throw new FailureException(
                    $"{recipe.Name}, {variant.Name}: {variant.Variant.Workload.Description} is not the model that the cells in "
                        + $"{context.Terminal.Shorten(store.FolderOf(variant.Key))} were trained with: its code has changed. "
                    + "Train them again with --force, or give the changed method another name.");
            }
        }
    }

    private bool Fits(PlannedVariant variant) =>
        Fingerprint(variant.Variant) is not { } now || store.Fingerprints(variant.Key).All(then => ModelFingerprint.Fit(now, then));

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
        var failures = plan.HasWork ? Train() : [];
        StaleFiles.Clear(plan, store);

        // What is there now: cells may have failed, and others may have changed the folder meanwhile.
        var stored = new StoredStudy(recipe, study, data.Sha256, data.Name, store);
        var outcome = RunOutcome.Show(context, request, recipe, plan, failures, stored);
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
        CheckWritable("Results", Path.Combine(context.ResultsFolder, recipe.Name), "--results");
        CheckWritable("Charts", Path.Combine(context.PlotsFolder, recipe.Name), "--plots");
        var error = context.Terminal.Error;
        var progress = context.Quiet ? new RunProgress(plan, note => context.Warn($"{recipe.Name}, {note}"), quiet: true)
            : context.Terminal.ErrorIsTerminal ? new LiveProgress(plan, error, context.AllowsColor) { ShowsTrainers = context.Verbose }
            : new ProgressLines(plan, error) { ShowsTrainers = context.Verbose };
        using var file = new ProgressFile(plan, recipe.Name, context.CommandLine, WordsFromAnywhere, context.ResultsFolder);
        context.Interrupt.OnInterrupted = () =>
        {
            file.Dispose();
            SayInterrupted();
        };
        var runner = new Runner(store, progress, events, file)
        {
            Jobs = options.Jobs, FailFast = options.FailFast, CheckpointEvery = CheckpointEvery,
            Circumstances = Provenance.Of(context, options.Jobs, data), Fingerprint = Fingerprint,
        };
        IReadOnlyList<RunFailure> failures = [];
        progress.Follow(() => failures = runner.Run(plan, data, context.Interrupt.Token));
        if (runner.DisplayProblem is { } problem)
        {
            context.Warn($"{recipe.Name}: progress was not shown in full: {problem.Message} No cell was lost.");
            context.Trace(problem);
        }

        return failures;
    }

    private string? Fingerprint(Variant variant) =>
        variant.Workload is Model model ? checks.GetValueOrDefault((model, variant.Settings.Loss))?.Fingerprint : null;

    // Better to know before hours of training than after.
    private static void CheckWritable(string what, string folder, string option)
    {
        if (Diagnosis.WritingProblem(folder) is { } problem)
        {
            throw new FailureException($"{what} cannot be written to {folder}: {problem} Choose another folder with {option}.");
        }
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

    // A minute, unless somebody wants to see what happens.
    private TimeSpan CheckpointEvery =>
        double.TryParse(context.Terminal.Variable("EXPERIMENTS_CHECKPOINT_SECONDS"), CultureInfo.InvariantCulture, out var seconds)
        && seconds is >= 0 and < 1e6
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.FromMinutes(1);

    private string CommandToGoOn => context.Terminal.Command(context.Arguments.Where(word => word != "--force"));

    private int Cells => plan.Variants.Count * study.Seeds.Count;

    // Counted on disk, since cells may have been finished since the plan was made.
    private int Kept => plan.Variants.Sum(variant => study.Seeds.Count(seed => store.IsSound(variant.Key, seed)));
}
