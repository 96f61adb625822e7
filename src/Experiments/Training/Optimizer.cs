using TorchSharp.Modules;
using static TorchSharp.torch;
using Modules = TorchSharp.Modules;

namespace Experiments.Training;

/// <summary>
/// An optimizer of torch.optim with its numbers. One of your own derives from this record: its properties are settings, and
/// <see cref="Create"/> makes the optimizer.
/// </summary>
/// <param name="Name">The name in settings.</param>
/// <param name="LearningRate">η, the factor of a step.</param>
public abstract record Optimizer(string Name, [property: Meaning("η, the factor of a step", Above = 0)] double LearningRate) : Choice(Name)
{
    /// <summary>Makes the optimizer of one module. One that is no <see cref="OptimizerHelper"/> cannot be saved while it trains.</summary>
    /// <param name="weights">Parameters of two or more dimensions, which penalties act on.</param>
    /// <param name="others">Biases and all other parameters.</param>
    /// <param name="weightDecay">The penalty's <c>weight_decay</c> of the weights.</param>
    public abstract optim.Optimizer Create(IEnumerable<Parameter> weights, IEnumerable<Parameter> others, double weightDecay);

    /// <summary>The rate that the optimizer which was made has to have where this record's is another, as schedules make it.</summary>
    /// <param name="learningRate">η.</param>
    internal virtual double RateOfTorch(double learningRate) => learningRate;

    /// <summary>
    /// Parameter groups: the weights with their decay and the others without; torch.optim takes no empty ones, and fills in what they leave
    /// open.
    /// </summary>
    /// <param name="weights">Parameters of two or more dimensions.</param>
    /// <param name="others">All other parameters.</param>
    /// <param name="weightDecay"><c>weight_decay</c> of the weights.</param>
    /// <param name="create">Makes a group of parameters and their <c>weight_decay</c>.</param>
    protected static IEnumerable<TGroup> Groups<TGroup>(
        IEnumerable<Parameter> weights, IEnumerable<Parameter> others, double weightDecay,
        Func<IEnumerable<Parameter>, double, TGroup> create) =>
        from parts in new[] { (Parameters: weights, Decay: weightDecay), (others, 0) }
        where parts.Parameters.Any()
        select create(parts.Parameters, parts.Decay);
}

/// <summary>
/// Stochastic gradient descent, θ ← θ − η ∇C; with momentum as in PyTorch, v ← μ v + ∇C and θ ← θ − η v (v starts at 0).
/// </summary>
/// <param name="LearningRate">η.</param>
/// <param name="Momentum">μ; 0 for plain gradient descent.</param>
/// <param name="Nesterov">Whether the step looks ahead: θ ← θ − η (∇C + μ v) (Sutskever et al. 2013).</param>
/// <param name="Averaged">
/// Whether momentum is a running mean of gradients, v ← μ v + (1 − μ) ∇C, as many textbooks have it: the same as the other form at a rate
/// of (1 − μ) η.
/// </param>
public sealed record Sgd(
    double LearningRate = 0.1,
    [property: Meaning("μ, how much of the last step's direction is kept: v = μ v + gradient", AtLeast = 0, Below = 1)] double Momentum = 0,
    [property: Meaning("look ahead along the momentum (Nesterov)")] bool Nesterov = false,
    [property: Meaning("momentum as a running mean: v = μ v + (1 − μ) gradient")] bool Averaged = false)
    : Optimizer("sgd", LearningRate)
{
    /// <inheritdoc/>
    public override optim.Optimizer Create(IEnumerable<Parameter> weights, IEnumerable<Parameter> others, double weightDecay) =>
        optim.SGD(
            Groups(weights, others, weightDecay, (group, decay) => new SGD.ParamGroup(group, new() { weight_decay = decay })),
            RateOfTorch(LearningRate), Momentum, nesterov: Nesterov);

    internal override double RateOfTorch(double learningRate) => Averaged ? (1 - Momentum) * learningRate : learningRate;
}

/// <summary>
/// Adam (Kingma and Ba 2015): means of the gradient, m ← β₁ m + (1 − β₁) g, and of its square, v ← β₂ v + (1 − β₂) g², both corrected for
/// having started at 0, and θ ← θ − η m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ), t counting steps from 1. As in
/// PyTorch, a penalty is part of g.
/// </summary>
/// <param name="LearningRate">η.</param>
/// <param name="Beta1">β₁.</param>
/// <param name="Beta2">β₂.</param>
/// <param name="Epsilon">ε.</param>
public sealed record Adam(double LearningRate = 1e-3, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8)
    : OptimizerWithMoments("adam", LearningRate, Beta1, Beta2, Epsilon)
{
    /// <inheritdoc/>
    public override optim.Optimizer Create(IEnumerable<Parameter> weights, IEnumerable<Parameter> others, double weightDecay) =>
        optim.Adam(
            Groups(weights, others, weightDecay, (group, decay) => new Modules.Adam.ParamGroup(group, new() { weight_decay = decay })),
            LearningRate, Beta1, Beta2, Epsilon);
}

