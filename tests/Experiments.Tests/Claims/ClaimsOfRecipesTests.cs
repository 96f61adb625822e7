using Experiments.Claims;
using Experiments.CommandLine.Options;
using Experiments.Results;

namespace Experiments.Tests.Claims;

public sealed class ClaimsOfRecipesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Every_recipe_lists_its_claims_before_any_run_and_none_is_tested()
    {
        var recipes = Catalog.Of(typeof(Recipes.Depth).Assembly).Recipes;
        foreach (var recipe in recipes)
        {
            var nothing = ResultTable.Read(
                new ResultStore(folder), recipe.Name, [], variants: recipe.FactorsOf([]), baseline: recipe.Baseline(recipe.Defaults));

            var results = ClaimEvaluator.Of(recipe.Claims(nothing), nothing);

            Assert.NotEmpty(results);
            Assert.All(results, one => Assert.Equal((Verdict.NotTested, "no results yet"), (one.Verdict, one.Reason)));
            Assert.Equal(results.Count, results.Select(one => one.Claim.Sentence).Distinct().Count());
            Assert.All(results, one => Assert.False(one.Claim.Sentence.EndsWith('.'), one.Claim.Sentence));
        }

        Assert.True(recipes.Count >= 5, $"only {recipes.Count} recipes were found");
    }

    [Fact]
    public void Every_claim_speaks_of_variants_that_its_recipe_has()
    {
        var spoken = 0;
        foreach (var recipe in Catalog.Of(typeof(Recipes.Depth).Assembly).Recipes)
        {
            var variants = recipe.Variants(recipe.Defaults).Select(variant => variant.Name).ToList();

            foreach (var claim in recipe.Claims(ResultTable.Read(
                new ResultStore(folder), recipe.Name, [], variants: recipe.FactorsOf([]), baseline: recipe.Baseline(recipe.Defaults))))
            {
                Assert.Empty(claim.Values.Variants.Except(variants));
                spoken += claim.Values.Variants.Count;
            }
        }

        Assert.True(spoken > 27, $"claims spoke of {spoken} variants only");
    }
}
