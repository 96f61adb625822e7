using Experiments.Claims;
using Experiments.Reports;
using Experiments.Results;
using Experiments.Tests.Data;

namespace Experiments.Tests.Reports;

/// <summary>The two sentences that answer a recipe's question.</summary>
public sealed class AnswerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Verdicts_are_counted_and_the_first_of_each_kind_is_quoted() =>
        Assert.Equal(
            "Of the 4 claims, 3 seeds on MNIST support 2 and refute 1; 1 remains inconclusive. "
                + "Supported, for example: “Claim 0”, measured 2.00 ± 0.10 %; refuted: “Claim 2”, measured 2.00 ± 0.10 %.",
            AnswerOf(Verdict.Supported, Verdict.Supported, Verdict.Refuted, Verdict.Inconclusive));

    [Fact]
    public void Where_nothing_is_refuted_it_says_none() =>
        Assert.StartsWith("Of the 3 claims, 3 seeds on MNIST support 1 and refute none; 2 remain inconclusive.",
            AnswerOf(Verdict.Supported, Verdict.Inconclusive, Verdict.Inconclusive), StringComparison.Ordinal);

    [Fact]
    public void A_single_claim_is_spoken_of_in_the_singular() =>
        Assert.StartsWith(
            "The one claim is refuted by 3 seeds on MNIST. Refuted, for example", AnswerOf(Verdict.Refuted), StringComparison.Ordinal);

    [Fact]
    public void Claims_that_were_not_tested_are_counted_beside_those_that_were() =>
        Assert.StartsWith("Of the 2 claims, 3 seeds on MNIST support 1 and refute none; 1 was not tested.",
            AnswerOf(Verdict.Supported, Verdict.NotTested), StringComparison.Ordinal);

    [Fact]
    public void A_quick_run_is_said_to_explore_only() =>
        Assert.Equal(
            "None of the 3 claims was tested. These results only explore: they come from a quick run, which is too short to decide "
                + "anything.",
            Answer.Of(Report(Table(quick: true), Verdict.NotTested, Verdict.NotTested, Verdict.NotTested)));

    [Fact]
    public void Other_settings_and_synthetic_digits_are_said_together()
    {
        var departures = new Dictionary<string, IReadOnlyList<Departure>> { ["a"] = [new("epochs", "5", "30")] };

        Assert.Equal(
            "Neither of the two claims was tested. These results only explore: they are from synthetic digits, and the claims speak of "
                + "MNIST; they are of other settings than the published ones (epochs=5, published 30).",
            Answer.Of(Report(Table(synthetic: true, departures: departures), Verdict.NotTested, Verdict.NotTested)));
    }

    [Fact]
    public void Without_claims_it_points_to_the_charts() =>
        Assert.Equal("This recipe makes no claims: its charts show 3 seeds on MNIST.", AnswerOf());

    private string AnswerOf(params Verdict[] verdicts) => Answer.Of(Report(Table(), verdicts));

    private ResultTable Table(
        bool quick = false, bool synthetic = false, IReadOnlyDictionary<string, IReadOnlyList<Departure>>? departures = null) =>
        MadeUpResults.Of(
            folder.Path, ["a"], 3, (_, seed) => MadeUpResults.Learning(2, seed), quick, synthetic, departures: departures);

    private static RecipeReport Report(ResultTable table, params Verdict[] verdicts)
    {
        var source = new Source("A book", "p. 1");
        var values = new SeedValues("accuracy", "%", new Dictionary<int, double> { [0] = 2, [1] = 2 }, ["a"]);
        return new("recipe", "Why?", source, table, [.. verdicts.Select((verdict, index) => new ClaimResult(
            new($"Claim {index}", source, values, Expected.Above(1)), verdict, new(2, 1.9, 2.1, 0.1, 2), 0.01, 0.01, ""))], []);
    }
}
