namespace Experiments.Claims;

/// <summary>Tests the claims of one recipe.</summary>
public static class ClaimEvaluator
{
    /// <summary>
    /// The chance of a single wrong verdict among all claims of a recipe is at most this, whatever they have to do with each other.
    /// </summary>
    public const double Level = 0.05;

    /// <summary>What results say of claims, in the order of the claims.</summary>
    /// <param name="claims">
    /// All claims of one recipe. Each is corrected for the number of those that need a test, whether or not there are results of them, so
    /// that its verdict depends on its own cells alone.
    /// </param>
    /// <param name="results">The results that the claims were made from.</param>
    public static IReadOnlyList<ClaimResult> Of(IEnumerable<Claim> claims, ResultTable results)
    {
        List<Claim> all = [.. claims];
        return [.. all.Select(claim => Guarded(claim, results, Family(all)))];
    }

    // What throws costs itself alone.
    private static ClaimResult Guarded(Claim claim, ResultTable results, int family)
    {
        try
        {
            return Tested(claim, results, family);
        }
        catch (Exception problem)
        {
            return new(claim, Verdict.NotTested, Statistics.Mean([]), null, null, RecipeException.Words(problem)) { Problem = problem };
        }
    }

    /// <summary>How many claims need a test: all but those about which nothing is random.</summary>
    public static int Family(IEnumerable<Claim> claims) => claims.Count(claim => !claim.Values.IsExact);

    private static ClaimResult Tested(Claim claim, ResultTable results, int family)
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

        // Bonferroni's correction
        double? corrected = decision.P is { } p ? Math.Min(1, family * p) : null;
        return corrected > Level
            ? new(claim, Verdict.Inconclusive, values.Mean, decision.P, corrected, IfAlone(verdict, decision.P!.Value))
            : new(claim, verdict, values.Mean, decision.P, corrected, decision.Because);
    }

    private static string IfAlone(Verdict verdict, double p) => p > Level ? "" : string.Create(
        CultureInfo.InvariantCulture, $"it would be {verdict.InWords()} if it were the recipe's only claim: uncorrected p {p:G2}");
}
