using Experiments.Networks.Vectors;
using TorchSharp;
using static TorchSharp.torch;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Experiments.Training;

/// <summary>A cost of logits against one-hot targets, with its gradient.</summary>
public abstract record Loss(string Name)
{
    /// <summary>
    /// Binary cross-entropy of a sigmoid on every output, summed over the outputs:
    /// −Σⱼ [yⱼ ln aⱼ + (1 − yⱼ) ln(1 − aⱼ)] (Nielsen, Neural Networks and Deep Learning, ch. 3).
    /// </summary>
    public static Loss CrossEntropyPerUnit { get; } = new PerUnit();

    /// <summary>Cross-entropy of a softmax over the outputs: −ln a of the right class.</summary>
    public static Loss SoftmaxCrossEntropy { get; } = new Softmax();

    /// <summary>All losses, by which settings name them.</summary>
    public static IReadOnlyList<Loss> All { get; } = [CrossEntropyPerUnit, SoftmaxCrossEntropy];

    /// <summary>Every image's cost.</summary>
    /// <param name="logits">(R, B, classes).</param>
    /// <param name="targets">One-hot, (R, B, classes), or (1, B, classes) for the same images in every replica.</param>
    /// <returns>(R, B), in double precision: sums over many images keep their digits.</returns>
    public abstract Tensor OfEachImage(Tensor logits, Tensor targets);

    /// <summary>∂C/∂logits, C being the mean cost over the batch.</summary>
    /// <param name="logits">(R, B, classes).</param>
    /// <param name="targets">One-hot, (R, B, classes) or (1, B, classes).</param>
    /// <returns>(R, B, classes).</returns>
    public abstract Tensor LogitGradient(Tensor logits, Tensor targets);

    /// <summary>One image's cost.</summary>
    /// <param name="logits">A number for each class.</param>
    /// <param name="target">One-hot.</param>
    public virtual double OfImage(ReadOnlySpan<float> logits, ReadOnlySpan<float> target)
    {
        using var scope = NewDisposeScope();
        return OfEachImage(Row(logits), Row(target)).item<double>();
    }

    /// <summary>Replaces one image's logits by the gradient of its cost with respect to them, as <see cref="LogitGradient"/> does for a batch of one.</summary>
    /// <param name="logits">A number for each class.</param>
    /// <param name="target">One-hot.</param>
    public virtual void ToGradient(Span<float> logits, ReadOnlySpan<float> target)
    {
        using var scope = NewDisposeScope();
        LogitGradient(Row(logits), Row(target)).data<float>().CopyTo(logits);
    }

    /// <inheritdoc/>
    public sealed override string ToString() => Name;

    private static Tensor Row(ReadOnlySpan<float> values) => tensor(values.ToArray(), [1, 1, values.Length]);

    private sealed record PerUnit() : Loss("cross-entropy-per-unit")
    {
        // max(z, 0) − z y + ln(1 + e^−|z|) does not overflow
        public override Tensor OfEachImage(Tensor logits, Tensor targets)
        {
            var z = logits.to(ScalarType.Float64);
            return (z.relu() - (z * targets) + z.abs().neg().exp().add(1).log()).sum(-1L);
        }

        public override Tensor LogitGradient(Tensor logits, Tensor targets) =>
            Networks.Activation.Sigmoid.Apply(logits).sub_(targets).div_(logits.shape[1]);

        // The sum of the logarithms is that of the product, whose factors lie between 1 and 2.
        public override double OfImage(ReadOnlySpan<float> logits, ReadOnlySpan<float> target)
        {
            Span<double> small = stackalloc double[logits.Length];
            var (sum, product) = (0.0, 1.0);
            for (var index = 0; index < logits.Length; index++)
            {
                double z = logits[index];
                sum += Math.Max(z, 0) - (z * target[index]);
                small[index] = -Math.Abs(z);
            }

            TensorPrimitives.Exp(small, small);
            foreach (var term in small)
            {
                product *= 1 + term;
            }

            return sum + Math.Log(product);
        }

        public override void ToGradient(Span<float> logits, ReadOnlySpan<float> target)
        {
            VectorMath.Sigmoid(logits);
            TensorPrimitives.Subtract(logits, target, logits);
        }
    }

    private sealed record Softmax() : Loss("softmax-cross-entropy")
    {
        public override Tensor OfEachImage(Tensor logits, Tensor targets) =>
            logits.to(ScalarType.Float64).log_softmax(-1).mul(targets).sum(-1L).neg();

        public override Tensor LogitGradient(Tensor logits, Tensor targets) =>
            logits.softmax(-1).sub_(targets).div_(logits.shape[1]);

        public override double OfImage(ReadOnlySpan<float> logits, ReadOnlySpan<float> target)
        {
            Span<double> shares = stackalloc double[logits.Length];
            double greatest = TensorPrimitives.Max(logits);
            var right = 0.0;
            for (var index = 0; index < logits.Length; index++)
            {
                shares[index] = logits[index] - greatest;
                right += logits[index] * (double)target[index];
            }

            TensorPrimitives.Exp(shares, shares);
            return Math.Log(TensorPrimitives.Sum<double>(shares)) + greatest - right;
        }

        public override void ToGradient(Span<float> logits, ReadOnlySpan<float> target)
        {
            TensorPrimitives.Subtract(logits, TensorPrimitives.Max(logits), logits);
            VectorMath.Exp(logits);
            TensorPrimitives.Divide(logits, TensorPrimitives.Sum(logits), logits);
            TensorPrimitives.Subtract(logits, target, logits);
        }
    }
}
