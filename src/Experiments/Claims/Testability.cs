namespace Experiments.Claims;

/// <summary>Tells results that can decide a claim from those that cannot.</summary>
internal static class Testability
{
    /// <summary>Why these results cannot decide, in a few words; empty if they can.</summary>
    public static string Problem(Claim claim, ResultTable results)
    {
        var values = claim.Values.BySeed;
        var without = claim.Values.Variants.Except(results.Variants).ToList();

        // Of its own variants: that there are more seeds of another is no hindrance.
        var seeds = claim.Values.Variants.SelectMany(results.SeedsOf).Distinct().Except(values.Keys).Order().ToList();
        return results.Records.Count == 0 ? "no results yet"
            : results.Quick ? "a quick run decides nothing"
            : !claim.OnAnyData && results.DataSet != "MNIST" ? $"speaks of MNIST, and these results are from {results.DataSet}"
            : without.Count > 0 ? $"no results of {string.Join(", ", without)}"
            : values.Count == 0 ? "not measured in these results"
            : claim.Values.IsExact ? ""
            : seeds.Count > 0 ? $"lacks {NumberText.SeedsInWords(seeds)}"
            : values.Count < 2 ? "a single seed decides nothing"
            : "";
    }
}
