namespace ScottPlot.TickGenerators;

public class NumericManual : ITickGenerator
{
    private readonly List<Tick> all = [];

    public NumericManual()
    {
    }

    public NumericManual(Tick[] ticks) => all.AddRange(ticks);

    public NumericManual(double[] positions, string[] labels)
    {
        if (positions.Length != labels.Length)
            throw new ArgumentException($"{nameof(positions)} must have same length as {nameof(labels)}");
        all.AddRange(positions.Zip(labels, Tick.Major));
    }

    /// <summary>Those inside the limits of the last render.</summary>
    public Tick[] Ticks { get; private set; } = [];

    public int MaxTickCount { get; set; } = 50;

    public void Add(Tick tick) => all.Add(tick);
    public void AddMajor(double position, string label) => Add(Tick.Major(position, label));
    public void AddMinor(double position) => Add(Tick.Minor(position));

    public void Regenerate(CoordinateRange range, Edge edge, PixelLength size, Paint paint, LabelStyle labelStyle) =>
        Ticks = all.Where(t => range.Contains(t.Position)).ToArray();
}
