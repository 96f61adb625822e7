using System.Globalization;
using Experiments.Claims;
using Experiments.Results;
using Experiments.Tests.Charts;
using static Experiments.Claims.Expected;

namespace Experiments.Tests.Claims;

/// <summary>
/// Verdicts on numbers whose tests can be done by hand. Of 1..5 the mean is 3, s is √2.5 = 1.5811 and the standard error 0.7071; t(0.975,
/// 4) is 2.776, so the 95 % interval is 1.037 to 4.963.
/// </summary>
public sealed class ClaimEvaluatorTests : IDisposable
{
    private static readonly Source Book = new("A. Author, A Book", "ch. 1");
    private static readonly double[] OneToFive = [1, 2, 3, 4, 5];

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string, Expectation, Verdict> Means => new()
    {
        { "above 1", Above(1), Verdict.Supported },
        { "above 1.1", Above(1.1), Verdict.Inconclusive },
        { "above 4.9", Above(4.9), Verdict.Inconclusive },
        { "above 5", Above(5), Verdict.Refuted },
        { "below 5", Below(5), Verdict.Supported },
        { "below 1", Below(1), Verdict.Refuted },
        { "1 to 5", Between(1, 5), Verdict.Supported },
        { "1.1 to 5", Between(1.1, 5), Verdict.Inconclusive },
        { "5 to 9", Between(5, 9), Verdict.Refuted },
        { "-9 to 1", Between(-9, 1), Verdict.Refuted },
        { "2 to 4", Between(2, 4), Verdict.Inconclusive },
        { "3 ± 2", Near(3, 2), Verdict.Supported },
        { "3 up to a factor 2", About(3, 2), Verdict.Inconclusive },
        { "3 up to a factor 3", About(3, 3), Verdict.Supported },
    };

    [Theory]
    [MemberData(nameof(Means))]
    public void A_mean_is_decided_where_its_interval_lies_clear_of_the_bounds(string words, Expectation expected, Verdict verdict)
    {
        var result = Judged(OneToFive, expected);

        Assert.Equal(words, expected.Describe(""));
        Assert.Equal(verdict, result.Verdict);
        Assert.Equal((3, 5), (result.Estimate.Estimate, result.Estimate.Count));
        Assert.Equal(result.UncorrectedP, result.CorrectedP);
    }

    // t = (3 − 1)/0.7071 = 2.828 with 4 degrees of freedom: p = 0.0474
    [Fact]
    public void The_probability_is_two_sided() => Assert.Equal(0.0474, Judged(OneToFive, Above(1)).UncorrectedP!.Value, 1e-4);

    [Fact]
    public void Ratios_are_decided_on_their_logarithms()
    {
        double[] powers = [.. OneToFive.Select(Math.Exp)];

        Assert.Equal(Verdict.Supported, Judged(powers, Above(Math.E), onLogScale: true).Verdict);
        Assert.Equal(Verdict.Inconclusive, Judged(powers, Above(Math.Exp(1.1)), onLogScale: true).Verdict);
        Assert.Equal(Math.Exp(3), Judged(powers, Above(Math.E), onLogScale: true).Estimate.Estimate, 1e-9);
    }

    // Two claims at p = 0.0474 are 0.0948 each, however clear the other is and whether or not there are results of it.
    [Theory]
    [InlineData("alike")]
    [InlineData("clear")]
    [InlineData("without results")]
    [InlineData("refuted by one seed")]
    public void A_verdict_depends_on_the_number_of_claims_that_need_a_test_and_not_on_what_the_others_say(string other)
    {
        var second = other switch
        {
            "alike" => Claim(OneToFive, Below(5)),
            "clear" => Claim([9, 9.01, 9.02, 9.01, 9], Above(1)),
            "without results" => Claim([], Above(1)),
            _ => Claim(OneToFive, AlwaysAbove(2)),
        };

        var first = ClaimEvaluator.Of([Claim(OneToFive, Above(1)), second], Table(5))[0];

        Assert.Equal(Verdict.Inconclusive, first.Verdict);
        Assert.Equal(2 * first.UncorrectedP!.Value, first.CorrectedP!.Value, 1e-12);
        Assert.Equal("it would be supported if it were the recipe's only claim: uncorrected p 0.047", first.Reason);
    }

