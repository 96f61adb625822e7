using Experiments.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Probes;

/// <summary>
/// The histogram of one hidden layer's activations over units and images in one replica. Bins are equally wide between the activation
/// function's bounds, or the least and the greatest activation where it has none.
/// </summary>
/// <param name="Layer">The layer, counted from 1.</param>
/// <param name="Replica">The replica.</param>
/// <param name="Low">Where the first bin begins.</param>
/// <param name="High">Where the last bin ends.</param>
/// <param name="Fractions">The fraction of the activations in each bin; they sum to 1.</param>
public sealed record ActivationHistogram(int Layer, int Replica, double Low, double High, IReadOnlyList<double> Fractions)
{
    /// <summary>Measures every hidden layer and replica; layers with activations that are not finite are left out.</summary>
    /// <param name="network">The network, R replicas; in whatever mode it is.</param>
    /// <param name="images">Images shared by all replicas, (n, pixels).</param>
    /// <param name="replicas">R.</param>
    /// <param name="bins">Number of bins.</param>
    public static IReadOnlyList<ActivationHistogram> Of(Network network, Tensor images, int replicas, int bins)
    {
        using var withoutGraph = no_grad();
        using var scope = NewDisposeScope();
        return
        [
            .. from layer in network.Activations(images.expand(replicas, -1, -1))
               from replica in Enumerable.Range(0, replicas)
               let values = ReplicaValues.Of(layer.Values, replica)
               where values.All(float.IsFinite)
               select Of(layer, replica, values, bins),
        ];
    }

    private static ActivationHistogram Of(HiddenActivations layer, int replica, float[] values, int bins)
    {
        var (low, high) = layer.Activation.Bounds;
        low = double.IsFinite(low) ? low : values.Min();
        high = double.IsFinite(high) ? high : values.Max();
        var width = high > low ? (high - low) / bins : 1;
        var counts = new int[bins];
        foreach (var value in values)
        {
            counts[(int)Math.Clamp((value - low) / width, 0, bins - 1)]++;
        }

        return new(layer.Layer, replica, low, high, [.. counts.Select(count => (double)count / values.Length)]);
    }
}
