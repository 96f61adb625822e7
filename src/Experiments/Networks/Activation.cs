using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Experiments.Networks.Vectors;
using TorchSharp;
using static TorchSharp.torch;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Experiments.Networks;

/// <summary>
/// An activation function with its derivative. Each is composed of operators that compute an element the same wherever it stands in the
/// tensor, so that a seed's numbers do not depend on which seeds are trained beside it. libtorch's own sigmoid is not such an operator:
/// the last few elements of a tensor go through another code path and differ in the last digit.
/// </summary>
public abstract record Activation(string Name)
{
    /// <summary>σ(z) = 1 / (1 + e^−z).</summary>
    public static Activation Sigmoid { get; } = new SigmoidActivation();

    /// <summary>tanh(z).</summary>
    public static Activation Tanh { get; } = new TanhActivation();

    /// <summary>max(0, z); the derivative at 0 is taken as 0.</summary>
    public static Activation Relu { get; } = new ReluActivation();

    /// <summary>z itself.</summary>
    public static Activation Identity { get; } = new IdentityActivation();

    /// <summary>The activations of pre-activations of any shape.</summary>
    public abstract Tensor Apply(Tensor preActivations);

    /// <summary>∂C/∂z from ∂C/∂a, given a itself: every one of these functions knows its slope from its value.</summary>
    /// <param name="activationGradient">∂C/∂a; may be overwritten.</param>
    /// <param name="activations">a, as <see cref="Apply(Tensor)"/> gave it.</param>
    public abstract Tensor Backward(Tensor activationGradient, Tensor activations);

    /// <summary>Replaces pre-activations by activations: <see cref="Apply(Tensor)"/> on plain memory.</summary>
    /// <param name="values">Whole vectors of 16.</param>
    public virtual void Apply(Span<float> values)
    {
        using var scope = NewDisposeScope();
        Apply(tensor(values.ToArray())).data<float>().CopyTo(values);
    }

    /// <summary>Replaces ∂C/∂a by ∂C/∂z: <see cref="Backward(Tensor, Tensor)"/> on plain memory. Where ∂C/∂a is 0, so is ∂C/∂z.</summary>
    /// <param name="gradient">∂C/∂a; whole vectors of 16.</param>
    /// <param name="activations">a.</param>
    public virtual void Backward(Span<float> gradient, ReadOnlySpan<float> activations)
    {
        using var scope = NewDisposeScope();
        Backward(tensor(gradient.ToArray()), tensor(activations.ToArray())).data<float>().CopyTo(gradient);
    }

    /// <summary>Whether its slope jumps at 0, where its value leaves 0.</summary>
    public virtual bool HasKink => false;

    /// <summary>
    /// Whether an activation lies where the function is flat, so that hardly any gradient gets through: |a| above 0.99 of tanh, below 0.01 or
    /// above 0.99 of the sigmoid, 0 of ReLU.
    /// </summary>
    public virtual bool IsSaturated(double activation) => false;

    /// <summary>The values between which all activations lie; infinite where there is no bound.</summary>
    public virtual (double Low, double High) Bounds => (double.NegativeInfinity, double.PositiveInfinity);

    /// <inheritdoc/>
    public sealed override string ToString() => Name;

    private static void InVectors(
        Span<float> gradient, ReadOnlySpan<float> activations, Func<Vector512<float>, Vector512<float>, Vector512<float>> combine)
    {
        var gradients = MemoryMarshal.Cast<float, Vector512<float>>(gradient);
        var values = MemoryMarshal.Cast<float, Vector512<float>>(activations);
        for (var index = 0; index < gradients.Length; index++)
        {
            gradients[index] = combine(gradients[index], values[index]);
        }
    }

    private sealed record SigmoidActivation() : Activation("sigmoid")
    {
        public override Tensor Apply(Tensor preActivations) => 1 / preActivations.neg().exp().add(1);

        // σ' = a (1 − a) = a − a²
        public override Tensor Backward(Tensor activationGradient, Tensor activations) =>
            activationGradient.mul_(activations.addcmul(activations, activations, -1));

        public override void Apply(Span<float> values) => VectorMath.Sigmoid(values);

        public override void Backward(Span<float> gradient, ReadOnlySpan<float> activations) =>
            InVectors(gradient, activations, (g, a) => g * (a - (a * a)));

        public override bool IsSaturated(double activation) => activation is < 0.01 or > 0.99;

        public override (double Low, double High) Bounds => (0, 1);
    }

    private sealed record TanhActivation() : Activation("tanh")
    {
        public override Tensor Apply(Tensor preActivations) => preActivations.tanh();

        // tanh' = 1 − a², so g (1 − a²) = g − g a²
        public override Tensor Backward(Tensor activationGradient, Tensor activations) =>
            activationGradient.sub_(activations.mul(activations).mul_(activationGradient));

        public override void Apply(Span<float> values) => VectorMath.Tanh(values);

        public override void Backward(Span<float> gradient, ReadOnlySpan<float> activations) =>
            InVectors(gradient, activations, (g, a) => g - (g * (a * a)));

        public override bool IsSaturated(double activation) => Math.Abs(activation) > 0.99;

        public override (double Low, double High) Bounds => (-1, 1);
    }

    private sealed record ReluActivation() : Activation("ReLU")
    {
        public override bool HasKink => true;

        public override Tensor Apply(Tensor preActivations) => preActivations.relu();

        public override Tensor Backward(Tensor activationGradient, Tensor activations) =>
            activationGradient.mul_(activations.gt(0));

        public override void Apply(Span<float> values) => TensorPrimitives.Max(values, 0, values);

        public override void Backward(Span<float> gradient, ReadOnlySpan<float> activations) =>
            InVectors(gradient, activations, (g, a) => g & Vector512.GreaterThan(a, Vector512<float>.Zero));

        public override bool IsSaturated(double activation) => activation == 0;

        public override (double Low, double High) Bounds => (0, double.PositiveInfinity);
    }

    private sealed record IdentityActivation() : Activation("identity")
    {
        public override Tensor Apply(Tensor preActivations) => preActivations;

        public override Tensor Backward(Tensor activationGradient, Tensor activations) => activationGradient;

        public override void Apply(Span<float> values)
        {
        }

        public override void Backward(Span<float> gradient, ReadOnlySpan<float> activations)
        {
        }
    }
}
