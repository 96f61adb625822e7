using System.Runtime.Intrinsics;
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

    internal override FlatRule Start(int count) => Momentum == 0 ? new FlatPlain(count, LearningRate) : new FlatWithMomentum(count, this);

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

        public void Keep(StateStream state)
        {
        }

        public void Dispose()
        {
        }
    }

    private sealed class FlatPlain(int count, double learningRate) : FlatRule(count, states: 0)
    {
        private readonly Vector512<float> rate = Vector512.Create((float)learningRate);

        protected override void Move(Span<Vector512<float>> values, ReadOnlySpan<Vector512<float>> gradient, Vector512<float> weightDecay, int start)
        {
            var kept = Vector512<float>.One - (rate * weightDecay);
            for (var index = 0; index < values.Length; index++)
            {
                values[index] = (kept * values[index]) - (rate * gradient[index]);
            }
        }
    }

    private sealed class FlatWithMomentum(int count, Sgd rule) : FlatRule(count, states: 1)
    {
        private readonly Vector512<float> rate = Vector512.Create((float)rule.LearningRate);
        private readonly Vector512<float> kept = Vector512.Create((float)rule.Momentum);

        protected override void Move(Span<Vector512<float>> values, ReadOnlySpan<Vector512<float>> gradient, Vector512<float> weightDecay, int start)
        {
            var velocity = StateFrom(start);
            for (var index = 0; index < values.Length; index++)
            {
                velocity[index] = (kept * velocity[index]) + gradient[index] + (weightDecay * values[index]);
                values[index] -= rate * velocity[index];
            }
        }
    }

    private sealed class WithMomentum(Network network, Sgd rule, Penalty penalty) : PiecewiseUpdate(network, penalty, states: 1)
    {
        private readonly Scalar kept = rule.Momentum;
        private readonly Scalar minusRate = -rule.LearningRate;

        protected override void Move(Tensor values, Tensor gradient, Tensor[] state) => values.add_(state[0].mul_(kept).add_(gradient), minusRate);
    }
}
