using System.Collections.Concurrent;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Progress;
using Experiments.Results;
using Experiments.Tests.CommandLine;

namespace Experiments.Tests.EveryRecipe;

/// <summary>A run of every recipe for a few steps on a few images, made once when it is first asked for.</summary>
public sealed class FewSteps : IDisposable
{
    private const string Less = " --epochs 2 --dataset digits/large --set split=60/20/20 --set batch-size=50"; // of what is trained

    private readonly Workplace workplace = new();
    private readonly ConcurrentDictionary<string, Lazy<Call>> runs = new();

    public FewSteps() => MadeUpImages.Write(
        Path.Combine(workplace.Folder, "digits", "large"), 240, 80, (_, digit, place) => (byte)(place % 10 == digit ? 200 : 0));

    public static IReadOnlyList<Recipe> All { get; } = Catalog.Of(typeof(Recipes.Depth).Assembly).Recipes;

    public static Recipe Recipe(string name) => All.Single(recipe => recipe.Name == name);

    /// <summary>A table of no results.</summary>
    public ResultTable Nothing(string name) =>
        ResultTable.Read(
            new ResultStore(Path.Combine(workplace.Folder, "nothing")), name, [], variants: Recipe(name).FactorsOf([]),
            baseline: Recipe(name).Baseline(Recipe(name).QuickSettings), choosingSeeds: ChoosingSeeds(name));

    /// <summary>What the run left.</summary>
    public ResultTable Results(string name)
    {
        var call = runs.GetOrAdd(name, _ => new(() => workplace.Call(
            Workplace.Split($"run {name} --quick --seeds 2{(name == "gradient-check" ? "" : Less)}"),
            All, new Interrupt()))).Value;
        Assert.True(call.ExitCode == 0, call.Error);
        var store = new ResultStore(workplace.Results);
        var order = Recipe(name).Variants(Recipe(name).QuickSettings).Select(variant => variant.Name).ToList();
        var records = store.Records(name).OrderBy(record => order.IndexOf(record.Variant)).ToList();
        return ResultTable.Read(
            store, name, records, variants: Recipe(name).FactorsOf(Recipe(name).Variants(Recipe(name).QuickSettings)),
            baseline: Recipe(name).Baseline(Recipe(name).QuickSettings), choosingSeeds: ChoosingSeeds(name));
    }

    // As in a quick run: one of the two seeds, if any chooses.
    private static int ChoosingSeeds(string name) => Math.Min(1, Recipe(name).ChoosingSeeds);

    /// <summary>The charts it drew, by name.</summary>
    public IEnumerable<string> Charts(string name) =>
        Directory.EnumerateFiles(Path.Combine(workplace.Plots, name), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path)).Distinct();

    public void Dispose() => workplace.Dispose();
}
