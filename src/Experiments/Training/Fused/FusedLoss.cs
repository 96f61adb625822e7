using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Experiments.Training.Fused;

/// <summary>
/// A cost and its gradient with respect to logits, on plain memory. For both cross-entropies that is the outputs minus the target; the
/// quadratic costs go on from there through the derivative of the outputs.
/// </summary>
/// <param name="toOutputs">Replaces the logits of an image by what the output units give.</param>
/// <param name="cost">The cost of an image from its logits, which it may overwrite, and its class.</param>
/// <param name="throughOutputs">Makes ∂C/∂logits of an image's outputs and its class, in place; null for outputs minus target.</param>
internal sealed class FusedLoss(
    Action<Span<float>> toOutputs, Func<Span<float>, int, double> cost, Action<Span<float>, int>? throughOutputs = null)
{
    /// <summary>That of a loss; null if the fused trainer does not know it.</summary>
    public static FusedLoss? Of(Loss loss) =>
        loss == Loss.SoftmaxCrossEntropy ? new(Softmax, CostOfSoftmax)
        : loss == Loss.CrossEntropyPerUnit ? new(VectorMath.Sigmoid, CostPerUnit)
        : loss == Loss.SigmoidMse ? new(VectorMath.Sigmoid, HalfSquares(VectorMath.Sigmoid), ThroughSigmoid)
        : loss == Loss.SoftmaxMse ? new(Softmax, HalfSquares(Softmax), ThroughSoftmax)
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
            var right = classes[batch[row]];
            if (throughOutputs is null)
            {
                outputs[right] -= 1;
            }
            else
            {
                throughOutputs(outputs, right);
            }
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

    private static Func<Span<float>, int, double> HalfSquares(Action<Span<float>> toOutputs) => (logits, right) =>
    {
        toOutputs(logits);
        logits[right] -= 1;
        return FusedPasses.SumOfSquares(logits) / 2;
    };

    // (a − y) a (1 − a)
    private static void ThroughSigmoid(Span<float> outputs, int right)
    {
        for (var unit = 0; unit < outputs.Length; unit++)
        {
            var a = outputs[unit];
            outputs[unit] = (unit == right ? a - 1 : a) * (a - (a * a));
        }
    }

    // aⱼ (dⱼ − Σ a d) with d = a − y
    private static void ThroughSoftmax(Span<float> outputs, int right)
    {
        var mean = TensorPrimitives.Dot<float>(outputs, outputs) - outputs[right];
        for (var unit = 0; unit < outputs.Length; unit++)
        {
            var a = outputs[unit];
            outputs[unit] = a * ((unit == right ? a - 1 : a) - mean);
        }
    }

    private static void Softmax(Span<float> logits)
    {
        TensorPrimitives.Subtract(logits, TensorPrimitives.Max(logits), logits);
        VectorMath.Exp(logits);
        TensorPrimitives.Divide(logits, TensorPrimitives.Sum(logits), logits);
    }
}
