namespace ScottPlot;

/// <summary>Lengths drawn and left out in turn, in pixels. The default value has no intervals (null) and is solid too.</summary>
public readonly struct LinePattern(float[] intervals, float phase, string name)
{
    public static LinePattern Solid { get; } = new([], 0, "Solid");
    public static LinePattern Dashed { get; } = new([10, 10], 0, "Dashed");
    public static LinePattern DenselyDashed { get; } = new([6, 6], 0, "DenselyDashed");
    public static LinePattern Dotted { get; } = new([3, 5], 0, "Dotted");

    public float[] Intervals { get; } = intervals;
    public float Phase { get; } = phase;
    public string Name { get; } = name;

    public static LinePattern[] GetAllPatterns() => [Solid, Dashed, DenselyDashed, Dotted];
}
