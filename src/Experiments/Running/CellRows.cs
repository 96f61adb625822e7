using Experiments.Networks;
using Experiments.Results;

namespace Experiments.Running;

/// <summary>The rows of one cell as they come in.</summary>
internal sealed class CellRows
{
    private readonly List<Measurement> rows = [];
    private (int Epoch, long Step) now;

    /// <summary>The rows so far.</summary>
    public IReadOnlyList<Measurement> All => rows;

    /// <summary>Whether all losses and gradients were finite.</summary>
    public bool AllFinite { get; private set; } = true;

    /// <summary>Sets the epoch and the step of the rows to come.</summary>
    public void At(int epoch, long step) => now = (epoch, step);

    /// <summary>Adds a row.</summary>
    public void Add(string metric, double value, string split = "", int? layer = null) => rows.Add(new(now.Epoch, now.Step, split, metric, layer, value));

    /// <summary>Adds a row of a loss or a gradient: if it is not finite, the training has diverged.</summary>
    public void AddVital(string metric, double value, string split = "", int? layer = null)
    {
        Add(metric, value, split, layer);
        AllFinite &= double.IsFinite(value);
    }

    /// <summary>Passes over all rows.</summary>
    public void Keep(StateStream state)
    {
        AllFinite = state.Keep(AllFinite);
        var length = state.Keep(rows.Count);
        if (state.Restoring)
        {
            rows.Clear();
            rows.AddRange(Enumerable.Range(0, length).Select(_ => Keep(state, default)));
            return;
        }

        foreach (var row in rows)
        {
            Keep(state, row);
        }
    }

    private static Measurement Keep(StateStream state, Measurement row) => new(
        state.Keep(row.Epoch), state.Keep(row.Step), state.Keep(row.Split ?? ""), state.Keep(row.Metric ?? ""), state.Keep(row.Layer), state.Keep(row.Value));
}
