using Experiments.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Probes;

/// <summary>
/// How the activations of one hidden layer under dropout, averaged over many masks, compare with those that testing uses, replica by replica.
/// Masks act in all layers at once, as in training.
/// </summary>
/// <param name="Layer">The layer, counted from 1.</param>
/// <param name="Ratio">
/// Mean activation over masks, units and images in training, over the mean activation in testing: 1 if their expectations are equal. NaN where
/// the latter is 0.
/// </param>
/// <param name="Distance">
/// ‖mean over masks − testing‖ / ‖testing‖ over units and images: falls as 1/√masks if every unit's expectation is its activation in testing.
/// </param>
public sealed record DroppedActivations(int Layer, IReadOnlyList<double> Ratio, IReadOnlyList<double> Distance)
{
    /// <summary>Measures a network on the given images. The network's mask streams move on, so this takes a network of its own.</summary>
    /// <param name="network">The network, R replicas; left in the mode for testing.</param>
    /// <param name="images">Images shared by all replicas, (n, pixels).</param>
    /// <param name="replicas">R.</param>
    /// <param name="masks">Number of masks.</param>
    public static IReadOnlyList<DroppedActivations> Of(Network network, Tensor images, int replicas, int masks)
    {
        using var withoutGraph = no_grad();
        using var scope = NewDisposeScope();
        var inputs = images.expand(replicas, -1, -1);
        network.eval();
        var testing = network.Activations(inputs).Select(layer => layer.Values.to(ScalarType.Float64)).ToList();
        var sums = testing.Select(values => zeros_like(values)).ToList();
        network.train();
        for (var mask = 0; mask < masks; mask++)
        {
            using var inner = NewDisposeScope();
            foreach (var layer in network.Activations(inputs))
            {
                sums[layer.Layer - 1].add_(layer.Values);
            }
        }

        network.eval();
        return [.. testing.Select((values, index) => Compare(index + 1, values, sums[index].div_(masks), replicas))];
    }

    private static DroppedActivations Compare(int layer, Tensor testing, Tensor training, int replicas)
    {
        var (ratio, distance) = (new double[replicas], new double[replicas]);
        for (var replica = 0; replica < replicas; replica++)
        {
            var (test, train) = (testing[replica], training[replica]);
            ratio[replica] = train.sum().item<double>() / test.sum().item<double>();
            distance[replica] = (train - test).pow(2).sum().sqrt().item<double>() / test.pow(2).sum().sqrt().item<double>();
        }

        return new(layer, ratio, distance);
    }
}
