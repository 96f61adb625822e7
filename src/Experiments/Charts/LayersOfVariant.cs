namespace Experiments.Charts;

/// <summary>A metric of every layer of a variant over training.</summary>
/// <param name="Label">The variant as it is called in the chart.</param>
/// <param name="Variant">The variant.</param>
/// <param name="Layers">The layers, from the first, each with its curve; never empty.</param>
internal sealed record LayersOfVariant(string Label, VariantResults Variant, IReadOnlyList<(int Layer, TrainingCurve Curve)> Layers)
{
    /// <summary>Whether a training of it diverged.</summary>
    public bool HasDiverged => Variant.DivergedEpoch.BySeed.Count > 0;

    /// <summary>Reads the variants that have the metric.</summary>
    public static List<LayersOfVariant> Read(ResultTable results, IEnumerable<ChartLine> lines, string metric, bool hiddenOnly) =>
    [
        .. from line in lines
           let layers = results.Layers(line.Variant.Name, metric).SkipLast(hiddenOnly ? 1 : 0)
               .Select(layer => (layer, TrainingCurve.Of(results, line.Variant.Name, metric, layer: layer))).ToList()
           where layers.Count > 0
           select new LayersOfVariant(line.Label, line.Variant, layers),
    ];

    /// <summary>The last layer's value over the first's, paired by seed, point by point, of the seeds that have one.</summary>
    public IReadOnlyList<Interval> LastOverFirst(ValueAxis axis)
    {
        var (first, last) = (Layers[0].Curve, Layers[^1].Curve);
        return [.. first.Epochs.Select((_, index) =>
            axis.Mean([.. last.At(index).Zip(first.At(index), (above, below) => above / below).Where(axis.Shows)]))];
    }
}
