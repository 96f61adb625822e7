namespace Experiments.Running.Slurm;

/// <summary>
/// Has the missing cells of a plan computed by tasks of SLURM's queue. Those that a task in the queue is to compute are left to it, so the
/// same command again takes part in what was submitted before.
/// </summary>
/// <param name="store">Where cells are and go; a folder that all nodes share.</param>
/// <param name="recipe">The recipe's name.</param>
/// <param name="plan">What is to be computed.</param>
internal sealed class SlurmRun(ResultStore store, string recipe, Plan plan)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(10);

    private readonly Dictionary<PlannedCell, (Submission Submission, int Task)> tasks = [];

    /// <summary>The task of each missing cell.</summary>
    public IReadOnlyDictionary<PlannedCell, (Submission Submission, int Task)> Tasks => tasks;

    /// <summary>
    /// Finds the cells that tasks in the queue are to compute, and submits the others, if there are any. One command at a time does so in a
    /// results folder.
    /// </summary>
    /// <param name="submit">Makes the submission of these cells and puts it into the queue.</param>
    /// <exception cref="SlurmException">SLURM refuses it, is not there or does not answer.</exception>
    /// <exception cref="IOException">The results folder cannot be written.</exception>
    public void Submit(Func<IReadOnlyList<PlannedCell>, Submission> submit)
    {
        using var alone = Alone();
        var earlier = Attach();
        List<PlannedCell> rest = [.. plan.Cells.Where(cell => !tasks.ContainsKey(cell) && !IsThereMeanwhile(cell))];
        if (rest.Count > 0)
        {
            var submission = submit(rest);
            Add(submission, submission.TaskOfCell(), rest);
        }

        // Since the plan was made tasks may have ended, which brought their cells.
        bool IsThereMeanwhile(PlannedCell cell) => earlier.Contains((cell.Variant.Key.Name, cell.Seed))
            ? !QueueWait.IsMissing(store, cell) : store.IsSound(cell.Variant.Key, cell.Seed);
    }

    /// <summary>Finds the cells that tasks in the queue are to compute.</summary>
    /// <returns>All cells that were submitted before, also those whose tasks have ended.</returns>
    /// <exception cref="SlurmException">The queue does not answer, so nothing may be submitted.</exception>
    public IReadOnlySet<(string Folder, int Seed)> Attach()
    {
        var submitted = new HashSet<(string Folder, int Seed)>();
        if (Submission.In(store.Folder, recipe) is { Count: > 0 } earlier)
        {
            var states = SlurmQueue.Tasks()
                ?? throw new SlurmException("squeue does not answer, so it is not known what is in the queue already.");
            foreach (var submission in earlier)
            {
                var taskOfCell = submission.TaskOfCell();
                submitted.UnionWith(taskOfCell.Keys);
                var alive = taskOfCell.Where(
                    cell => states.TryGetValue(new(submission.Job, cell.Value), out var state) && state.IsAlive);
                Add(submission, alive.ToDictionary(), plan.Cells);
            }
        }

        return submitted;
    }

    /// <summary>
    /// Removes submissions of which no cell is missing and no task is in the queue. Tasks that have brought the last cells get a moment to
    /// end; what is left then is for the next command.
    /// </summary>
    public void Tidy()
    {
        if (Submission.In(store.Folder, recipe).Count == 0)
        {
            return;
        }

        using var alone = Alone();
        List<Submission> done = [.. Submission.In(store.Folder, recipe)
            .Where(submission => submission.TaskOfCell().Keys.All(cell => store.Has(cell.Folder, cell.Seed)))];
        var clock = Stopwatch.StartNew();
        while (done.Count > 0 && clock.Elapsed < Ending && SlurmQueue.Tasks() is { } states)
        {
            var alive = states.Where(task => task.Value.IsAlive).Select(task => task.Key.Job).ToHashSet();
            done.FindAll(submission => !alive.Contains(submission.Job)).ForEach(submission => submission.Remove());
            done.RemoveAll(submission => !alive.Contains(submission.Job));
            Thread.Sleep(done.Count > 0 ? 500 : 0);
        }
    }

    private void Add(
        Submission submission, IReadOnlyDictionary<(string Folder, int Seed), int> taskOfCell, IReadOnlyList<PlannedCell> cells)
    {
        foreach (var cell in cells)
        {
            if (taskOfCell.TryGetValue((cell.Variant.Key.Name, cell.Seed), out var task))
            {
                tasks[cell] = (submission, task);
            }
        }
    }

    private WorkLock Alone()
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            if (WorkLock.TryTake(Path.Combine(Submission.FolderIn(store.Folder), "submitting.lock"), out var holder) is { } taken)
            {
                return taken;
            }

            if (clock.Elapsed > Patience)
            {
                throw new SlurmException($"another command is submitting cells to this results folder: {holder}.");
            }

            Thread.Sleep(200);
        }
    }
}
