using Experiments.Networks;
using Experiments.Recipes;
using Experiments.Training;

namespace Experiments.Bench;

/// <summary>One training that this engine and its peers are compared on: a variant of a recipe, so that bench and product cannot drift.</summary>
/// <param name="Id">Its name here and in the peers' settings.py.</param>
/// <param name="Recipe">The recipe.</param>
/// <param name="VariantName">The recipe's variant.</param>
internal sealed record BenchSetting(string Id, Recipe Recipe, string VariantName)
{
    private static readonly Depth Depth = new();
    private static readonly Recipes.Init Init = new();
    private static readonly Dropout Dropout = new();
    private static readonly EarlyStopping EarlyStopping = new();

    /// <summary>All settings.</summary>
    public static IReadOnlyList<BenchSetting> All { get; } =
    [
        .. Enumerable.Range(1, 5).Select(hidden => new BenchSetting($"A{hidden}", Depth, $"{hidden} hidden")),
        new("B", Init, "ReLU He"), new("C", Dropout, "drop 0.5"), new("C0", Dropout, "drop 0"), new("D", EarlyStopping, "no stopping"),
    ];

    /// <summary>Those of a comparison unless others are asked for.</summary>
    public static IReadOnlyList<string> Usual { get; } = ["A1", "A3", "A5", "B", "C", "C0", "D"];

    /// <summary>The recipe's variant with the settings of the published run.</summary>
    public Variant Variant => Recipe.Variants(Recipe.Defaults).Single(variant => variant.Name == VariantName);

    /// <summary>Its network.</summary>
    public Mlp Network => (Mlp)Variant.Subject;

    /// <summary>The settings that are meant.</summary>
    /// <param name="names">Their names, separated by commas.</param>
    /// <param name="mistakes">Told of names that there are not.</param>
    public static IReadOnlyList<BenchSetting> FindAll(string names, List<string> mistakes)
    {
        var found = new List<BenchSetting>();
        foreach (var name in names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (All.FirstOrDefault(setting => string.Equals(setting.Id, name, StringComparison.OrdinalIgnoreCase)) is { } setting)
            {
                found.Add(setting);
            }
            else
            {
                mistakes.Add($"There is no setting '{name}'. Known: {string.Join(", ", All.Select(one => one.Id))}.");
            }
        }

        if (found.Count == 0 && mistakes.Count == 0)
        {
            mistakes.Add($"No setting is named. Known: {string.Join(", ", All.Select(one => one.Id))}.");
        }

        return [.. found.Distinct()];
    }
}