    [Fact]
    public void Claims_about_which_nothing_is_random_do_not_count_for_the_correction()
    {
        var results = ClaimEvaluator.Of(
            [Claim(OneToFive, Above(1)), new("exact", Book, Measured(OneToFive).Exactly(), Between(0, 6))], Table(5));

        Assert.Equal([Verdict.Supported, Verdict.Supported], results.Select(one => one.Verdict));
        Assert.Equal(results[0].UncorrectedP, results[0].CorrectedP);
    }

    // The tolerance factor for n = 5 is 4.203: 95 % of all networks lie above 3 − 4.203 · 1.5811 = −3.646 with confidence 95 %.
    [Theory]
    [InlineData(-3.66, Verdict.Supported)]
    [InlineData(-3.63, Verdict.Inconclusive)]
    [InlineData(0.9, Verdict.Inconclusive)]
    [InlineData(1.5, Verdict.Refuted)]
    public void Every_network_is_above_a_bound_if_nearly_all_are_by_the_table_of_tolerance_factors(double bound, Verdict verdict) =>
        Assert.Equal(verdict, Judged(OneToFive, AlwaysAbove(bound)).Verdict);

    [Fact]
    public void Every_network_is_below_a_bound_by_the_same_table()
    {
        Assert.Equal(Verdict.Supported, Judged(OneToFive, AlwaysBelow(9.66)).Verdict);
        Assert.Equal(Verdict.Inconclusive, Judged(OneToFive, AlwaysBelow(9.63)).Verdict);
    }

    [Fact]
    public void One_seed_that_contradicts_refutes_a_sentence_on_every_network()
    {
        var result = Judged(OneToFive, AlwaysAbove(2.5));

        Assert.Equal((Verdict.Refuted, "not in seeds 0, 1"), (result.Verdict, result.Reason));
        Assert.Null(result.UncorrectedP);
    }

    // ½⁵ = 0.031 and ½⁴ = 0.0625
    [Theory]
    [InlineData(5, Verdict.Supported)]
    [InlineData(4, Verdict.Inconclusive)]
    public void Five_seeds_that_all_show_something_leave_no_room_for_half_of_the_networks_and_four_do(int seeds, Verdict verdict)
    {
        var claim = new Claim(
            "all", Book, Measured([.. Enumerable.Repeat(2.0, seeds)]).Whether("above 1", value => value > 1), EverySeed());

        Assert.Equal(verdict, Assert.Single(ClaimEvaluator.Of([claim], Table(seeds))).Verdict);
    }

    [Fact]
    public void A_share_is_counted_with_its_exact_interval()
    {
        var claim = new Claim("all", Book, Measured(OneToFive).Whether("above 1", value => value > 1), EverySeed());

        var result = Assert.Single(ClaimEvaluator.Of([claim], Table(5)));

        Assert.Equal((Verdict.Refuted, 0.8, "not in seed 0"), (result.Verdict, result.Estimate.Estimate, result.Reason));
        Assert.Equal(0.2836, result.Estimate.Low, 1e-4); // exact limits of 4 out of 5: 28.36 to 99.49 %
    }

    // Central 95 % of runs are μ ± 1.96 σ. In the middle, t = 0, the test is a normal one: Φ(−1.96 √5) = 6 · 10⁻⁶, doubled.
    [Fact]
    public void A_published_run_in_the_middle_of_ours_is_one_of_them()
    {
        var result = Judged(OneToFive, OneRunGave(3));

        Assert.Equal(Verdict.Supported, result.Verdict);
        Assert.Equal(2 * 5.87e-6, result.UncorrectedP!.Value, 1e-7);
    }

    [Theory]
    [InlineData(5, Verdict.Inconclusive)]
    [InlineData(1, Verdict.Inconclusive)]
    [InlineData(30, Verdict.Refuted)]
    [InlineData(-24, Verdict.Refuted)]
    public void A_published_run_at_the_edge_of_ours_is_not_decided_and_one_far_away_is_none_of_them(double published, Verdict verdict) =>
        Assert.Equal(verdict, Judged(OneToFive, OneRunGave(published)).Verdict);

    // Accuracies on 10,000 images differ by steps of 0.01 %, so s is at least 0.005: with two seeds t(0.975, 1) · s / √2 = 0.045.
    [Theory]
    [InlineData("97.1 97.1", 97.05, Verdict.Supported)]
    [InlineData("97.1 97.1", 97.06, Verdict.Inconclusive)]
    [InlineData("97.1 97.1 97.1 97.1 97.1", 97.093, Verdict.Supported)] // t(0.975, 4) · s / √5 = 0.0062
    [InlineData("97.1 97.1 97.1 97.1 97.1", 97.095, Verdict.Inconclusive)]
    [InlineData("97.1 97.1", 97.15, Verdict.Refuted)]
    public void Equal_accuracies_are_as_uncertain_as_half_an_image(string accuracies, double bound, Verdict verdict) =>
        Assert.Equal(verdict, Tested(accuracies, Above(bound)).Verdict);

