using Experiments.Results;

namespace Experiments.Running;

/// <summary>A cohort that nobody else works on, or the reason why that could not be found out.</summary>
internal readonly record struct Claimed(Cohort Cohort, WorkLock? Lock, Exception? Problem);

/// <summary>
/// The cohorts still to be done. One that another command works on is passed over as long as there are others; after that, workers wait for it.
/// </summary>
/// <param name="cohorts">The cohorts, in the order in which they should be begun.</param>
/// <param name="store">Where their cells go.</param>
/// <param name="observer">Is told who is waited for.</param>
internal sealed class CohortQueue(IEnumerable<Cohort> cohorts, ResultStore store, IRunObserver observer)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private readonly List<Cohort> waiting = [.. cohorts];
    private readonly HashSet<ResultKey> told = [];

    /// <summary>The next cohort; null if none is left or the run is cancelled. The caller gives its lock back.</summary>
    public Claimed? Take(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            lock (gate)
            {
                if (TakeFree() is { } claimed)
                {
                    waiting.Remove(claimed.Cohort);
                    return claimed;
                }

                if (waiting.Count == 0)
                {
                    return null;
                }
            }

            cancellation.WaitHandle.WaitOne(Pause);
        }

        return null;
    }

    private Claimed? TakeFree()
    {
        foreach (var cohort in waiting)
        {
            try
            {
                if (WorkLock.TryTake(store.FolderOf(cohort.Key), out var holder) is { } taken)
                {
                    return new(cohort, taken, null);
                }

                if (told.Add(cohort.Key))
                {
                    observer.Waits(cohort, holder);
                }
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return new(cohort, null, problem);
            }
        }

        return null;
    }
}
