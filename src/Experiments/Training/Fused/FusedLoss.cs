using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Experiments.Training.Fused;

/// <summary>
/// A cost and its gradient with respect to logits, on plain memory: the outputs minus the target, for both costs.
/// </summary>
/// <param name="toOutputs">Replaces the logits of an image by what the output units give.</param>
/// <param name="cost">The cost of an image from its logits, which it may overwrite, and its class.</param>
internal sealed class FusedLoss(Action<Span<float>> toOutputs, Func<Span<float>, int, double> cost)
{
    /// <summary>That of a loss; null if the fused trainer does not know it.</summary>
    public static FusedLoss? Of(Loss loss) =>
        loss == Loss.SoftmaxCrossEntropy ? new(Softmax, CostOfSoftmax)
        : loss == Loss.CrossEntropyPerUnit ? new(VectorMath.Sigmoid, CostPerUnit)
        : null;

    /// <summary>The mean cost over a batch. It overwrites ∂C/∂logits.</summary>
    /// <param name="network">The network, after its pass forward.</param>
    /// <param name="batch">Numbers of the images.</param>
    /// <param name="classes">The class of every image.</param>
    public double Mean(FusedMlp network, ReadOnlySpan<long> batch, int[] classes)
    {
        var sum = 0.0;
        for (var row = 0; row < batch.Length; row++)
        {
            var logits = network.LogitGradient.Row(row);
            network.Logits.Row(row).CopyTo(logits);
            sum += cost(logits, classes[batch[row]]);
        }

        return sum / batch.Length;
    }

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

    // ln Σ exp(z) − z of the right class, from the greatest down.
    private static double CostOfSoftmax(Span<float> logits, int right)
    {
        TensorPrimitives.Subtract(logits, TensorPrimitives.Max(logits), logits);
        double least = logits[right];
        VectorMath.Exp(logits);
        return Math.Log(TensorPrimitives.Sum(logits)) - least;
    }

    // Σ ln(1 + exp(z)) − z of the right class, and ln(1 + exp(z)) = max(z, 0) + ln(1 + exp(−|z|)).
    private static double CostPerUnit(Span<float> logits, int right)
    {
        var sum = -(double)logits[right];
        foreach (var logit in logits)
        {
            sum += Math.Max(logit, 0);
        }

        TensorPrimitives.Abs(logits, logits);
        TensorPrimitives.Negate(logits, logits);
        VectorMath.Exp(logits);
        foreach (var power in logits)
        {
            sum += double.LogP1(power);
        }

        return sum;
    }

    private static void Softmax(Span<float> logits)
    {
        TensorPrimitives.Subtract(logits, TensorPrimitives.Max(logits), logits);
        VectorMath.Exp(logits);
        TensorPrimitives.Divide(logits, TensorPrimitives.Sum(logits), logits);
    }
}
