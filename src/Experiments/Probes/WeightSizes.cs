using static TorchSharp.torch;

namespace Experiments.Probes;

/// <summary>
/// How large each layer's weights are after the last epoch: their Frobenius norm (<see cref="Metrics.WeightNorm"/>) and the share of them
/// that is nearly 0 (<see cref="Metrics.SmallWeights"/>).
/// </summary>
public sealed class WeightSizes : IProbe
{
    /// <summary>A weight of a smaller size is nearly 0.</summary>
    public const double Small = 1e-3;

    /// <inheritdoc/>
    public string Name => $"sizes of weights, small below {Small.ToString(CultureInfo.InvariantCulture)}";

    /// <inheritdoc/>
    public IEnumerable<Reading> Measure(ProbeContext context)
    {
        if (!context.IsLast)
        {
            yield break;
        }

        foreach (var (index, layer) in context.Layers.Index())
        {
            var sizes = cat([.. layer.Weights.Select(weights => weights.flatten())]).abs().to(ScalarType.Float64);
            yield return new(Metrics.WeightNorm, sizes.pow(2).sum().sqrt().item<double>(), Layer: index + 1);
            yield return new(Metrics.SmallWeights, sizes.lt(Small).to(ScalarType.Float64).mean().item<double>(), Layer: index + 1);
        }
    }
}
