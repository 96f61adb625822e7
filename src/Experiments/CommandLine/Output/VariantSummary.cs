namespace Experiments.CommandLine.Output;

/// <summary>What a variant came to over its seeds; the names are those of the JSON, too.</summary>
internal sealed record VariantSummary(
    string Variant,
    int Seeds,
    Interval BestValidationAccuracy,
    Interval LastValidationAccuracy,
    Interval TestAccuracy,
    Interval? FirstLayerBiasGradient,
    Interval? LastHiddenLayerBiasGradient,
    double? SecondsPerSeed)
{
    /// <summary>The summaries of all variants that have results.</summary>
    public static IReadOnlyList<VariantSummary> Of(ResultTable results) => [.. results.Variants.Select(variant => Of(results, variant))];

    private static VariantSummary Of(ResultTable results, string variant)
    {
        var validation = results.Curve(variant, Metrics.Accuracy, Splits.Validation);
        var layers = results.Layers(variant, Metrics.BiasGradient);
        return new(
            variant,
            results.SeedsOf(variant).Count,
            Statistics.Mean(
                [.. validation.Values.Select(ofSeed => ofSeed.Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Max())]),
            Statistics.Mean(Last(validation)),
            Statistics.Mean(Last(results.Curve(variant, Metrics.Accuracy, Splits.Test))),
            layers.Count > 1 ? Gradient(layers[0]) : null,
            layers.Count > 1 ? Gradient(layers[^2]) : null, // the last one is the output layer's
            results.SecondsOf(variant) is { Count: > 0 } seconds ? Math.Round(seconds.Values.Average(), 2) : null);

        Interval Gradient(int layer) => Statistics.GeometricMean(results.Curve(variant, Metrics.BiasGradient, layer: layer).At(0));

        // Seeds may end at different epochs: stopped early, or diverged.
        static IReadOnlyList<double> Last(Curve curve) =>
            [.. curve.Values.Select(ofSeed => ofSeed.LastOrDefault(value => !double.IsNaN(value), double.NaN))];
    }
}
