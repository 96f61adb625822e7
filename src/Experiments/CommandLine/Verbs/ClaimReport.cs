using System.Text.Json.Nodes;
using Experiments.Claims;
using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;
using Experiments.Results;
using Experiments.Training;

namespace Experiments.CommandLine.Verbs;

/// <summary>A recipe's claims with what stored results say of them.</summary>
internal sealed record ClaimReport(Recipe Recipe, ResultTable Results, IReadOnlyList<Judgement> Judgements)
{
    /// <summary>Where the settings are not those of the published run, of which the sentences speak: one line each.</summary>
    public IReadOnlyList<string> Departures { get; private init; } = [];

    /// <summary>Tests the claims.</summary>
    public static ClaimReport Of(Recipe recipe, ResultTable results, StudyRequest request) =>
        new(recipe, results, Judge.Of(recipe.Claims(results), results)) { Departures = request.Quick ? [] : Differences(request.SettingsOf(recipe), recipe.Defaults) };

    /// <summary>The reports of the recipes named, or of all; recipes without results are left out, and a message says so.</summary>
    /// <exception cref="UsageException">The request does not fit a recipe.</exception>
    /// <exception cref="FailureException">None of them has results.</exception>
    public static IReadOnlyList<ClaimReport> All(CommandContext context, StudyRequest request)
    {
        var mistakes = new List<string>();
        var recipes = request.Names.Count > 0 ? context.Catalog.FindAll(request.Names, mistakes) : context.Catalog.Recipes;
        UsageException.ThrowIfAny(mistakes);
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
                $"There are no results in {context.Terminal.Shorten(context.ResultsFolder)}. To make them: {context.Terminal.Program} run --all");
    }

    /// <summary>Number of claims that a statistical test had to decide, and that were corrected for it.</summary>
    public int Tested => Judgements.Count(judgement => judgement.CorrectedP is not null);

    /// <summary>Whether a claim is not borne out.</summary>
    public bool Contradicts => Judgements.Any(judgement => judgement.Verdict == Verdict.DoesNotHold);

    /// <summary>How many claims met with which verdict.</summary>
    public string Summary => ClaimText.Count(Judgements);

    /// <summary>What the results are: <c>MNIST, 5 seeds</c>.</summary>
    public string Basis => $"{Results.DataSet}, {NumberText.Count(Results.Seeds.Count, "seed")}{(Results.Quick ? ", a quick look" : "")}{Missing}";

    private string Missing => Results.Gaps.Count == 0 ? "" : $", {NumberText.Count(Results.Gaps.Sum(gap => gap.Seeds.Count), "cell")} of {Results.Cells + Results.Gaps.Sum(gap => gap.Seeds.Count):N0} missing";

    /// <summary>How verdicts came about, for the reader of a table of them.</summary>
    public string Method => "Intervals are 95 % over seeds, each for itself. "
        + (Tested == 0 ? "Nothing was tested."
            : $"p is corrected for {NumberText.Count(Tested, "claim")} tested together (Holm): with probability 95 % or more none of the verdicts is wrong by chance.");

    /// <summary>Everything as JSON; numbers that are unknown are null.</summary>
    public JsonObject ToJson() => new()
    {
        ["recipe"] = Recipe.Name,
        ["dataSet"] = Results.DataSet,
        ["synthetic"] = Results.Synthetic,
        ["quick"] = Results.Quick,
        ["seeds"] = JsonOutput.Array(Results.Seeds, seed => seed),
        ["hash"] = Results.Hash,
        ["missing"] = JsonOutput.Array(Results.Gaps, JsonOutput.Of),
        ["departures"] = JsonOutput.Array(Departures, text => text),
        ["correction"] = "Holm",
        ["level"] = Judge.Level,
        ["tested"] = Tested,
        ["claims"] = JsonOutput.Array(Judgements, ToJson),
    };

    private static JsonObject ToJson(Judgement judgement) => new()
    {
        ["sentence"] = judgement.Claim.Sentence,
        ["source"] = judgement.Claim.Source.ToString(),
        ["verdict"] = judgement.Verdict.InWords(),
        ["measured"] = judgement.Claim.Measured.What,
        ["unit"] = judgement.Claim.Measured.Unit,
        ["estimate"] = Finite(judgement.Estimate.Estimate),
        ["low"] = judgement.Estimate.Count > 1 ? Finite(judgement.Estimate.Low) : null,
        ["high"] = judgement.Estimate.Count > 1 ? Finite(judgement.Estimate.High) : null,
        ["n"] = judgement.Estimate.Count,
        ["expected"] = judgement.Claim.Expected.Describe(judgement.Claim.Measured.Unit),
        ["p"] = judgement.P,
        ["correctedP"] = judgement.CorrectedP,
        ["reason"] = judgement.Reason,
    };

    private static double? Finite(double number) => double.IsFinite(number) ? number : null;

    private static List<string> Differences(Settings settings, Settings published)
    {
        var (own, other) = (SettingNames.Describe(settings), SettingNames.Describe(published));
        return [.. own.Keys.Union(other.Keys).Order(StringComparer.Ordinal)
            .Select(name => (Name: name, Own: own.GetValueOrDefault(name, "none"), Other: other.GetValueOrDefault(name, "none")))
            .Where(one => one.Own != one.Other)
            .Select(one => $"{one.Name} is {one.Own} here and {one.Other} in the published run, of which the claims speak")];
    }
}
