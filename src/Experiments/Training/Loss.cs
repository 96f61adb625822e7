using static TorchSharp.torch;

namespace Experiments.Training;

/// <summary>A cost of logits against classes: the mean over the images of a batch.</summary>
/// <param name="Name">The name in settings.</param>
public abstract record Loss(string Name) : Choice(Name)
{
    /// <summary>
    /// Binary cross-entropy of a sigmoid on every output, summed over the outputs:
    /// −Σⱼ [yⱼ ln aⱼ + (1 − yⱼ) ln(1 − aⱼ)] (Nielsen, Neural Networks and Deep Learning, ch. 3).
    /// </summary>
    public static Loss CrossEntropyPerUnit { get; } = new PerUnit();

    /// <summary>Cross-entropy of a softmax over the outputs: −ln a of the right class.</summary>
    public static Loss SoftmaxCrossEntropy { get; } = new Softmax();

    /// <summary>
    /// The quadratic cost of sigmoid outputs, ½ Σⱼ (aⱼ − yⱼ)² (Nielsen, ch. 1): where an output is saturated and wrong, its gradient is
    /// next to nothing.
    /// </summary>
    public static Loss SigmoidMse { get; } = new SigmoidQuadratic();

    /// <summary>The quadratic cost of softmax outputs, ½ Σⱼ (aⱼ − yⱼ)².</summary>
    public static Loss SoftmaxMse { get; } = new SoftmaxQuadratic();

    /// <summary>All losses, by which settings name them.</summary>
    public static IReadOnlyList<Loss> All { get; } = [CrossEntropyPerUnit, SoftmaxCrossEntropy, SigmoidMse, SoftmaxMse];

    /// <summary>Whether it may draw from libtorch's generator: one of a recipe's author may, ours do not.</summary>
    internal bool MayDraw => !All.Contains(this) && this is not EnsembleLoss;

    /// <summary>The mean cost of a batch.</summary>
    /// <param name="logits">(B, classes).</param>
    /// <param name="targets">As <see cref="Targets"/> gave them, the batch's rows.</param>
    /// <returns>A scalar.</returns>
    public abstract Tensor Mean(Tensor logits, Tensor targets);

    /// <summary>Classes in the form that <see cref="Mean"/> takes; by default one-hot, (n, classes) in the type of logits.</summary>
    /// <param name="classes">The right class of each image, (n), 64-bit integers.</param>
    /// <param name="count">Number of classes.</param>
    public virtual Tensor Targets(Tensor classes, int count) => nn.functional.one_hot(classes, count).to(ScalarType.Float32);

    /// <summary>The probabilities that it takes logits for; by default by softmax.</summary>
    /// <param name="logits">(n, classes).</param>
    public virtual Tensor Probabilities(Tensor logits) => nn.functional.softmax(logits, 1);

    /// <summary>The targets; what a loss of a recipe's author draws comes from the seed.</summary>
    internal Tensor SeededTargets(Tensor classes, int count, RandomStreams streams) =>
        CellGenerator.Run(streams, "targets", () => Targets(classes, count), MayDraw);

    /// <inheritdoc/>
    public sealed override string ToString() => Name;

    private sealed record PerUnit() : Loss("cross-entropy-per-unit")
    {
        public override Tensor Mean(Tensor logits, Tensor targets) =>
            nn.functional.binary_cross_entropy_with_logits(logits, targets, reduction: nn.Reduction.Sum).div_(logits.shape[0]);

        public override Tensor Probabilities(Tensor logits) => logits.sigmoid();
    }

    private sealed record Softmax() : Loss("softmax-cross-entropy")
    {
        public override Tensor Mean(Tensor logits, Tensor targets) => nn.functional.cross_entropy(logits, targets);

        public override Tensor Targets(Tensor classes, int count) => classes;
    }

    private sealed record SigmoidQuadratic() : Loss("sigmoid-mse")
    {
        public override Tensor Mean(Tensor logits, Tensor targets) => HalfSquares(logits.sigmoid(), targets);

        public override Tensor Probabilities(Tensor logits) => logits.sigmoid();
    }

    private sealed record SoftmaxQuadratic() : Loss("softmax-mse")
    {
        public override Tensor Mean(Tensor logits, Tensor targets) => HalfSquares(logits.softmax(1), targets);
    }

    private static Tensor HalfSquares(Tensor outputs, Tensor targets) =>
        (outputs - targets).pow(2).sum().div_(2 * outputs.shape[0]);
}

/// <summary>
/// The cost of an <see cref="Ensemble"/>: in training the sum of the members' own softmax cross-entropies, so that none knows of the
/// others; in testing the cross-entropy of their mean probabilities.
/// </summary>
public sealed record EnsembleLoss() : Loss("ensemble-cross-entropy")
{
    /// <inheritdoc/>
    public override Tensor Mean(Tensor logits, Tensor targets) => logits.dim() == 2 ? nn.functional.cross_entropy(logits, targets)
        : nn.functional.cross_entropy(logits.flatten(0, 1), targets.repeat_interleave(logits.shape[1])).mul_(logits.shape[1]);

    /// <inheritdoc/>
    public override Tensor Targets(Tensor classes, int count) => classes;
}
