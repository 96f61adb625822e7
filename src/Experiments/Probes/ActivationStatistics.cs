using static TorchSharp.torch;

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
    public IEnumerable<Reading> Measure(ProbeContext context)
    {
        if (context.Epoch > 0 && !everyEpoch)
        {
            yield break;
        }

        foreach (var layer in HiddenActivations.Of(context.Module, context.Layers, context.Inputs))
        {
            var (mean, deviation, saturated) = Of(layer);
            yield return new(Metrics.ActivationMean, mean, Layer: layer.Layer);
            yield return new(Metrics.ActivationDeviation, deviation, Layer: layer.Layer);
            yield return new(Metrics.ActivationSaturated, saturated, Layer: layer.Layer);
        }
    }

    // Sums in the numbers' order and in double precision.
    private static (double Mean, double Deviation, double Saturated) Of(HiddenActivations layer)
    {
        var values = layer.Values.to(ScalarType.Float32).contiguous().data<float>().ToArray();
        var (sum, saturated) = (0.0, 0);
        foreach (var value in values)
        {
            sum += value;
            saturated += layer.Activation.IsSaturated(value) ? 1 : 0;
        }

        var mean = sum / values.Length;
        var squares = 0.0;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return (mean, Math.Sqrt(squares / values.Length), (double)saturated / values.Length);
    }
}
