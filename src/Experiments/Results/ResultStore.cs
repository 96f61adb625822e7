namespace Experiments.Results;

/// <summary>
/// The cells on disk: <c>FOLDER/recipe/variant-hash/seed-n.csv</c> beside the variant's <c>settings.json</c> (<see cref="RunRecord"/>) and
/// a <c>run-….json</c> (<see cref="CellProvenance"/>) for each cell that was computed here. Their names come from their contents, so the
/// folders of several machines can be copied together. Every file is there whole or not at all.
/// </summary>
/// <param name="folder">The results folder, such as <c>data/results</c>; made when something is written.</param>
public sealed class ResultStore(string folder)
{
    private const string Settings = "settings.json";

    /// <summary>The results folder.</summary>
    public string Folder => folder;

    /// <summary>The folder of a variant's cells.</summary>
    public string FolderOf(ResultKey key) => Path.Combine(folder, key.Folder);

    /// <summary>Where a cell is, or will be.</summary>
    public string PathOf(ResultKey key, int seed) => Path.Combine(folder, key.Folder, $"seed-{seed}.csv");

    /// <summary>Where a variant's record is, or will be.</summary>
    public string PathOfRecord(ResultKey key) => Path.Combine(folder, key.Folder, Settings);

    /// <summary>The lock of a cell: its holder alone computes and writes the cell.</summary>
    public string LockOf(ResultKey key, int seed) => Path.Combine(folder, key.Folder, $"{OwnerOf(seed)}.lock");

    /// <summary>Whether a cell's file is there, sound or not.</summary>
    public bool Has(ResultKey key, int seed) => File.Exists(PathOf(key, seed));

    /// <summary>
    /// Those of some seeds whose cell's file is there, sound or not: as <see cref="Has(ResultKey, int)"/>, with one look at the folder.
    /// </summary>
    internal IReadOnlyList<int> There(ResultKey key, IReadOnlyList<int> seeds)
    {
        var cells = seeds.Count > 0 ? CellsIn(FolderOf(key)) : new Dictionary<int, string>();
        return [.. seeds.Where(seed => cells.TryGetValue(seed, out var path) && Path.GetFileName(path) == $"seed-{seed}.csv")];
    }

    /// <summary>Whether a cell's file is there, sound or not.</summary>
    /// <param name="variant">The variant's folder: <see cref="ResultKey.Name"/>.</param>
    /// <param name="seed">The seed.</param>
    internal bool Has(string variant, int seed) => File.Exists(Path.Combine(folder, variant, $"seed-{seed}.csv"));

    /// <summary>The seeds of a variant that have a file, sound or not, ascending.</summary>
    public IReadOnlyList<int> Seeds(ResultKey key) => [.. CellsIn(FolderOf(key)).Keys];

    /// <summary>What is wrong with a cell that is there; null if nothing is.</summary>
    public BadResultException? Problem(ResultKey key, int seed) => TryRead(key, seed).Problem;

    /// <summary>Reads one cell, or finds what is wrong with it.</summary>
    internal (IReadOnlyList<Measurement>? Rows, BadResultException? Problem) TryRead(ResultKey key, int seed)
    {
        BadResultException? found = null;
        return (BadResultException.Try(() => Read(key, seed), problem => found = problem), found);
    }

    /// <summary>Whether a cell is there and nothing is wrong with it.</summary>
    public bool IsSound(ResultKey key, int seed) => Has(key, seed) && Problem(key, seed) is null;

    /// <summary>What is wrong with a variant's record: damaged, another's, or not there; null if nothing is.</summary>
    public BadResultException? RecordProblem(ResultKey key) => ProblemOf(() => Record(key));

    /// <summary>The records of all variants of a recipe that have results here, by folder.</summary>
    /// <param name="recipe">The recipe's name.</param>
    /// <param name="skipped">Hears of every record that cannot be read, which then is left out; null to throw.</param>
    /// <exception cref="BadResultException">One of them cannot be read, and nobody listens.</exception>
    public IReadOnlyList<RunRecord> Records(string recipe, Action<BadResultException>? skipped = null)
    {
        var path = Path.Combine(folder, recipe);
        string[] variants = Directory.Exists(path) ? Directory.GetDirectories(path) : [];
        List<string> files =
            [.. variants.Select(variant => Path.Combine(variant, Settings)).Where(File.Exists).Order(StringComparer.Ordinal)];
        var read = ParallelReading.Of(files, file =>
        {
            BadResultException? problem = null;
            return (Record: BadResultException.Try(() => ReadRecord(file), found => problem = found), Problem: problem);
        });
        foreach (var problem in read.Select(file => file.Problem).OfType<BadResultException>())
        {
            (skipped ?? (found => throw found))(problem);
        }

        return [.. read.Select(file => file.Record).OfType<RunRecord>()];
    }

