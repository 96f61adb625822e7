using System.Text.Json.Nodes;
using Experiments.CommandLine.Output;
using Experiments.Results;

namespace Experiments.CommandLine.Diagnostics;

/// <summary>One thing that is not the same in two sets of results; empty where one has nothing of it.</summary>
internal sealed record Difference(string What, string A, string B);

/// <summary>The cells of one variant in two sets of results.</summary>
internal sealed record VariantComparison(ResultKey Key, IReadOnlyList<CellComparison> Both, IReadOnlyList<int> OnlyA, IReadOnlyList<int> OnlyB);

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
    public JsonObject ToJson() => new()
    {
        ["circumstances"] = JsonOutput.Array(Circumstances, ToJson),
        ["settings"] = JsonOutput.Array(Settings, ToJson),
        ["cellsDiffer"] = CellsDiffer,
        ["variants"] = JsonOutput.Array(Variants, variant => new JsonObject
        {
            ["recipe"] = variant.Key.Recipe,
            ["variant"] = variant.Key.Variant,
            ["hash"] = variant.Key.Hash,
            ["cells"] = JsonOutput.Array(variant.Both, cell => new JsonObject
            {
                ["seed"] = cell.Seed,
                ["sameBytes"] = cell.SameBytes,
                ["sameNumbers"] = cell.Problem is null && cell.Differing == 0,
                ["rows"] = cell.Rows,
                ["differing"] = cell.Differing,
                ["largest"] = double.IsFinite(cell.Largest) ? cell.Largest : null,
                ["problem"] = cell.Problem,
            }),
            ["onlyA"] = JsonOutput.Array(variant.OnlyA, seed => seed),
            ["onlyB"] = JsonOutput.Array(variant.OnlyB, seed => seed),
        }),
    };

    private static JsonObject ToJson(Difference difference) => new() { ["what"] = difference.What, ["a"] = difference.A, ["b"] = difference.B };

    private static Dictionary<ResultKey, StoredVariant> ByKey(IEnumerable<StoredVariant> all) =>
        all.GroupBy(one => one.Key).ToDictionary(same => same.Key, same => same.First());

    // Several variants, or several runs, may have several values of a thing.
    private static Dictionary<string, string> Values(IReadOnlyList<StoredVariant> all) => all
        .SelectMany(one => one.History.SelectMany(run => run.Circumstances)
            .Where(pair => !OfOneRun.Contains(pair.Key))
            .Append(new("data", $"{one.Record.DataSet} {one.Record.Determines.GetValueOrDefault("data-sha256", "")}".Trim()))
            .Append(new("engine-results", one.Record.Determines.GetValueOrDefault("engine-results", ""))))
        .GroupBy(pair => pair.Key, pair => pair.Value)
        .ToDictionary(same => same.Key, same => string.Join(" | ", same.Distinct().Order(StringComparer.Ordinal)));

    private static IEnumerable<Difference> SettingsOf(IReadOnlyList<StoredVariant> a, IReadOnlyList<StoredVariant> b) =>
        from ofA in a
        where !b.Any(ofB => ofB.Key == ofA.Key)
        let ofB = b.FirstOrDefault(one => one.Record.Recipe == ofA.Record.Recipe && one.Record.Variant == ofA.Record.Variant)
        where ofB is not null && !a.Any(one => one.Key == ofB.Key)
        from difference in Differences($"{ofA.Record.Recipe}, {ofA.Record.Variant}: ", ofA.Record.Determines, ofB.Record.Determines)
        select difference;

    private static IEnumerable<Difference> Differences(string prefix, IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
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
