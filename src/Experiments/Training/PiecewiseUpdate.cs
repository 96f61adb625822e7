using Experiments.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Training;

/// <summary>
/// A rule with a state for every parameter, at work. Large tensors are updated piece by piece: a rule is several operators in a row, and a
/// piece that stays in the processor's cache saves reading everything from memory once per operator.
/// </summary>
internal abstract class PiecewiseUpdate : IUpdate
{
    private const int PieceLength = 1 << 15; // 128 kB a tensor

    private readonly Piece[][] pieces; // by parameter
    private readonly Scalar? weightDecay;
    private readonly bool[] decays;

    /// <param name="network">The network.</param>
    /// <param name="penalty">Added to the weights' gradient.</param>
    /// <param name="states">How many tensors of a parameter's shape the rule remembers.</param>
    protected PiecewiseUpdate(Network network, Penalty penalty, int states)
    {
        weightDecay = penalty.WeightDecay == 0 ? null : penalty.WeightDecay;
        decays = [.. network.Trained.Select(parameter => !parameter.IsBias)];
        using var scope = NewDisposeScope();
        pieces = [.. network.Trained.Select(parameter => Cut(parameter.Value.detach())
            .Select(values => new Piece(values.DetachFromDisposeScope(), [.. Enumerable.Range(0, states).Select(_ => zeros_like(values).DetachFromDisposeScope())]))
            .ToArray())];
    }

    private sealed record Piece(Tensor Values, Tensor[] State);

    public void Step(IReadOnlyList<Tensor> gradients)
    {
        BeginStep();
        for (var index = 0; index < pieces.Length; index++)
        {
            var cut = Cut(gradients[index]);
            for (var piece = 0; piece < cut.Length; piece++)
            {
                var (values, state) = (pieces[index][piece].Values, pieces[index][piece].State);
                if (weightDecay is not null && decays[index])
                {
                    cut[piece].add_(values, weightDecay);
                }

                Move(values, cut[piece], state);
            }
        }
    }

    public virtual void Keep(StateStream state)
    {
        foreach (var tensor in pieces.SelectMany(cut => cut).SelectMany(piece => piece.State))
        {
            state.Keep(tensor);
        }
    }

    public virtual void Dispose()
    {
        foreach (var piece in pieces.SelectMany(cut => cut))
        {
            piece.Values.Dispose();
            foreach (var tensor in piece.State)
            {
                tensor.Dispose();
            }
        }
    }

    /// <summary>Called before every step.</summary>
    protected virtual void BeginStep()
    {
    }

    /// <summary>Moves some values of a parameter by the rule.</summary>
    /// <param name="values">The values; changed in place.</param>
    /// <param name="gradient">The cost's gradient with respect to them, penalty included; may be overwritten.</param>
    /// <param name="state">What the rule remembers of them, zeros at first.</param>
    protected abstract void Move(Tensor values, Tensor gradient, Tensor[] state);

    private static Tensor[] Cut(Tensor values) =>
        values.numel() <= 2 * PieceLength ? [values] : values.reshape(-1).split(PieceLength, dim: 0);
}
