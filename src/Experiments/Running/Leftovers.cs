using Experiments.Results;

namespace Experiments.Running;

/// <summary>
/// Clears away what is of no use any more: files of writers that were killed, and checkpoints of trainings whose cells are all there, because the
/// program ended just before it removed them.
/// </summary>
internal static class Leftovers
{
    /// <summary>Clears the folders of a plan's cohorts. Those that somebody works on, and those that cannot be written, stay as they are.</summary>
    public static void Clear(Plan plan, ResultStore store)
    {
        foreach (var key in plan.Cohorts.Select(cohort => cohort.Key).Where(key => AreIn(store.FolderOf(key))))
        {
            try
            {
                using var taken = WorkLock.TryTake(store.FolderOf(key), out _);
                if (taken is not null)
                {
                    Clear(key, store);
                }
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // They cost some room and nothing else.
            }
        }
    }

    private static bool AreIn(string folder) => DurableFile.HasLeftovers(folder) || Checkpoint.FilesIn(folder).Count > 0;

    private static void Clear(ResultKey key, ResultStore store)
    {
        var folder = store.FolderOf(key);
        DurableFile.RemoveLeftovers(folder);
        foreach (var path in Checkpoint.FilesIn(folder))
        {
            if (SeedsOf(path, key) is { } seeds && seeds.All(seed => store.IsSound(key, seed)))
            {
                File.Delete(path);
            }
        }
    }

    // Null if it cannot be read; whoever is to go on with it says so.
    private static IReadOnlyList<int>? SeedsOf(string path, ResultKey key)
    {
        try
        {
            return Checkpoint.Read(path, key).Seeds;
        }
        catch (BadResultException)
        {
            return null;
        }
    }
}
