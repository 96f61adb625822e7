using Experiments.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Probes;

/// <summary>How well a network does on some images, replica by replica.</summary>
/// <param name="Loss">Mean cost per image, without penalties.</param>
/// <param name="Accuracy">Fraction of images whose greatest logit is the right class's, 0 to 1.</param>
public sealed record Evaluation(IReadOnlyList<double> Loss, IReadOnlyList<double> Accuracy)
{
    // Bounds the memory that activations take, and keeps them in the processor's cache.
    private const int ChunkImages = 500;

    /// <summary>Measures a network on the given images.</summary>
    /// <param name="network">The network, R replicas.</param>
    /// <param name="images">Images shared by all replicas, (n, pixels).</param>
    /// <param name="targets">Their classes, one-hot, (n, classes).</param>
    /// <param name="replicas">R.</param>
    /// <param name="lossOfEachImage">Every image's cost, (R, n), from logits and targets.</param>
    public static Evaluation Of(Network network, Tensor images, Tensor targets, int replicas, Func<Tensor, Tensor, Tensor> lossOfEachImage)
    {
        using var withoutGraph = no_grad();
        var count = images.shape[0];
        var loss = new double[replicas];
        var right = new double[replicas];
        for (var start = 0L; start < count; start += ChunkImages)
        {
            using var scope = NewDisposeScope();
            var length = Math.Min(ChunkImages, count - start);
            var chunkTargets = targets.narrow(0, start, length);
            var logits = network.forward(images.narrow(0, start, length).expand(replicas, -1, -1));
            AddTo(loss, lossOfEachImage(logits, chunkTargets.unsqueeze(0)));
            AddTo(right, logits.argmax(-1).eq(chunkTargets.argmax(-1).unsqueeze(0)).to(ScalarType.Float64));
        }

        return new([.. loss.Select(sum => sum / count)], [.. right.Select(sum => sum / count)]);
    }

    private static void AddTo(double[] sums, Tensor values)
    {
        var perReplica = values.sum(1L).data<double>().ToArray();
        for (var replica = 0; replica < sums.Length; replica++)
        {
            sums[replica] += perReplica[replica];
        }
    }
}
