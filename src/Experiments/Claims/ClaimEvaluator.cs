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
        List<ClaimResult> all = [.. claims.Select(claim => Alone(claim, results))];
        List<int> tested = [.. Enumerable.Range(0, all.Count).Where(at => all[at].P is not null)];
        foreach (var (at, p) in tested.Zip(Statistics.Holm([.. tested.Select(at => all[at].P!.Value)])))
        {
            all[at] = Corrected(all[at], p);
        }

        return all;
    }

    // As if it were the only one tested.
    private static ClaimResult Alone(Claim claim, ResultTable results)
    {
        var (values, problem) = (claim.Values, Testability.Problem(claim, results));
        List<int> diverged =
            [.. values.BySeed.Where(seed => !double.IsFinite(values.ToScale(seed.Value))).Select(seed => seed.Key).Order()];
        if (problem.Length > 0 || diverged.Count > 0)
        {
            return problem.Length > 0
                ? new(claim, Verdict.NotTested, values.Mean, null, null, problem)
                : new(claim, Verdict.Inconclusive, values.Mean, null, null, $"no finite number for {NumberText.SeedsInWords(diverged)}");
        }

        var decision = claim.Expected.Decide(values);
        var verdict = decision.For ? Verdict.Supported : Verdict.Refuted;
        return new(claim, verdict, values.Mean, decision.P, null, decision.Because);
    }

    private static ClaimResult Corrected(ClaimResult alone, double p) => p <= Level ? alone with { CorrectedP = p } : alone with
    {
        CorrectedP = p,
        Verdict = Verdict.Inconclusive,
        Reason = alone.P > Level ? "" : string.Create(
            CultureInfo.InvariantCulture, $"it would be {alone.Verdict.InWords()} if it were the only one tested: p {alone.P:G2}"),
    };
}
