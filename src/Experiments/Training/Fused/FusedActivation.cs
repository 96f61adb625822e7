using System.Runtime.Intrinsics;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Experiments.Training.Fused;

/// <summary>An activation function on plain memory, with its derivative, which is known from the function's value.</summary>
/// <param name="Apply">Replaces pre-activations z by activations a. Whole vectors of 16.</param>
/// <param name="Backward">
/// Replaces ∂C/∂a, the first, by ∂C/∂z; the second is a. Where ∂C/∂a is 0, so is ∂C/∂z. Whole vectors of 16.
/// </param>
internal sealed record FusedActivation(Action<Span<float>> Apply, Action<Span<float>, ReadOnlySpan<float>> Backward)
{
    private static readonly FusedActivation Sigmoid = new(VectorMath.Sigmoid, Multiply<SigmoidSlope>);
    private static readonly FusedActivation Tanh = new(VectorMath.Tanh, Multiply<TanhSlope>);
    private static readonly FusedActivation Relu = new(values => TensorPrimitives.Max(values, 0f, values), Multiply<ReluSlope>);
    private static readonly FusedActivation LeakyRelu = new(VectorMath.LeakyRelu, Multiply<LeakyReluSlope>);
    private static readonly FusedActivation Elu = new(VectorMath.Elu, Multiply<EluSlope>);
    private static readonly FusedActivation Identity = new(_ => { }, (_, _) => { });

    private interface ISlope
    {
        static abstract Vector512<float> Times(Vector512<float> gradient, Vector512<float> activation);
    }

    /// <summary>That of a layer; null means none.</summary>
    public static FusedActivation Of(Activation? activation) =>
        activation is null || activation == Activation.Identity ? Identity
        : activation == Activation.Sigmoid ? Sigmoid
        : activation == Activation.Tanh ? Tanh
        : activation == Activation.Relu ? Relu
        : activation == Activation.LeakyRelu ? LeakyRelu
        : activation == Activation.Elu ? Elu
        : throw new ArgumentException($"The fused trainer does not know {activation}.", nameof(activation));

    private static void Multiply<TSlope>(Span<float> gradient, ReadOnlySpan<float> activations)
        where TSlope : ISlope
    {
        var gradients = MemoryMarshal.Cast<float, Vector512<float>>(gradient);
        var values = MemoryMarshal.Cast<float, Vector512<float>>(activations);
        for (var index = 0; index < gradients.Length; index++)
        {
            gradients[index] = TSlope.Times(gradients[index], values[index]);
        }
    }

    // σ' = a (1 − a)
    private readonly struct SigmoidSlope : ISlope
    {
        public static Vector512<float> Times(Vector512<float> gradient, Vector512<float> a) => gradient * (a - (a * a));
    }

    // tanh' = 1 − a²
    private readonly struct TanhSlope : ISlope
    {
        public static Vector512<float> Times(Vector512<float> gradient, Vector512<float> a) => gradient - (gradient * (a * a));
    }

    private readonly struct ReluSlope : ISlope
    {
        public static Vector512<float> Times(Vector512<float> gradient, Vector512<float> a) =>
            gradient & Vector512.GreaterThan(a, Vector512<float>.Zero);
    }

    private readonly struct LeakyReluSlope : ISlope
    {
        public static Vector512<float> Times(Vector512<float> gradient, Vector512<float> a) =>
            gradient * Vector512.ConditionalSelect(
                Vector512.GreaterThan(a, Vector512<float>.Zero), Vector512<float>.One, Vector512.Create((float)Activation.LeakySlope));
    }

    // ELU' = 1 where a > 0, else e^z = a + 1
    private readonly struct EluSlope : ISlope
    {
        public static Vector512<float> Times(Vector512<float> gradient, Vector512<float> a) =>
            gradient + (gradient * Vector512.Min(a, Vector512<float>.Zero));
    }
}
