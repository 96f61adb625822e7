namespace Experiments.Running;

/// <summary>
/// The cells still to be computed, in declared order. Cells that another command works on are passed over as long as there are others;
/// after that, workers wait for them.
/// </summary>
internal sealed class CellQueue(
    IEnumerable<PlannedCell> cells, ResultStore store, IProgress<RunEvent> progress, Action<PlannedCell, Exception> fail)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly List<PlannedCell> waiting = [.. cells];
    private readonly HashSet<PlannedCell> reported = [];

    /// <summary>The next cell with its lock; null if none is left or the run is cancelled. The caller releases the lock.</summary>
    public (PlannedCell Cell, WorkLock Lock)? Take(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            lock (waiting)
            {
                if (TakeFree() is var free && (free is not null || waiting.Count == 0))
                {
                    return free;
                }
            }

            cancellation.WaitHandle.WaitOne(Pause);
        }

        return null;
    }

    private (PlannedCell Cell, WorkLock Lock)? TakeFree()
    {
        List<RunEvent.Waiting> held = [];
        for (var next = 0; next < waiting.Count; next++)
        {
            var cell = waiting[next];
            try
            {
                if (WorkLock.TryTake(store.LockOf(cell.Variant.Key, cell.Seed), out var holder) is { } taken)
                {
                    waiting.RemoveAt(next);
                    return (cell, taken);
                }

                held.Add(new(cell, holder));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                waiting.RemoveAt(next--);
                fail(cell, problem);
            }
        }

        held.FindAll(wait => reported.Add(wait.Cell)).ForEach(progress.Report);
        return null;
    }
}