/// <summary>
/// AdamW (Loshchilov and Hutter 2019): Adam with decoupled weight decay, w ← (1 − η λ) w before every step, for weights alone. It takes no
/// penalty beside its own decay.
/// </summary>
/// <param name="LearningRate">η.</param>
/// <param name="Beta1">β₁.</param>
/// <param name="Beta2">β₂.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="WeightDecay">λ.</param>
public sealed record AdamW(
    double LearningRate = 1e-3,
    double Beta1 = 0.9,
    double Beta2 = 0.999,
    double Epsilon = 1e-8,
    [property: Meaning("λ, decoupled decay of the weights", AtLeast = 0)] double WeightDecay = 1e-2)
    : OptimizerWithMoments("adamw", LearningRate, Beta1, Beta2, Epsilon)
{
    /// <inheritdoc/>
    public override optim.Optimizer Create(IEnumerable<Parameter> weights, IEnumerable<Parameter> others, double weightDecay) =>
        optim.AdamW(
            Groups(weights, others, WeightDecay, (group, decay) => new Modules.AdamW.ParamGroup(group, new() { weight_decay = decay })),
            LearningRate, Beta1, Beta2, Epsilon, WeightDecay);
}

/// <summary>What Adam and its kin have in common.</summary>
/// <param name="Name">The name in settings.</param>
/// <param name="LearningRate">η.</param>
/// <param name="Beta1">β₁.</param>
/// <param name="Beta2">β₂.</param>
/// <param name="Epsilon">ε.</param>
public abstract record OptimizerWithMoments(
    string Name,
    double LearningRate,
    [property: Meaning("β₁, decay rate of the first moment", AtLeast = 0, Below = 1)] double Beta1,
    [property: Meaning("β₂, decay rate of the second moment", AtLeast = 0, Below = 1)] double Beta2,
    [property: Meaning("ε, added to the root of the second moment", Above = 0)] double Epsilon)
    : Optimizer(Name, LearningRate);

/// <summary>
/// RMSProp (Tieleman and Hinton 2012): v ← ρ v + (1 − ρ) g² and θ ← θ − η g / (√v + ε). As in PyTorch, ε is outside the root; the course
/// notes put it inside.
/// </summary>
/// <param name="LearningRate">η.</param>
/// <param name="Decay">ρ.</param>
/// <param name="Epsilon">ε, outside the root.</param>
public sealed record RmsProp(
    double LearningRate = 1e-3,
    [property: Meaning("ρ, decay rate of the mean squared gradient", AtLeast = 0, Below = 1)] double Decay = 0.9,
    [property: Meaning("ε, added to the root of the mean squared gradient", Above = 0)] double Epsilon = 1e-8)
    : Optimizer("rmsprop", LearningRate)
{
    /// <inheritdoc/>
    public override optim.Optimizer Create(IEnumerable<Parameter> weights, IEnumerable<Parameter> others, double weightDecay) =>
        optim.RMSProp(
            Groups(weights, others, weightDecay, (group, decay) => new RMSProp.ParamGroup(group, new() { weight_decay = decay })),
            LearningRate, Decay, Epsilon);
}

/// <summary>
/// Adagrad (Duchi et al. 2011): v ← v + g² and θ ← θ − η g / (√v + ε). The step of a parameter only ever shrinks, so training can end too
/// early. As in PyTorch, ε is outside the root; the course notes put it inside.
/// </summary>
/// <param name="LearningRate">η.</param>
/// <param name="Epsilon">ε, outside the root.</param>
public sealed record Adagrad(
    double LearningRate = 1e-2,
    [property: Meaning("ε, added to the root of the sum of squared gradients", Above = 0)] double Epsilon = 1e-7)
    : Optimizer("adagrad", LearningRate)
{
    /// <inheritdoc/>
    public override optim.Optimizer Create(IEnumerable<Parameter> weights, IEnumerable<Parameter> others, double weightDecay) =>
        optim.Adagrad(
            Groups(weights, others, weightDecay, (group, decay) => new Modules.Adagrad.ParamGroup(group, new() { weight_decay = decay })),
            LearningRate, eps: Epsilon);
}
