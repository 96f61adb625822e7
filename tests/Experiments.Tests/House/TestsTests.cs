using System.Reflection;

namespace Experiments.Tests.House;

/// <summary>How the tests are named and where they are.</summary>
public class TestsTests
{
    // What is tested there is not a folder of the engine: bad input to the whole program, the recipes, the code itself, the launcher,
    // clusters.
    private static readonly string[] OtherFolders = ["BadInput", "EveryRecipe", "House", "Launcher", "MadeUp", "Slurm", "Snapshots"];

    [Fact]
    public void Every_test_is_named_by_a_sentence()
    {
        var names = typeof(TestsTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .Distinct().ToList();

        Assert.InRange(names.Count, 500, 5_000);
        Assert.All(names, name => Assert.Matches(@"\.[A-Z]\w*_\w+$", name));
    }

    [Fact]
    public void Every_folder_of_the_engine_has_its_folder_of_tests_and_no_others_are_there()
    {
        var engine = FoldersOf("src", "Experiments").ToList();

        Assert.InRange(engine.Count, 9, 30);
        Assert.Equal(
            engine.Concat(OtherFolders).Order(StringComparer.Ordinal),
            FoldersOf("tests", "Experiments.Tests").Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> FoldersOf(params string[] place) => Directory.GetDirectories(Checkout.At(place))
        .Where(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Any())
        .Select(folder => Path.GetFileName(folder))
        .Except(["bin", "obj"]);
}
