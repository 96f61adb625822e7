using System.Text.Json.Nodes;
using Experiments.Results;

namespace Experiments.CommandLine.Output;

/// <summary>What a variant came to over its seeds.</summary>
internal sealed record VariantSummary(
    string Variant,
    int Seeds,
    Interval BestValidation,
    Interval LastValidation,
    Interval Test,
    Interval? FirstGradient,
    Interval? LastGradient,
    TimeSpan? TimePerSeed)
{
    /// <summary>The summaries of all variants that have results.</summary>
    public static IReadOnlyList<VariantSummary> Of(ResultTable results) => [.. results.Records.Select(record => Of(results, record))];

    /// <summary>This summary as JSON; numbers that are unknown are null.</summary>
    public JsonObject ToJson() => new()
    {
        ["variant"] = Variant,
        ["seeds"] = Seeds,
        ["bestValidationAccuracy"] = ToJson(BestValidation),
        ["lastValidationAccuracy"] = ToJson(LastValidation),
        ["testAccuracy"] = ToJson(Test),
        ["firstLayerBiasGradient"] = ToJson(FirstGradient),
        ["lastHiddenLayerBiasGradient"] = ToJson(LastGradient),
        ["secondsPerSeed"] = TimePerSeed?.TotalSeconds,
    };

    private static VariantSummary Of(ResultTable results, RunRecord record)
    {
        var name = record.Variant;
        var validation = results.Curve(name, Metrics.Accuracy, Splits.Validation);
        var test = results.Curve(name, Metrics.Accuracy, Splits.Test);
        var layers = results.Layers(name, Metrics.BiasGradient);
        return new(
            name,
            results.SeedsOf(name).Count,
            Statistics.Mean(validation.Best()),
            Statistics.Mean(Last(validation)),
            Statistics.Mean(Last(test)),
            layers.Count > 1 ? Gradient(layers[0]) : null,
            layers.Count > 1 ? Gradient(layers[^2]) : null, // the last one is the output layer's
            results.SecondsOf(name) is { Count: > 0 } seconds ? TimeSpan.FromSeconds(seconds.Values.Average()) : null);

        Interval Gradient(int layer) => Statistics.GeometricMean(results.Curve(name, Metrics.BiasGradient, layer: layer).At(0));

        // Seeds may end at different epochs: stopped early, or diverged.
        static IReadOnlyList<double> Last(Curve curve) => [.. curve.Values.Select(ofSeed => ofSeed.LastOrDefault(value => !double.IsNaN(value), double.NaN))];
    }

    private static JsonObject? ToJson(Interval? estimate) => estimate is not { } known || !double.IsFinite(known.Estimate) ? null : new()
    {
        ["estimate"] = known.Estimate,
        ["low"] = Finite(known.Low),
        ["high"] = Finite(known.High),
    };

    private static double? Finite(double number) => double.IsFinite(number) ? number : null;
}
