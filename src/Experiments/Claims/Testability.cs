namespace Experiments.Claims;

/// <summary>Tells results that can decide a claim from those that cannot.</summary>
internal static class Testability
{
    /// <summary>
    /// Why these results cannot decide, in a few words; empty if they can. It depends on the results of the claim's own variants alone.
    /// </summary>
    public static string Problem(Claim claim, ResultTable results)
    {
        var (values, variants) = (claim.Values.BySeed, claim.Values.Variants);
        List<RunRecord> own = [.. results.Records.Where(record => variants.Contains(record.Variant))];
        var without = variants.Except(own.Select(record => record.Variant)).ToList();
        List<Departure> departures = [.. variants.SelectMany(results.DeparturesOf).Distinct()];
        var others = own.Where(record => record.DataSet != "MNIST").DistinctBy(record => record.DataDigest)
            .Select(record => record.DataSet).ToList();
        var choosing = claim.Values.ChoosingSeeds;
        var seeds = variants.SelectMany(results.SeedsOf).Distinct().Except(values.Keys).Except(choosing).Order().ToList();
        var withoutChoice = choosing.Where(seed => variants.Any(variant => !results.SeedsOf(variant).Contains(seed))).ToList();
        return results.Records.Count == 0 ? "no results yet"
            : without.Count > 0 ? $"no results of {string.Join(", ", without)}"
            : own.Exists(record => record.Quick) ? "a quick run decides nothing"
            : departures.Count > 0 ? $"explored only: {string.Join("; ", departures)}"
            : !claim.OnAnyData && others.Count > 0 ? $"speaks of MNIST, and these results are from {string.Join(", ", others)}"
            : withoutChoice.Count > 0 ? $"lacks {NumberText.SeedsInWords(withoutChoice)}, by which variants are chosen"
            : values.Count == 0 && choosing.Count > 0
                ? $"no other seeds than {NumberText.SeedsInWords(choosing)}, by which variants are chosen"
            : values.Count == 0 ? "not measured in these results"
            : claim.Values.IsExact ? ""
            : seeds.Count > 0 ? $"lacks {NumberText.SeedsInWords(seeds)}"
            : values.Count < 2 ? "a single seed decides nothing"
            : "";
    }
}
