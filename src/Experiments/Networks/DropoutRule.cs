using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Networks;

/// <summary>What dropout zeroes, and when the loss is made up for.</summary>
public enum DropoutForm
{
    /// <summary>Activations are zeroed in training and those kept divided by 1 − p, so that testing uses the network as it is.</summary>
    Inverted,

    /// <summary>Activations are zeroed in training; in testing every one is multiplied by 1 − p (Srivastava et al. 2014).</summary>
    Standard,

    /// <summary>
    /// Weights out of hidden units are zeroed in training instead of the units (Wan et al. 2013), those kept divided by 1 − p. All images of a
    /// batch share a step's mask.
    /// </summary>
    DropConnect,
}

/// <summary>Dropout after every hidden layer.</summary>
public sealed record DropoutRule
{
    /// <summary>Dropout of a given rate.</summary>
    /// <param name="dropRate">p, the probability to DROP a unit or a weight; from 0, and below 1.</param>
    /// <param name="form">What is dropped, and when the loss is made up for.</param>
    /// <exception cref="ArgumentException">The rate is no probability below 1.</exception>
    public DropoutRule(double dropRate, DropoutForm form = DropoutForm.Inverted)
    {
        DropRate = dropRate is >= 0 and < 1
            ? dropRate
            : throw new ArgumentException(FormattableString.Invariant($"A drop rate is a probability from 0 to below 1, but got {dropRate}."));
        Form = form;
    }

    /// <summary>No dropout.</summary>
    public static DropoutRule None { get; } = new(0);

    /// <summary>Inverted dropout; p is the probability to DROP a unit.</summary>
    public static DropoutRule Inverted(double dropRate) => new(dropRate, DropoutForm.Inverted);

    /// <summary>Standard dropout; p is the probability to DROP a unit.</summary>
    public static DropoutRule Standard(double dropRate) => new(dropRate, DropoutForm.Standard);

    /// <summary>DropConnect; p is the probability to DROP a weight.</summary>
    public static DropoutRule DropConnect(double dropRate) => new(dropRate, DropoutForm.DropConnect);

    /// <summary>p, the probability to DROP a unit or a weight.</summary>
    public double DropRate { get; }

    /// <summary>What is dropped, and when the loss is made up for.</summary>
    public DropoutForm Form { get; }

    /// <summary>The factor of what a mask keeps, in training.</summary>
    public double TrainingFactor => Form == DropoutForm.Standard ? 1 : 1 / (1 - DropRate);

    /// <summary>The factor of every activation in testing.</summary>
    public double TestFactor => Form == DropoutForm.Standard ? 1 - DropRate : 1;

    /// <summary>Values as training uses them.</summary>
    /// <param name="values">Activations (or weights, for <see cref="DropoutForm.DropConnect"/>) of any shape.</param>
    /// <param name="mask">1 where a value is kept and 0 where it is dropped.</param>
    public Tensor InTraining(Tensor values, Tensor mask) => values.mul(mask).mul_(TrainingFactor);

    /// <summary>Activations as testing uses them.</summary>
    public Tensor InTesting(Tensor activations) => activations.mul(TestFactor);

    /// <summary>Draws a mask: 1 with probability 1 − p, else 0.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="generator">The stream to draw from.</param>
    public Tensor DrawMask(long[] shape, Generator generator) => Keeps(empty(shape).uniform_(0, 1, generator));

    // 1 where a uniform number says that something is kept. The same as bernoulli_(1 − p), in an eighth of its time.
    internal Tensor Keeps(Tensor uniform) => uniform.ge(DropRate).to(uniform.dtype);

    // What units are multiplied by in training, in place of uniform numbers.
    internal void ToFactors(Span<float> uniform)
    {
        var (rate, factor) = (Vector512.Create((float)DropRate), Vector512.Create((float)TrainingFactor));
        foreach (ref var numbers in MemoryMarshal.Cast<float, Vector512<float>>(uniform))
        {
            numbers = Vector512.GreaterThanOrEqual(numbers, rate) & factor;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => DropRate == 0 ? "no dropout" : FormattableString.Invariant($"{FormName}, drop rate {DropRate}");

    private string FormName => Form switch
    {
        DropoutForm.Inverted => "inverted dropout",
        DropoutForm.Standard => "standard dropout",
        _ => "DropConnect",
    };
}
