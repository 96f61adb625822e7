namespace Experiments.Results;

/// <summary>
/// The cells on disk: <c>FOLDER/recipe/variant-hash/seed-n.csv</c> beside the variant's <c>settings.json</c>.
/// Files are written under a temporary name, flushed, and renamed, so a cell is there whole or not at all.
/// </summary>
/// <param name="folder">The results folder, such as <c>data/results</c>; made when something is written.</param>
public sealed class ResultStore(string folder)
{
    /// <summary>The results folder.</summary>
    public string Folder => folder;

    /// <summary>Where a cell is, or will be.</summary>
    public string PathOf(ResultKey key, int seed) => Path.Combine(folder, key.Folder, $"seed-{seed}.csv");

    /// <summary>Whether a cell is there.</summary>
    public bool Has(ResultKey key, int seed) => File.Exists(PathOf(key, seed));

    /// <summary>The seeds of a variant whose cells are there, ascending.</summary>
    public IReadOnlyList<int> Seeds(ResultKey key)
    {
        var path = Path.Combine(folder, key.Folder);
        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "seed-*.csv").Select(SeedOf).Where(seed => seed >= 0).Order()]
            : [];
    }

    /// <summary>The records of all variants of a recipe that have results here, in no particular order.</summary>
    /// <param name="recipe">The recipe's name.</param>
    /// <param name="skipped">Is told of every record that cannot be read, which then is left out; null to throw.</param>
    /// <exception cref="BadResultException">One of them cannot be read, and nobody is to be told.</exception>
    public IReadOnlyList<RunRecord> Records(string recipe, Action<BadResultException>? skipped = null)
    {
        var path = Path.Combine(folder, recipe);
        var found = new List<RunRecord>();
        string[] files = Directory.Exists(path) ? Directory.GetFiles(path, "settings.json", SearchOption.AllDirectories) : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            try
            {
                found.Add(RunRecord.Read(file));
            }
            catch (BadResultException problem) when (skipped is not null)
            {
                skipped(problem);
            }
        }

        return found;
    }

    /// <summary>Reads one cell.</summary>
    /// <exception cref="BadResultException">The cell is damaged.</exception>
    public IReadOnlyList<Measurement> Read(ResultKey key, int seed) => Cell.Read(PathOf(key, seed));

    /// <summary>Writes one cell, replacing one that is there.</summary>
    public void Write(ResultKey key, int seed, IEnumerable<Measurement> measurements) => Write(PathOf(key, seed), Cell.Format(measurements));

    /// <summary>Writes a variant's record, replacing one that is there.</summary>
    public void Write(ResultKey key, RunRecord record) => Write(Path.Combine(folder, key.Folder, "settings.json"), record.ToJson());

    private static int SeedOf(string path) =>
        int.TryParse(Path.GetFileNameWithoutExtension(path)["seed-".Length..], out var seed) ? seed : -1;

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}.tmp";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            using (var writer = new StreamWriter(file, leaveOpen: true))
            {
                writer.Write(text);
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }
}
