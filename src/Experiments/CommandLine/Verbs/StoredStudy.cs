namespace Experiments.CommandLine.Verbs;

/// <summary>The stored results of a study on one data set.</summary>
/// <param name="DataSet">The data set's name.</param>
/// <param name="Records">The variants that have sound cells, in the recipe's order.</param>
/// <param name="Cells">Number of sound cells.</param>
/// <param name="Gaps">Cells that should be there beside them and are not, or cannot be used.</param>
/// <param name="Problems">What is wrong with those that cannot be used.</param>
internal sealed record StoredStudy(
    string DataSet, IReadOnlyList<RunRecord> Records, int Cells, IReadOnlyList<MissingCells> Gaps,
    IReadOnlyList<BadResultException> Problems)
{
    private const string Digest = "data-sha256";

    // What is there of one variant.
    private sealed record Found(
        string Variant, RunRecord? Record, IReadOnlyList<int> Sound, IReadOnlyList<(int Seed, BadResultException Problem)> Damaged);

    /// <summary>What is stored of a study, a data set each; MNIST first, then the one with most cells.</summary>
    /// <param name="study">The study.</param>
    /// <param name="records">The stored records of the recipe.</param>
    /// <param name="store">The cells.</param>
    /// <param name="seedsMatter">Whether only the study's seeds count; otherwise all that are there, and every variant should have what
    /// one has.</param>
    public static IReadOnlyList<StoredStudy> Of(Study study, IReadOnlyList<RunRecord> records, ResultStore store, bool seedsMatter)
    {
        return [.. records
            .Where(record => record.Determines.ContainsKey(Digest))
            .GroupBy(record => (Digest: record.Determines[Digest], record.DataSet))
            .Select(set => On(set.Key.Digest, set.Key.DataSet, [.. set]))
            .OrderByDescending(stored => stored.DataSet == "MNIST")
            .ThenByDescending(stored => stored.Cells)];

        StoredStudy On(string digest, string name, IReadOnlyList<RunRecord> candidates)
        {
            var found = study.Variants
                .Select(variant => Look(ResultKey.Of(study.Recipe, variant.Name, Plan.Determines(variant, digest)), candidates)).ToList();
            var stored = found.SelectMany(variant => variant.Sound.Concat(variant.Damaged.Select(cell => cell.Seed)));
            List<int> expected = [.. (seedsMatter ? study.Seeds : stored).Distinct().Order()];
            List<Found> usable = [.. found.Where(variant => variant.Record is not null && variant.Sound.Count > 0)];
            return new(
                name,
                [.. usable.Select(variant => variant.Record!)],
                usable.Sum(variant => variant.Sound.Count),
                [.. found.Select(variant => GapOf(variant, expected)).Where(gap => gap.Seeds.Count > 0)],
                [.. found.SelectMany(variant => variant.Damaged).Select(cell => cell.Problem)]);
        }

        Found Look(ResultKey key, IReadOnlyList<RunRecord> candidates)
        {
            var seeds = store.Seeds(key).Where(seed => !seedsMatter || study.Seeds.Contains(seed)).ToList();
            var problems = seeds.Select(seed => (Seed: seed, Problem: store.Problem(key, seed))).ToList();
            return new(
                key.Variant,
                candidates.FirstOrDefault(record => record.Hash == key.Hash && ResultKey.IsSame(record.Variant, key.Variant)),
                [.. problems.Where(variant => variant.Problem is null).Select(variant => variant.Seed)],
                [.. problems.Where(variant => variant.Problem is not null).Select(variant => (variant.Seed, variant.Problem!))]);
        }
    }

    /// <summary>Whether a data set is the one that <c>--dataset</c> names.</summary>
    public static bool Fits(RunRecord record, string? choice) => choice?.Trim().ToLowerInvariant() switch
    {
        _ when record.DataSet == Data.DataSet.None.Name => true,
        null or "auto" => true,
        "mnist" => record.DataSet == "MNIST",
        "synthetic" => record.Synthetic,
        var folder => string.Equals(
            record.DataSet, Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), StringComparison.OrdinalIgnoreCase),
    };

    // Cells without a sound record cannot be used: nobody knows what they are.
    private static MissingCells GapOf(Found found, IReadOnlyList<int> expected) => found.Record is null
        ? new(found.Variant, expected, Damaged: found.Sound.Count + found.Damaged.Count > 0)
        : new(found.Variant, [.. expected.Except(found.Sound)], found.Damaged.Count > 0);
}
