using Experiments.Claims;
using Experiments.Results;
using Experiments.Tests.Charts;
using static Experiments.Claims.Expected;

namespace Experiments.Tests.Claims;

public sealed class TestabilityTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_claim_on_whole_results_is_tested() => Assert.Equal(Verdict.Supported, Judged(Table()).Verdict);

    [Fact]
    public void Without_results_every_claim_is_listed_and_none_tested() =>
        Assert.Equal((Verdict.NotTested, "no results yet"), Said(ResultTable.Read(new ResultStore(folder), "recipe", [])));

    [Fact]
    public void A_quick_run_decides_nothing() =>
        Assert.Equal((Verdict.NotTested, "a quick run decides nothing"), Said(Table(quick: true)));

    [Fact]
    public void A_sentence_on_MNIST_is_not_tested_on_other_images_and_one_on_any_images_is()
    {
        var digits = On("synthetic digits", Table(synthetic: true));

        Assert.Equal((Verdict.NotTested, "speaks of MNIST, and these results are from synthetic digits"), Said(digits));
        Assert.Equal(Verdict.Supported, Assert.Single(ClaimEvaluator.Of([Claim(digits) with { OnAnyData = true }], digits)).Verdict);
    }

    [Fact]
    public void A_comparison_needs_both_variants() => Assert.Equal((Verdict.NotTested, "no results of b"), Said(Table(variants: ["a"])));

    [Fact]
    public void A_comparison_needs_every_seed_in_both_variants() =>
        Assert.Equal((Verdict.NotTested, "lacks seeds 2, 3"), Said(Table(seedsOfB: 2)));

    [Fact]
    public void A_sentence_on_one_variant_does_not_mind_the_seeds_of_others()
    {
        var table = Table(seedsOfB: 2);
        var claim = new Claim("A sentence", new("A", "1"), table["b"].ValidationAccuracy.At(0), Above(0));

        Assert.Equal(
            (Verdict.Supported, 2), Assert.Single(ClaimEvaluator.Of([claim], table)) is var one
                ? (one.Verdict, one.Estimate.Count)
                : default);
    }

    [Fact]
    public void A_single_seed_decides_nothing() =>
        Assert.Equal((Verdict.NotTested, "a single seed decides nothing"), Said(Table(seeds: 1)));

    [Fact]
    public void What_was_not_measured_is_not_tested()
    {
        var table = Table();
        var claim = new Claim("A sentence", new("A", "1"), table["a"].ValidationAccuracy.At(9), Above(0));

        Assert.Equal(
            (Verdict.NotTested, "not measured in these results"), Assert.Single(ClaimEvaluator.Of([claim], table)) is var one
                ? (one.Verdict, one.Reason) : default);
    }

    private static Claim Claim(ResultTable results) => new(
        "a beats b", new("A. Author, A Book", "ch. 1"), Accuracy(results, "a") - Accuracy(results, "b"), Above(0));

    private static SeedValues Accuracy(ResultTable results, string variant) =>
        results.Records.Any(record => record.Variant == variant) ? results[variant].ValidationAccuracy.At(0)
        : new("accuracy", "%", new Dictionary<int, double>(), [variant]);

    private static ClaimResult Judged(ResultTable results) => Assert.Single(ClaimEvaluator.Of([Claim(results)], results));

    private static (Verdict Verdict, string Reason) Said(ResultTable results) =>
        Judged(results) is var one ? (one.Verdict, one.Reason) : default;

    private ResultTable Table(int seeds = 4, int? seedsOfB = null, bool quick = false, bool synthetic = false, params string[] variants) =>
        MadeUpResults.Of(
        folder, variants.Length > 0 ? variants : ["a", "b"], seeds, (variant, seed) =>
            variant == "b" && seed >= (seedsOfB ?? seeds) ? [] : Row(variant, seed), quick, synthetic);

    private static IEnumerable<Measurement> Row(string variant, int seed) =>
        [new(0, 0, Splits.Validation, Metrics.Accuracy, null, (variant == "a" ? 0.9 : 0.5) + (0.01 * seed * seed))];

    private ResultTable On(string dataSet, ResultTable table)
    {
        RunRecord[] records = [.. table.Records.Select(record => record with { DataSet = dataSet })];
        return ResultTable.Read(new ResultStore(folder), "recipe", records);
    }
}
