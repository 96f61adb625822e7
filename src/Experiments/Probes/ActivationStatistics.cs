using Experiments.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Probes;

/// <summary>How one hidden layer's activations are distributed over units and images, replica by replica.</summary>
/// <param name="Layer">The layer, counted from 1.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their standard deviation (of the population).</param>
/// <param name="Saturated">The fraction of them that is saturated, 0 to 1: see <see cref="Activation.IsSaturated"/>.</param>
public sealed record ActivationStatistics(int Layer, IReadOnlyList<double> Mean, IReadOnlyList<double> Deviation, IReadOnlyList<double> Saturated)
{
    /// <summary>Measures every hidden layer of a network on the given images.</summary>
    /// <param name="network">The network, R replicas; in whatever mode it is.</param>
    /// <param name="images">Images shared by all replicas, (n, pixels).</param>
    /// <param name="replicas">R.</param>
    public static IReadOnlyList<ActivationStatistics> Of(Network network, Tensor images, int replicas)
    {
        using var withoutGraph = no_grad();
        using var scope = NewDisposeScope();
        return [.. network.Activations(images.expand(replicas, -1, -1)).Select(layer => Of(layer, replicas))];
    }

    private static ActivationStatistics Of(HiddenActivations layer, int replicas)
    {
        var found = Enumerable.Range(0, replicas).Select(replica => Of(ReplicaValues.Of(layer.Values, replica), layer.Activation)).ToList();
        return new(layer.Layer, [.. found.Select(one => one.Mean)], [.. found.Select(one => one.Deviation)], [.. found.Select(one => one.Saturated)]);
    }

    private static (double Mean, double Deviation, double Saturated) Of(float[] values, Activation activation)
    {
        var (sum, saturated) = (0.0, 0);
        foreach (var value in values)
        {
            sum += value;
            saturated += activation.IsSaturated(value) ? 1 : 0;
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
