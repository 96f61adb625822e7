using Experiments.Claims;
using Experiments.Results;
using Experiments.Tests.Charts;
using MathNet.Numerics.Distributions;
using static Experiments.Claims.Expected;

namespace Experiments.Tests.Claims;

/// <summary>
/// What the output promises: with probability 95 % or more all verdicts of a recipe are right. Drawn here with everything on the very edge
/// of its bound, where a verdict either way is wrong in half of all cases and mistakes are likeliest.
/// </summary>
public sealed class ErrorRateTests : IDisposable
{
    private const int Seeds = 5;
    private const int Recipes = 2_000;
    private const double ThreeStandardErrors = 0.015; // 3 √(0.05 · 0.95 / 2,000)
    private const double Edge = 1.9599639845400545;

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string, Expectation> OnTheEdge => new()
    {
        { "a bound at the true mean", Above(0) },
        { "a range that begins at the true mean", Between(0, 4) },
        { "a published run just inside the central 95 %", OneRunGave(Edge - 1e-9) },
    };

    [Theory]
    [MemberData(nameof(OnTheEdge))]
    public void One_verdict_in_twenty_at_most_is_given_on_the_edge(string edge, Expectation expected) =>
        Assert.True(FamiliesWithAVerdict(claims: 1, expected) <= 0.05 + ThreeStandardErrors, edge);

    [Fact]
    public void One_recipe_in_twenty_at_most_has_a_verdict_on_the_edge_however_many_claims_it_makes()
    {
        // uncorrected it were 1 − 0.95¹⁰ = 40 %
        Assert.InRange(FamiliesWithAVerdict(claims: 10, Above(0)), 0.02, 0.05 + ThreeStandardErrors);
    }

    [Fact]
    public void A_bound_on_the_tolerance_limit_is_said_to_hold_for_every_network_once_in_twenty_at_most() =>
        Assert.True(FamiliesWithAVerdict(claims: 1, AlwaysAbove(-1.6448536269514722), Verdict.Supported) <= 0.05 + ThreeStandardErrors);

    private double FamiliesWithAVerdict(int claims, Expectation expected, params Verdict[] verdicts)
    {
        var table = MadeUpResults.Of(folder, ["a"], Seeds, (_, seed) => [new(0, 0, "", Metrics.Loss, null, seed)]);
        var normal = new Normal(0, 1, new Random(1));
        var with = 0;
        for (var recipe = 0; recipe < Recipes; recipe++)
        {
            var results = ClaimEvaluator.Of([.. Enumerable.Range(0, claims).Select(_ => Claim(normal, expected))], table);
            with += results.Any(one => verdicts.Length > 0 ? verdicts.Contains(one.Verdict) : one.Verdict != Verdict.Inconclusive) ? 1 : 0;
        }

        return (double)with / Recipes;
    }

    private static Claim Claim(Normal normal, Expectation expected) => new(
        "A sentence", new("A. Author, A Book", "ch. 1"),
        new("what", "", Enumerable.Range(0, Seeds).ToDictionary(seed => seed, _ => normal.Sample()), ["a"]), expected);
}