    /// <summary>A variant's record.</summary>
    /// <exception cref="BadResultException">It is damaged, another's, or not there.</exception>
    public RunRecord Record(ResultKey key) => ReadRecord(PathOfRecord(key));

    /// <summary>How the cells of a variant came about, the last one last; what cannot be read is left out.</summary>
    public IReadOnlyList<CellProvenance> History(ResultKey key) => CellProvenance.In(FolderOf(key), key);

    /// <summary>How many seconds each cell of a variant took, by seed, as far as it is recorded.</summary>
    public IReadOnlyDictionary<int, double> Seconds(ResultKey key) => new SortedDictionary<int, double>((
        from run in History(key)
        from seed in run.Seeds
        where run.SecondsPerSeed is not null
        group run.SecondsPerSeed ?? 0 by seed).ToDictionary(times => times.Key, times => times.Last()));

    /// <summary>
    /// The fingerprints of the models that a variant's cells were trained with, the latest of each cell, as far as they are known.
    /// </summary>
    public IReadOnlyList<string> Fingerprints(ResultKey key)
    {
        var ofCells = History(key).SelectMany(run => run.Seeds, (run, seed) => (Seed: seed, run.Fingerprint)).GroupBy(cell => cell.Seed);
        var ofRecord = BadResultException.Try(() => Record(key), _ => { })?.Fingerprint;
        return [.. ofCells.Select(cell => cell.Last().Fingerprint).Append(ofRecord).OfType<string>().Distinct()];
    }

    /// <summary>Reads one cell.</summary>
    /// <exception cref="BadResultException">The cell is damaged, or another's.</exception>
    public IReadOnlyList<Measurement> Read(ResultKey key, int seed) => Cell.Read(PathOf(key, seed), key.CellName(seed));

    /// <summary>Writes one cell, replacing one that is there. The caller holds its lock.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(ResultKey key, int seed, IEnumerable<Measurement> measurements) =>
        Write(PathOf(key, seed), Cell.Format(measurements, key.CellName(seed)), seed);

    /// <summary>Writes a variant's record, replacing one that is there.</summary>
    /// <param name="record">The record.</param>
    /// <param name="seed">A seed whose lock the caller holds.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(RunRecord record, int seed) => Write(PathOfRecord(record.Key), record.ToJson(), seed);

    /// <summary>Writes how a cell came about, beside what is known of earlier ones. The caller holds the cell's lock.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(CellProvenance provenance)
    {
        var text = SealedJson.Format(provenance);
        Write(Path.Combine(FolderOf(provenance.Key), $"run-{ResultKey.Digest(text)[..10]}.json"), text, provenance.Seeds[0]);
    }

    /// <summary>Renames a file that cannot be used, so that another can take its place. It stays beside it for people to look at.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its new path.</returns>
    public static string SetAside(string path)
    {
        var free = Enumerable.Range(1, int.MaxValue).Select(number => $"{path}.damaged-{number}").First(name => !File.Exists(name));
        File.Move(path, free);
        return free;
    }

    /// <summary>The owner of a cell's temporary files: the holder of the cell's lock.</summary>
    internal static string OwnerOf(int seed) => $"seed-{seed}";

    /// <summary>The paths of the cells in a variant's folder by seed, sound or not, ascending.</summary>
    internal static IReadOnlyDictionary<int, string> CellsIn(string folder)
    {
        var cells = new SortedDictionary<int, string>();
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "seed-*.csv") : [])
        {
            if (int.TryParse(Path.GetFileNameWithoutExtension(path)["seed-".Length..], out var seed) && seed >= 0)
            {
                cells[seed] = path;
            }
        }

        return cells;
    }

    private static BadResultException? ProblemOf(Func<object> read)
    {
        BadResultException? found = null;
        BadResultException.Try(read, problem => found = problem);
        return found;
    }

    // A record also has to be in its own folder: one that was copied elsewhere tells of other cells.
    private static RunRecord ReadRecord(string path)
    {
        var record = RunRecord.Read(path);
        var own = Path.Combine(record.Key.Folder, Settings);
        return Path.GetFullPath(path).EndsWith(Path.DirectorySeparatorChar + own, StringComparison.Ordinal)
            ? record
            : throw new BadResultException($"{path} tells of {record.Key.Folder}, which does not belong there. {SealedJson.Again}");
    }

    private static void Write(string path, string text, int seed) => AtomicFile.Write(path, Encoding.UTF8.GetBytes(text), OwnerOf(seed));
}
