using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Experiments.Training.Fused;

/// <summary>An optimizer at work on parameters in plain memory, with torch.optim's meaning of every number.</summary>
/// <param name="count">Number of parameters, in whole vectors.</param>
/// <param name="moments">How many numbers it remembers of each; zeros at first.</param>
internal abstract class FusedOptimizer(int count, int moments)
{
    private readonly AlignedBuffer[] state = [.. Enumerable.Range(0, moments).Select(_ => new AlignedBuffer(count))];

    /// <summary>Steps taken.</summary>
    protected long Steps { get; private set; }

    /// <summary>The rate of this step.</summary>
    protected double LearningRate { get; private set; }

    /// <summary>Whether there is one for an optimizer.</summary>
    public static bool Knows(Optimizer optimizer) => optimizer is Sgd or Adam or AdamW or RmsProp or Adagrad;

    /// <summary>The one for an optimizer.</summary>
    public static FusedOptimizer Of(Optimizer optimizer, int count) => optimizer switch
    {
        Sgd { Momentum: 0 } => new PlainSgd(count),
        Sgd sgd => new MomentumSgd(count, sgd),
        Adam adam => new AdamRule(count, adam.Beta1, adam.Beta2, adam.Epsilon, 0),
        AdamW adam => new AdamRule(count, adam.Beta1, adam.Beta2, adam.Epsilon, adam.WeightDecay),
        RmsProp rmsProp => new RmsPropRule(count, rmsProp),
        Adagrad adagrad => new AdagradRule(count, adagrad),
        _ => throw new ArgumentException($"The fused trainer does not know {optimizer.Name}.", nameof(optimizer)),
    };

    /// <summary>Takes one step.</summary>
    /// <param name="parameters">The parameters, weights first; changed in place.</param>
    /// <param name="gradient">The cost's gradient, without the penalty.</param>
    /// <param name="weights">How many of the parameters are weights.</param>
    /// <param name="weightDecay">The penalty's gradient with respect to a weight is this times the weight.</param>
    /// <param name="learningRate">The rate.</param>
    public void Step(Span<float> parameters, ReadOnlySpan<float> gradient, int weights, double weightDecay, double learningRate)
    {
        Steps++;
        LearningRate = learningRate;
        Update(InVectors(parameters[..weights]), InVectors(gradient[..weights]), Vector512.Create((float)weightDecay), 0, isWeight: true);
        Update(InVectors(parameters[weights..]), InVectors(gradient[weights..]), Vector512<float>.Zero, weights, isWeight: false);
    }

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

    /// <summary>Changes some parameters.</summary>
    /// <param name="values">The parameters; changed in place.</param>
    /// <param name="gradient">The gradient, without the penalty.</param>
    /// <param name="weightDecay">What a value is multiplied by in the penalty's gradient.</param>
    /// <param name="start">Number of the first parameter, for <see cref="Moment"/>.</param>
    /// <param name="isWeight">Whether these are weights.</param>
    protected abstract void Update(Span<Vector512<float>> values, ReadOnlySpan<Vector512<float>> gradient, Vector512<float> weightDecay, int start, bool isWeight);

    /// <summary>What it remembers of the parameters from <paramref name="start"/> on.</summary>
    protected Span<Vector512<float>> Moment(int number, int start) => InVectors(state[number].All[start..]);

    private static Vector512<float> All(double value) => Vector512.Create((float)value);

    private static Span<Vector512<float>> InVectors(Span<float> values) => MemoryMarshal.Cast<float, Vector512<float>>(values);

    private static ReadOnlySpan<Vector512<float>> InVectors(ReadOnlySpan<float> values) => MemoryMarshal.Cast<float, Vector512<float>>(values);

    private sealed class PlainSgd(int count) : FusedOptimizer(count, moments: 0)
    {
        // w ← w − η (g + s w) = (1 − η s) w − η g
        protected override void Update(
            Span<Vector512<float>> values, ReadOnlySpan<Vector512<float>> gradient, Vector512<float> weightDecay, int start, bool isWeight)
        {
            var rate = All(LearningRate);
            var kept = Vector512<float>.One - (rate * weightDecay);
            for (var index = 0; index < values.Length; index++)
            {
                values[index] = (kept * values[index]) - (rate * gradient[index]);
            }
        }
    }

