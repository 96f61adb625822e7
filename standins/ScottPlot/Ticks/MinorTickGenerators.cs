namespace ScottPlot.TickGenerators;

public class EvenlySpacedMinorTickGenerator(double minorTickPerMajorTick) : IMinorTickGenerator
{
    public double MinorTicksPerMajorTick { get; set; } = minorTickPerMajorTick;

    public IEnumerable<double> GetMinorTicks(double[] majorTicks, CoordinateRange visibleRange)
    {
        if (majorTicks is null || majorTicks.Length < 2)
            return [];
        double spacing = majorTicks[1] - majorTicks[0], step = spacing / MinorTicksPerMajorTick;
        // one stretch before the first major tick belongs to the axis too
        double[] starts = [majorTicks[0] - spacing, .. majorTicks];
        return starts
            .SelectMany(start => Enumerable.Range(1, Math.Max(0, (int)Math.Ceiling(MinorTicksPerMajorTick) - 1)).Select(i => start + step * i))
            .Where(visibleRange.Contains)
            .ToArray();
    }
}

/// <summary>Ticks at 2, 3, ... times each power of ten, for an axis of exponents; independent of the major ticks.</summary>
public class LogDecadeMinorTickGenerator : IMinorTickGenerator
{
    public int TicksPerDecade { get; set; } = 10;

    public IEnumerable<double> GetMinorTicks(double[] majorPositions, CoordinateRange visibleRange)
    {
        double first = Math.Floor(visibleRange.Min), last = Math.Ceiling(visibleRange.Max);
        if (first == last)
            return [];
        List<double> ticks = [];
        for (double decade = first; decade <= last; decade++)
        {
            // whole multiples only: the division drops the fraction
            for (int i = 1; i < TicksPerDecade; i++)
                ticks.Add(decade + Math.Log10(i * 10 / TicksPerDecade));
        }
        return ticks;
    }
}

/// <summary>Like <see cref="LogDecadeMinorTickGenerator"/>, but between the major ticks, whatever their distance.</summary>
public class LogMinorTickGenerator : IMinorTickGenerator
{
    public int Divisions { get; set; } = 5;

    public IEnumerable<double> GetMinorTicks(double[] majorPositions, CoordinateRange visibleRange)
    {
        if (majorPositions is null || majorPositions.Length < 2)
            return [];
        double spacing = majorPositions[1] - majorPositions[0];
        List<double> ticks = [];
        for (double major = majorPositions[0] - spacing; major <= majorPositions[^1] + spacing; major += spacing)
        {
            for (int i = 1; i < Divisions; i++)
                ticks.Add(major + spacing * Math.Log10(i * 10 / Divisions));
        }
        return ticks;
    }
}
