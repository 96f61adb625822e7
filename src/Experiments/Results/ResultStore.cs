using System.Security.Cryptography;
using System.Text;

namespace Experiments.Results;

/// <summary>
/// The cells on disk: <c>FOLDER/recipe/variant-hash/seed-n.csv</c> beside the variant's <c>settings.json</c>, which says how the cell that was
/// written last came about, and a <c>run-….json</c> of the same form for each cell that was computed here. Their names come from their contents, so the folders of
/// several machines can be copied together. Every file is there whole or not at all.
/// </summary>
/// <param name="folder">The results folder, such as <c>data/results</c>; made when something is written.</param>
public sealed class ResultStore(string folder)
{
    private const string Settings = "settings.json";

    /// <summary>The results folder.</summary>
    public string Folder => folder;

    /// <summary>The owner of temporary files of records that are written under <see cref="LockOfRecord"/>: anyone who holds it.</summary>
    internal const string OwnerOfRecords = "records";

    /// <summary>Is told of every step of writing before it is taken; for tests that stop there.</summary>
    internal Action<string>? BeforeStep { get; init; }

    /// <summary>The folder of a variant's cells.</summary>
    public string FolderOf(ResultKey key) => Path.Combine(folder, key.Folder);

    /// <summary>Where a cell is, or will be.</summary>
    public string PathOf(ResultKey key, int seed) => Path.Combine(folder, key.Folder, $"seed-{seed}.csv");

    /// <summary>Where a variant's record is, or will be.</summary>
    public string PathOfRecord(ResultKey key) => Path.Combine(folder, key.Folder, Settings);

    /// <summary>The lock of a cell: its holder alone computes and writes the cell.</summary>
    public string LockOf(ResultKey key, int seed) => Path.Combine(folder, key.Folder, $"seed-{seed}.lock");

    /// <summary>The lock of a variant's record, for who restores it.</summary>
    public string LockOfRecord(ResultKey key) => Path.Combine(folder, key.Folder, "settings.lock");

    /// <summary>Whether a cell's file is there, sound or not.</summary>
    public bool Has(ResultKey key, int seed) => File.Exists(PathOf(key, seed));

