using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Diagnostics;

/// <summary>One thing that is not the same in two sets of results; empty where one has nothing of it.</summary>
internal sealed record Difference(string What, string A, string B);

/// <summary>The cells of one variant in two sets of results.</summary>
internal sealed record VariantComparison(
    string Recipe, string Variant, string Hash, IReadOnlyList<CellComparison> Cells, IReadOnlyList<int> OnlyA, IReadOnlyList<int> OnlyB);

/// <summary>Two sets of results beside each other: how they came about, their settings, and their cells.</summary>
/// <param name="Circumstances">Versions, machine, threads and data that are not the same.</param>
/// <param name="Settings">Settings that are not the same, where a variant of one name has results under different settings.</param>
/// <param name="Variants">The variants that have results of the same settings in both or in one.</param>
internal sealed record Comparison(
    IReadOnlyList<Difference> Circumstances, IReadOnlyList<Difference> Settings, IReadOnlyList<VariantComparison> Variants)
{
    // Of these, two runs never have the same, or need not.
    private static readonly string[] OfOneRun = ["command", "date", Provenance.Images, "seconds", "seeds", "jobs", "resumed-after-epoch"];

    /// <summary>Whether any cell that both have is not the same, number by number.</summary>
    public bool CellsDiffer => Variants.Any(variant => variant.Cells.Any(cell => !cell.SameNumbers));

    /// <summary>Compares.</summary>
    public static Comparison Of(IReadOnlyList<StoredVariant> a, IReadOnlyList<StoredVariant> b) => new(
        [.. Differences("", Values(a), Values(b))],
        [
            .. from ofA in a
               where !b.Any(ofB => ofB.Key == ofA.Key)
               let ofB = b.FirstOrDefault(other => (other.Key.Recipe, other.Key.Variant) == (ofA.Key.Recipe, ofA.Key.Variant))
               where ofB is not null && !a.Any(other => other.Key == ofB.Key)
               from difference in Differences($"{ofA.Key.Recipe}, {ofA.Key.Variant}: ", ofA.Record.Determines, ofB.Record.Determines)
               select difference,
        ],
        [.. a.Concat(b).Select(stored => stored.Key).Distinct().Select(key => Compare(key, CellsOf(key, a), CellsOf(key, b)))]);

    /// <summary>Writes it for people.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="color">Whether headers are bold.</param>
    /// <param name="each">Whether each variant has its own line, rather than all of a recipe of which the same is to say.</param>
    public void Write(TextWriter output, bool color, bool each)
    {
        if (Circumstances.Count == 0)
        {
            output.WriteLine("They came about in the same way: engine, packages, machine, threads and data are the same.\n");
        }

        Write(output, color, "came about differently", Circumstances);
        Write(output, color, "setting", each ? Settings : [.. Together(Settings)]);
        var lines = Variants
            .Select(variant => (variant.Recipe, Name: $"{variant.Variant} ({variant.Hash})", What: string.Join("; ", Parts(variant))))
            .GroupBy(line => (line.Recipe, line.What, Own: each ? line.Name : "")).ToList();
        foreach (var same in lines)
        {
            output.WriteLine($"{same.Key.Recipe}, {Names([.. same.Select(line => line.Name)])}: {same.Key.What}");
        }

        if (lines.Count < Variants.Count)
        {
            output.WriteLine("(Each variant by name: --verbose)");
        }

        var both = Variants.SelectMany(variant => variant.Cells).ToList();
        var inOne = Variants.Sum(variant => variant.OnlyA.Count + variant.OnlyB.Count);
        output.WriteLine();
        output.WriteLine(
            $"{NumberText.Count(both.Count, "cell")} in both: {both.Count(cell => cell.SameBytes):N0} the same byte by byte, "
            + $"{both.Count(cell => !cell.SameBytes && cell.SameNumbers):N0} the same in all numbers, "
            + $"{both.Count(cell => !cell.SameNumbers):N0} not; {inOne:N0} in one only.");
    }

    // One line for all variants of a recipe in which a setting differs in the same way.
    private static IEnumerable<Difference> Together(IReadOnlyList<Difference> settings) =>
        from difference in settings
        let recipe = difference.What[..difference.What.IndexOf(", ", StringComparison.Ordinal)]
        let end = difference.What.LastIndexOf(": ", StringComparison.Ordinal)
        group difference.What[(recipe.Length + 2)..end] by (recipe, Setting: difference.What[end..], difference.A, difference.B) into same
        select new Difference($"{same.Key.recipe}, {Names([.. same])}{same.Key.Setting}", same.Key.A, same.Key.B);

    private static string Names(IReadOnlyList<string> variants) => variants.Count == 1 ? variants[0] : $"{variants.Count} variants";

    // Several variants, or several runs, may have several values of a thing.
    private static Dictionary<string, string> Values(IReadOnlyList<StoredVariant> all) => all
        .SelectMany(stored => stored.History.SelectMany(run => run.Circumstances)
            .Where(pair => !OfOneRun.Contains(pair.Key))
            .Append(new("data", Images(stored.Record)))
            .Append(new("engine-results", stored.Record.Determines.GetValueOrDefault("engine-results", ""))))
        .GroupBy(pair => pair.Key, pair => pair.Value)
        .ToDictionary(same => same.Key, same => string.Join(" | ", same.Distinct().Order(StringComparer.Ordinal)));

    // The same images are the same wherever they were read from.
    private static string Images(RunRecord record) =>
        $"{(Data.DataSet.NameOf(record.DataDigest, "") == record.DataSet ? record.DataSet : "images")} {record.DataDigest}".Trim();

    private static IEnumerable<Difference> Differences(
        string prefix, IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        from name in a.Keys.Union(b.Keys).Order(StringComparer.Ordinal)
        let difference = new Difference(prefix + name, a.GetValueOrDefault(name, ""), b.GetValueOrDefault(name, ""))
        where difference.A != difference.B
        select difference;

    private static IReadOnlyDictionary<int, string> CellsOf(ResultKey key, IEnumerable<StoredVariant> all) =>
        all.FirstOrDefault(stored => stored.Key == key)?.Cells ?? new Dictionary<int, string>();

    private static VariantComparison Compare(ResultKey key, IReadOnlyDictionary<int, string> a, IReadOnlyDictionary<int, string> b) => new(
        key.Recipe,
        key.Variant,
        key.Hash,
        [.. a.Keys.Intersect(b.Keys).Order().Select(seed => CellComparison.Of(seed, a[seed], b[seed]))],
        [.. a.Keys.Except(b.Keys).Order()],
        [.. b.Keys.Except(a.Keys).Order()]);

    private static void Write(TextWriter output, bool color, string what, IReadOnlyList<Difference> differences)
    {
        if (differences.Count > 0)
        {
            var table = new TextTable(what, "A", "B") { IsText = true };
            foreach (var difference in differences)
            {
                table.Add(difference.What, OrNothing(difference.A), OrNothing(difference.B));
            }

            table.Write(output, color);
            output.WriteLine();
        }

        static string OrNothing(string text) => text.Length == 0 ? NumberText.Unknown : text;
    }

    private static IEnumerable<string> Parts(VariantComparison variant) =>
        from part in variant.Cells.Select(cell => (What: InWords(cell), cell.Seed))
            .Concat(variant.OnlyA.Select(seed => (What: "only in A", Seed: seed)))
            .Concat(variant.OnlyB.Select(seed => (What: "only in B", Seed: seed)))
        group part.Seed by part.What into seeds
        select $"{seeds.Key}: {(seeds.Count() == 1 ? "seed" : "seeds")} {NumberText.Seeds([.. seeds])}";

    private static string InWords(CellComparison cell) =>
        cell.Problem is not null ? $"cannot be compared ({cell.Problem})"
        : cell.SameBytes ? "the same bytes"
        : cell.SameNumbers ? "the same numbers"
        : double.IsFinite(cell.Largest)
        ? FormattableString.Invariant($"{cell.Differing} of {cell.Rows} numbers differ, by up to {cell.Largest:G2} of their size")
        : $"{cell.Differing} of {cell.Rows} rows differ";
}
