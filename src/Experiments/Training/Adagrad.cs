using System.Runtime.Intrinsics;
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

    internal override FlatRule Start(int count) => new Flat(count, this);

    private sealed class Flat(int count, Adagrad rule) : FlatRule(count, states: 1)
    {
        private readonly Vector512<float> epsilon = Vector512.Create((float)rule.Epsilon);
        private readonly Vector512<float> rate = Vector512.Create((float)rule.LearningRate);

        protected override void Move(Span<Vector512<float>> values, ReadOnlySpan<Vector512<float>> gradient, Vector512<float> weightDecay, int start)
        {
            var squares = StateFrom(start);
            for (var index = 0; index < values.Length; index++)
            {
                var slope = gradient[index] + (weightDecay * values[index]);
                squares[index] = squares[index] + (slope * slope);
                values[index] -= rate * slope / Vector512.Sqrt(squares[index] + epsilon);
            }
        }
    }

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
