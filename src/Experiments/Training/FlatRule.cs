using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Experiments.Networks;

namespace Experiments.Training;

/// <summary>An optimizer at work on one replica's parameters in plain memory, with what it remembers of them.</summary>
/// <param name="count">Number of parameters, in whole vectors.</param>
/// <param name="states">How many numbers it remembers of each; zeros at first.</param>
internal abstract class FlatRule(int count, int states)
{
    /// <summary>What it remembers: for each of its quantities, a number for every parameter.</summary>
    public IReadOnlyList<float[]> State { get; } = [.. Enumerable.Range(0, states).Select(_ => new float[count])];

    /// <summary>Steps taken.</summary>
    public long Steps { get; set; }

    /// <summary>Takes one step.</summary>
    /// <param name="parameters">The parameters, weights first; changed in place.</param>
    /// <param name="gradient">The cost's gradient, without the penalty.</param>
    /// <param name="weights">How many of the parameters are weights.</param>
    /// <param name="weightDecay">The penalty's gradient with respect to a weight is this times the weight.</param>
    public void Step(Span<float> parameters, ReadOnlySpan<float> gradient, int weights, double weightDecay)
    {
        Steps++;
        BeginStep();
        Move(InVectors(parameters[..weights]), InVectors(gradient[..weights]), Vector512.Create((float)weightDecay), 0);
        Move(InVectors(parameters[weights..]), InVectors(gradient[weights..]), Vector512<float>.Zero, weights);
    }

    /// <summary>Passes over what it remembers from step to step.</summary>
    public void Keep(StateStream stream)
    {
        Steps = stream.Keep(Steps);
        foreach (var quantity in State)
        {
            stream.Keep(quantity.AsSpan());
        }
    }

    /// <summary>Called before every step, <see cref="Steps"/> counting it already.</summary>
    protected virtual void BeginStep()
    {
    }

    /// <summary>Moves some parameters by the rule.</summary>
    /// <param name="values">The parameters; changed in place.</param>
    /// <param name="gradient">The gradient, without the penalty.</param>
    /// <param name="weightDecay">What a value is multiplied by in the penalty's gradient.</param>
    /// <param name="start">Number of the first parameter, for <see cref="StateFrom"/>.</param>
    protected abstract void Move(Span<Vector512<float>> values, ReadOnlySpan<Vector512<float>> gradient, Vector512<float> weightDecay, int start);

    /// <summary>What it remembers of the parameters from <paramref name="start"/> on.</summary>
    protected Span<Vector512<float>> StateFrom(int start, int quantity = 0) => InVectors(State[quantity].AsSpan(start));

    private static Span<Vector512<float>> InVectors(Span<float> values) => MemoryMarshal.Cast<float, Vector512<float>>(values);

    private static ReadOnlySpan<Vector512<float>> InVectors(ReadOnlySpan<float> values) => MemoryMarshal.Cast<float, Vector512<float>>(values);
}
