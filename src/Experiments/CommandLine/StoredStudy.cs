using Experiments.Results;
using Experiments.Running;

namespace Experiments.CommandLine;

/// <summary>The stored results of a study on one data set.</summary>
/// <param name="DataSet">The data set's name.</param>
/// <param name="Records">The variants that have cells, in the recipe's order.</param>
/// <param name="Cells">Number of cells.</param>
internal sealed record StoredStudy(string DataSet, IReadOnlyList<RunRecord> Records, int Cells)
{
    private const string Digest = "data-sha256";

    /// <summary>What is stored of a study, a data set each; MNIST first, then the one with most cells.</summary>
    /// <param name="study">The study.</param>
    /// <param name="records">The stored records of the recipe.</param>
    /// <param name="store">The cells.</param>
    /// <param name="seedsMatter">Whether only the study's seeds count; otherwise all that are there.</param>
    public static IReadOnlyList<StoredStudy> Of(Study study, IReadOnlyList<RunRecord> records, ResultStore store, bool seedsMatter)
    {
        return [.. records
            .Where(record => record.Determines.ContainsKey(Digest))
            .GroupBy(record => (Digest: record.Determines[Digest], record.DataSet))
            .Select(set => On(set.Key.Digest, set.Key.DataSet, [.. set]))
            .Where(stored => stored.Cells > 0)
            .OrderByDescending(stored => stored.DataSet == "MNIST")
            .ThenByDescending(stored => stored.Cells)];

        StoredStudy On(string digest, string name, IReadOnlyList<RunRecord> candidates)
        {
            var found = study.Variants
                .Select(variant => ResultKey.Of(study.Recipe, variant.Name, Plan.Determines(variant, digest)))
                .Select(key => (Cells: CellsOf(key), Record: candidates.FirstOrDefault(record => record.Variant == key.Variant && record.Hash == key.Hash)))
                .Where(one => one.Cells > 0 && one.Record is not null)
                .ToList();
            return new(name, [.. found.Select(one => one.Record!)], found.Sum(one => one.Cells));
        }

        int CellsOf(ResultKey key) => seedsMatter ? study.Seeds.Count(seed => store.Has(key, seed)) : store.Seeds(key).Count;
    }

    /// <summary>Whether a data set is the one that <c>--dataset</c> names.</summary>
    public static bool Fits(RunRecord record, string? choice) => choice?.Trim().ToLowerInvariant() switch
    {
        _ when record.DataSet == Data.DataSet.None.Name => true,
        null or "auto" => true,
        "mnist" => record.DataSet == "MNIST",
        "synthetic" => record.Synthetic,
        var folder => string.Equals(record.DataSet, Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), StringComparison.OrdinalIgnoreCase),
    };
}
