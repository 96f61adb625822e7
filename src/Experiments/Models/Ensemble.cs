using static TorchSharp.torch;

namespace Experiments.Models;

/// <summary>
/// Networks of one architecture that are trained side by side and know nothing of each other. In testing its outputs are logarithms of the
/// members' mean class probabilities, so that their softmax is the mean; in training they are every member's own logits, (B, members,
/// classes), for <see cref="EnsembleLoss"/>.
/// </summary>
public sealed class Ensemble : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor>[] members;

    /// <summary>Makes an ensemble.</summary>
    /// <param name="members">From images (B, pixels) to logits (B, classes).</param>
    public Ensemble(params nn.Module<Tensor, Tensor>[] members)
        : base(nameof(Ensemble))
    {
        this.members = members;
        for (var number = 0; number < members.Length; number++)
        {
            register_module($"member{number + 1}", members[number]);
        }
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var logits = stack([.. members.Select(member => member.call(input))], 1);
        return training ? logits : logits.log_softmax(2).logsumexp(1) - Math.Log(members.Length);
    }
}
