using Experiments.CommandLine.Diagnostics;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Progress;

namespace Experiments.CommandLine.Verbs;

/// <summary>Computes the missing cells of a plan on this machine.</summary>
internal sealed class PlanTraining(CommandContext context, Recipe recipe, Plan plan, DataSet data, int jobs, bool failFast)
{
    private readonly ResultStore store = context.Store;
    private IReadOnlyDictionary<(Model Model, Loss Loss), ModelCheck> checks = new Dictionary<(Model Model, Loss Loss), ModelCheck>();

    /// <summary>Compares the models with those that stored cells were trained with.</summary>
    /// <exception cref="FailureException">A model has changed under its name.</exception>
    public void Check(IReadOnlyDictionary<(Model Model, Loss Loss), ModelCheck> found)
    {
        checks = found;
        List<PlannedVariant> stored = [.. plan.Variants.Where(variant => !variant.Forced && store.Seeds(variant.Key).Count > 0)];
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

    /// <summary>Computes them.</summary>
    /// <param name="others">What also hears how it goes; nulls are passed over.</param>
    /// <returns>What failed.</returns>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public IReadOnlyList<RunFailure> Run(params IReadOnlyList<IProgress<RunEvent>?> others)
    {
        var progress = Display(context, recipe, plan);
        var runner = new Runner(store, [progress, .. others])
        {
            Jobs = jobs, FailFast = failFast, CheckpointEvery = CheckpointEvery,
            Circumstances = Provenance.Of(context, jobs, data), Fingerprint = Fingerprint,
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

    /// <summary>What shows how a plan is carried out.</summary>
    public static RunProgress Display(CommandContext context, Recipe recipe, Plan plan)
    {
        var error = context.Terminal.Error;
        return context.Quiet ? new RunProgress(plan, note => context.Warn($"{recipe.Name}, {note}"), quiet: true)
            : context.Terminal.ErrorIsTerminal ? new LiveProgress(plan, error, context.AllowsColor) { ShowsTrainers = context.Verbose }
            : new ProgressLines(plan, error) { ShowsTrainers = context.Verbose };
    }

    /// <summary>Finds out whether a folder can be written: better known before hours of training than after.</summary>
    /// <exception cref="FailureException">It cannot.</exception>
    public static void CheckWritable(string what, string folder, string option)
    {
        if (Diagnosis.WritingProblem(folder) is { } problem)
        {
            throw new FailureException($"{what} cannot be written to {folder}: {problem} Choose another folder with {option}.");
        }
    }

    private bool Fits(PlannedVariant variant) =>
        Fingerprint(variant.Variant) is not { } now || store.Fingerprints(variant.Key).All(then => ModelFingerprint.Fit(now, then));

    private string? Fingerprint(Variant variant) =>
        variant.Workload is Model model ? checks.GetValueOrDefault((model, variant.Settings.Loss))?.Fingerprint : null;

    // A minute, unless somebody wants to see what happens.
    private TimeSpan CheckpointEvery =>
        double.TryParse(context.Terminal.Variable("EXPERIMENTS_CHECKPOINT_SECONDS"), CultureInfo.InvariantCulture, out var seconds)
        && seconds is >= 0 and < 1e6
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.FromMinutes(1);
}
