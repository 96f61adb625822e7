using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Experiments.Training.Fused;

/// <summary>The gradient of a cost with respect to logits, on plain memory.</summary>
internal abstract class FusedLoss
{
    /// <summary>That of a loss; null if the fused trainer does not know it.</summary>
    public static FusedLoss? Of(Loss loss) =>
        loss == Loss.SoftmaxCrossEntropy ? new Softmax()
        : loss == Loss.CrossEntropyPerUnit ? new PerUnit()
        : null;

    /// <summary>
    /// Replaces the logits of one image by the gradient of that image's cost. Both costs' gradient is the outputs minus the target.
    /// </summary>
    /// <param name="logits">A number for each class.</param>
    /// <param name="rightClass">The image's class.</param>
    public void ToGradient(Span<float> logits, int rightClass)
    {
        ToOutputs(logits);
        logits[rightClass] -= 1;
    }

    /// <summary>Replaces logits by what the output units give.</summary>
    protected abstract void ToOutputs(Span<float> logits);

    private sealed class PerUnit : FusedLoss
    {
        protected override void ToOutputs(Span<float> logits) => VectorMath.Sigmoid(logits);
    }

    private sealed class Softmax : FusedLoss
    {
        protected override void ToOutputs(Span<float> logits)
        {
            TensorPrimitives.Subtract(logits, TensorPrimitives.Max(logits), logits);
            VectorMath.Exp(logits);
            TensorPrimitives.Divide(logits, TensorPrimitives.Sum(logits), logits);
        }
    }
}
