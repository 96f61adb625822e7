namespace Experiments.Results;

/// <summary>One variant's results wherever they lie.</summary>
/// <param name="Record">What they are.</param>
/// <param name="Cells">The cells' paths by seed.</param>
/// <param name="History">How the cells came about.</param>
internal sealed record StoredVariant(RunRecord Record, IReadOnlyDictionary<int, string> Cells, IReadOnlyList<CellProvenance> History)
{
    /// <summary>Names the variant's results: equal for results that should be equal.</summary>
    public ResultKey Key => Record.Key;

    /// <summary>
    /// All that lie in a folder or below, or beside the one <c>settings.json</c> given; those that cannot be read are handed over.
    /// </summary>
    public static IReadOnlyList<StoredVariant> In(string path, Action<BadResultException> skipped)
    {
        string[] files = File.Exists(path) ? [path]
            : Directory.Exists(path) ? Directory.GetFiles(path, "settings.json", SearchOption.AllDirectories) : [];
        return [.. from file in files.Order(StringComparer.Ordinal)
                   let record = BadResultException.Try(() => RunRecord.Read(file), skipped)
                   where record is not null
                   let folder = Path.GetDirectoryName(Path.GetFullPath(file))!
                   select new StoredVariant(record, ResultStore.CellsIn(folder), CellProvenance.In(folder, record.Key))];
    }
}
