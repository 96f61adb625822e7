using System.Reflection;
using System.Text.RegularExpressions;
using Experiments.CommandLine.Options;
using Experiments.Results;

namespace Experiments.Tests.House;

/// <summary>docs/textbook.md: each sentence of the textbooks with the claims and tests that hold it.</summary>
public sealed partial class TextbookTests : IDisposable
{
    private const string Page = "docs/textbook.md";

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    [GeneratedRegex("^`([a-z-]+)`: “(.+)”$")]
    private static partial Regex NamedClaim { get; }

    [GeneratedRegex(@"^test `(\w+)\.(\w+)`$")]
    private static partial Regex NamedTest { get; }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void No_sentence_is_without_a_claim_or_a_test()
    {
        Assert.InRange(Rows.Count, 60, 200);
        Assert.All(Rows, row => Assert.NotEmpty(row.Sentence));
        Assert.All(Rows, row => Assert.NotEmpty(row.Held));
        Assert.All(Rows.SelectMany(row => row.Held), held =>
            Assert.True(NamedClaim.IsMatch(held) || NamedTest.IsMatch(held), $"{Page}: '{held}' is neither a claim nor a test."));
    }

    [Fact]
    public void Every_claim_on_the_page_is_one_of_its_recipe()
    {
        var gone = OnPage.Except(OfRecipes()).ToList();

        Assert.True(gone.Count == 0, $"Recipes no longer claim what stands in {Page}:\n{string.Join('\n', gone)}");
    }

    [Fact]
    public void Every_claim_of_every_recipe_is_on_the_page()
    {
        var claims = OfRecipes();
        var lacking = claims.Except(OnPage).ToList();

        Assert.InRange(claims.Count, 150, 400);
        Assert.True(
            lacking.Count == 0, $"Put these claims into the row of {Page} whose sentence they test:\n{string.Join('\n', lacking)}");
    }

    [Fact]
    public void Every_test_on_the_page_exists()
    {
        var tests = (from type in Assembly.GetExecutingAssembly().GetTypes()
                     from method in type.GetMethods()
                     select $"test `{type.Name}.{method.Name}`").ToHashSet();
        var named = Rows.SelectMany(row => row.Held).Where(held => NamedTest.IsMatch(held)).ToList();

        Assert.InRange(named.Count, 15, 100);
        Assert.Empty(named.Except(tests));
    }

    // As the page writes them.
    private HashSet<string> OfRecipes()
    {
        var store = new ResultStore(folder);
        return [.. from recipe in Catalog.Of(typeof(Recipes.Depth).Assembly).Recipes
                   from claim in recipe.Claims(ResultTable.Read(
                       store, recipe.Name, [], variants: recipe.FactorsOf([]), baseline: recipe.Baseline(recipe.Defaults)))
                   select $"`{recipe.Name}`: “{claim.Sentence}”"];
    }

    private static IEnumerable<string> OnPage => Rows.SelectMany(row => row.Held).Where(held => NamedClaim.IsMatch(held));

    // Rows of tables, without their heads.
    private static List<(string Sentence, string[] Held)> Rows { get; } =
        [.. from line in File.ReadLines(Checkout.At("docs", "textbook.md"))
            where line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| the text says |", StringComparison.Ordinal)
                && !line.StartsWith("| work |", StringComparison.Ordinal)
            let cells = line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries)
            select (cells[0], cells.Length == 2 ? cells[1].Split("<br>", StringSplitOptions.RemoveEmptyEntries) : [])];
}
