namespace ScottPlot.TickGenerators;

public class NumericFixedInterval(double interval = 1) : ITickGenerator
{
    public double Interval { get; set; } = interval;
    public Func<double, string> LabelFormatter { get; set; } = LabelFormatters.Numeric;
    public Tick[] Ticks { get; set; } = [];
    public int MaxTickCount { get; set; } = 10_000;

    public void Regenerate(CoordinateRange range, Edge edge, PixelLength size, Paint paint, LabelStyle labelStyle)
    {
        double lowest = range.Min - range.Min % Interval - Interval, highest = range.Max - range.Max % Interval + Interval;
        int count = Math.Min((int)((highest - lowest) / Interval), MaxTickCount);
        Ticks = Enumerable.Range(0, Math.Max(0, count))
            .Select(i => range.IsInverted ? lowest + i * Interval : highest - i * Interval)
            .Where(range.Contains)
            .Select(p => Tick.Major(p, LabelFormatter(p)))
            .ToArray();
    }
}
