namespace Experiments.Running.Slurm;

/// <summary>
/// Waits for cells that tasks of a cluster's queue compute. A cell is done when its file is there and its checksum holds, whatever the
/// queue says; it has failed when no task that could bring it is in the queue any more, and nobody holds its lock.
/// </summary>
/// <param name="store">Where cells appear.</param>
/// <param name="cells">The cells.</param>
/// <param name="tasks">The task of each; none for a cell that is there already.</param>
/// <param name="progress">Hears how it goes.</param>
internal sealed class QueueWait(
    ResultStore store, IReadOnlyList<PlannedCell> cells, IReadOnlyDictionary<PlannedCell, (Submission Submission, int Task)> tasks,
    IProgress<RunEvent> progress)
{
    private readonly Dictionary<SlurmTask, (SlurmState? Last, Stopwatch Since, int Looks)> ended = [];
    private readonly Dictionary<PlannedCell, CellState> underWay = [];
    private readonly List<PlannedCell> waiting = [.. cells];
    private readonly List<RunFailure> failures = [];

    /// <summary>What the queue says of tasks; null if it does not answer.</summary>
    public Func<IReadOnlyDictionary<SlurmTask, SlurmState>?> Queue { private get; init; } = SlurmQueue.Tasks;

    /// <summary>What a task that runs says of the cells that it computes just now; null if nothing is heard of it.</summary>
    public Func<Submission, int, IReadOnlyList<CellState>?> UnderWay { private get; init; } = (_, _) => null;

    /// <summary>Time between two looks.</summary>
    public TimeSpan Pause { private get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a file may be on its way from one node to another, after the end of the task that wrote it.</summary>
    public TimeSpan Grace { private get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether to end at the first cell that fails.</summary>
    public bool FailFast { private get; init; }

    /// <summary>Waits for all cells.</summary>
    /// <returns>What failed.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled. The tasks go on.</exception>
    public IReadOnlyList<RunFailure> Run(CancellationToken cancellation)
    {
        while (true)
        {
            var look = Stopwatch.StartNew();
            var states = Queue();
            Follow(states);
            TakeDone();
            Update(states);
            if (states is not null)
            {
                GiveUpOnEnded();
            }

            if (waiting.Count == 0 || (FailFast && failures.Count > 0))
            {
                return failures;
            }

            // Looking takes a tenth of the time at most, however many folders there are.
            cancellation.WaitHandle.WaitOne(look.Elapsed * 9 > Pause ? look.Elapsed * 9 : Pause);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    // It changes nothing but what is shown: a task may be of an older build, or its file late.
    private void Follow(IReadOnlyDictionary<SlurmTask, SlurmState>? states)
    {
        if (states is null)
        {
            return;
        }

        foreach (var task in waiting.Where(tasks.ContainsKey).GroupBy(cell => tasks[cell]))
        {
            var runs = states.GetValueOrDefault(new(task.Key.Submission.Job, task.Key.Task)) is { Runs: true };
            if ((runs ? UnderWay(task.Key.Submission, task.Key.Task) : []) is { } now)
            {
                foreach (var cell in task)
                {
                    Follow(cell, now.FirstOrDefault(state => state.Variant == cell.Variant.Name && state.Seed == cell.Seed));
                }
            }
        }
    }

    private void Follow(PlannedCell cell, CellState? now)
    {
        var before = underWay.GetValueOrDefault(cell);
        if (now is null)
        {
            if (underWay.Remove(cell))
            {
                progress.Report(new RunEvent.PutBack(cell));
            }

            return;
        }

        underWay[cell] = now;
        if (before is null)
        {
            progress.Report(new RunEvent.Started(cell, now.Epoch));
        }

        if (before?.Epoch != now.Epoch)
        {
            progress.Report(new RunEvent.Advanced(cell, now.Epoch, now.Accuracy));
        }
    }

    private void TakeDone()
    {
        foreach (var variant in waiting.GroupBy(cell => cell.Variant).ToList())
        {
            var there = store.Seeds(variant.Key.Key).ToHashSet();
            foreach (var cell in variant.Where(cell => there.Contains(cell.Seed)).ToList())
            {
                if (store.Problem(variant.Key.Key, cell.Seed) is null)
                {
                    waiting.Remove(cell);
                    progress.Report(tasks.TryGetValue(cell, out var by)
                        ? new RunEvent.FoundDone(cell, $"task {by.Task} of {by.Submission.Job}") : new RunEvent.FoundDone(cell));
                }
            }
        }
    }

    private void Update(IReadOnlyDictionary<SlurmTask, SlurmState>? states)
    {
        if (states is null)
        {
            progress.Report(new RunEvent.Queue("the queue does not answer"));
            return;
        }

        var mine = waiting.Select(TaskOf).ToHashSet();
        if (mine.Count == 0)
        {
            return;
        }

        foreach (var task in mine)
        {
            var state = states.GetValueOrDefault(task);
            if (state is { IsAlive: true })
            {
                ended.Remove(task);
            }
            else if (ended.TryGetValue(task, out var before))
            {
                ended[task] = before with { Last = state ?? before.Last, Looks = before.Looks + 1 };
            }
            else
            {
                ended[task] = (state, Stopwatch.StartNew(), 1);
            }
        }

        var alive = mine.Select(task => states.GetValueOrDefault(task)).OfType<SlurmState>().Where(state => state.IsAlive).ToList();
        var pending = alive.Where(state => !state.Runs).ToList();
        var reason = pending.Select(state => state.Reason).FirstOrDefault(text => text is not ("None" or "Priority" or "Resources"));
        progress.Report(new RunEvent.Queue(
            $"{NumberText.Count(alive.Count - pending.Count, "task")} running, {pending.Count:N0} waiting in the queue"
                + (reason is null ? "" : $" ({reason})")));
    }

    private void GiveUpOnEnded()
    {
        foreach (var cell in waiting.ToList())
        {
            if (ended.TryGetValue(TaskOf(cell), out var end) && end.Looks > 1 && end.Since.Elapsed >= Grace && IsMissing(store, cell))
            {
                waiting.Remove(cell);
                var failure = new RunFailure(cell.Variant, cell.Seed, new SlurmException(Reason(cell, end.Last)));
                failures.Add(failure);
                progress.Report(failure);
            }
        }
    }

    /// <summary>
    /// Whether a cell is not there, and nobody computes it. Its lock tells: making a file in the folder is also what makes NFS look at the
    /// folder anew.
    /// </summary>
    public static bool IsMissing(ResultStore store, PlannedCell cell)
    {
        try
        {
            using var taken = WorkLock.TryTake(store.LockOf(cell.Variant.Key, cell.Seed), out _);
            return taken is not null && !store.IsSound(cell.Variant.Key, cell.Seed);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return !store.IsSound(cell.Variant.Key, cell.Seed);
        }
    }

    private string Reason(PlannedCell cell, SlurmState? state) => tasks.TryGetValue(cell, out var by)
        ? TaskEnd.Describe(by.Submission, by.Task, state) : "it was there and is no longer.";

    // Of a cell without a task, one that the queue does not know.
    private SlurmTask TaskOf(PlannedCell cell) =>
        tasks.TryGetValue(cell, out var by) ? new(by.Submission.Job, by.Task) : new("", 0);
}

/// <summary>How far a cell is that a task computes.</summary>
/// <param name="Variant">The variant's name.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Epoch">Epochs completed.</param>
/// <param name="Accuracy">Validation accuracy when last measured.</param>
internal sealed record CellState(string Variant, int Seed, int Epoch, double? Accuracy);
