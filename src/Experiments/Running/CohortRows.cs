using Experiments.Networks;
using Experiments.Results;

namespace Experiments.Running;

/// <summary>The rows of a cohort's cells as they come in. A cell takes rows until it is closed.</summary>
/// <param name="count">Number of cells.</param>
internal sealed class CohortRows(int count)
{
    private readonly List<Measurement>[] cells = [.. Enumerable.Range(0, count).Select(_ => new List<Measurement>())];
    private readonly bool[] closed = new bool[count];
    private readonly bool[] infinite = new bool[count];
    private (int Epoch, long Step) now;

    /// <summary>Number of cells.</summary>
    public int Count => count;

    /// <summary>The rows, cell by cell.</summary>
    public IReadOnlyList<IReadOnlyList<Measurement>> Cells => cells;

    /// <summary>Whether any cell still takes rows.</summary>
    public bool AnyOpen => closed.Contains(false);

    /// <summary>Whether a cell still takes rows.</summary>
    public bool IsOpen(int cell) => !closed[cell];

    /// <summary>Whether all losses and gradients of a cell were finite.</summary>
    public bool AllFinite(int cell) => !infinite[cell];

    /// <summary>Sets the epoch and the step of the rows to come.</summary>
    public void At(int epoch, long step) => now = (epoch, step);

    /// <summary>Adds a row to one cell.</summary>
    public void Add(int cell, string metric, double value, string split = "", int? layer = null)
    {
        if (!closed[cell])
        {
            cells[cell].Add(new(now.Epoch, now.Step, split, metric, layer, value));
        }
    }

    /// <summary>Adds a row to every cell.</summary>
    public void Add(string metric, IReadOnlyList<double> perCell, string split = "", int? layer = null)
    {
        for (var cell = 0; cell < cells.Length; cell++)
        {
            Add(cell, metric, perCell[cell], split, layer);
        }
    }

    /// <summary>Adds a row to every cell, of a loss or a gradient: if it is not finite, the seed has diverged.</summary>
    public void AddVital(string metric, IReadOnlyList<double> perCell, string split = "", int? layer = null)
    {
        Add(metric, perCell, split, layer);
        for (var cell = 0; cell < cells.Length; cell++)
        {
            infinite[cell] |= !double.IsFinite(perCell[cell]);
        }
    }

    /// <summary>Passes over all rows and which cells take more.</summary>
    public void Keep(StateStream state)
    {
        for (var cell = 0; cell < count; cell++)
        {
            (closed[cell], infinite[cell]) = (state.Keep(closed[cell]), state.Keep(infinite[cell]));
            var rows = cells[cell];
            var length = state.Keep(rows.Count);
            if (state.Restoring)
            {
                rows.Clear();
            }

            for (var index = 0; index < length; index++)
            {
                var row = Keep(state, state.Restoring ? default : rows[index]);
                if (state.Restoring)
                {
                    rows.Add(row);
                }
            }
        }
    }

    /// <summary>A cell takes no more rows.</summary>
    public void Close(int cell) => closed[cell] = true;

    private static Measurement Keep(StateStream state, Measurement row) => new(
        state.Keep(row.Epoch), state.Keep(row.Step), state.Keep(row.Split ?? ""), state.Keep(row.Metric ?? ""), state.Keep(row.Layer), state.Keep(row.Value));
}
