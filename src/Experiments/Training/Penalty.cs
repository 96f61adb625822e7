namespace Experiments.Training;

/// <summary>A term added to the cost that keeps weights (never biases) small.</summary>
/// <param name="Name">The name in settings.</param>
public abstract record Penalty(string Name) : Choice(Name)
{
    /// <summary>No penalty.</summary>
    public static Penalty None { get; } = new NoPenalty();

    /// <summary>
    /// The factor of a weight in the penalty's gradient: the gradient with respect to w is this times w, <c>weight_decay</c> in
    /// torch.optim.
    /// </summary>
    public virtual double WeightDecay => 0;

    /// <summary>The factor of a weight's sign in the penalty's gradient; the sign of 0 is 0.</summary>
    public virtual double SignDecay => 0;

    /// <summary>The same penalty without parts that have no effect.</summary>
    internal virtual Penalty Effective => this;

    private sealed record NoPenalty() : Penalty("none");
}

/// <summary>L2 regularization, ½ s Σ w² over all weights. A textbook's λ/2n Σ w² with n training images is s = λ / n.</summary>
/// <param name="Strength">s, the factor of a weight in the gradient.</param>
public sealed record L2([property: Meaning("s in ½ s Σ w²; a textbook's λ/2n Σ w² is s = λ / n", AtLeast = 0)] double Strength)
    : Penalty("L2")
{
    /// <inheritdoc/>
    public override double WeightDecay => Strength;

    internal override Penalty Effective => Strength == 0 ? None : this;
}

/// <summary>L1 regularization, s Σ |w| over all weights: drives many of them to nearly 0.</summary>
/// <param name="Strength">s, the factor of a weight's sign in the gradient.</param>
public sealed record L1([property: Meaning("s in s Σ |w|", AtLeast = 0)] double Strength)
    : Penalty("L1")
{
    /// <inheritdoc/>
    public override double SignDecay => Strength;

    internal override Penalty Effective => Strength == 0 ? None : this;
}

/// <summary>
/// The elastic net, s₁ Σ |w| + ½ s₂ Σ w² over all weights (Zou and Hastie 2005). A textbook's λ₂ Σ w² is s₂ = 2 λ₂.
/// </summary>
/// <param name="L1Strength">s₁, the factor of a weight's sign in the gradient.</param>
/// <param name="L2Strength">s₂, the factor of a weight in the gradient.</param>
public sealed record ElasticNet(
    [property: Meaning("s₁ in s₁ Σ |w| + ½ s₂ Σ w²", AtLeast = 0)] double L1Strength,
    [property: Meaning("s₂ in s₁ Σ |w| + ½ s₂ Σ w²", AtLeast = 0)] double L2Strength)
    : Penalty("elastic-net")
{
    /// <inheritdoc/>
    public override double WeightDecay => L2Strength;

    /// <inheritdoc/>
    public override double SignDecay => L1Strength;

    internal override Penalty Effective =>
        L1Strength == 0 ? new L2(L2Strength).Effective
        : L2Strength == 0 ? new L1(L1Strength)
        : this;
}
