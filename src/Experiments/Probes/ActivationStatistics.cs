namespace Experiments.Probes;

/// <summary>
/// Mean, standard deviation (of the population) and share of saturated activations of every hidden layer, over units and images.
/// </summary>
/// <param name="everyEpoch">Whether they are measured after every epoch, and not before training alone.</param>
public sealed class ActivationStatistics(bool everyEpoch) : IProbe
{
    /// <inheritdoc/>
    public string Name => "activations";

    /// <inheritdoc/>
    public IEnumerable<Reading> Measure(ProbeContext context) => context.Epoch > 0 && !everyEpoch ? []
        : HiddenActivations.Of(context.Module, context.Layers, context.Inputs).SelectMany(Of);

    // Sums in the numbers' order and in double precision.
    private static IEnumerable<Reading> Of(HiddenActivations layer)
    {
        var values = layer.ToArray();
        var mean = values.Average(value => (double)value);
        var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / values.Length);
        var saturated = (double)values.Count(value => layer.Activation.IsSaturated(value)) / values.Length;
        yield return new(Metrics.ActivationMean, mean, Layer: layer.Layer);
        yield return new(Metrics.ActivationDeviation, deviation, Layer: layer.Layer);
        yield return new(Metrics.ActivationSaturated, saturated, Layer: layer.Layer);
    }
}
