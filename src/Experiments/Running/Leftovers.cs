using System.Globalization;
using Experiments.Results;

namespace Experiments.Running;

/// <summary>
/// Clears away what is of no use any more: temporary files and locks of writers that were killed, and checkpoints of cells that are there, because
/// the program ended just before it removed them.
/// </summary>
internal static class Leftovers
{
    /// <summary>Clears the folders of a plan's variants. What another command works on, and what cannot be written, stays as it is.</summary>
    public static void Clear(Plan plan, ResultStore store)
    {
        foreach (var key in plan.Variants.Select(variant => variant.Key))
        {
            var folder = store.FolderOf(key);
            foreach (var seed in SeedsWithLeftovers(folder))
            {
                UnderLock(store.LockOf(key, seed), () => ClearCell(key, seed, store));
            }

            if (DurableFile.Leftovers(folder).Count > 0 || File.Exists(store.LockOfRecord(key)))
            {
                UnderLock(store.LockOfRecord(key), () => DurableFile.RemoveLeftovers(folder, ResultStore.OwnerOfRecords));
            }
        }
    }

    /// <summary>Clears a cell's checkpoints, whoever wrote them: the cell is there, so nobody needs them. What cannot be removed stays.</summary>
    public static void ClearCheckpoints(string folder, int seed)
    {
        foreach (var path in Checkpoint.FilesIn(folder, seed))
        {
            try
            {
                File.Delete(path);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // It costs some room and nothing else.
            }
        }
    }

    private static void ClearCell(ResultKey key, int seed, ResultStore store)
    {
        DurableFile.RemoveLeftovers(store.FolderOf(key), ResultStore.OwnerOf(seed));
        if (store.IsSound(key, seed))
        {
            ClearCheckpoints(store.FolderOf(key), seed);
        }
    }

    // Releasing the lock removes it, also one that somebody left behind.
    private static void UnderLock(string path, Action clear)
    {
        try
        {
            using var taken = WorkLock.TryTake(path, out _);
            if (taken is not null)
            {
                clear();
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // They cost some room and nothing else.
        }
    }

    // Their names begin with the cell's: .seed-3.….tmp, seed-3.….checkpoint, seed-3.lock.
    private static IReadOnlyList<int> SeedsWithLeftovers(string folder)
    {
        const string Cell = "seed-";
        var locks = Directory.Exists(folder) ? Directory.GetFiles(folder, $"{Cell}*.lock") : [];
        var names = DurableFile.Leftovers(folder).Concat(Checkpoint.FilesIn(folder)).Concat(locks).Select(path => Path.GetFileName(path).TrimStart('.'));
        return [.. names.Where(name => name.StartsWith(Cell, StringComparison.Ordinal)).Select(SeedOf).OfType<int>().Distinct()];

        static int? SeedOf(string name) =>
            int.TryParse(name[Cell.Length..].Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : null;
    }
}
