using static TorchSharp.torch;

namespace Experiments.Models;

/// <summary>
/// A residual connection (He et al. 2016): x + s F(x). The gradient has a way past F, so it does not vanish however many such blocks
/// follow each other. With s = 1 and F at the usual scale the signal grows with every block; s = 1 / √blocks keeps it.
/// </summary>
public sealed class Residual : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> branch;
    private readonly double scale;

    /// <summary>Puts a connection past a branch.</summary>
    /// <param name="branch">F: its output has the shape of its input.</param>
    /// <param name="scale">s, the factor of the branch.</param>
    public Residual(nn.Module<Tensor, Tensor> branch, double scale = 1)
        : base(nameof(Residual))
    {
        (this.branch, this.scale) = (branch, scale);
        register_module("branch", branch);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.add(branch.call(input), scale);
}
