using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Experiments.Training.Fused;

/// <summary>The gradient of a cost with respect to logits, on plain memory: the outputs minus the target, for both costs.</summary>
/// <param name="toOutputs">Replaces the logits of an image by what the output units give.</param>
internal sealed class FusedLoss(Action<Span<float>> toOutputs)
{
    /// <summary>That of a loss; null if the fused trainer does not know it.</summary>
    public static FusedLoss? Of(Loss loss) =>
        loss == Loss.SoftmaxCrossEntropy ? new(Softmax)
        : loss == Loss.CrossEntropyPerUnit ? new(VectorMath.Sigmoid)
        : null;

    /// <summary>Puts ∂C/∂logits in place, C being the mean cost over a batch.</summary>
    /// <param name="network">The network, after its pass forward.</param>
    /// <param name="batch">Numbers of the images.</param>
    /// <param name="classes">The class of every image.</param>
    public void Differentiate(FusedMlp network, ReadOnlySpan<long> batch, int[] classes)
    {
        var (logits, gradient) = (network.Logits.Top(batch.Length), network.LogitGradient.Top(batch.Length));
        for (var row = 0; row < batch.Length; row++)
        {
            var outputs = gradient.Row(row);
            logits.Row(row).CopyTo(outputs);
            toOutputs(outputs);
            outputs[classes[batch[row]]] -= 1;
        }

        TensorPrimitives.Divide(gradient.All, batch.Length, gradient.All);
    }

    private static void Softmax(Span<float> logits)
    {
        TensorPrimitives.Subtract(logits, TensorPrimitives.Max(logits), logits);
        VectorMath.Exp(logits);
        TensorPrimitives.Divide(logits, TensorPrimitives.Sum(logits), logits);
    }
}
