namespace Experiments.CommandLine.Output;

/// <summary>A recipe's claims with what results say of them.</summary>
/// <param name="Recipe">The recipe.</param>
/// <param name="Results">The results that are shown.</param>
/// <param name="Claims">Each claim about a variant that is shown, with its verdict.</param>
/// <param name="Family">How many of the recipe's claims need a test, shown or not.</param>
internal sealed record ClaimReport(Recipe Recipe, ResultTable Results, IReadOnlyList<ClaimResult> Claims, int Family)
{
    /// <summary>Tests the claims.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="shown">The results that are shown.</param>
    /// <param name="all">The results of all variants, on which verdicts depend.</param>
    /// <param name="variants">The variants about which claims are shown; null for all.</param>
    public static ClaimReport Of(Recipe recipe, ResultTable shown, ResultTable all, IReadOnlyList<string>? variants)
    {
        try
        {
            var results = ClaimEvaluator.Of(recipe.Claims(all), all);
            return new(
                recipe, shown, [.. results.Where(result => variants is null || result.Claim.Values.Variants.Intersect(variants).Any())],
                ClaimEvaluator.Family(results.Select(result => result.Claim)));
        }
        catch (Exception problem)
        {
            return new(recipe, shown, [], 0) { Problem = problem };
        }
    }

    /// <summary>Why the recipe cannot list its claims; null if it can.</summary>
    public Exception? Problem { get; init; }

    /// <summary>What threw, in words, with the exception.</summary>
    public IEnumerable<(string Words, Exception Problem)> Problems =>
        (Problem is null ? [] : new[] { ($"The claims of {Recipe.Name} cannot be listed. {RecipeException.Words(Problem)}", Problem) })
        .Concat(
            from result in Claims
            where result.Problem is not null
            select ($"The claim '{result.Claim.Sentence}' of {Recipe.Name} cannot be tested. {result.Reason}", result.Problem));

    /// <summary>Whether a claim is refuted.</summary>
    public bool AnyRefuted => Claims.Any(result => result.Verdict == Verdict.Refuted);

    /// <summary>How many claims met with which verdict: <c>3 supported, 1 refuted, 2 inconclusive</c>.</summary>
    public string Summary => ClaimResult.Summary(Claims);

    /// <summary>What the results are: <c>MNIST, 5 seeds</c>.</summary>
    public string Basis
    {
        get
        {
            var missing = Results.Gaps.Sum(gap => gap.Seeds.Count);
            return $"{Results.DataSet}, {NumberText.Count(Results.Seeds.Count, "seed")}{(Results.Quick ? ", quick run" : "")}"
                + (missing == 0 ? "" : $", {NumberText.Count(missing, "cell")} of {Results.Cells + missing:N0} missing");
        }
    }

    /// <summary>What a reader of the verdicts must know: which seeds diverged, how verdicts came about, and what they cover.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            List<ClaimResult> tested = [.. Claims.Where(result => result.CorrectedP is not null)];
            return
            [
                .. Divergence.In(Results).Select(seeds => $"{seeds}"),
                "measured: mean over n seeds (of ratios the geometric mean) with its 95 % interval, each on its own."
                    + (Claims.Any(result => double.IsFinite(OtherImages(result)))
                        ? " other images: by how much the number could differ on other validation or test images, which no seed varies "
                            + "(95 %, at most)." : ""),
                .. tested.Count == 0 ? ["No claim needed a test, or none could be tested."] : (string[])
                [
                    "p: how likely seeds are that speak so clearly if the verdict is wrong, times "
                        + $"{Family}, the number of this recipe's claims that need a test (Bonferroni). "
                        + $"At most {ClaimEvaluator.Level} decides.",
                    "n: seeds vary initial weights, order of images, masks and, where some are chosen for each seed, training images. "
                        + Unseen(tested.Min(result => result.Estimate.Count)),
                ],
            ];
        }
    }

    // A share of seeds of which none shows among n with a probability of 5 %
    private static string Unseen(int n) => string.Create(
        CultureInfo.InvariantCulture,
        $"{n} seeds cannot exclude that up to {100 * (1 - Math.Pow(0.05, 1.0 / n)):F0} % of seeds behave differently.");

    /// <summary>How far a claim's number could be from this on other images; NaN if it is no share of images.</summary>
    internal static double OtherImages(ClaimResult result) => result.Problem is null ? result.Claim.Values.OtherImages : double.NaN;

    /// <summary>Everything as JSON.</summary>
    public object ToJson() => new
    {
        Recipe = Recipe.Name,
        Results.DataSet,
        Results.Synthetic,
        Results.Quick,
        Results.Seeds,
        Results.Hash,
        Missing = Results.Gaps,
        Diverged = Divergence.In(Results),
        Departures = Results.Variants.SelectMany(Results.DeparturesOf).Distinct(),
        Correction = "Bonferroni",
        ClaimEvaluator.Level,
        Family,
        Claims = Claims.Select(result => new
        {
            result.Claim.Sentence,
            Source = result.Claim.Source.ToString(),
            Verdict = result.Verdict.InWords(),
            Measured = result.Claim.Values.What,
            result.Claim.Values.Unit,
            result.Estimate.Estimate,
            Low = result.Estimate.Count > 1 ? result.Estimate.Low : double.NaN,
            High = result.Estimate.Count > 1 ? result.Estimate.High : double.NaN,
            N = result.Estimate.Count,
            OtherImages = OtherImages(result),
            Expected = result.Expectation,
            result.UncorrectedP,
            result.CorrectedP,
            result.Reason,
        }),
    };
}
