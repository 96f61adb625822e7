using Experiments.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Training;

/// <summary>
/// Adagrad (Duchi et al. 2011): v ← v + g² and θ ← θ − η g / √(v + ε). The step of a parameter only ever shrinks, so training can end too early.
/// </summary>
/// <param name="LearningRate">η.</param>
/// <param name="Epsilon">ε, inside the root.</param>
public sealed record Adagrad(
    double LearningRate = 1e-2,
    [property: Meaning("ε, added to the sum of squared gradients", Above = 0)] double Epsilon = 1e-7) : Optimizer(LearningRate)
{
    /// <inheritdoc/>
    public override string Name => "adagrad";

    internal override IUpdate Start(Network network, Penalty penalty) => new Update(network, this, penalty);

    private sealed class Update(Network network, Adagrad rule, Penalty penalty) : PiecewiseUpdate(network, penalty, states: 1)
    {
        private readonly Scalar one = 1.0;
        private readonly Scalar epsilon = rule.Epsilon;
        private readonly Scalar minusRate = -rule.LearningRate;

        protected override void Move(Tensor values, Tensor gradient, Tensor[] state)
        {
            using var root = state[0].addcmul_(gradient, gradient, one).add(epsilon);
            values.addcdiv_(gradient, root.sqrt_(), minusRate);
        }
    }
}