    /// <summary>The seeds of a variant that have a file, sound or not, ascending.</summary>
    public IReadOnlyList<int> Seeds(ResultKey key)
    {
        var path = FolderOf(key);
        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "seed-*.csv").Select(SeedOf).Where(seed => seed >= 0).Order()]
            : [];
    }

    /// <summary>What is wrong with a cell that is there; null if nothing is.</summary>
    public BadResultException? Problem(ResultKey key, int seed) => ProblemOf(() => Read(key, seed));

    /// <summary>Whether a cell is there and nothing is wrong with it.</summary>
    public bool IsSound(ResultKey key, int seed) => Has(key, seed) && Problem(key, seed) is null;

    /// <summary>What is wrong with a variant's record: damaged, another's, or not there; null if nothing is.</summary>
    public BadResultException? RecordProblem(ResultKey key) => ProblemOf(() => ReadRecord(PathOfRecord(key)));

    /// <summary>The records of all variants of a recipe that have results here, in no particular order.</summary>
    /// <param name="recipe">The recipe's name.</param>
    /// <param name="skipped">Is told of every record that cannot be read, which then is left out; null to throw.</param>
    /// <exception cref="BadResultException">One of them cannot be read, and nobody is to be told.</exception>
    public IReadOnlyList<RunRecord> Records(string recipe, Action<BadResultException>? skipped = null)
    {
        var path = Path.Combine(folder, recipe);
        var found = new List<RunRecord>();
        string[] variants = Directory.Exists(path) ? Directory.GetDirectories(path) : [];
        foreach (var file in variants.Select(variant => Path.Combine(variant, Settings)).Where(File.Exists).Order(StringComparer.Ordinal))
        {
            try
            {
                found.Add(ReadRecord(file));
            }
            catch (BadResultException problem) when (skipped is not null)
            {
                skipped(problem);
            }
        }

        return found;
    }

    /// <summary>A variant's record.</summary>
    /// <exception cref="BadResultException">It is damaged, another's, or not there.</exception>
    public RunRecord Record(ResultKey key) => ReadRecord(PathOfRecord(key));

    /// <summary>The records of all runs that wrote cells of a variant, the last one last; those that cannot be read are left out.</summary>
    public IReadOnlyList<RunRecord> History(ResultKey key)
    {
        var files = Directory.Exists(FolderOf(key)) ? Directory.GetFiles(FolderOf(key), "run-*.json") : [];
        return [.. files.Where(file => ProblemOf(() => ReadRecord(file)) is null).Select(ReadRecord)
            .OrderBy(record => record.Circumstances.GetValueOrDefault("date", ""), StringComparer.Ordinal)];
    }

    /// <summary>How many seconds each cell of a variant took, by seed, as far as it is recorded.</summary>
    public IReadOnlyDictionary<int, double> Seconds(ResultKey key)
    {
        var seconds = new SortedDictionary<int, double>();
        foreach (var (seed, time) in History(key).SelectMany(record => record.SecondsBySeed))
        {
            seconds[seed] = time;
        }

        return seconds;
    }

    /// <summary>Reads one cell.</summary>
    /// <exception cref="BadResultException">The cell is damaged, or another's.</exception>
    public IReadOnlyList<Measurement> Read(ResultKey key, int seed) => Cell.Read(PathOf(key, seed), key.CellName(seed));

    /// <summary>Writes one cell, replacing one that is there. The caller holds its lock.</summary>
    public void Write(ResultKey key, int seed, IEnumerable<Measurement> measurements) =>
        Write(PathOf(key, seed), Cell.Format(measurements, key.CellName(seed)), OwnerOf(seed));

    /// <summary>Writes a variant's record, replacing one that is there; what earlier cells had to say is kept beside it.</summary>
    /// <param name="key">The variant.</param>
    /// <param name="record">The record.</param>
    /// <param name="seed">The cell whose lock the caller holds; null if it holds that of the record.</param>
    public void Write(ResultKey key, RunRecord record, int? seed = null)
    {
        var text = record.ToJson();
        var owner = seed is { } cell ? OwnerOf(cell) : OwnerOfRecords;
        Write(Path.Combine(FolderOf(key), $"run-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..10]}.json"), text, owner);
        Write(PathOfRecord(key), text, owner);
    }

    /// <summary>The owner of a cell's temporary files: anyone who holds the cell's lock.</summary>
    internal static string OwnerOf(int seed) => $"seed-{seed}";

    /// <summary>Renames a file that cannot be used, so that another can take its place. It stays beside it for whoever wants to look.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its new path.</returns>
    public static string SetAside(string path)
    {
        var free = Enumerable.Range(1, int.MaxValue).Select(number => $"{path}.damaged-{number}").First(candidate => !File.Exists(candidate));
        DurableFile.Rename(path, free);
        return free;
    }

    private static int SeedOf(string path) =>
        int.TryParse(Path.GetFileNameWithoutExtension(path)["seed-".Length..], out var seed) ? seed : -1;

    private static BadResultException? ProblemOf(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (BadResultException problem)
        {
            return problem;
        }
    }

    // A record also has to be in its own folder: one that was copied elsewhere tells of other cells.
    private static RunRecord ReadRecord(string path)
    {
        var record = RunRecord.Read(path);
        var place = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var own = new ResultKey(record.Recipe, record.Variant, record.Hash).Folder;
        return place.EndsWith(Path.DirectorySeparatorChar + own, StringComparison.Ordinal)
            ? record
            : throw new BadResultException($"{path} tells of {own}, which does not belong there. The next 'run' sets it aside and writes it anew.");
    }

    private void Write(string path, string text, string owner) => DurableFile.Write(path, Encoding.UTF8.GetBytes(text), owner, BeforeStep);
}
