using Experiments.Claims;

namespace Experiments.Reports;

/// <summary>A recipe's answer in two sentences, from the verdicts on its claims.</summary>
internal static class Answer
{
    /// <summary>The sentences.</summary>
    public static string Of(RecipeReport report)
    {
        var (claims, results) = (report.Claims, report.Results);
        var tested = claims.Where(claim => claim.Verdict != Verdict.NotTested).ToList();
        return results.Cells == 0 ? "There are no results yet."
            : claims.Count == 0 ? $"This recipe makes no claims: its charts show {Basis(results)}."
            : tested.Count == 0 ? $"{NoneTested(claims.Count)} {Why(report)}"
            : $"{Counts(claims, tested, results)} {Examples(tested)}";
    }

    // "Of the 17 claims, 20 seeds on MNIST support 12 and refute 3; 2 remain inconclusive."
    private static string Counts(IReadOnlyList<ClaimResult> claims, List<ClaimResult> tested, ResultTable results)
    {
        var (supported, refuted) = (Count(claims, Verdict.Supported), Count(claims, Verdict.Refuted));
        var (open, untested) = (Count(claims, Verdict.Inconclusive), claims.Count - tested.Count);
        string[] rest =
        [
            .. open > 0 ? [$"{open} {(open == 1 ? "remains" : "remain")} inconclusive"] : (string[])[],
            .. untested > 0 ? [$"{untested} {(untested == 1 ? "was" : "were")} not tested"] : (string[])[],
        ];
        var (of, singular) = (claims.Count == 1 ? "The one claim" : $"Of the {claims.Count} claims", claims.Count == 1);
        var verdicts = singular
            ? $"{of} is {tested[0].Verdict.InWords()} by {Basis(results)}"
            : $"{of}, {Basis(results)} {(results.Seeds.Count == 1 ? "supports" : "support")} {Number(supported)} and "
                + $"{(results.Seeds.Count == 1 ? "refutes" : "refute")} {Number(refuted)}";
        return singular && tested[0].Verdict == Verdict.Inconclusive
            ? $"{of} remains inconclusive after {Basis(results)}."
            : $"{verdicts}{(rest.Length > 0 && !singular ? $"; {string.Join(" and ", rest)}" : "")}.";
    }

    // The first claim of each kind stands for the others: recipes begin with what answers their question.
    private static string Examples(List<ClaimResult> tested)
    {
        var (supported, refuted) = (First(Verdict.Supported), First(Verdict.Refuted));
        return (supported, refuted) switch
        {
            ({ } yes, { } no) => $"Supported, for example: “{yes.Claim.Sentence}”, measured {yes.Measured}; refuted: "
                + $"“{no.Claim.Sentence}”, measured {no.Measured}.",
            ({ } yes, null) => $"Supported, for example: “{yes.Claim.Sentence}”, measured {yes.Measured}.",
            (null, { } no) => $"Refuted, for example: “{no.Claim.Sentence}”, measured {no.Measured}.",
            _ => "More seeds may decide.",
        };

        ClaimResult? First(Verdict verdict) => tested.Find(claim => claim.Verdict == verdict);
    }

    private static string NoneTested(int claims) => claims switch
    {
        1 => "The one claim was not tested.",
        2 => "Neither of the two claims was tested.",
        _ => $"None of the {claims} claims was tested.",
    };

    private static string Why(RecipeReport report)
    {
        var results = report.Results;
        var departures = results.Variants.SelectMany(results.DeparturesOf).Distinct().ToList();
        string[] reasons =
        [
            .. results.Quick ? ["they come from a quick run, which is too short to decide anything"] : (string[])[],
            .. results.Synthetic ? ["they are from synthetic digits, and the claims speak of MNIST"] : (string[])[],
            .. departures.Count > 0 ? [$"they are of other settings than the published ones ({string.Join("; ", departures)})"]
                : (string[])[],
        ];
        return reasons.Length > 0 ? $"These results only explore: {string.Join("; ", reasons)}."
            : $"The first could not be: {report.Claims[0].Reason.TrimEnd('.')}.";
    }

    private static string Basis(ResultTable results) => NumberText.Count(results.Seeds.Count, "seed")
        + (results.DataSet is { Length: > 0 } data && data != DataSet.None.Name ? $" on {data}" : "");

    private static int Count(IReadOnlyList<ClaimResult> claims, Verdict verdict) => claims.Count(claim => claim.Verdict == verdict);

    private static string Number(int count) => count == 0 ? "none" : $"{count}";
}
