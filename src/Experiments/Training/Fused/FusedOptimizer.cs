using System.Runtime.Intrinsics;
using Gradient = System.ReadOnlySpan<System.Runtime.Intrinsics.Vector512<float>>;
using Vectors = System.Span<System.Runtime.Intrinsics.Vector512<float>>;

namespace Experiments.Training.Fused;

/// <summary>An optimizer at work on parameters in plain memory, with torch.optim's meaning of every number.</summary>
/// <param name="count">Number of parameters, in whole vectors.</param>
/// <param name="moments">How many numbers it remembers of each; zeros at first.</param>
internal abstract class FusedOptimizer(int count, int moments)
{
    private const int StepsToSubnormals = 32;
    private const float LeastNormal = 1.17549435e-38f;

    private readonly AlignedBuffer[] state =
        [.. Enumerable.Range(0, moments).Select(moment => new AlignedBuffer(count, 32 + (16 * moment)))];

    /// <summary>Steps taken.</summary>
    public long Steps { get; private set; }

    protected double LearningRate { get; private set; }

    /// <summary>The one for an optimizer; null if there is none.</summary>
    public static FusedOptimizer? Of(Optimizer optimizer, int count) => optimizer switch
    {
        Sgd { Momentum: 0 } => new PlainSgd(count),
        Sgd sgd => new MomentumSgd(count, sgd),
        Adam adam => new AdamRule(count, adam.Beta1, adam.Beta2, adam.Epsilon, 0),
        AdamW adam => new AdamRule(count, adam.Beta1, adam.Beta2, adam.Epsilon, adam.WeightDecay),
        RmsProp rule => new SquareRule(count, rule.Decay, 1 - rule.Decay, rule.Epsilon),
        Adagrad rule => new SquareRule(count, 1, 1, rule.Epsilon),
        _ => null,
    };

    /// <summary>Takes one step.</summary>
    /// <param name="parameters">The parameters, weights first; changed in place.</param>
    /// <param name="gradient">The cost's gradient, without the penalty.</param>
    /// <param name="weights">How many of the parameters are weights.</param>
    /// <param name="weightDecay">The penalty's gradient with respect to a weight is this times the weight.</param>
    /// <param name="learningRate">The rate.</param>
    public void Step(Span<float> parameters, Span<float> gradient, int weights, double weightDecay, double learningRate)
    {
        Steps++;
        LearningRate = learningRate;
        Update(InVectors(parameters[..weights]), InVectors(gradient[..weights]), (float)weightDecay, 0, isWeight: true);
        Update(InVectors(parameters[weights..]), InVectors(gradient[weights..]), 0, weights, isWeight: false);
        if (Steps % StepsToSubnormals == 0)
        {
            ClearSubnormals();
        }
    }

    /// <summary>
    /// The learning rate of the last step over what it was divided by, averaged over a matrix of the parameters; NaN before the first step.
    /// </summary>
    /// <param name="start">Where the matrix starts among the parameters.</param>
    /// <param name="matrix">Its shape.</param>
    public double StepSize(int start, PaddedMatrix matrix)
    {
        var sum = 0.0;
        for (var row = 0; row < matrix.Rows && Steps > 0; row++)
        {
            for (var column = 0; column < matrix.Columns; column++)
            {
                sum += Divisor(start + (row * matrix.Stride) + column);
            }
        }

        return Rate * matrix.Rows * matrix.Columns / sum;
    }

    // The rate of the last step, before it is divided.
    protected virtual double Rate => LearningRate;

    // What the rate of the last step was divided by for one parameter.
    protected virtual double Divisor(int parameter) => 1;

