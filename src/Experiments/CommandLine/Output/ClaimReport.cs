namespace Experiments.CommandLine.Output;

/// <summary>A recipe's claims with what results say of them.</summary>
/// <param name="Recipe">The recipe.</param>
/// <param name="Results">Its results.</param>
/// <param name="Claims">Each claim with its verdict.</param>
/// <param name="Departures">Where the settings are not those of the published run: one line each.</param>
internal sealed record ClaimReport(
    Recipe Recipe, ResultTable Results, IReadOnlyList<ClaimResult> Claims, IReadOnlyList<string> Departures)
{
    /// <summary>Tests the claims.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="results">Its results.</param>
    /// <param name="settings">The settings that the user asked for.</param>
    public static ClaimReport Of(Recipe recipe, ResultTable results, Settings settings) => new(
        recipe, results, ClaimEvaluator.Of(recipe.Claims(results), results), [.. DeparturesOf(settings, recipe.Defaults)]);

    /// <summary>Whether a claim is refuted.</summary>
    public bool AnyRefuted => Claims.Any(result => result.Verdict == Verdict.Refuted);

    /// <summary>How many claims met with which verdict: <c>3 supported, 1 refuted, 2 inconclusive</c>.</summary>
    public string Summary => string.Join(
        ", ", Claims.CountBy(result => result.Verdict).OrderBy(count => count.Key).Select(count => $"{count.Value} {count.Key.InWords()}"));

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

    /// <summary>What a reader of the verdicts must know: departures, and how verdicts came about.</summary>
    public IEnumerable<string> Notes => Departures.Append("Intervals are 95 % over seeds, each on its own. " + (Tested == 0
        ? "No claim was tested."
        : $"p is corrected for {NumberText.Count(Tested, "claim")} tested together (Holm, level {ClaimEvaluator.Level})."));

    // Number of claims that a statistical test had to decide, and that were corrected for it.
    private int Tested => Claims.Count(result => result.CorrectedP is not null);

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
        Departures,
        Correction = "Holm",
        ClaimEvaluator.Level,
        Tested,
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
            Expected = result.Claim.Expected.Describe(result.Claim.Values.Unit),
            result.P,
            result.CorrectedP,
            result.Reason,
        }),
    };

    // A quick run decides nothing anyway.
    private static IEnumerable<string> DeparturesOf(Settings settings, Settings published)
    {
        var (used, other) = (SettingNames.Describe(settings), SettingNames.Describe(published));
        return from name in used.Keys.Union(other.Keys).Order(StringComparer.Ordinal)
               let here = used.GetValueOrDefault(name, "none")
               let there = other.GetValueOrDefault(name, "none")
               where !settings.Quick && here != there
               select $"Note: you used {name}={here}; the claims are about {name}={there}.";
    }
}
