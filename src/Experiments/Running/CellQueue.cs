namespace Experiments.Running;

/// <summary>A cell that no other command works on, with its lock, or the reason why that could not be taken.</summary>
internal readonly record struct LockedCell(PlannedCell Cell, WorkLock? Lock, Exception? Problem);

/// <summary>
/// The cells still to be computed, in declared order. Cells that another command works on are passed over as long as there are others;
/// after that, workers wait for them.
/// </summary>
internal sealed class CellQueue(IEnumerable<PlannedCell> cells, ResultStore store, IRunObserver observer)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private readonly List<PlannedCell> waiting = [.. cells];
    private readonly HashSet<PlannedCell> reported = [];

    /// <summary>The next cell; null if none is left or the run is cancelled. The caller releases its lock.</summary>
    public LockedCell? Take(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            lock (gate)
            {
                if (waiting.Count == 0)
                {
                    return null;
                }

                if (TakeFree() is { } free)
                {
                    return free;
                }
            }

            cancellation.WaitHandle.WaitOne(Pause);
        }

        return null;
    }

    // Reports whom it waits for only if there is nothing else to do.
    private LockedCell? TakeFree()
    {
        List<(PlannedCell Cell, LockHolder? Holder)> held = [];
        foreach (var cell in waiting)
        {
            if (TryLock(cell, out var holder) is { } locked)
            {
                waiting.Remove(cell);
                return locked;
            }

            held.Add((cell, holder));
        }

        foreach (var (cell, holder) in held)
        {
            if (reported.Add(cell))
            {
                observer.Waits(cell, holder);
            }
        }

        return null;
    }

    private LockedCell? TryLock(PlannedCell cell, out LockHolder? holder)
    {
        try
        {
            return WorkLock.TryTake(store.LockOf(cell.Variant.Key, cell.Seed), out holder) is { } taken ? new(cell, taken, null) : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            holder = null;
            return new(cell, null, problem);
        }
    }
}
