namespace Experiments.CommandLine.Diagnostics;

/// <summary>One thing that is not the same in two sets of results; empty where one has nothing of it.</summary>
internal sealed record Difference(string What, string A, string B);

/// <summary>The cells of one variant in two sets of results.</summary>
internal sealed record VariantComparison(
    ResultKey Key, IReadOnlyList<CellComparison> Both, IReadOnlyList<int> OnlyA, IReadOnlyList<int> OnlyB);

/// <summary>Two sets of results beside each other: how they came about, their settings, and their cells.</summary>
/// <param name="Circumstances">Versions, machine, threads and data that are not the same.</param>
/// <param name="Settings">Settings that are not the same, where a variant of one name has results under different settings.</param>
/// <param name="Variants">The variants that have results of the same settings in both or in one.</param>
internal sealed record Comparison(
    IReadOnlyList<Difference> Circumstances, IReadOnlyList<Difference> Settings, IReadOnlyList<VariantComparison> Variants)
{
    // Of these, two runs never have the same, or need not.
    private static readonly string[] OfOneRun = ["command", "date", "seconds", "seeds", "jobs", "resumed-after-epoch"];

    /// <summary>Whether any cell that both have is not the same, number by number.</summary>
    public bool CellsDiffer => Variants.Any(variant => variant.Both.Any(cell => cell.Differing > 0 || cell.Problem is not null));

    /// <summary>Compares.</summary>
    public static Comparison Of(IReadOnlyList<StoredVariant> a, IReadOnlyList<StoredVariant> b)
    {
        var (ofA, ofB) = (ByKey(a), ByKey(b));
        return new(
            [.. Differences("", Values(a), Values(b))],
            [.. SettingsOf(a, b)],
            [.. ofA.Keys.Union(ofB.Keys).Select(key => Compare(key, ofA.GetValueOrDefault(key), ofB.GetValueOrDefault(key)))]);
    }

    /// <summary>Everything as JSON.</summary>
    public object ToJson() => new
    {
        Circumstances,
        Settings,
        CellsDiffer,
        Variants = Variants.Select(variant => new
        {
            variant.Key.Recipe,
            variant.Key.Variant,
            variant.Key.Hash,
            Cells = variant.Both.Select(cell => new
            {
                cell.Seed,
                cell.SameBytes,
                SameNumbers = cell.Problem is null && cell.Differing == 0,
                cell.Rows,
                cell.Differing,
                cell.Largest,
                cell.Problem,
            }),
            variant.OnlyA,
            variant.OnlyB,
        }),
    };

    private static Dictionary<ResultKey, StoredVariant> ByKey(IEnumerable<StoredVariant> all) =>
        all.GroupBy(stored => stored.Key).ToDictionary(same => same.Key, same => same.First());

    // Several variants, or several runs, may have several values of a thing.
    private static Dictionary<string, string> Values(IReadOnlyList<StoredVariant> all) => all
        .SelectMany(stored => stored.History.SelectMany(run => run.Circumstances)
            .Where(pair => !OfOneRun.Contains(pair.Key))
            .Append(new("data", $"{stored.Record.DataSet} {stored.Record.Determines.GetValueOrDefault("data-sha256", "")}".Trim()))
            .Append(new("engine-results", stored.Record.Determines.GetValueOrDefault("engine-results", ""))))
        .GroupBy(pair => pair.Key, pair => pair.Value)
        .ToDictionary(same => same.Key, same => string.Join(" | ", same.Distinct().Order(StringComparer.Ordinal)));

    private static IEnumerable<Difference> SettingsOf(IReadOnlyList<StoredVariant> a, IReadOnlyList<StoredVariant> b) =>
        from ofA in a
        where !b.Any(ofB => ofB.Key == ofA.Key)
        let ofB = b.FirstOrDefault(other => other.Record.Recipe == ofA.Record.Recipe && other.Record.Variant == ofA.Record.Variant)
        where ofB is not null && !a.Any(other => other.Key == ofB.Key)
        from difference in Differences($"{ofA.Record.Recipe}, {ofA.Record.Variant}: ", ofA.Record.Determines, ofB.Record.Determines)
        select difference;

    private static IEnumerable<Difference> Differences(
        string prefix, IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Keys.Union(b.Keys).Order(StringComparer.Ordinal)
            .Where(name => a.GetValueOrDefault(name) != b.GetValueOrDefault(name))
            .Select(name => new Difference(prefix + name, a.GetValueOrDefault(name, ""), b.GetValueOrDefault(name, "")));

    private static VariantComparison Compare(ResultKey key, StoredVariant? a, StoredVariant? b)
    {
        var (ofA, ofB) = (a?.Cells ?? new Dictionary<int, string>(), b?.Cells ?? new Dictionary<int, string>());
        return new(
            key,
            [.. ofA.Keys.Intersect(ofB.Keys).Order().Select(seed => CellComparison.Of(seed, ofA[seed], ofB[seed]))],
            [.. ofA.Keys.Except(ofB.Keys).Order()],
            [.. ofB.Keys.Except(ofA.Keys).Order()]);
    }
}
