using Experiments.CommandLine.Diagnostics;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary>Describes results that are stored but were not asked for, by the options that would show them.</summary>
internal static class OtherResults
{
    private const int Shown = 3;
    private static readonly string[] NotSettings = ["data-sha256", "network", "computation", "engine-results"];

    /// <summary>At most a few descriptions, such as <c>10 cells on MNIST (--quick)</c>.</summary>
    public static IReadOnlyList<string> Of(Recipe recipe, Study asked, IReadOnlyList<RunRecord> records, ResultStore store)
    {
        var plain = recipe.Variants(recipe.Defaults).ToList();
        var quick = recipe.Variants(recipe.QuickSettings).ToList();
        var groups = records
            .Select(
                record => (Cells: store.Seeds(new(recipe.Name, record.Variant, record.Hash)).Count, How: HowToShow(record), record.DataSet))
            .Where(stored => stored.Cells > 0)
            .GroupBy(record => (record.How, record.DataSet))
            .OrderByDescending(group => group.Sum(stored => stored.Cells))
            .ToList();
        var more = groups.Count > Shown ? [$"others in {NumberText.Count(groups.Count - Shown, "kind")}"] : (string[])[];
        var shown =
            from @group in groups.Take(Shown)
            select $"{NumberText.Count(@group.Sum(stored => stored.Cells), "cell")} on {@group.Key.DataSet} ({@group.Key.How})";
        return [.. shown, .. more];

        string HowToShow(RunRecord record)
        {
            if (Difference(record, plain) is not { } fromPlain)
            {
                return "of a variant or version that is no more";
            }

            var fromQuick = Difference(record, quick) ?? fromPlain;
            var options = record.Quick && fromQuick.Count < fromPlain.Count
                ? ["--quick", .. fromQuick.SelectMany(AsOption)]
                : fromPlain.SelectMany(AsOption).ToList();
            return options.Count > 0 ? Shell.Join(options)
                : asked.Variants.Any(variant => ResultKey.IsSame(variant.Name, record.Variant)) ? "with the recipe's own settings"
                : "of another variant";
        }
    }

    // Null if the variant, its network or the engine are not what they were.
    private static List<(string Name, string Value)>? Difference(RunRecord record, List<Variant> variants)
    {
        if (variants.Find(variant => ResultKey.IsSame(variant.Name, record.Variant)) is not { } variant)
        {
            return null;
        }

        var expected = Plan.Determines(variant, record.Determines.GetValueOrDefault("data-sha256", ""));
        var names = expected.Keys.Union(record.Determines.Keys)
            .Where(name => expected.GetValueOrDefault(name) != record.Determines.GetValueOrDefault(name)).ToList();
        return names.Intersect(NotSettings).Any() ? null : [.. names.Select(name => (name, record.Determines.GetValueOrDefault(name, "")))];
    }

    private static string[] AsOption((string Name, string Value) setting) =>
        setting.Name == "epochs" ? ["--epochs", setting.Value] : ["--set", $"{setting.Name}={setting.Value}"];
}
