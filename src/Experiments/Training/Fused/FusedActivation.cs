using System.Runtime.Intrinsics;

namespace Experiments.Training.Fused;

/// <summary>An activation function on plain memory, with its derivative; each knows its slope from its value.</summary>
internal abstract class FusedActivation
{
    private static readonly FusedActivation Sigmoid = new SigmoidFunction();
    private static readonly FusedActivation Tanh = new TanhFunction();
    private static readonly FusedActivation Relu = new ReluFunction();
    private static readonly FusedActivation Identity = new IdentityFunction();

    /// <summary>That of a layer; null means none.</summary>
    public static FusedActivation Of(Activation? activation) =>
        activation is null || activation == Activation.Identity ? Identity
        : activation == Activation.Sigmoid ? Sigmoid
        : activation == Activation.Tanh ? Tanh
        : activation == Activation.Relu ? Relu
        : throw new ArgumentException($"The fused trainer does not know {activation}.", nameof(activation));

    /// <summary>Replaces pre-activations z by activations a.</summary>
    /// <param name="values">Whole vectors of 16.</param>
    public abstract void Apply(Span<float> values);

    /// <summary>Replaces ∂C/∂a by ∂C/∂z. Where ∂C/∂a is 0, so is ∂C/∂z.</summary>
    /// <param name="gradient">∂C/∂a; whole vectors of 16.</param>
    /// <param name="activations">a.</param>
    public abstract void Backward(Span<float> gradient, ReadOnlySpan<float> activations);

    private sealed class SigmoidFunction : FusedActivation
    {
        public override void Apply(Span<float> values) => VectorMath.Sigmoid(values);

        // σ' = a (1 − a)
        public override void Backward(Span<float> gradient, ReadOnlySpan<float> activations)
        {
            var gradients = MemoryMarshal.Cast<float, Vector512<float>>(gradient);
            var values = MemoryMarshal.Cast<float, Vector512<float>>(activations);
            for (var index = 0; index < gradients.Length; index++)
            {
                gradients[index] *= values[index] - (values[index] * values[index]);
            }
        }
    }

    private sealed class TanhFunction : FusedActivation
    {
        public override void Apply(Span<float> values) => VectorMath.Tanh(values);

        // tanh' = 1 − a²
        public override void Backward(Span<float> gradient, ReadOnlySpan<float> activations)
        {
            var gradients = MemoryMarshal.Cast<float, Vector512<float>>(gradient);
            var values = MemoryMarshal.Cast<float, Vector512<float>>(activations);
            for (var index = 0; index < gradients.Length; index++)
            {
                gradients[index] -= gradients[index] * (values[index] * values[index]);
            }
        }
    }

    private sealed class ReluFunction : FusedActivation
    {
        public override void Apply(Span<float> values)
        {
            foreach (ref var vector in MemoryMarshal.Cast<float, Vector512<float>>(values))
            {
                vector = Vector512.Max(vector, Vector512<float>.Zero);
            }
        }

        public override void Backward(Span<float> gradient, ReadOnlySpan<float> activations)
        {
            var gradients = MemoryMarshal.Cast<float, Vector512<float>>(gradient);
            var values = MemoryMarshal.Cast<float, Vector512<float>>(activations);
            for (var index = 0; index < gradients.Length; index++)
            {
                gradients[index] &= Vector512.GreaterThan(values[index], Vector512<float>.Zero);
            }
        }
    }

    private sealed class IdentityFunction : FusedActivation
    {
        public override void Apply(Span<float> values)
        {
        }

        public override void Backward(Span<float> gradient, ReadOnlySpan<float> activations)
        {
        }
    }
}
