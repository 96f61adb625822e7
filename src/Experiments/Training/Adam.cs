using System.Runtime.Intrinsics;
using Experiments.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Training;

/// <summary>
/// Adam (Kingma and Ba 2015): means of the gradient, m ← β₁ m + (1 − β₁) g, and of its square, v ← β₂ v + (1 − β₂) g², both corrected for
/// having started at 0, and θ ← θ − η m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ), t counting steps from 1. As in PyTorch, a
/// penalty is part of g.
/// </summary>
/// <param name="LearningRate">η.</param>
/// <param name="Beta1">β₁.</param>
/// <param name="Beta2">β₂.</param>
/// <param name="Epsilon">ε.</param>
public sealed record Adam(
    double LearningRate = 1e-3,
    [property: Meaning("β₁, how slowly the mean gradient forgets", AtLeast = 0, Below = 1)] double Beta1 = 0.9,
    [property: Meaning("β₂, how slowly the mean squared gradient forgets", AtLeast = 0, Below = 1)] double Beta2 = 0.999,
    [property: Meaning("ε, added to the root of the mean squared gradient", Above = 0)] double Epsilon = 1e-8) : Optimizer(LearningRate)
{
    /// <inheritdoc/>
    public override string Name => "adam";

    internal override IUpdate Start(Network network, Penalty penalty) => new Update(network, this, penalty);

    internal override FlatRule Start(int count) => new Flat(count, this);

    // √v̂ + ε = (√v + ε c) / c with c = √(1 − β₂ᵗ): both corrections go into two numbers, and nothing is spent on them where parameters are many.
    private (double Epsilon, double Rate) Corrected(long step)
    {
        var correction = Math.Sqrt(1 - Math.Pow(Beta2, step));
        return (Epsilon * correction, LearningRate * correction / (1 - Math.Pow(Beta1, step)));
    }

    private sealed class Flat(int count, Adam rule) : FlatRule(count, states: 2)
    {
        private readonly Vector512<float> keptMean = Vector512.Create((float)rule.Beta1);
        private readonly Vector512<float> newMean = Vector512.Create((float)(1 - rule.Beta1));
        private readonly Vector512<float> keptSquare = Vector512.Create((float)rule.Beta2);
        private readonly Vector512<float> newSquare = Vector512.Create((float)(1 - rule.Beta2));
        private Vector512<float> epsilon;
        private Vector512<float> rate;

        protected override void BeginStep()
        {
            var corrected = rule.Corrected(Steps);
            (epsilon, rate) = (Vector512.Create((float)corrected.Epsilon), Vector512.Create((float)corrected.Rate));
        }

        protected override void Move(Span<Vector512<float>> values, ReadOnlySpan<Vector512<float>> gradient, Vector512<float> weightDecay, int start)
        {
            var means = StateFrom(start, 0);
            var squares = StateFrom(start, 1);
            for (var index = 0; index < values.Length; index++)
            {
                var slope = gradient[index] + (weightDecay * values[index]);
                means[index] = (keptMean * means[index]) + (newMean * slope);
                squares[index] = (keptSquare * squares[index]) + (newSquare * slope * slope);
                values[index] -= rate * means[index] / (Vector512.Sqrt(squares[index]) + epsilon);
            }
        }
    }

    private sealed class Update(Network network, Adam rule, Penalty penalty) : PiecewiseUpdate(network, penalty, states: 2)
    {
        private readonly Scalar keptMean = rule.Beta1;
        private readonly Scalar newMean = 1 - rule.Beta1;
        private readonly Scalar keptSquare = rule.Beta2;
        private readonly Scalar newSquare = 1 - rule.Beta2;
        private long step;
        private Scalar epsilon = 0.0;
        private Scalar minusRate = 0.0;

        public override void Keep(StateStream state)
        {
            base.Keep(state);
            step = state.Keep(step);
        }

        protected override void BeginStep()
        {
            step++;
            var corrected = rule.Corrected(step);
            (epsilon, minusRate) = (corrected.Epsilon, -corrected.Rate);
        }

        protected override void Move(Tensor values, Tensor gradient, Tensor[] state)
        {
            var mean = state[0].mul_(keptMean).add_(gradient, newMean);
            var square = state[1].mul_(keptSquare).addcmul_(gradient, gradient, newSquare);
            using var root = square.sqrt();
            values.addcdiv_(mean, root.add_(epsilon), minusRate);
        }
    }
}
