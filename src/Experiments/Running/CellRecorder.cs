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
        rows.Add(Cell.Checked(new(now.Epoch, now.Step, split, metric, layer, value)));

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
        writer.Write(Cell.Format(rows));
    }

    /// <summary>Goes on from rows that were saved.</summary>
    public void Load(BinaryReader reader)
    {
        AllFinite = reader.ReadBoolean();
        rows.Clear();
        rows.AddRange(Cell.Parse("The checkpoint", Encoding.UTF8.GetBytes(reader.ReadString())));
    }
}
