using TorchSharp;
using static TorchSharp.torch;

namespace Packages.Tests.Nn;

/// <summary>Numbers without any random stream.</summary>
internal static class Given
{
    /// <summary>sin(first), sin(first + 1), ... in float64.</summary>
    internal static Tensor Sines(double first, params long[] shape) =>
        (arange(shape.Aggregate(1L, (a, b) => a * b), dtype: float64) + first).sin().reshape(shape);

    /// <summary>The module with sines as its parameters.</summary>
    internal static T Filled<T>(T module) where T : nn.Module
    {
        using var untracked = no_grad();
        double next = 1;
        foreach (var parameter in module.parameters())
        {
            parameter.copy_(Sines(next, parameter.shape));
            next += parameter.numel();
        }
        return module;
    }

    internal static double[] Numbers(Tensor tensor)
    {
        using var copy = tensor.detach().to(float64).contiguous();
        return copy.data<double>().ToArray();
    }

    internal static void Near(double[] expected, Tensor actual, double tolerance = 1e-12)
    {
        var numbers = Numbers(actual);
        Assert.Equal(expected.Length, numbers.Length);
        for (int k = 0; k < expected.Length; k++)
            Assert.True(Math.Abs(expected[k] - numbers[k]) <= tolerance * Math.Max(1, Math.Abs(expected[k])), $"[{k}]: {expected[k]} expected, {numbers[k]} found");
    }
}
