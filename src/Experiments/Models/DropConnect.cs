using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Experiments.Models;

/// <summary>
/// A linear layer that zeroes weights instead of units in training (Wan et al. 2013), each with probability p and one mask for all images
/// of a step; those kept are divided by 1 − p, so that testing uses the layer as it is. Biases are never dropped.
/// </summary>
public sealed class DropConnect : nn.Module<Tensor, Tensor>
{
    private readonly Linear linear;

    /// <summary>Puts weights of a linear layer under DropConnect.</summary>
    /// <param name="linear">The layer.</param>
    /// <param name="p">The probability to DROP a weight, from 0 to below 1.</param>
    public DropConnect(Linear linear, double p)
        : base(nameof(DropConnect))
    {
        DropRate = StandardDropout.Checked(p);
        this.linear = linear;
        register_module("linear", linear);
    }

    /// <summary>The probability to DROP a weight.</summary>
    public double DropRate { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        if (!training || DropRate == 0)
        {
            return linear.call(input);
        }

        var mask = empty_like(linear.weight.detach()).bernoulli_(1 - DropRate).div_(1 - DropRate);
        return nn.functional.linear(input, linear.weight * mask, linear.bias);
    }
}
