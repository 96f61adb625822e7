using System.Globalization;
using Experiments.Results;

namespace Experiments.Claims;

/// <summary>Tests the claims of one recipe, all together.</summary>
public static class Judge
{
    /// <summary>
    /// The chance of a single wrong verdict among all claims of a recipe is at most this, whatever they have to do with each other.
    /// </summary>
    public const double Level = 0.05;

    /// <summary>What results say of claims, in the order of the claims.</summary>
    /// <param name="claims">All claims of one recipe: those that can be tested are corrected for their number by Holm's step-down procedure.</param>
    /// <param name="results">The results that the claims were made from.</param>
    public static IReadOnlyList<Judgement> Of(IEnumerable<Claim> claims, ResultTable results)
    {
        var tried = claims.Select(claim => (Claim: claim, Decision: Try(claim, results, out var reason), Reason: reason)).ToList();
        var corrected = new Queue<double>(Statistics.Holm([.. tried.Select(one => one.Decision?.P).OfType<double>()]));
        return [.. tried.Select(one => Decide(one.Claim, one.Decision, one.Reason, one.Decision?.P is null ? null : corrected.Dequeue()))];
    }

    private static Decision? Try(Claim claim, ResultTable results, out string reason)
    {
        reason = Untestable.Reason(claim, results);
        return reason.Length == 0 && Diverged(claim.Measured) is "" ? claim.Expected.Decide(claim.Measured) : null;
    }

    private static Judgement Decide(Claim claim, Decision? decision, string untestable, double? corrected)
    {
        if (decision is not { } decided)
        {
            var tested = untestable.Length == 0;
            return new(claim, tested ? Verdict.NotDecided : Verdict.NotTested, Estimate(claim.Measured), null, null, tested ? Diverged(claim.Measured) : untestable);
        }

        var clear = corrected is null or <= Level;
        var verdict = !clear ? Verdict.NotDecided : decided.For ? Verdict.Holds : Verdict.DoesNotHold;
        return new(claim, verdict, Estimate(claim.Measured), decided.P, corrected, clear ? decided.Because : Unclear(decided));
    }

    private static Interval Estimate(Measured measured) => measured.Scale switch
    {
        Scale.Logarithmic => Statistics.GeometricMean([.. measured.BySeed.Values]),
        Scale.YesOrNo => Statistics.Proportion(measured.BySeed.Values.Count(value => value == 1), measured.BySeed.Count),
        _ => Statistics.Mean([.. measured.BySeed.Values]),
    };

    private static string Unclear(Decision decision) => decision.P > Level ? ""
        : string.Create(CultureInfo.InvariantCulture, $"it would {(decision.For ? "hold" : "not hold")} if it were the only one tested: p {decision.P:G2}");

    private static string Diverged(Measured measured)
    {
        var seeds = measured.BySeed.Where(seed => !double.IsFinite(measured.ToScale(seed.Value))).Select(seed => seed.Key).Order().ToList();
        return seeds.Count == 0 ? "" : $"no finite number for seed{(seeds.Count > 1 ? "s" : "")} {string.Join(", ", seeds)}";
    }
}
