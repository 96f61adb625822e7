using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary>A recipe's claims with what stored results say of them.</summary>
internal sealed record ClaimReport(Recipe Recipe, ResultTable Results, IReadOnlyList<ClaimResult> ClaimResults)
{
    /// <summary>Where the settings are not those of the published run: one line each.</summary>
    public IReadOnlyList<string> Departures { get; private init; } = [];

    /// <summary>Tests the claims.</summary>
    public static ClaimReport Of(Recipe recipe, ResultTable results, StudyRequest request) =>
        new(recipe, results, ClaimEvaluator.Of(recipe.Claims(results), results))
        {
            Departures = request.Quick ? [] : Differences(request.SettingsOf(recipe), recipe.Defaults),
        };

    /// <summary>The reports of the recipes named, or of all; recipes without results are left out, and a message says so.</summary>
    /// <exception cref="UsageException">The request does not fit a recipe.</exception>
    /// <exception cref="FailureException">None of them has results.</exception>
    public static IReadOnlyList<ClaimReport> All(CommandContext context, StudyRequest request)
    {
        var recipes = request.Names.Count > 0 ? context.Catalog.FindAll(request.Names, context.Mistakes) : context.Catalog.Recipes;
        context.Checked();
        var found = new List<ClaimReport>();
        foreach (var recipe in recipes)
        {
            try
            {
                found.Add(Of(recipe, StoredResults.Read(context, recipe, request), request));
            }
            catch (FailureException none)
            {
                context.Info(none.Message);
            }
        }

        return found.Count > 0 ? found
            : throw new FailureException(
                $"There are no results in {context.Terminal.Shorten(context.ResultsFolder)}. To make them: "
                    + $"{context.Terminal.Program} run --all");
    }

    /// <summary>Number of claims that a statistical test had to decide, and that were corrected for it.</summary>
    public int Tested => ClaimResults.Count(result => result.CorrectedP is not null);

    /// <summary>Whether a claim is refuted.</summary>
    public bool AnyRefuted => ClaimResults.Any(result => result.Verdict == Verdict.Refuted);

    /// <summary>How many claims met with which verdict.</summary>
    public string Summary => ClaimText.Count(ClaimResults);

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

    /// <summary>How verdicts came about, for the reader of a table of them.</summary>
    public string Method => "Intervals are 95 % over seeds, each on its own. "
        + (Tested == 0 ? "No claim was tested."
            : $"p is corrected for {NumberText.Count(Tested, "claim")} tested together (Holm, level {ClaimEvaluator.Level}).");

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
        Claims = ClaimResults.Select(result => new
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

    private static List<string> Differences(Settings settings, Settings published)
    {
        var (used, other) = (SettingNames.Describe(settings), SettingNames.Describe(published));
        return [.. from name in used.Keys.Union(other.Keys).Order(StringComparer.Ordinal)
                   let here = used.GetValueOrDefault(name, "none")
                   let there = other.GetValueOrDefault(name, "none")
                   where here != there
                   select $"Note: you used {name}={here}; the claims are about {name}={there}."];
    }
}
