using Experiments.CommandLine;
using Experiments.Data;
using Experiments.Tests.CommandLine;

namespace Experiments.Tests.EveryRecipe;

/// <summary>Every recipe, for a few steps on a few images: all that it consists of fits together.</summary>
public sealed class FewStepsTests : IDisposable
{
    private static readonly IReadOnlyList<Recipe> All = Catalog.Of(typeof(Recipes.Depth).Assembly).Recipes;

    private readonly Workplace workplace = new();

    public FewStepsTests()
    {
        var folder = Path.Combine(workplace.Folder, "digits", "large");
        Directory.CreateDirectory(folder);
        foreach (var (name, count) in new[] { ("train", 240), ("t10k", 80) })
        {
            var digits = Enumerable.Range(0, count).Select(index => (byte)(index % 10)).ToArray();
            IdxFile.Write(Path.Combine(folder, $"{name}-labels-idx1-ubyte"), [count], digits);
            IdxFile.Write(Path.Combine(folder, $"{name}-images-idx3-ubyte"), [count, 28, 28], [.. digits.SelectMany(digit => Enumerable.Range(0, 784).Select(place => (byte)(place % 10 == digit ? 200 : 0)))]);
        }
    }

    public static TheoryData<string> Names => [.. All.Select(recipe => recipe.Name)];

    public void Dispose() => workplace.Dispose();

    [Fact]
    public void There_are_the_recipes_of_the_first_page() =>
        Assert.Superset(new HashSet<string> { "depth", "init", "dropout", "early-stopping" }, All.Select(recipe => recipe.Name).ToHashSet());

    [Theory]
    [MemberData(nameof(Names))]
    public void It_runs_and_draws_all_of_its_charts(string name)
    {
        var recipe = All.Single(one => one.Name == name);

        var call = Run(name);

        Assert.True(call.ExitCode == 0, call.Error);
        var charts = Directory.EnumerateFiles(Path.Combine(workplace.Plots, name)).Select(path => Path.GetFileNameWithoutExtension(path)).ToHashSet();
        Assert.Equal(recipe.Charts(Table(recipe)).Select(chart => chart.Name).Order(StringComparer.Ordinal), charts.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_chart_reads_itself(string name)
    {
        var recipe = All.Single(one => one.Name == name);
        Run(name);
        var table = Table(recipe);

        var readings = recipe.Charts(table).Select(chart => chart.Reading?.Invoke(table)).ToList();

        Assert.NotEmpty(readings);
        Assert.All(readings, reading => Assert.EndsWith(".", reading ?? "", StringComparison.Ordinal));
        Assert.All(readings, reading => Assert.DoesNotContain("NaN", reading, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_claims_are_the_same_before_and_after_a_run(string name)
    {
        var recipe = All.Single(one => one.Name == name);
        var before = recipe.Claims(Table(recipe)).Select(claim => claim.Sentence).ToList();
        Run(name);

        var after = recipe.Claims(Table(recipe)).ToList();

        Assert.NotEmpty(after);
        Assert.Equal(before, after.Select(claim => claim.Sentence));
        Assert.All(after, claim => Assert.NotEmpty(claim.Measured.BySeed));
    }

    private Call Run(string name) => workplace.Call(
        Workplace.Split($"run {name} --quick --epochs 2 --seeds 2 --dataset digits/large --set split=60/20/20 --set batch-size=50"), All, new Interrupt());

    private Experiments.Results.ResultTable Table(Recipe recipe)
    {
        var store = new Experiments.Results.ResultStore(workplace.Results);
        var order = recipe.Variants(recipe.QuickLook).Select(variant => variant.Name).ToList();
        return Experiments.Results.ResultTable.Read(store, recipe.Name, [.. store.Records(recipe.Name).OrderBy(record => order.IndexOf(record.Variant))]);
    }
}
