namespace ScottPlot.TickGenerators;

/// <summary>Ticks at round numbers, as dense as their labels allow.</summary>
public class NumericAutomatic : ITickGenerator
{
    public DecimalTickSpacingCalculator TickSpacingCalculator = new();
    public int? TargetTickCount;

    public Tick[] Ticks { get; set; } = [];
    public int MaxTickCount { get => TickSpacingCalculator.MaximumTickCount; set => TickSpacingCalculator.MaximumTickCount = value; }
    public bool IntegerTicksOnly { get; set; }
    public Func<double, string> LabelFormatter { get; set; } = LabelFormatters.Numeric;
    public IMinorTickGenerator MinorTickGenerator { get; set; } = new EvenlySpacedMinorTickGenerator(5);
    public float MinimumTickSpacing { get; set; }
    public double TickDensity { get; set; } = 1;

    public void Regenerate(CoordinateRange range, Edge edge, PixelLength size, Paint paint, LabelStyle labelStyle)
    {
        (double[] positions, string[] labels) = Majors(range, edge is Edge.Left or Edge.Right, size, paint, labelStyle);
        if (IntegerTicksOnly)
        {
            int[] keep = Enumerable.Range(0, positions.Length).Where(i => Math.Abs(positions[i] - (int)positions[i]) < .01).ToArray();
            (positions, labels) = (Array.ConvertAll(keep, i => positions[i]), Array.ConvertAll(keep, i => labels[i]));
        }
        IEnumerable<Tick> majors = positions.Zip(labels, Tick.Major);
        IEnumerable<Tick> minors = MinorTickGenerator.GetMinorTicks(positions, range).Select(Tick.Minor);
        Ticks = majors.Concat(minors).Where(t => range.Contains(t.Position)).ToArray();
    }

    // Which labels there are depends on their spacing, and the spacing on the largest label: start small, repeat while a label was larger.
    private (double[] Positions, string[] Labels) Majors(CoordinateRange range, bool vertical, PixelLength size, Paint paint, LabelStyle labelStyle)
    {
        float labelLength = 12;
        while (true)
        {
            double[] positions = TickSpacingCalculator.GenerateTickPositions(range, size, RoomForLabel(labelLength, size));
            string[] labels = Array.ConvertAll(positions, p => LabelFormatter(p));
            float largest = vertical
                ? labelStyle.MeasureHighestString(labels, paint).height
                : labelStyle.MeasureWidestString(labels, paint).width.Length;
            if (!(largest > labelLength))
                return (positions, labels);
            labelLength = largest;
        }
    }

    private float RoomForLabel(float labelLength, PixelLength size) => TargetTickCount is int target
        ? size.Length / (target + 1)
        : Math.Max(MinimumTickSpacing, labelLength * (1 / (float)TickDensity));
}
