using static TorchSharp.torch;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Experiments.Training.Fused;

/// <summary>
/// Draws the masks that <c>nn.Dropout</c> would draw from a cell's generator, layer by layer: by ourselves where that is known to give the
/// same, else by libtorch.
/// </summary>
internal sealed class MaskSource : IDisposable
{
    private readonly CellGenerator cell;
    private readonly Generator libtorch;
    private readonly MersenneTwister? own;

    public MaskSource(CellGenerator cell, IReadOnlyList<FusedLayer> pattern)
    {
        (this.cell, libtorch) = (cell, cell.Own());
        var drawsTheSame = pattern.All(layer => layer.DropRate == 0 || MersenneTwister.IsThatOf(libtorch, 1 - layer.DropRate));
        own = drawsTheSame ? new(cell.State.ToArray()) : null;
    }

    /// <summary>Draws a mask: a layer's factor where a unit is kept, 0 elsewhere.</summary>
    public void Draw(FusedLayer layer, PaddedMatrix mask)
    {
        if (own is null)
        {
            using var scope = NewDisposeScope();
            mask.CopyFrom(FusedMlp.Numbers(empty(mask.Rows, mask.Columns).bernoulli_(1 - layer.DropRate, libtorch)));
            TensorPrimitives.Multiply(mask.All, layer.TrainingFactor, mask.All);
            return;
        }

        for (var row = 0; row < mask.Rows; row++)
        {
            own.Bernoulli(mask.Row(row), 1 - layer.DropRate, layer.TrainingFactor);
        }
    }

    /// <summary>Lets the cell's generator go on from where the masks end.</summary>
    public void GiveBack()
    {
        if (own is null)
        {
            cell.TakeOver(libtorch);
        }
        else
        {
            own.State().CopyTo(cell.State);
        }
    }

    public void Dispose() => libtorch.Dispose();
}
