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

    private sealed record NoPenalty() : Penalty("none");
}

/// <summary>L2 regularization, ½ s Σ w² over all weights. A textbook's λ/2n Σ w² with n training images is s = λ / n.</summary>
/// <param name="Strength">s, the factor of a weight in the gradient.</param>
public sealed record L2([property: Meaning("s in ½ s Σ w²; a textbook's λ/2n Σ w² is s = λ / n", AtLeast = 0)] double Strength)
    : Penalty("L2")
{
    /// <inheritdoc/>
    public override double WeightDecay => Strength;
}
