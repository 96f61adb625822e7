using System.CommandLine;
using Experiments.CommandLine.Diagnostics;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Progress;
using Experiments.Running.Slurm;

namespace Experiments.CommandLine.Verbs;

/// <summary>
/// <c>cells</c>: lists the cells that are missing, and computes some of a list. <c>run --on slurm</c> is made of these two.
/// </summary>
internal static class CellsVerb
{
    private static readonly TimeSpan BetweenWritings = TimeSpan.FromSeconds(5); // of as many tasks as run at once

    public static Command Create(Func<ParseResult, CommandContext> open)
    {
        var list = new Option<bool>("--list") { Description = "Print the cells that are missing, one line each" };
        var run = ValueOption.Text("--run", "FILE:FROM-TO", "Compute cells of such a list, by their numbers", Mistake);
        var jobs = ValueOption.Count("--jobs", "Cells computed at once (default: number of processors)", greatest: 1_024);
        var progress = ValueOption.Text("--progress", "FILE", "Say in FILE what is under way, as JSON, while it is computed");
        return StudyOptions.Verb(
            "cells", "List the missing cells, and compute some of a list: for queues of clusters and whatever else hands out work.",
            (parsed, request) => Run(
                open(parsed), request, parsed.GetValue(list), parsed.ValueOf(run), parsed.ValueOf(jobs) ?? Environment.ProcessorCount,
                parsed.ValueOf(progress)),
            list, run, jobs, progress);
    }

    /// <summary>A list of planned cells, with what is known of the time that they take.</summary>
    public static ListedStudy ListOf(
        CommandContext context, StudyRequest request, Recipe recipe, IReadOnlyList<PlannedCell> cells, DataSet data, int firstNumber)
    {
        var seconds = cells.Select(cell => cell.Variant.Key).Distinct().ToDictionary(
            key => key, key => context.Store.Seconds(key).Values.Select(time => (double?)time).Average());
        var usual = seconds.Values.Average();
        var words = request with
        {
            DataSet = data.Sha256 == DataSet.None.Sha256 ? null : data.IsSynthetic ? "synthetic"
                : Directory.Exists(data.Origin) ? Path.GetFullPath(data.Origin) : request.DataSet,
        };
        return new(words.Words(recipe.Name), data.Name, data.Sha256,
            [.. cells.Select((cell, at) => new ListedCell(
                firstNumber + at, cell.Variant.Key.Name, cell.Seed, seconds[cell.Variant.Key] ?? usual))]);
    }

    private static int Run(CommandContext context, StudyRequest request, bool list, string? range, int jobs, string? progress)
    {
        if (list == range is not null && context.Mistakes.Count == 0)
        {
            context.Mistakes.Add("'cells' takes either --list, with names of recipes, or --run FILE:FROM-TO.");
        }

        if (context.Json)
        {
            context.Mistakes.Add("'cells' has no JSON: its list is for programs as it is (docs/clusters.md).");
        }

        if (progress is not null && range is null)
        {
            context.Mistakes.Add("--progress goes with --run.");
        }

        context.Checked();
        context.Interrupt.Listen();
        return list ? List(context, request) : Compute(context, request, range!, jobs, progress);
    }

    private static int List(CommandContext context, StudyRequest request)
    {
        var recipes = Catalog.NamedOrAll(context, request.Names, all: false, "cells");
        var choice = new DataChoice(context, request.DataSet);
        choice.Check();
        var studies = recipes.Select(recipe => (Recipe: recipe, Study: request.Of(recipe, context.Mistakes)!)).ToList();
        context.Checked();
        choice.CheckNumbers(studies.Select(pair => pair.Study));
        var images = studies.Any(pair => pair.Study.NeedsImages) ? choice.Open(studies.Select(pair => pair.Study)) : DataSet.None;
        var (listed, cells) = (new List<ListedStudy>(), 0);
        foreach (var (recipe, study) in studies)
        {
            var data = study.NeedsImages ? images : DataSet.None;
            study.Notes.ToList().ForEach(context.Info);
            listed.Add(ListOf(context, request, recipe, Plan.Make(study, data.Sha256, context.Store).Cells, data, cells + 1));
            cells += listed[^1].Cells.Count;
        }

        new CellList(ProgramDigest.Of(context.Catalog.Recipes), listed).Write(context.Out);
        choice.WarnIfReplaced(images);
        return ExitCode.Done;
    }

    private static int Compute(CommandContext context, StudyRequest request, string range, int jobs, string? progress)
    {
        if (request with { DataSet = null } is not { Names.Count: 0, Quick: false, Seeds: null, Epochs: null } bare
            || bare.Overrides.Count + bare.Variants.Count > 0)
        {
            throw new UsageException("'cells --run' takes everything but --dataset from the list: leave the rest out.");
        }

        var (path, cells) = Parts(range)!.Value;
        try
        {
            var list = CellList.Read(Path.GetFullPath(path, context.Terminal.CurrentFolder), cells.From, cells.To);
            return Compute(context, request, list, jobs, progress);
        }
        catch (Exception problem) when (problem is FormatException or UnauthorizedAccessException or FileNotFoundException
            or DirectoryNotFoundException)
        {
            throw new FailureException(problem.Message);
        }
    }

