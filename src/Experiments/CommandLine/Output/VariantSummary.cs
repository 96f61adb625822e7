namespace Experiments.CommandLine.Output;

/// <summary>What a variant came to over its seeds, null where nothing was measured; the names are those of the JSON, too.</summary>
internal sealed record VariantSummary(
    string Variant,
    int Seeds,
    Interval? BestValidationAccuracy,
    Interval? LastValidationAccuracy,
    Interval? TestAccuracy,
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
            Mean(validation, ofSeed => ofSeed.Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Max()),
            Mean(validation, Last),
            Mean(results.Curve(variant, Metrics.Accuracy, Splits.Test), Last),
            layers.Count > 1 ? Gradient(layers[0]) : null,
            layers.Count > 1 ? Gradient(layers[^2]) : null, // the last one is the output layer's
            results.SecondsOf(variant) is { Count: > 0 } seconds ? Math.Round(seconds.Values.Average(), 2) : null);

        Interval? Gradient(int layer) => Known(Statistics.GeometricMean(results.Curve(variant, Metrics.BiasGradient, layer: layer).At(0)));
    }

    private static Interval? Mean(Curve curve, Func<IReadOnlyList<double>, double> ofSeed) =>
        Known(Statistics.Mean([.. curve.Values.Select(ofSeed)]));

    // Seeds may end at different epochs: stopped early, or diverged.
    private static double Last(IReadOnlyList<double> ofSeed) => ofSeed.LastOrDefault(value => !double.IsNaN(value), double.NaN);

    private static Interval? Known(Interval interval) => double.IsNaN(interval.Estimate) ? null : interval;
}
