using System.Runtime.Intrinsics;
using Experiments.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Training;

/// <summary>
/// RMSProp (Tieleman and Hinton 2012): Adagrad with a mean that forgets, v ← ρ v + (1 − ρ) g² and θ ← θ − η g / √(v + ε).
/// </summary>
/// <param name="LearningRate">η.</param>
/// <param name="Decay">ρ.</param>
/// <param name="Epsilon">ε, inside the root.</param>
public sealed record RmsProp(
    double LearningRate = 1e-3,
    [property: Meaning("ρ, how slowly the mean squared gradient forgets", AtLeast = 0, Below = 1)] double Decay = 0.9,
    [property: Meaning("ε, added to the mean squared gradient", Above = 0)] double Epsilon = 1e-7) : Optimizer(LearningRate)
{
    /// <inheritdoc/>
    public override string Name => "rmsprop";

    internal override IUpdate Start(Network network, Penalty penalty) => new Update(network, this, penalty);

    internal override FlatRule Start(int count) => new Flat(count, this);

    private sealed class Flat(int count, RmsProp rule) : FlatRule(count, states: 1)
    {
        private readonly Vector512<float> kept = Vector512.Create((float)rule.Decay);
        private readonly Vector512<float> renewed = Vector512.Create((float)(1 - rule.Decay));
        private readonly Vector512<float> epsilon = Vector512.Create((float)rule.Epsilon);
        private readonly Vector512<float> rate = Vector512.Create((float)rule.LearningRate);

        protected override void Move(Span<Vector512<float>> values, ReadOnlySpan<Vector512<float>> gradient, Vector512<float> weightDecay, int start)
        {
            var squares = StateFrom(start);
            for (var index = 0; index < values.Length; index++)
            {
                var slope = gradient[index] + (weightDecay * values[index]);
                squares[index] = (kept * squares[index]) + (renewed * slope * slope);
                values[index] -= rate * slope / Vector512.Sqrt(squares[index] + epsilon);
            }
        }
    }

    private sealed class Update(Network network, RmsProp rule, Penalty penalty) : PiecewiseUpdate(network, penalty, states: 1)
    {
        private readonly Scalar kept = rule.Decay;
        private readonly Scalar renewed = 1 - rule.Decay;
        private readonly Scalar epsilon = rule.Epsilon;
        private readonly Scalar minusRate = -rule.LearningRate;

        protected override void Move(Tensor values, Tensor gradient, Tensor[] state)
        {
            using var root = state[0].mul_(kept).addcmul_(gradient, gradient, renewed).add(epsilon);
            values.addcdiv_(gradient, root.sqrt_(), minusRate);
        }
    }
}
