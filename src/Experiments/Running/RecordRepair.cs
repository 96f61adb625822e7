using Experiments.Results;

namespace Experiments.Running;

/// <summary>Restores records of variants that were damaged or lost. The cells say themselves whose they are, so they need not be computed again.</summary>
/// <param name="store">Where the records are.</param>
/// <param name="record">Makes a record that says nothing of how the cells were computed.</param>
/// <param name="observer">Hears what was restored.</param>
internal sealed class RecordRepair(ResultStore store, Func<PlannedVariant, RunRecord> record, IRunObserver observer)
{
    /// <summary>Restores a variant's record if something is wrong with it and no other command is doing so.</summary>
    public void Repair(PlannedVariant variant)
    {
        try
        {
            using var taken = WorkLock.TryTake(store.LockOfRecord(variant.Key), out _);
            if (taken is not null && store.RecordProblem(variant.Key) is { } problem)
            {
                Restore(variant, problem);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            observer.RecordFailed(variant, problem);
        }
    }

    private void Restore(PlannedVariant variant, BadResultException problem)
    {
        var path = store.PathOfRecord(variant.Key);
        if (File.Exists(path))
        {
            observer.Noted(variant.Name, $"{problem.Message} It is now {Path.GetFileName(ResultStore.SetAside(path))}.");
        }

        var history = store.History(variant.Key);
        store.Write(variant.Key, history.Count > 0 ? history[^1] : record(variant));
        observer.Noted(variant.Name, $"{path} is restored{(history.Count > 0 ? "" : "; how its cells came about is lost, and the date is that of today")}.");
    }
}
