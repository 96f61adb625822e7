using Experiments.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Probes;

/// <summary>The norms of the cost's gradient in one layer, replica by replica.</summary>
/// <param name="Layer">The layer, counted from 1 with the output layer last.</param>
/// <param name="Weight">Frobenius norm of ∂C/∂W of every replica.</param>
/// <param name="Bias">L2 norm of ∂C/∂b of every replica.</param>
public sealed record LayerNorms(int Layer, IReadOnlyList<double> Weight, IReadOnlyList<double> Bias);

/// <summary>
/// How large the gradient is, layer by layer: the norm of the mean gradient over the images, not the mean of norms, and without penalties
/// (Nielsen, Neural Networks and Deep Learning, ch. 5: the speed at which a layer learns).
/// </summary>
public static class GradientNorms
{
    /// <summary>Measures a network on the given images.</summary>
    /// <param name="network">The network, R replicas.</param>
    /// <param name="images">Images shared by all replicas, (n, pixels).</param>
    /// <param name="replicas">R.</param>
    /// <param name="logitGradient">∂C/∂logits, (R, n, classes), from the logits.</param>
    public static IReadOnlyList<LayerNorms> Of(Network network, Tensor images, int replicas, Func<Tensor, Tensor> logitGradient)
    {
        using var scope = NewDisposeScope();
        var gradients = network.Gradients(images.expand(replicas, -1, -1), logitGradient);
        var squares = new SortedDictionary<int, (double[] Weight, double[] Bias)>();
        for (var index = 0; index < gradients.Count; index++)
        {
            var parameter = network.Trained[index];
            if (!squares.TryGetValue(parameter.Layer, out var sums))
            {
                squares[parameter.Layer] = sums = (new double[replicas], new double[replicas]);
            }

            Add(parameter.IsBias ? sums.Bias : sums.Weight, gradients[index], parameter.Replica);
        }

        return [.. squares.Select(pair => new LayerNorms(pair.Key, Roots(pair.Value.Weight), Roots(pair.Value.Bias)))];
    }

    // In double precision: squares of gradients that vanish would underflow in single precision.
    private static void Add(double[] sums, Tensor gradient, int? replica)
    {
        var perReplica = gradient.to(ScalarType.Float64).pow(2).reshape(replica is null ? sums.Length : 1, -1).sum(1L).data<double>().ToArray();
        for (var index = 0; index < perReplica.Length; index++)
        {
            sums[replica ?? index] += perReplica[index];
        }
    }

    private static double[] Roots(double[] squares) => [.. squares.Select(Math.Sqrt)];
}
