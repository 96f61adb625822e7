using Experiments.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Training;

/// <summary>
/// Stochastic gradient descent, θ ← θ − η ∇C; with momentum as in PyTorch, v ← μ v + ∇C and θ ← θ − η v (v starts at 0).
/// A textbook's v ← μ v + (1 − μ) ∇C is the same with a rate of η / (1 − μ).
/// </summary>
/// <param name="LearningRate">η.</param>
/// <param name="Momentum">μ; 0 for plain gradient descent.</param>
public sealed record Sgd(
    double LearningRate = 0.1,
    [property: Meaning("μ, how much of the last step's direction is kept: v = μ v + gradient", AtLeast = 0, Below = 1)] double Momentum = 0) : Optimizer(LearningRate)
{
    /// <inheritdoc/>
    public override string Name => "sgd";

    internal override IUpdate Start(Network network, Penalty penalty) =>
        Momentum == 0 ? new Plain(network, LearningRate, penalty.WeightDecay) : new WithMomentum(network, this, penalty);

    private sealed class Plain(Network network, double learningRate, double weightDecay) : IUpdate
    {
        // w ← w − η (g + s w) = (1 − η s) w − η g
        public void Step(IReadOnlyList<Tensor> gradients)
        {
            for (var index = 0; index < gradients.Count; index++)
            {
                var parameter = network.Trained[index];
                if (weightDecay != 0 && !parameter.IsBias)
                {
                    parameter.Value.mul_(1 - (learningRate * weightDecay));
                }

                parameter.Value.add_(gradients[index], -learningRate);
            }
        }

        public void Dispose()
        {
        }
    }

    private sealed class WithMomentum(Network network, Sgd rule, Penalty penalty) : PiecewiseUpdate(network, penalty, states: 1)
    {
        private readonly Scalar kept = rule.Momentum;
        private readonly Scalar minusRate = -rule.LearningRate;

        protected override void Move(Tensor values, Tensor gradient, Tensor[] state) => values.add_(state[0].mul_(kept).add_(gradient), minusRate);
    }
}
