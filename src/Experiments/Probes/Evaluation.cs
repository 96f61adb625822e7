using System.Runtime.InteropServices;
using Experiments.Networks;
using TorchSharp;
using static TorchSharp.torch;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Experiments.Probes;

/// <summary>One image's cost.</summary>
/// <param name="logits">A number for each class.</param>
/// <param name="target">One-hot.</param>
public delegate double ImageLoss(ReadOnlySpan<float> logits, ReadOnlySpan<float> target);

/// <summary>How well a network does on some images, replica by replica.</summary>
/// <param name="Loss">Mean cost per image, without penalties.</param>
/// <param name="Accuracy">Fraction of images whose greatest logit is the right class's, 0 to 1.</param>
public sealed record Evaluation(IReadOnlyList<double> Loss, IReadOnlyList<double> Accuracy)
{
    /// <summary>Measures a network on the given images.</summary>
    /// <param name="network">The network, R replicas.</param>
    /// <param name="images">Images shared by all replicas, (n, pixels).</param>
    /// <param name="targets">Their classes, one-hot, (n, classes).</param>
    /// <param name="replicas">R.</param>
    /// <param name="loss">An image's cost.</param>
    public static Evaluation Of(Network network, Tensor images, Tensor targets, int replicas, ImageLoss loss)
    {
        using var withoutGraph = no_grad();
        var count = (int)images.shape[0];
        var classes = (int)targets.shape[1];
        var (sums, right) = (new double[replicas], new int[replicas]);
        var answers = MemoryMarshal.Cast<byte, float>(targets.bytes);
        for (var start = 0; start < count; start += network.ImagesAtOnce)
        {
            using var scope = NewDisposeScope();
            var length = Math.Min(network.ImagesAtOnce, count - start);
            var logits = network.forward(images.narrow(0, start, length).expand(replicas, -1, -1)).to(ScalarType.Float32).contiguous();
            var numbers = MemoryMarshal.Cast<byte, float>(logits.bytes);
            for (var image = 0; image < length; image++)
            {
                var answer = answers.Slice((start + image) * classes, classes);
                var rightClass = TensorPrimitives.IndexOfMax(answer);
                for (var replica = 0; replica < replicas; replica++)
                {
                    var given = numbers.Slice(((replica * length) + image) * classes, classes);
                    sums[replica] += loss(given, answer);
                    right[replica] += TensorPrimitives.IndexOfMax(given) == rightClass ? 1 : 0;
                }
            }
        }

        return new([.. sums.Select(sum => sum / count)], [.. right.Select(found => (double)found / count)]);
    }
}
