using TorchSharp;
using static TorchSharp.torch;

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

    /// <inheritdoc/>
    public sealed override string ToString() => Name;

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
    }

    private sealed record Softmax() : Loss("softmax-cross-entropy")
    {
        public override Tensor OfEachImage(Tensor logits, Tensor targets) =>
            logits.to(ScalarType.Float64).log_softmax(-1).mul(targets).sum(-1L).neg();

        public override Tensor LogitGradient(Tensor logits, Tensor targets) =>
            logits.softmax(-1).sub_(targets).div_(logits.shape[1]);
    }
}