    private sealed class MomentumSgd(int count, Sgd rule) : FusedOptimizer(count, moments: 1)
    {
        protected override void Update(
            Span<Vector512<float>> values, ReadOnlySpan<Vector512<float>> gradient, Vector512<float> weightDecay, int start, bool isWeight)
        {
            var (rate, kept) = (All(LearningRate), All(rule.Momentum));
            var ahead = All(rule.Nesterov ? rule.Momentum : 0);
            var velocity = Moment(0, start);
            for (var index = 0; index < values.Length; index++)
            {
                var slope = gradient[index] + (weightDecay * values[index]);
                velocity[index] = (kept * velocity[index]) + slope;
                values[index] -= rate * (rule.Nesterov ? slope + (ahead * velocity[index]) : velocity[index]);
            }
        }
    }

    // √v̂ + ε = (√v + ε c) / c with c = √(1 − β₂ᵗ): both corrections go into two numbers, and nothing is spent on them where parameters are many.
    private sealed class AdamRule(int count, double beta1, double beta2, double epsilon, double decay) : FusedOptimizer(count, moments: 2)
    {
        protected override void Update(
            Span<Vector512<float>> values, ReadOnlySpan<Vector512<float>> gradient, Vector512<float> weightDecay, int start, bool isWeight)
        {
            var correction = Math.Sqrt(1 - Math.Pow(beta2, Steps));
            var (small, rate) = (All(epsilon * correction), All(LearningRate * correction / (1 - Math.Pow(beta1, Steps))));
            var (keptMean, newMean) = (All(beta1), All(1 - beta1));
            var (keptSquare, newSquare) = (All(beta2), All(1 - beta2));
            var kept = All(isWeight ? 1 - (LearningRate * decay) : 1);
            var means = Moment(0, start);
            var squares = Moment(1, start);
            for (var index = 0; index < values.Length; index++)
            {
                var value = kept * values[index];
                var slope = gradient[index] + (weightDecay * values[index]);
                means[index] = (keptMean * means[index]) + (newMean * slope);
                squares[index] = (keptSquare * squares[index]) + (newSquare * slope * slope);
                values[index] = value - (rate * means[index] / (Vector512.Sqrt(squares[index]) + small));
            }
        }
    }

    private sealed class RmsPropRule(int count, RmsProp rule) : FusedOptimizer(count, moments: 1)
    {
        protected override void Update(
            Span<Vector512<float>> values, ReadOnlySpan<Vector512<float>> gradient, Vector512<float> weightDecay, int start, bool isWeight)
        {
            var (rate, kept, renewed, epsilon) = (All(LearningRate), All(rule.Decay), All(1 - rule.Decay), All(rule.Epsilon));
            var squares = Moment(0, start);
            for (var index = 0; index < values.Length; index++)
            {
                var slope = gradient[index] + (weightDecay * values[index]);
                squares[index] = (kept * squares[index]) + (renewed * slope * slope);
                values[index] -= rate * slope / (Vector512.Sqrt(squares[index]) + epsilon);
            }
        }
    }

    private sealed class AdagradRule(int count, Adagrad rule) : FusedOptimizer(count, moments: 1)
    {
        protected override void Update(
            Span<Vector512<float>> values, ReadOnlySpan<Vector512<float>> gradient, Vector512<float> weightDecay, int start, bool isWeight)
        {
            var (rate, epsilon) = (All(LearningRate), All(rule.Epsilon));
            var squares = Moment(0, start);
            for (var index = 0; index < values.Length; index++)
            {
                var slope = gradient[index] + (weightDecay * values[index]);
                squares[index] += slope * slope;
                values[index] -= rate * slope / (Vector512.Sqrt(squares[index]) + epsilon);
            }
        }
    }
}
