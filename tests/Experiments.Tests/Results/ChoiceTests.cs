using System.Globalization;
using Experiments.Charts;
using Experiments.Claims;
using Experiments.Naming;
using Experiments.Results;
using Experiments.Tests.MadeUp;
using static Experiments.Claims.Expected;

namespace Experiments.Tests.Results;

/// <summary>Variants that some seeds choose and others report.</summary>
public sealed class ChoiceTests : IDisposable
{
    private static readonly string[] Rates = ["rate 0.1", "rate 1", "rate 10"];

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // By seeds 0 and 1 the rate of 1 is best; by all others that of 10.
    private static double Loss(string variant, int seed) => (variant, seed) switch
    {
        ("rate 0.1", _) => 3,
        ("rate 1", < 2) => 1,
        ("rate 1", _) => 2.5 + (0.01 * seed),
        (_, < 2) => 2,
        _ => 0.5,
    };

    [Fact]
    public void The_choosing_seeds_choose_and_the_others_report()
    {
        var chosen = Least(Table());

        Assert.Equal("rate 1", chosen.Name);
        Assert.Equal([2, 3, 4], chosen.ValidationLoss.Last().BySeed.Keys.Order());
        Assert.Equal([2, 3, 4], chosen.ValidationLoss.At(1).BySeed.Keys.Order());
        Assert.Equal([2, 3, 4], (chosen.ValidationLoss.Last() - Table()["rate 10"].ValidationLoss.Last()).BySeed.Keys.Order());
    }

    [Fact]
    public void The_greatest_is_chosen_likewise() =>
        Assert.Equal("rate 0.1", Table().ChooseGreatest(variant => variant.ValidationLoss.Last(), ("optimizer", "sgd")).Name);

    [Fact]
    public void What_is_not_chosen_has_all_seeds() => Assert.Equal(5, Table()["rate 1"].ValidationLoss.Last().BySeed.Count);

    [Fact]
    public void A_variant_that_diverged_in_a_choosing_seed_is_never_chosen() => Assert.Equal(
        "rate 10", Least(Table(loss: (variant, seed) => variant == "rate 1" && seed == 1 ? double.NaN : Loss(variant, seed))).Name);

    [Fact]
    public void Of_equal_variants_the_first_is_chosen() => Assert.Equal("rate 0.1", Least(Table(loss: (_, _) => 1)).Name);

    [Fact]
    public void Without_results_something_is_chosen_that_has_no_numbers() =>
        Assert.Empty(Least(Table(variants: [])).ValidationLoss.Last().BySeed);

    [Fact]
    public void Levels_that_no_variant_has_are_an_error_when_numbers_are_read()
    {
        var none = Table().ChooseLeast(variant => variant.ValidationLoss.Last(), ("optimizer", "adam"));

        Assert.Equal("No variant has adam.", Assert.Throws<RecipeException>(() => none.TestAccuracy.Last().BySeed).Message);
    }

    [Fact]
    public void A_recipe_of_which_no_seed_chooses_is_an_error() => Assert.StartsWith(
        "No seed chooses",
        Assert.Throws<RecipeException>(() => Least(Table(choosing: 0)).ValidationLoss.Last().BySeed).Message, StringComparison.Ordinal);

    [Fact]
    public void A_claim_on_what_was_chosen_is_tested_by_the_reporting_seeds()
    {
        var result = Judged(Table());

        Assert.Equal((Verdict.Supported, 3), (result.Verdict, result.Estimate.Count));
    }

    [Fact]
    public void A_claim_on_what_was_chosen_needs_all_candidates() =>
        Assert.Equal((Verdict.NotTested, "no results of rate 10"), Said(Table(variants: ["rate 0.1", "rate 1"])));

    [Fact]
    public void A_claim_on_what_was_chosen_needs_seeds_that_did_not_choose() => Assert.Equal(
        (Verdict.NotTested, "no other seeds than seeds 0, 1, by which variants are chosen"), Said(Table(seeds: 2)));

    [Fact]
    public void A_claim_on_what_was_chosen_needs_all_choosing_seeds() => Assert.Equal(
        (Verdict.NotTested, "lacks seed 5, by which variants are chosen"), Said(Table(choosing: 6)));

    [Fact]
    public void A_chart_of_what_was_chosen_measures_the_reporting_seeds_and_says_how_many()
    {
        SettingSweep chart = new("best", "Title", "rate", "loss", variant => variant.ValidationLoss.Last())
        {
            Only = results => [Least(results), results["rate 10"]],
        };

        Assert.Contains("means over 3 to 5 seeds", chart.Draw(Table()).Caption, StringComparison.Ordinal);
    }

    private static VariantResults Least(ResultTable results) =>
        results.ChooseLeast(variant => variant.ValidationLoss.Last(), ("optimizer", "sgd"));

    private static ClaimResult Judged(ResultTable results) =>
        Assert.Single(ClaimEvaluator.Of([new("A sentence", new("A", "1"), Least(results).ValidationLoss.Last(), Above(2))], results));

    private static (Verdict, string) Said(ResultTable results) => Judged(results) is var result ? (result.Verdict, result.Reason) : default;

    private ResultTable Table(
        int seeds = 5, int choosing = 2, string[]? variants = null, Func<string, int, double>? loss = null) => MadeUpResults.Of(
            folder, variants ?? Rates, seeds, (variant, seed) => from epoch in new[] { 0, 1 }
                                                                 select new Measurement(
                epoch, epoch, Splits.Validation, Metrics.Loss, null, (loss ?? Loss)(variant, seed)),
            factors: Rates.ToDictionary(rate => rate, rate => new Factors
            {
                ("optimizer", "sgd"), ("rate", double.Parse(rate.Split(' ')[1], CultureInfo.InvariantCulture)),
            }),
            choosingSeeds: choosing);
}