    /// <summary>Writes what it remembers.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Steps);
        foreach (var moment in state)
        {
            Bytes.Write(writer, MemoryMarshal.AsBytes(moment.All));
        }
    }

    /// <summary>Goes on from what was saved.</summary>
    public void Load(BinaryReader reader)
    {
        Steps = reader.ReadInt64();
        foreach (var moment in state)
        {
            Bytes.Read(reader, MemoryMarshal.AsBytes(moment.All));
        }
    }

    // Moments of pixels that are hardly ever lit decay to subnormal numbers and would stay there, for 0.9 times the least of them rounds to
    // itself; arithmetic on such numbers takes several times longer. They are too small to move a parameter by half a unit in its last
    // place.
    private void ClearSubnormals()
    {
        foreach (var moment in state)
        {
            foreach (ref var values in InVectors(moment.All))
            {
                values &= ~Vector512.LessThan(Vector512.Abs(values), Vector512.Create(LeastNormal));
            }
        }
    }

    // Changes the parameters from number start on. A vector that lives through a call is kept in memory from then on, in every turn of the
    // loop: rules make calls first, and vectors after them.
    protected abstract void Update(Vectors values, Gradient gradient, float weightDecay, int start, bool isWeight);

    // What it remembers of them.
    protected Vectors Moment(int number, int start) => InVectors(state[number].All[start..]);

    private static Vector512<float> All(double value) => Vector512.Create((float)value);

    private static Vectors InVectors(Span<float> values) => MemoryMarshal.Cast<float, Vector512<float>>(values);

    private sealed class PlainSgd(int count) : FusedOptimizer(count, moments: 0)
    {
        // w ← w − η (g + s w) = (1 − η s) w − η g
        protected override void Update(Vectors values, Gradient gradient, float weightDecay, int start, bool isWeight)
        {
            var rate = All(LearningRate);
            var kept = Vector512<float>.One - (rate * All(weightDecay));
            for (var index = 0; index < values.Length; index++)
            {
                values[index] = (kept * values[index]) - (rate * gradient[index]);
            }
        }
    }

    // The mean of gradients is (1 − μ) times their sum.
    private sealed class MomentumSgd(int count, Sgd rule) : FusedOptimizer(count, moments: 1)
    {
        protected override double Rate => rule.RateOfTorch(LearningRate);

        protected override void Update(Vectors values, Gradient gradient, float weightDecay, int start, bool isWeight)
        {
            var velocity = Moment(0, start);
            var isNesterov = rule.Nesterov;
            var (rate, kept, decay) = (All(Rate), All(rule.Momentum), All(weightDecay));
            for (var index = 0; index < values.Length; index++)
            {
                var slope = gradient[index] + (decay * values[index]);
                var moved = (kept * velocity[index]) + slope;
                velocity[index] = moved;
                values[index] -= rate * (isNesterov ? slope + (kept * moved) : moved);
            }
        }
    }

    // √v̂ + ε = (√v + ε c) / c with c = √(1 − β₂ᵗ): both corrections go into two numbers, and nothing is spent on them where parameters are
    // many.
    private sealed class AdamRule(int count, double beta1, double beta2, double epsilon, double decoupledDecay)
        : FusedOptimizer(count, moments: 2)
    {
        protected override double Divisor(int parameter) =>
            (1 - Math.Pow(beta1, Steps)) * (Math.Sqrt(state[1].All[parameter] / (1 - Math.Pow(beta2, Steps))) + epsilon);

        protected override void Update(Vectors values, Gradient gradient, float weightDecay, int start, bool isWeight)
        {
            var means = Moment(0, start);
            var squares = Moment(1, start);
            var (correction, meanCorrection) = (Math.Sqrt(1 - Math.Pow(beta2, Steps)), 1 - Math.Pow(beta1, Steps));
            var (small, rate) = (All(epsilon * correction), All(LearningRate * correction / meanCorrection));
            var (keptMean, newMean) = (All(beta1), All(1 - beta1));
            var (keptSquare, newSquare) = (All(beta2), All(1 - beta2));
            var (kept, decay) = (All(isWeight ? 1 - (LearningRate * decoupledDecay) : 1), All(weightDecay));
            for (var index = 0; index < values.Length; index++)
            {
                var value = kept * values[index];
                var slope = gradient[index] + (decay * values[index]);
                var mean = (keptMean * means[index]) + (newMean * slope);
                var square = (keptSquare * squares[index]) + (newSquare * slope * slope);
                means[index] = mean;
                squares[index] = square;
                values[index] = value - (rate * mean / (Vector512.Sqrt(square) + small));
            }
        }
    }

    // RMSProp averages squares of the gradient, Adagrad adds them up.
    private sealed class SquareRule(int count, double kept, double renewed, double epsilon) : FusedOptimizer(count, moments: 1)
    {
        protected override double Divisor(int parameter) => Math.Sqrt(state[0].All[parameter]) + epsilon;

        protected override void Update(Vectors values, Gradient gradient, float weightDecay, int start, bool isWeight)
        {
            var squares = Moment(0, start);
            var (rate, small, decay) = (All(LearningRate), All(epsilon), All(weightDecay));
            var (keptSquare, newSquare) = (All(kept), All(renewed));
            for (var index = 0; index < values.Length; index++)
            {
                var slope = gradient[index] + (decay * values[index]);
                var square = (keptSquare * squares[index]) + (newSquare * slope * slope);
                squares[index] = square;
                values[index] -= rate * slope / (Vector512.Sqrt(square) + small);
            }
        }
    }
}