    // Epochs, counts: s is at least 0.5, and t(0.975, 1) · 0.5 / √2 = 4.49.
    [Theory]
    [InlineData(0.4, Verdict.Supported)]
    [InlineData(0.6, Verdict.Inconclusive)]
    [InlineData(9.4, Verdict.Inconclusive)]
    [InlineData(9.6, Verdict.Refuted)]
    public void Equal_whole_numbers_are_as_uncertain_as_one_half(double bound, Verdict verdict) =>
        Assert.Equal(verdict, Judged([5, 5], Above(bound)).Verdict);

    [Fact]
    public void Equal_numbers_in_single_precision_decide_but_for_their_rounding()
    {
        Assert.Equal(Verdict.Supported, Judged([0.1, 0.1, 0.1], Above(0.09)).Verdict);
        Assert.Equal(Verdict.Inconclusive, Judged([0.1, 0.1, 0.1], Above(0.09999999)).Verdict);
        Assert.Equal(Verdict.Inconclusive, Judged([0, 0, 0], Above(0)).Verdict);
    }

    [Fact]
    public void A_claim_that_throws_costs_itself_alone()
    {
        var results = ClaimEvaluator.Of(
            [
                Claim(OneToFive, Above(1)),
                new("thrown", Book, Measured(OneToFive).Each("", _ => throw new InvalidOperationException("no such thing")), Above(1)),
                new("misspelt", Book, Table(5)["aa"].ValidationAccuracy.Last(), Above(1)),
            ],
            Table(5));

        Assert.Equal([Verdict.Inconclusive, Verdict.NotTested, Verdict.NotTested], results.Select(one => one.Verdict));
        Assert.Equal("InvalidOperationException: no such thing", results[1].Reason);
        Assert.StartsWith("There is no variant 'aa'. Did you mean 'a'?", results[2].Reason);
        Assert.Equal(3 * results[0].UncorrectedP, results[0].CorrectedP);
    }

    [Fact]
    public void Where_nothing_is_random_one_value_decides()
    {
        var claim = new Claim("θ³", Book, Measured([3.0001]).Exactly(), Near(3.0001, 1e-6));

        var results = ClaimEvaluator.Of([claim, claim with { Expected = Near(3.0301, 1e-6) }], Table(1));

        Assert.Equal([Verdict.Supported, Verdict.Refuted], results.Select(one => one.Verdict));
        Assert.All(results, one => Assert.Null(one.UncorrectedP));
    }

    [Theory]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    [InlineData(0, true)]
    public void A_seed_without_a_finite_number_leaves_its_claim_undecided_and_is_named(double value, bool onLogScale)
    {
        var result = Judged([1, 2, value, 4, 5], Above(0), onLogScale);

        Assert.Equal((Verdict.Inconclusive, "no finite number for seed 2"), (result.Verdict, result.Reason));
    }

    private static SeedValues Measured(double[] values) =>
        new("what", "", values.Index().ToDictionary(value => value.Index, value => value.Item), ["a"]);

    private static Claim Claim(double[] values, Expectation expected) => new("A sentence", Book, Measured(values), expected);

    private ClaimResult Judged(double[] values, Expectation expected, bool onLogScale = false)
    {
        var claim = Claim(values, expected);
        return Assert.Single(
            ClaimEvaluator.Of([onLogScale ? claim with { Values = claim.Values.OnLogScale() } : claim], Table(values.Length)));
    }

    private ClaimResult Tested(string accuracies, Expectation expected)
    {
        double[] values = [.. accuracies.Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        var table = MadeUpResults.Of(
            folder, ["a"], values.Length, (_, seed) => [new(1, 1, Splits.Validation, Metrics.Accuracy, null, values[seed] / 100)]);
        return Assert.Single(ClaimEvaluator.Of([new("A sentence", Book, table["a"].ValidationAccuracy.Last(), expected)], table));
    }

    private ResultTable Table(int seeds) =>
        MadeUpResults.Of(folder, ["a"], seeds, (_, seed) => [new(0, 0, Splits.Validation, Metrics.Accuracy, null, seed)]);
}
