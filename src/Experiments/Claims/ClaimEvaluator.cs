namespace Experiments.Claims;

/// <summary>Tests the claims of one recipe, all together.</summary>
public static class ClaimEvaluator
{
    /// <summary>
    /// The chance of a single wrong verdict among all claims of a recipe is at most this, whatever they have to do with each other.
    /// </summary>
    public const double Level = 0.05;

    /// <summary>What results say of claims, in the order of the claims.</summary>
    /// <param name="claims">
    /// All claims of one recipe: those that can be tested are corrected for their number by Holm's step-down procedure.
    /// </param>
    /// <param name="results">The results that the claims were made from.</param>
    public static IReadOnlyList<ClaimResult> Of(IEnumerable<Claim> claims, ResultTable results)
    {
        var all = claims.ToList();
        var reasons = all.ConvertAll(claim => Testability.Problem(claim, results));
        var decisions = all.Zip(reasons, Decide).ToList();
        var tested = decisions.Index().Where(decision => decision.Item?.P is not null).ToList();
        var corrected = tested.Select(decision => decision.Index)
            .Zip(Statistics.Holm([.. tested.Select(decision => decision.Item!.Value.P!.Value)])).ToDictionary();
        return [.. all.Select((claim, at) => Result(claim, reasons[at], decisions[at], corrected.TryGetValue(at, out var p) ? p : null))];
    }

    private static Decision? Decide(Claim claim, string problem) =>
        problem.Length == 0 && Diverged(claim.Values).Length == 0 ? claim.Expected.Decide(claim.Values) : null;

    private static ClaimResult Result(Claim claim, string problem, Decision? decision, double? corrected)
    {
        if (decision is not { } decided)
        {
            var verdict = problem.Length > 0 ? Verdict.NotTested : Verdict.Inconclusive;
            return new(claim, verdict, claim.Values.Mean, null, null, problem.Length > 0 ? problem : Diverged(claim.Values));
        }

        var clear = corrected is null or <= Level;
        return new(
            claim,
            !clear ? Verdict.Inconclusive : decided.For ? Verdict.Supported : Verdict.Refuted,
            claim.Values.Mean,
            decided.P,
            corrected,
            clear ? decided.Because : Unclear(decided));
    }

    private static string Unclear(Decision decision) => decision.P > Level ? ""
        : string.Create(
            CultureInfo.InvariantCulture,
            $"it would be {(decision.For ? "supported" : "refuted")} if it were the only one tested: p {decision.P:G2}");

    private static string Diverged(SeedValues values)
    {
        var seeds = values.BySeed.Where(seed => !double.IsFinite(values.ToScale(seed.Value))).Select(seed => seed.Key).Order().ToList();
        return seeds.Count == 0 ? "" : $"no finite number for seed{(seeds.Count > 1 ? "s" : "")} {string.Join(", ", seeds)}";
    }
}
