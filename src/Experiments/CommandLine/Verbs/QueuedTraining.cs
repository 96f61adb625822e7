using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.CommandLine.Progress;
using Experiments.Reports.Live;
using Experiments.Running.Slurm;

namespace Experiments.CommandLine.Verbs;

/// <summary>Has the missing cells of a plan computed by SLURM's queue: <c>run --on slurm</c>.</summary>
internal sealed class QueuedTraining(
    CommandContext context, StudyRequest request, Recipe recipe, Plan plan, DataSet data, SlurmOptions options)
{
    private static readonly string[] Passed = ["EXPERIMENTS_ROOT", "EXPERIMENTS_DATA", "EXPERIMENTS_CHECKPOINT_SECONDS"];

    private readonly SlurmRun run = new(context.Store, recipe.Name, plan);

    /// <summary>
    /// Puts the cells into the queue that no task in it is to compute already, and says what is where.
    /// </summary>
    /// <exception cref="FailureException">They cannot be put there.</exception>
    public void Submit()
    {
        Guard(() => run.Submit(Submit));
        foreach (var submission in run.Tasks.Values.GroupBy(task => task.Submission.Folder))
        {
            var (tasks, folder) = (submission.Select(task => task.Task).Distinct().Count(), context.Terminal.Shorten(submission.Key));
            context.Info(
                $"{recipe.Name}: {NumberText.Count(submission.Count(), "cell")} in {NumberText.Count(tasks, "task")} of the queue. "
                    + $"Script and logs: {folder}");
        }
    }

    /// <summary>The script that would be submitted now; null if all cells are there or in the queue.</summary>
    /// <exception cref="FailureException">The queue does not answer.</exception>
    public string? Script()
    {
        var most = SlurmQueue.MostTasks;
        try
        {
            most = SlurmQueue.GreatestArray();
            run.Attach();
        }
        catch (SlurmException problem)
        {
            context.Info($"nothing is known of what the queue has and how much it takes: {problem.Message}");
        }

        List<PlannedCell> rest = [.. plan.Cells.Where(cell => !run.Tasks.ContainsKey(cell))];
        if (rest.Count == 0)
        {
            return null;
        }

        var submission = Submission.New(context.ResultsFolder, recipe.Name);
        var text = "";
        Guard(() => text = Script(submission, context.Terminal.Self ?? []).Text(Pack(ListOf(rest), most).Count));
        return text;
    }

    /// <summary>Waits until all cells are there, or nothing is left that could bring them.</summary>
    /// <param name="failFast">Whether to end at the first cell that fails; the others are taken out of the queue.</param>
    /// <param name="events">Also hears how it goes; may be null.</param>
    /// <param name="words">What was asked for, as words after <c>run</c>.</param>
    /// <returns>What failed.</returns>
    public IReadOnlyList<RunFailure> Wait(bool failFast, IProgress<RunEvent>? events, IReadOnlyList<string> words)
    {
        using var file = new ProgressFile(
            plan, recipe.Name, context.CommandLine, words, RunUnderWay.NewIn(context.ResultsFolder, recipe.Name));
        context.Interrupt.OnInterrupted = () =>
        {
            file.Dispose();
            SayDetached();
        };
        var display = PlanTraining.Display(context, recipe, plan);
        var wait = new QueueWait(context.Store, plan.Cells, run.Tasks, new GuardedProgress([display, events, file]))
        {
            FailFast = failFast, UnderWay = UnderWay,
            Pause = Seconds("EXPERIMENTS_QUEUE_SECONDS") ?? TimeSpan.FromSeconds(5),
            Grace = Seconds("EXPERIMENTS_QUEUE_GRACE_SECONDS") ?? TimeSpan.FromSeconds(30),
        };
        IReadOnlyList<RunFailure> failures = [];
        Guard(() => display.Follow(() => failures = wait.Run(context.Interrupt.Token)));
        if (failFast && failures.Count > 0)
        {
            Guard(() => Jobs().ForEach(SlurmQueue.Cancel));
        }

        Guard(run.Tidy);
        return failures;
    }

    private static IReadOnlyList<CellState>? UnderWay(Submission submission, int task) =>
        RunUnderWay.Read(submission.Progress(task)) is { } run
            ? [.. run.Running.Select(cell => new CellState(
                cell.Variant, cell.Seed, cell.Epoch, cell.Accuracies is [.., var last] ? last : null))]
            : null;

    /// <summary>Removes submissions of which all cells are there: a task may have brought the last ones when nobody waited.</summary>
    public void Tidy()
    {
        try
        {
            run.Tidy();
        }
        catch (Exception problem) when (problem is SlurmException or FormatException or IOException or UnauthorizedAccessException)
        {
            // They cost some room.
        }
    }

    private Submission Submit(IReadOnlyList<PlannedCell> cells)
    {
        var self = context.Terminal.Self ?? throw new FailureException("--on slurm needs a program of its own: run it by its file.");
        var list = ListOf(cells);
        var (tasks, submission) = (Pack(list, SlurmQueue.GreatestArray()), Submission.New(context.ResultsFolder, recipe.Name));
        var own = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        var programs = new PublishedProgram(Submission.FolderIn(context.ResultsFolder));
        var program = programs.Publish(own);
        var earlier = Submission.In(context.ResultsFolder).Select(other => other.Read()?.Program).OfType<string>();
        programs.RemoveAllBut([.. earlier, program]);
        List<string> start = [.. self.Select(word => word.StartsWith(own, StringComparison.Ordinal) ? program + word[own.Length..] : word)];
        try
        {
            var script = Script(submission, start);
            var arguments = script.Arguments(tasks.Count);
            submission.Write(recipe.Name, program, list, tasks, script.Text(tasks.Count));
            var job = SlurmQueue.Submit(submission.Script, arguments);
            context.Info($"{recipe.Name}: submitted as job {job}");
            return submission;
        }
        catch (Exception problem) when (problem is SlurmException or IOException or UnauthorizedAccessException)
        {
            submission.Remove();
            throw;
        }
    }

    private SlurmScript Script(Submission submission, IReadOnlyList<string> start) => new(
        submission, context.CommandLine.ReplaceLineEndings(" "), start, context.ResultsFolder, Variables, options);

    private IReadOnlyList<(int From, int To)> Pack(CellList list, int most) => TaskPacking.Pack([.. list.Cells], most, options.Cpus);

    private CellList ListOf(IReadOnlyList<PlannedCell> cells) =>
        new(ProgramDigest.Of(context.Catalog.Recipes), [CellsVerb.ListOf(context, request, recipe, cells, data, firstNumber: 1)]);

    private IReadOnlyDictionary<string, string> Variables => new SortedDictionary<string, string>(
        (from name in Passed
         let value = name == "EXPERIMENTS_ROOT" ? context.Root : context.Terminal.Variable(name)
         where !string.IsNullOrEmpty(value)
         select (name, value)).ToDictionary(), StringComparer.Ordinal);

    private void SayDetached()
    {
        if (context.Terminal.ErrorIsTerminal)
        {
            LiveProgress.ShowCursor(context.Terminal.Error);
        }

        var jobs = SlurmJobs();
        context.Warn(
            $"no longer waiting. The tasks of {recipe.Name} go on in the queue. To wait again: {context.CommandLine}"
                + (jobs.Count == 0 ? "" : $"; to cancel them: {Shell.Join(["scancel", .. jobs])}"));

        List<string> SlurmJobs()
        {
            try
            {
                return Jobs();
            }
            catch (SlurmException)
            {
                return [];
            }
        }
    }

    private List<string> Jobs()
    {
        var names = run.Tasks.Values.Select(task => task.Submission.Job).ToHashSet();
        return [.. from task in SlurmQueue.Tasks() ?? new Dictionary<SlurmTask, SlurmState>()
                   where names.Contains(task.Key.Job) && task.Value.IsAlive
                   group task by task.Value.Id into job
                   select job.Key];
    }

    private TimeSpan? Seconds(string variable) =>
        double.TryParse(context.Terminal.Variable(variable), CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e6
            ? TimeSpan.FromSeconds(seconds) : null;

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception problem) when (problem is SlurmException or FormatException)
        {
            throw new FailureException($"{recipe.Name}: {problem.Message}");
        }
    }
}
