namespace Experiments.Running;

/// <summary>
/// Clears away what is of no use any more: temporary files and locks of writers that were killed, and checkpoints of cells that are there,
/// because the program ended just before it removed them.
/// </summary>
internal static class StaleFiles
{
    /// <summary>Clears the folders of a plan's variants. What another command works on, and what cannot be written, stays.</summary>
    public static void Clear(Plan plan, ResultStore store)
    {
        foreach (var variant in plan.Variants.Where(variant => Directory.Exists(store.FolderOf(variant.Key))))
        {
            string[] stale =
            [
                .. from path in Directory.GetFiles(store.FolderOf(variant.Key))
                   where Path.GetExtension(path) is ".tmp" or ".checkpoint" or ".lock" or ".holder"
                   select Path.GetFileName(path).TrimStart('.').Split('.')[0],
            ];
            foreach (var seed in variant.Seeds.Where(seed => stale.Contains(ResultStore.OwnerOf(seed))))
            {
                ClearIfFree(store, variant.Key, seed);
            }
        }
    }

    /// <summary>Clears what killed writers of a cell left, and if the cell is there its checkpoints. The caller holds its lock.</summary>
    public static void Clear(ResultStore store, ResultKey key, int seed)
    {
        var folder = store.FolderOf(key);
        var checkpoints = store.IsSound(key, seed) ? Checkpoint.FilesIn(folder, seed) : [];
        foreach (var path in AtomicFile.Leftovers(folder, ResultStore.OwnerOf(seed)).Concat(checkpoints))
        {
            AtomicFile.TryDelete(path);
        }
    }

    private static void ClearIfFree(ResultStore store, ResultKey key, int seed)
    {
        try
        {
            using var taken = WorkLock.TryTake(store.LockOf(key, seed), out _); // to release it removes it, also one left behind
            if (taken is not null)
            {
                Clear(store, key, seed);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // They cost some room and nothing else.
        }
    }
}
