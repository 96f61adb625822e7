using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary>Describes results that are stored but were not asked for, by the options that would show them.</summary>
internal static class OtherResults
{
    private const int Shown = 3;

    /// <summary>At most a few descriptions, such as <c>10 cells on MNIST (--quick)</c>.</summary>
    public static string Of(Recipe recipe, Study asked, IReadOnlyList<RunRecord> records, ResultStore store)
    {
        var plain = recipe.Variants(recipe.Defaults).ToList();
        var quick = recipe.Variants(recipe.QuickSettings).ToList();
        var groups =
            (from record in records
             let cells = store.Seeds(record.Key).Count
             where cells > 0
             group (Cells: cells, record.DataSet) by (How: HowToShow(record), record.DataDigest) into same
             let sum = same.Sum(pair => pair.Cells)
             orderby sum descending
             select $"{NumberText.Count(sum, "cell")} on {same.First().DataSet} ({same.Key.How})").ToList();
        return string.Join("; ", groups.Count <= Shown ? groups
            : groups.Take(Shown).Append($"others in {NumberText.Count(groups.Count - Shown, "kind")}"));

        string HowToShow(RunRecord record)
        {
            var (fromPlain, fromQuick) = (Difference(record, plain), record.Quick ? Difference(record, quick) : null);
            if (fromPlain is null)
            {
                return "of a variant or version that is no more";
            }

            string[] options = fromQuick?.Count < fromPlain.Count ? ["--quick", .. fromQuick.SelectMany(AsOption)]
                : [.. fromPlain.SelectMany(AsOption)];
            return options.Length > 0 ? Shell.Join(options)
                : asked.Variants.Any(variant => ResultKey.IsSame(variant.Name, record.Variant)) ? "with the recipe's own settings"
                : "of another variant";
        }
    }

    // Null if the variant, its model or the engine are not what they were.
    private static List<(string Name, string Value)>? Difference(RunRecord record, List<Variant> variants)
    {
        if (variants.Find(variant => ResultKey.IsSame(variant.Name, record.Variant)) is not { } variant)
        {
            return null;
        }

        var expected = Plan.Determines(variant, record.DataDigest);
        var names = expected.Keys.Union(record.Determines.Keys)
            .Where(name => expected.GetValueOrDefault(name) != record.Determines.GetValueOrDefault(name)).ToList();
        var settings = SettingNames.List(variant.Settings);
        return names.Except(settings.Select(setting => setting.Name)).Any() ? null
            : [.. from setting in settings
                  where names.Contains(setting.Name)
                  let value = record.Determines.GetValueOrDefault(setting.Name)
                  where value is not null || !setting.Name.Contains('.') // what a choice brings goes with it
                  where setting.Value != (value ?? setting.ValueIfOff)
                  select (setting.Name, value ?? setting.ValueIfOff)];
    }

    private static string[] AsOption((string Name, string Value) setting) =>
        setting.Name == "epochs" ? ["--epochs", setting.Value] : ["--set", $"{setting.Name}={setting.Value}"];
}
