using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Models;

/// <summary>All numbers of a module.</summary>
internal static class StateOf
{
    /// <summary>All bytes of parameters and buffers, in text that a failed comparison can show.</summary>
    public static string Module(nn.Module module) =>
        string.Join('\n', module.state_dict().Select(pair => $"{pair.Key} {Convert.ToHexString(pair.Value.contiguous().bytes)}"));

    /// <summary>All parameters one after the other.</summary>
    public static double[] Parameters(nn.Module module) => [.. module.parameters().SelectMany(Numbers)];

    /// <summary>All gradients one after the other.</summary>
    public static double[] Gradients(nn.Module module) => [.. module.parameters().SelectMany(parameter => Numbers(parameter.grad!))];

    /// <summary>The elements of a tensor, row by row.</summary>
    public static double[] Numbers(Tensor values)
    {
        using var scope = NewDisposeScope();
        return values.detach().to(ScalarType.Float64).contiguous().data<double>().ToArray();
    }

    /// <summary>‖found − expected‖ / ‖expected‖.</summary>
    public static double RelativeError(IReadOnlyList<double> expected, IReadOnlyList<double> found)
    {
        Assert.Equal(expected.Count, found.Count);
        var (apart, size) = (
            expected.Zip(found, (a, b) => (a - b) * (a - b)).Sum(), expected.Sum(value => value * value));
        return apart == 0 ? 0 : Math.Sqrt(apart / size);
    }
}
