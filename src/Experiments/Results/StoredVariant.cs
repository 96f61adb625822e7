namespace Experiments.Results;

/// <summary>One variant's results wherever they lie: its record and the paths of its cells by seed.</summary>
/// <param name="Record">The record.</param>
/// <param name="Cells">The cells' paths by seed.</param>
/// <param name="History">How the cells came about.</param>
public sealed record StoredVariant(RunRecord Record, IReadOnlyDictionary<int, string> Cells, IReadOnlyList<CellProvenance> History)
{
    /// <summary>Names the variant's results: equal for results that should be equal.</summary>
    public ResultKey Key => Record.Key;

    /// <summary>The variant's factors, such as <c>activation: tanh</c>; empty in records of version 0.1.</summary>
    public IReadOnlyDictionary<string, string> Factors => Record.Factors;

    /// <summary>All that lie in a folder or below, or beside the one <c>settings.json</c> given.</summary>
    /// <param name="path">A results folder, a part of one, or a <c>settings.json</c>.</param>
    /// <param name="skipped">Hears of every record that cannot be read.</param>
    public static IReadOnlyList<StoredVariant> In(string path, Action<BadResultException> skipped)
    {
        string[] files = File.Exists(path) ? [path]
            : Directory.Exists(path) ? Directory.GetFiles(path, "settings.json", SearchOption.AllDirectories) : [];
        return [.. files.Order(StringComparer.Ordinal).Select(file => Read(file, skipped)).OfType<StoredVariant>()];
    }

    private static StoredVariant? Read(string file, Action<BadResultException> skipped)
    {
        try
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
            var record = RunRecord.Read(file);
            return new(record, ResultStore.CellsIn(folder), CellProvenance.In(folder, record.Key));
        }
        catch (BadResultException problem)
        {
            skipped(problem);
            return null;
        }
    }
}
