namespace ScottPlot.TickGenerators;

/// <summary>Chooses distances of 1, 2.5 and 5 times a power of ten.</summary>
public class DecimalTickSpacingCalculator
{
    private const int MostTicks = 1000;

    // a power of ten divided by these in turn: 10, 5, 2.5, 1, .5, ... (the first divisor used is the second one)
    private static readonly double[] Divisors = [2, 2, 2.5];

    public int MaximumTickCount { get; set; } = MostTicks;

    public double[] GenerateTickPositions(CoordinateRange range, PixelLength axisLength, PixelLength maxLabelLength)
    {
        double spacing = IdealSpacing(range, axisLength.Length, maxLabelLength.Length);
        double first = range.Min - range.Min % spacing;
        int count = Math.Clamp((int)(range.Length / spacing) + 2, 1, MostTicks);
        double[] positions = Enumerable.Range(0, count).Select(i => first + spacing * i).Where(range.Contains).ToArray();
        if (positions.Length >= 2)
            return positions;

        // minor ticks need the distance of two majors, also where only one or none is visible
        double start = positions.Length > 0 ? positions[0] : first;
        return [start, start + spacing];
    }

    private double IdealSpacing(CoordinateRange range, float axisLength, float labelLength)
    {
        int target = (int)(axisLength / labelLength) + 1;
        List<double> spacings = [Math.Pow(10, (int)Math.Log(range.Length, 10) + 1)];
        while (spacings.Count < MaximumTickCount)
        {
            spacings.Add(spacings[^1] / Divisors[spacings.Count % Divisors.Length]);
            if ((int)(range.Length / spacings[^1]) > target)
                break;
        }

        float needed = WithGap(labelLength);
        for (int i = spacings.Count - 1; i >= 0; i--)
        {
            double perTick = axisLength / (range.Length / spacings[i]);
            if (perTick > needed)
                return spacings[i];
        }
        return spacings[0];
    }

    // small labels stand further apart in proportion
    private static float WithGap(float labelLength) => labelLength switch
    {
        < 10 => labelLength * 2f,
        < 25 => labelLength * 1.5f,
        _ => labelLength * 1.2f,
    };
}