    private static int Compute(CommandContext context, StudyRequest request, CellList list, int jobs, string? progress)
    {
        if (list.Program != ProgramDigest.Of(context.Catalog.Recipes))
        {
            throw new FailureException(
                "the list of cells was made by another build of this program, so nothing was computed. "
                    + "Make a new one with 'cells --list'.");
        }

        List<Part> trainings = [];
        List<(Model Model, Loss Loss)> models = [];
        ImageSize? size = null;
        var isChild = context.Terminal.Variable(ModelChecks.Variable) is { Length: > 0 };
        foreach (var listed in list.Studies)
        {
            var typed = StudyOptions.Read(listed.Words) ?? throw new FormatException($"'{string.Join(' ', listed.Words)}' makes no study.");
            typed = typed with { DataSet = request.DataSet ?? typed.DataSet };
            var recipe = Catalog.Only(context, typed.Names, "cells");
            var study = typed.Of(recipe, context.Mistakes);
            context.Checked();
            var data = isChild || !study!.NeedsImages ? DataSet.None : new DataChoice(context, typed.DataSet).Open(study);
            if (!isChild && data.Sha256 != listed.DataDigest)
            {
                throw new BadDataException(
                    $"the images here are not those of the list of cells: {data.Name}, SHA-256 {data.Sha256[..12]}…, instead of "
                        + $"{listed.DataSet}, {listed.DataDigest[..12]}…. Nothing was computed. Name their folder with --dataset.");
            }

            var plan = Plan.Make(study!, listed, context.Store);
            var needed = study! with { Variants = [.. plan.Variants.Select(variant => variant.Variant)] };
            models.AddRange(ModelCheck.Distinct(needed.Variants));
            size = study.NeedsImages && !isChild ? new(data.Training.Height, data.Training.Width) : size;
            trainings.Add(new(new(context, recipe, plan, data, jobs, failFast: false), plan, listed.Words));
        }

        models = [.. models.Distinct()];
        if (isChild)
        {
            return ModelChecks.Answer(context, models, context.Terminal.Variable(ModelChecks.Variable)!);
        }

        if (size is { } shape && models.Count > 0 && trainings.Any(training => training.Plan.MissingCells > 0))
        {
            var checks = new ModelChecks(context, models, shape).ByModel();
            trainings.ForEach(training => training.Training.Check(checks));
        }

        return Train(context, trainings, progress);
    }

    private static int Train(CommandContext context, IReadOnlyList<Part> trainings, string? progress)
    {
        var kept = new KeptProgress();
        context.Interrupt.OnInterrupted = () => context.Warn(kept.IsAny
            ? "interrupted; what is done and the trainings under way are kept as far as they were saved. The same command goes on there."
            : $"{SlurmScript.InterruptedInVain}. The same command begins again.");
        if (trainings.Any(training => training.Plan.HasWork))
        {
            PlanTraining.CheckWritable("Results", context.ResultsFolder, "--results");
        }
        else
        {
            context.Info("all of these cells are there already");
        }

        List<RunFailure> failures = [];
        foreach (var (training, plan, words) in trainings.Where(training => training.Plan.HasWork))
        {
            var path = progress is null ? null : Path.GetFullPath(progress, context.Terminal.CurrentFolder);
            using var file = path is null ? null : new ProgressFile(plan, words[0], context.CommandLine, words, path, BetweenWritings);
            failures.AddRange(training.Run(kept, file));
            StaleFiles.Clear(plan, context.Store);
        }

        foreach (var same in failures.GroupBy(failure => (failure.Variant.Key.Recipe, failure.Variant.Name, failure.Problem.Message)))
        {
            context.Warn(
                $"{same.Key.Recipe}, {same.Key.Name}: {NumberText.Count(same.Count(), "cell")} failed: "
                    + $"{same.Key.Message.Split('\n')[0].TrimEnd('.')}.");
            context.Trace(same.First().Problem);
        }

        return failures.Count > 0 ? ExitCode.SomeCellsFailed : ExitCode.Done;
    }

    private static string? Mistake(string text) => Parts(text) is null
        ? $"--run takes a list of cells and their numbers, such as cells.tsv:1-20, but got '{text}'." : null;

    // A path may have a colon in it.
    private static (string Path, CellRange Range)? Parts(string text) =>
        text.LastIndexOf(':') is var colon and > 0 && CellRange.Parse(text[(colon + 1)..]) is { } range ? (text[..colon], range) : null;

    // What is to be computed of one study.
    private sealed record Part(PlanTraining Training, Plan Plan, IReadOnlyList<string> Words);

    // Whether an interruption would leave anything behind.
    private sealed class KeptProgress : IProgress<RunEvent>
    {
        public bool IsAny { get; private set; }

        public void Report(RunEvent value) => IsAny |= value is RunEvent.Finished or RunEvent.FoundDone or RunEvent.Saved;
    }
}
