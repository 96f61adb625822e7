namespace Experiments.CommandLine.Output;

/// <summary>Seeds, and the first and the last epoch at which something was the case in them.</summary>
internal sealed record EpochRange(IReadOnlyList<int> Seeds, int First, int Last)
{
    /// <summary>The epochs: <c>12</c>, or <c>12-27</c>.</summary>
    public override string ToString() => First == Last ? $"{First}" : $"{First}-{Last}";

    /// <summary>The range of an epoch by seed; null if no seed has one.</summary>
    public static EpochRange? Of(IReadOnlyDictionary<int, double> bySeed) => bySeed.Count == 0 ? null
        : new([.. bySeed.Keys.Order()], (int)bySeed.Values.Min(), (int)bySeed.Values.Max());
}

/// <summary>A variant of which seeds diverged.</summary>
/// <param name="Variant">The variant's name.</param>
/// <param name="Seeds">The seeds that diverged, ascending.</param>
/// <param name="Of">Number of all its seeds.</param>
/// <param name="First">The first epoch at which one of them diverged.</param>
/// <param name="Last">The last one.</param>
internal sealed record Divergence(string Variant, IReadOnlyList<int> Seeds, int Of, int First, int Last)
{
    /// <summary>All such variants of some results.</summary>
    public static IReadOnlyList<Divergence> In(ResultTable results) =>
    [
        .. VariantSummary.Of(results).SelectMany(variant => variant.Diverged is { } epochs
            ? [new Divergence(variant.Variant, epochs.Seeds, variant.Seeds, epochs.First, epochs.Last)] : (Divergence[])[]),
    ];

    /// <summary>A sentence: <c>ReLU, N(0,1): 5 of 5 seeds diverged (epoch 1)</c>.</summary>
    public override string ToString() =>
        $"{Variant}: {Seeds.Count} of {NumberText.Count(Of, "seed")} diverged (epoch {new EpochRange(Seeds, First, Last)}).";
}

/// <summary>What else was measured, over all seeds and epochs.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Split">The split it belongs to; empty if to none.</param>
/// <param name="Layer">The layer, counted from 1; null for the whole network.</param>
/// <param name="FirstEpoch">The first epoch at which it was measured.</param>
/// <param name="LastEpoch">The last one.</param>
/// <param name="FirstMean">Its mean over seeds at the first epoch.</param>
/// <param name="Least">The least number of any seed at any of these epochs.</param>
/// <param name="Greatest">The greatest.</param>
internal sealed record MetricSummary(
    string Metric, string Split, int? Layer, int FirstEpoch, int LastEpoch, double FirstMean, double Least, double Greatest);

/// <summary>What a variant came to over its seeds, null where nothing was measured; the names are those of the JSON, too.</summary>
internal sealed record VariantSummary(
    string Variant,
    int Seeds,
    EpochRange? Diverged,
    Interval? BestValidationAccuracy,
    EpochRange? BestValidationEpoch,
    Interval? LastValidationAccuracy,
    Interval? TestAccuracy,
    EpochRange? LastEpoch,
    Interval? RestoredTestAccuracy,
    EpochRange? BestCheckEpoch,
    EpochRange? StoppedEpoch,
    Interval? FirstLayerBiasGradient,
    Interval? LastHiddenLayerBiasGradient,
    IReadOnlyList<MetricSummary> OtherMetrics)
{
    // Several tables and charts ask for them.
    private static readonly ConditionalWeakTable<ResultTable, IReadOnlyList<VariantSummary>> Made = [];

    private static readonly string[] ShownElsewhere =
    [
        Metrics.Loss, Metrics.Accuracy, Metrics.BiasGradient, Metrics.WeightGradient, Metrics.Diverged, Metrics.Stopped, Metrics.Best,
        Metrics.RestoredLoss, Metrics.RestoredAccuracy,
    ];

    private Lazy<double?> seconds = new((double?)null);

    /// <summary>How many seconds a cell took, on the mean; they are read when somebody asks.</summary>
    public double? SecondsPerSeed => seconds.Value;

    /// <summary>The summaries of all variants that have results.</summary>
    public static IReadOnlyList<VariantSummary> Of(ResultTable results) => Made.GetValue(results, results =>
        ParallelReading.Of(results.Variants, variant => Of(results, variant)));

    private static VariantSummary Of(ResultTable results, string variant)
    {
        var of = results[variant];
        var (validation, test) = (of.ValidationAccuracy, of.TestAccuracy);
        var layers = results.Layers(variant, Metrics.BiasGradient);
        return new(
            variant,
            results.SeedsOf(variant).Count,
            EpochRange.Of(of.DivergedEpoch.BySeed),
            Fraction(validation.Max()),
            EpochRange.Of(validation.EpochOfMax().BySeed),
            Fraction(Last(validation)),
            Fraction(Last(test)),
            EpochRange.Of(validation.Of("last epoch", "epochs", rows => rows[^1].Epoch).BySeed),
            Fraction(of.RestoredTestAccuracy),
            EpochRange.Of(of.BestEpoch.BySeed),
            EpochRange.Of(of.StoppedEpoch.BySeed),
            layers.Count > 1 ? Gradient(layers[0]) : null,
            layers.Count > 1 ? Gradient(layers[^2]) : null, // the last one is the output layer's
            [.. from form in results.Measured(variant)
                where !ShownElsewhere.Contains(form.Metric) && !Metrics.IsForCharts(form.Metric)
                select Of(form, results.Curve(variant, form.Metric, form.Split, form.Layer))])
        {
            seconds = new(() => results.SecondsOf(variant) is { Count: > 0 } seconds ? Math.Round(seconds.Values.Average(), 2) : null),
        };

        Interval? Gradient(int layer) => Known(Statistics.GeometricMean(results.Curve(variant, Metrics.BiasGradient, layer: layer).At(0)));
    }

    private static MetricSummary Of((string Metric, string Split, int? Layer) form, Curve curve)
    {
        var all = curve.Values.SelectMany(ofSeed => ofSeed).Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).ToList();
        return new(form.Metric, form.Split, form.Layer, curve.Epochs[0], curve.Epochs[^1], curve.Means()[0].Estimate, all.Min(), all.Max());
    }

    // Seeds may end at different epochs: stopped early, or diverged, when their last numbers may be none.
    private static SeedValues Last(MetricSeries accuracy) => accuracy.Of("", "%", rows =>
        rows.Select(row => row.Value).LastOrDefault(value => !double.IsNaN(value), double.NaN));

    // From per cent.
    private static Interval? Fraction(SeedValues accuracy) => Known(Statistics.Mean([.. accuracy.Values.Select(value => value / 100)]));

    private static Interval? Known(Interval interval) => double.IsNaN(interval.Estimate) ? null : interval;
}
