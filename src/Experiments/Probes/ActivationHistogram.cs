namespace Experiments.Probes;

/// <summary>
/// The histogram of every hidden layer's activations before training, over units and images. Bins are equally wide between the activation
/// function's bounds, or the least and the greatest activation where it has none. Layers with activations that are not finite are left out.
/// </summary>
/// <param name="bins">Number of bins.</param>
public sealed class ActivationHistogram(int bins) : IProbe
{
    /// <inheritdoc/>
    public string Name => "activation histograms";

    /// <inheritdoc/>
    public IEnumerable<Reading> Measure(ProbeContext context) => context.Epoch > 0 ? []
        : HiddenActivations.Of(context.Module, context.Layers, context.Inputs).SelectMany(Of);

    private IEnumerable<Reading> Of(HiddenActivations layer)
    {
        var values = layer.ToArray();
        if (!values.All(float.IsFinite))
        {
            yield break;
        }

        var (low, high) = layer.Activation.Bounds;
        low = double.IsFinite(low) ? low : values.Min();
        high = double.IsFinite(high) ? high : values.Max();
        var width = high > low ? (high - low) / bins : 1;
        var counts = new int[bins];
        foreach (var value in values)
        {
            counts[(int)Math.Clamp((value - low) / width, 0, bins - 1)]++;
        }

        yield return new(Metrics.HistogramLow, low, Layer: layer.Layer);
        yield return new(Metrics.HistogramHigh, high, Layer: layer.Layer);
        for (var bin = 0; bin < bins; bin++)
        {
            yield return new(Metrics.HistogramBin(bin + 1), (double)counts[bin] / values.Length, Layer: layer.Layer);
        }
    }
}
