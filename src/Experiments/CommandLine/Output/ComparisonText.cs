using Experiments.CommandLine.Diagnostics;
using Experiments.CommandLine.Options;

namespace Experiments.CommandLine.Output;

/// <summary>A comparison of two sets of results for people.</summary>
internal static class ComparisonText
{
    /// <summary>Writes it.</summary>
    public static void Write(CommandContext context, Comparison comparison, string a, string b)
    {
        var output = context.Out;
        output.WriteLine($"A: {a}");
        output.WriteLine($"B: {b}");
        output.WriteLine();
        WriteDifferences(
            context, "came about differently", comparison.Circumstances, "They came about in the same way: engine, packages, "
                + "machine, threads and data are the same.");
        WriteDifferences(context, "setting", comparison.Settings, null);
        foreach (var variant in comparison.Variants)
        {
            output.WriteLine($"{variant.Key.Recipe}, {variant.Key.Variant} ({variant.Key.Hash}): {string.Join("; ", Lines(variant))}");
        }

        output.WriteLine();
        output.WriteLine(Sum(comparison));
    }

    private static void WriteDifferences(CommandContext context, string what, IReadOnlyList<Difference> differences, string? otherwise)
    {
        if (differences.Count == 0)
        {
            if (otherwise is not null)
            {
                context.Out.WriteLine(otherwise);
                context.Out.WriteLine();
            }

            return;
        }

        var table = new TextTable(what, "A", "B") { IsText = true };
        foreach (var difference in differences)
        {
            table.Add(difference.What, OrNothing(difference.A), OrNothing(difference.B));
        }

        table.Write(context.Out, context.Color);
        context.Out.WriteLine();
    }

    private static string OrNothing(string text) => text.Length == 0 ? "–" : text;

    private static IEnumerable<string> Lines(VariantComparison variant)
    {
        foreach (var group in variant.Both.GroupBy(InWords))
        {
            yield return $"{group.Key}: {Seeds([.. group.Select(cell => cell.Seed)])}";
        }

        if (variant.OnlyA.Count > 0)
        {
            yield return $"only in A: {Seeds(variant.OnlyA)}";
        }

        if (variant.OnlyB.Count > 0)
        {
            yield return $"only in B: {Seeds(variant.OnlyB)}";
        }

        static string Seeds(IReadOnlyList<int> seeds) => $"{(seeds.Count == 1 ? "seed" : "seeds")} {NumberText.Seeds(seeds)}";
    }

    private static string InWords(CellComparison cell) =>
        cell.Problem is not null ? $"cannot be compared ({cell.Problem})"
        : cell.SameBytes ? "the same bytes"
        : cell.Differing == 0 ? "the same numbers"
        : double.IsFinite(cell.Largest)
        ? FormattableString.Invariant($"{cell.Differing} of {cell.Rows} numbers differ, by up to {cell.Largest:G2} of their size")
        : $"{cell.Differing} of {cell.Rows} rows differ";

    private static string Sum(Comparison comparison)
    {
        var both = comparison.Variants.SelectMany(variant => variant.Both).ToList();
        var inOne = comparison.Variants.Sum(variant => variant.OnlyA.Count + variant.OnlyB.Count);
        return $"{NumberText.Count(both.Count, "cell")} in both: {both.Count(cell => cell.SameBytes):N0} the same byte by byte, "
            + $"{both.Count(cell => cell is { SameBytes: false, Problem: null, Differing: 0 }):N0} the same in all numbers, "
            + $"{both.Count(cell => cell.Problem is not null || cell.Differing > 0):N0} not; {inOne:N0} in one only.";
    }
}
