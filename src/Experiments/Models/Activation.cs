using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Experiments.Models;

/// <summary>What is known of an activation function beyond the module that computes it.</summary>
public sealed record Activation : IStableText
{
    /// <summary>The slope of leaky ReLU below 0.</summary>
    internal const double LeakySlope = 0.01;

    private Activation(string name, Func<nn.Module<Tensor, Tensor>> module, Func<double, bool> isSaturated) =>
        (Name, Module, IsSaturated) = (name, module, isSaturated);

    /// <summary>σ(z) = 1 / (1 + e^−z).</summary>
    public static Activation Sigmoid { get; } = new("sigmoid", () => nn.Sigmoid(), value => value is < 0.01 or > 0.99) { Bounds = (0, 1) };

    /// <summary>tanh(z).</summary>
    public static Activation Tanh { get; } = new("tanh", () => nn.Tanh(), value => Math.Abs(value) > 0.99) { Bounds = (-1, 1) };

    /// <summary>max(0, z); the derivative at 0 is taken as 0.</summary>
    public static Activation Relu { get; } = new("ReLU", () => nn.ReLU(), value => value == 0)
    {
        Bounds = (0, double.PositiveInfinity), HasKink = true,
    };

    /// <summary>z where it is positive, else 0.01 z (Maas et al. 2013); the derivative at 0 is taken as 0.01.</summary>
    public static Activation LeakyRelu { get; } = new("leaky ReLU", () => nn.LeakyReLU(LeakySlope), _ => false) { HasKink = true };

    /// <summary>z where it is positive, else e^z − 1 (Clevert et al. 2016).</summary>
    public static Activation Elu { get; } = new("ELU", () => nn.ELU(), value => value < -0.99)
    {
        Bounds = (-1, double.PositiveInfinity), HasKink = true,
    };

    /// <summary>z itself.</summary>
    public static Activation Identity { get; } = new("identity", () => nn.Identity(), _ => false);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Activation> All { get; } = [Sigmoid, Tanh, Relu, LeakyRelu, Elu, Identity];

    /// <summary>Its name in settings and labels.</summary>
    public string Name { get; }

    /// <summary>Whether its slope or its curvature jumps at 0, so that a difference quotient across 0 is no slope.</summary>
    public bool HasKink { get; private init; }

    /// <summary>The values between which all activations lie; infinite where there is no bound.</summary>
    public (double Low, double High) Bounds { get; private init; } = (double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Makes a module that computes it.</summary>
    public Func<nn.Module<Tensor, Tensor>> Module { get; }

    /// <summary>
    /// Whether an activation lies where the function is flat, so that hardly any gradient gets through: |a| above 0.99 of tanh, below 0.01
    /// or above 0.99 of the sigmoid, 0 of ReLU, below −0.99 of ELU. Leaky ReLU is nowhere flat.
    /// </summary>
    public Func<double, bool> IsSaturated { get; }

    /// <summary>The activation function that a module computes; null if it is none of them.</summary>
    public static Activation? Of(nn.Module module) => module switch
    {
        TorchSharp.Modules.Sigmoid => Sigmoid,
        TorchSharp.Modules.Tanh => Tanh,
        ReLU => Relu,
        LeakyReLU { negative_slope: LeakySlope } => LeakyRelu,
        ELU { alpha: 1 } => Elu,
        TorchSharp.Modules.Identity => Identity,
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
