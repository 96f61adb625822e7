using Experiments.Probes;
using Experiments.Results;

namespace Experiments.Running;

/// <summary>The rows of one cell as they come in.</summary>
internal sealed class CellRecorder
{
    private readonly List<Measurement> rows = [];
    private (int Epoch, long Step) now;

    /// <summary>The rows so far.</summary>
    public IReadOnlyList<Measurement> Rows => rows;

    /// <summary>Whether all losses and gradients were finite.</summary>
    public bool AllFinite { get; private set; } = true;

    /// <summary>Sets the epoch and the step of the rows to come.</summary>
    public void At(int epoch, long step) => now = (epoch, step);

    /// <summary>Adds a row.</summary>
    /// <exception cref="ArgumentException">A cell's file cannot hold the name of the metric or of the split.</exception>
    public void Add(string metric, double value, string split = "", int? layer = null) =>
        rows.Add(new(now.Epoch, now.Step, Cell.CheckedName(split), Cell.CheckedName(metric), layer, value));

    /// <summary>Adds what a probe has measured.</summary>
    public void Add(Reading reading)
    {
        Add(reading.Metric, reading.Value, reading.Split, reading.Layer);
        AllFinite &= !reading.IsVital || double.IsFinite(reading.Value);
    }

    /// <summary>Writes all rows.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(AllFinite);
        writer.Write(rows.Count);
        foreach (var row in rows)
        {
            writer.Write(row.Epoch);
            writer.Write(row.Step);
            writer.Write(row.Split);
            writer.Write(row.Metric);
            writer.Write(row.Layer ?? -1);
            writer.Write(row.Value);
        }
    }

    /// <summary>Goes on from rows that were saved.</summary>
    public void Load(BinaryReader reader)
    {
        AllFinite = reader.ReadBoolean();
        rows.Clear();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var (epoch, step, split, metric) = (reader.ReadInt32(), reader.ReadInt64(), reader.ReadString(), reader.ReadString());
            rows.Add(new(epoch, step, split, metric, reader.ReadInt32() is >= 0 and var layer ? layer : null, reader.ReadDouble()));
        }
    }
}
