namespace Experiments.Running;

/// <summary>Finds where variants are not those of the published run.</summary>
internal static class Departures
{
    /// <summary>
    /// The settings of each variant that were changed from the published run's, or in a quick run from the usual quick run's. The trainer
    /// is none of them: it changes no number beyond rounding. Nor are settings that only add measurements, or that a variant does not read.
    /// </summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="variants">Its variants.</param>
    /// <param name="settings">The settings that they were made of.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<Departure>> Of(Recipe recipe, IEnumerable<Variant> variants, Settings settings)
    {
        var usual = settings.Quick ? recipe.QuickSettings : recipe.Defaults;
        var (published, usually) = (ByName(recipe.Defaults), ByName(usual));

        // A variant that only other settings bring has nothing to be compared with: the settings speak for it.
        return variants.ToDictionary(variant => variant.Name, variant =>
            !published.TryGetValue(variant.Name, out var there) || !usually.TryGetValue(variant.Name, out var otherwise)
                ? Of(settings, recipe.Defaults, usual)
            : Plan.AreSame(variant, there) ? []
            : Of(variant.Settings, there.Settings, otherwise.Settings));

        Dictionary<string, Variant> ByName(Settings settings) =>
            recipe.Variants(settings).DistinctBy(variant => variant.Name).ToDictionary(variant => variant.Name);
    }

    private static IReadOnlyList<Departure> Of(Settings used, Settings published, Settings usual)
    {
        var (there, otherwise) = (Described(published), Described(usual));
        var measuring = SettingNames.List(used).Where(setting => setting.OnlyMeasures).Select(setting => setting.Name).ToHashSet();
        return
        [
            .. from setting in Described(used)
               where setting.Key is not ("trainer" or "quick") && !measuring.Contains(setting.Key) && there.ContainsKey(setting.Key)
               where setting.Value != there[setting.Key] && setting.Value != otherwise.GetValueOrDefault(setting.Key)
               select new Departure(setting.Key, setting.Value, there[setting.Key]),
        ];
    }

    private static IReadOnlyDictionary<string, string> Described(Settings settings) => SettingNames.Describe(Plan.Effective(settings));
}
