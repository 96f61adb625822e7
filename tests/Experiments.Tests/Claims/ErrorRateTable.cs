using System.Globalization;
using Experiments.Claims;
using Experiments.Results;
using MathNet.Numerics.Distributions;
using static Experiments.Claims.Expected;

namespace Experiments.Tests.Claims;

/// <summary>
/// How often verdicts are wrong where seeds do not spread as tests suppose: the table of docs/claims.md. The bound is the true mean, where
/// a verdict either way is wrong.
/// </summary>
public sealed class ErrorRateTable(ITestOutputHelper output)
{
    private const int Draws = 10_000;
    private static readonly int[] Seeds = [2, 3, 5, 10, 20];
    private static readonly int[] Families = [1, 15];

    // One seed's number, its true mean and the step in which it changes.
    private static readonly (string Name, Func<Random, double> Draw, double Mean, double Step)[] Spreads =
    [
        ("normal", random => Normal.Sample(random, 0, 1), 0, 0),
        ("steps of 1 σ", random => Math.Round(Normal.Sample(random, 0, 1) + 0.3), MeanOfSteps(0.3, 1), 1),
        ("steps of 4 σ", random => Math.Round(Normal.Sample(random, 0, 0.25) + 0.3), MeanOfSteps(0.3, 0.25), 1),
        ("exponential", random => Exponential.Sample(random, 1), 1, 0),
        ("lognormal, σ = 1, on the log scale", random => Normal.Sample(random, 0, 1), 0, 0), // its logarithms are normal
        ("lognormal, σ = 1", random => LogNormal.Sample(random, 0, 1), Math.Exp(0.5), 0),
        ("a rare mode: 10 %, 10 σ away", random => Normal.Sample(random, random.NextDouble() < 0.1 ? 10 : 0, 1), 1, 0),
    ];

    /// <summary><c>./experiments test -explicit only -method "*Print_how_often_verdicts_are_wrong" -showLiveOutput</c>.</summary>
    [Fact(Explicit = true)]
    public void Print_how_often_verdicts_are_wrong()
    {
        output.WriteLine($"| seeds spread | claims | {string.Join(" | ", Seeds.Select(n => $"n = {n}"))} |");
        output.WriteLine($"|---|---|{string.Concat(Seeds.Select(_ => "---|"))}");
        foreach (var spread in Spreads)
        {
            foreach (var claims in Families)
            {
                var rates = Seeds.AsParallel().AsOrdered().Select(n => Rate(spread, claims, n)).ToList();
                output.WriteLine($"| {spread.Name} | {claims} | {string.Join(" | ", rates.Select(Percent))} |");
                Assert.True(spread.Name != "normal" || rates.TrueForAll(rate => rate < 0.06), "a t test of normal numbers is exact");
            }
        }
    }

    // Share of recipes with at least one verdict.
    private static double Rate((string Name, Func<Random, double> Draw, double Mean, double Step) spread, int claims, int n)
    {
        var (random, wrong) = (new Random(n), 0);
        for (var draw = 0; draw < Draws; draw++)
        {
            wrong += Enumerable.Range(0, claims).Any(_ => Decides(Above(spread.Mean), random)) ? 1 : 0;
        }

        return (double)wrong / Draws;

        bool Decides(Expectation expected, Random from)
        {
            var values = Enumerable.Range(0, n).ToDictionary(seed => seed, _ => spread.Draw(from));
            var steps = values.Keys.ToDictionary(seed => seed, _ => spread.Step);
            return expected.Decide(new("number", "", values, ["a"]) { Steps = steps }).P * claims <= ClaimEvaluator.Level;
        }
    }

    private static double MeanOfSteps(double mean, double deviation) => Enumerable.Range(-20, 41).Sum(step =>
        step * (Normal.CDF(mean, deviation, step + 0.5) - Normal.CDF(mean, deviation, step - 0.5)));

    private static string Percent(double rate) => $"{(100 * rate).ToString("0.0", CultureInfo.InvariantCulture)} %";
}
