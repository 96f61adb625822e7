using Experiments.Models;
using Experiments.Recipes;

namespace Experiments.Bench;

/// <summary>One training that all loops are compared on: a variant of a recipe, so that bench and program cannot drift apart.</summary>
/// <param name="Id">Its name here and in the peers' settings.</param>
/// <param name="Recipe">The recipe.</param>
/// <param name="VariantName">The recipe's variant.</param>
/// <param name="FusedOverNatural">
/// How many times faster than a natural TorchSharp loop the fused trainer should be; null if there is no target.
/// </param>
internal sealed record BenchSetting(string Id, Recipe Recipe, string VariantName, double? FusedOverNatural = null)
{
    private static readonly Depth Depth = new();

    /// <summary>All settings.</summary>
    public static IReadOnlyList<BenchSetting> All { get; } =
    [
        new("A1", Depth, "1 hidden", 9), new("A2", Depth, "2 hidden"), new("A3", Depth, "3 hidden", 10), new("A4", Depth, "4 hidden"),
        new("A5", Depth, "5 hidden", 11),
        new("B", new Recipes.Init(), "ReLU, He", 2.2), new("C", new Dropout(), "drop 0.5", 4), new("C0", new Dropout(), "drop 0"),
        new("D", new EarlyStopping(), "no stopping", 3.5),
    ];

    /// <summary>The default settings of a comparison: those that have a target.</summary>
    public static string Default { get; } = string.Join(
        ',', from setting in All where setting.FusedOverNatural is not null select setting.Id);

    /// <summary>The recipe's variant with the settings of the published run.</summary>
    public Variant Variant => Recipe.Variants(Recipe.Defaults).Single(variant => variant.Name == VariantName);

    /// <summary>Its model.</summary>
    public Model Model => (Model)Variant.Workload;

    /// <summary>The settings with these names.</summary>
    /// <param name="names">Names, separated by commas.</param>
    /// <param name="mistakes">Receives unknown names.</param>
    public static IReadOnlyList<BenchSetting> FindAll(string names, List<string> mistakes)
    {
        string[] wanted = names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var known = string.Join(", ", All.Select(setting => setting.Id));
        mistakes.AddRange(wanted.Where(name => Find(name) is null).Select(name => $"Unknown setting '{name}'. Known: {known}."));
        if (wanted.Length == 0)
        {
            mistakes.Add($"--settings names no setting. Known: {known}.");
        }

        return [.. wanted.Select(Find).OfType<BenchSetting>().Distinct()];
    }

    private static BenchSetting? Find(string name) =>
        All.FirstOrDefault(setting => string.Equals(setting.Id, name, StringComparison.OrdinalIgnoreCase));
}
