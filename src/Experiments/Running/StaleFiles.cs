namespace Experiments.Running;

/// <summary>
/// Clears away what is of no use any more: temporary files and locks of writers that were killed, and checkpoints of cells that are there,
/// because the program ended just before it removed them.
/// </summary>
internal static partial class StaleFiles
{
    /// <summary>
    /// Clears the folders of a plan's variants. What another command works on, and what cannot be written, stays as it is.
    /// </summary>
    public static void Clear(Plan plan, ResultStore store)
    {
        foreach (var key in plan.Variants.Select(variant => variant.Key))
        {
            var folder = store.FolderOf(key);
            string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
            foreach (var seed in files.Select(SeedOfStaleFile).OfType<int>().Distinct())
            {
                ClearIfFree(store, key, seed);
            }
        }
    }

    /// <summary>
    /// Removes what killed writers of a cell have left, and if the cell is there its checkpoints: nobody needs them.
    /// The caller holds the cell's lock.
    /// </summary>
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
            using var taken = WorkLock.TryTake(store.LockOf(key, seed), out _); // to release it removes it, also one that was left behind
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

    private static int? SeedOfStaleFile(string path) => StaleFile().Match(Path.GetFileName(path)) is { Success: true } match
        ? int.Parse(match.Groups["seed"].Value, CultureInfo.InvariantCulture)
        : null;

    [GeneratedRegex(@"^\.?seed-(?<seed>\d{1,9})\..*(tmp|checkpoint|lock|holder)$")]
    private static partial Regex StaleFile();
}
