using static TorchSharp.torch;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Experiments.Training.Fused;

/// <summary>
/// Draws the masks that <c>nn.Dropout</c> would draw from a cell's generator: by ourselves where that is known to give the same, else by
/// libtorch.
/// </summary>
internal sealed class MaskSource : IDisposable
{
    private readonly CellGenerator cell;
    private readonly Generator? libtorch;
    private readonly MersenneTwister? own;

    public MaskSource(CellGenerator cell, IReadOnlyList<FusedLayer> pattern)
    {
        this.cell = cell;
        libtorch = cell.Own();
        if (pattern.All(layer => layer.DropRate == 0 || MersenneTwister.IsThatOf(libtorch, 1 - layer.DropRate)))
        {
            own = new(cell.State.ToArray());
        }
    }

    /// <summary>Draws a mask.</summary>
    /// <param name="kept">The probability to keep a unit.</param>
    /// <param name="factor">What stands where a unit is kept; 0 elsewhere.</param>
    /// <param name="mask">Where it goes.</param>
    public void Draw(double kept, float factor, PaddedMatrix mask)
    {
        if (own is null)
        {
            using var scope = NewDisposeScope();
            mask.CopyFrom(MemoryMarshal.Cast<byte, float>(empty(mask.Rows, mask.Columns).bernoulli_(kept, libtorch).bytes));
            TensorPrimitives.Multiply(mask.All, factor, mask.All);
            return;
        }

        for (var row = 0; row < mask.Rows; row++)
        {
            own.Bernoulli(mask.Row(row), kept, factor);
        }
    }

    /// <summary>Lets the cell's generator go on from where the masks end.</summary>
    public void GiveBack()
    {
        if (own is null)
        {
            cell.TakeOver(libtorch!);
        }
        else
        {
            own.State().CopyTo(cell.State);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => libtorch?.Dispose();
}
