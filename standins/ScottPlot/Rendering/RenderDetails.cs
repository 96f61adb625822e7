namespace ScottPlot;

/// <summary>What a render found out and how long it took.</summary>
public readonly struct RenderDetails
{
    public readonly PixelRect FigureRect;
    public readonly PixelRect DataRect;
    public readonly PixelPadding Padding;
    public readonly TimeSpan Elapsed;
    public readonly DateTime Timestamp;
    public readonly (string, TimeSpan)[] TimedActions;
    public readonly AxisLimits AxisLimits;
    public readonly AxisLimits PreviousAxisLimits;
    public readonly Dictionary<IAxis, CoordinateRange> AxisLimitsByAxis;
    public readonly Dictionary<IAxis, CoordinateRange> PreviousAxisLimitsByAxis;
    public readonly Layout Layout;
    /// <summary>How many renders there were, this one included.</summary>
    public readonly int Count;

    public RenderDetails(RenderPack rp, (string, TimeSpan)[] actionTimes, RenderDetails lastRender)
    {
        FigureRect = rp.FigureRect;
        DataRect = rp.DataRect;
        Padding = new PixelPadding(rp.FigureRect.Size, rp.DataRect);
        Elapsed = rp.Elapsed;
        Timestamp = DateTime.Now;
        TimedActions = actionTimes;
        AxisLimits = rp.Plot.Axes.GetLimits();
        PreviousAxisLimits = lastRender.AxisLimits;
        AxisLimitsByAxis = rp.Plot.Axes.GetAxes().ToDictionary(a => a, a => a.Range.ToCoordinateRange);
        PreviousAxisLimitsByAxis = lastRender.AxisLimitsByAxis;
        Layout = rp.Layout;
        Count = lastRender.Count + 1;
        AxisLimitsChanged = Differ(AxisLimitsByAxis, PreviousAxisLimitsByAxis);
        SizeChanged = !DataRect.Equals(lastRender.DataRect);
    }

    public bool AxisLimitsChanged { get; }
    public bool SizeChanged { get; }

    public double PxPerUnitX => DataRect.Width / AxisLimits.HorizontalSpan;
    public double PxPerUnitY => DataRect.Height / AxisLimits.VerticalSpan;
    public double UnitsPerPxX => AxisLimits.HorizontalSpan / DataRect.Width;
    public double UnitsPerPxY => AxisLimits.VerticalSpan / DataRect.Height;

    // Where the axis is not known the value is that of the primary axis in pixels per unit, in all four.

    public bool TryGetPixelPerUnitX(IXAxis? axis, out double value)
    {
        bool known = TryGetSpan(axis, out double span) && span != 0;
        value = known ? DataRect.Width / span : PxPerUnitX;
        return known;
    }

    public bool TryGetPixelPerUnitY(IYAxis? axis, out double value)
    {
        bool known = TryGetSpan(axis, out double span) && span != 0;
        value = known ? DataRect.Height / span : PxPerUnitY;
        return known;
    }

    public bool TryGetUnitPerPixelX(IXAxis? axis, out double value)
    {
        bool known = TryGetSpan(axis, out double span);
        value = known ? span / DataRect.Width : PxPerUnitX;
        return known;
    }

    public bool TryGetUnitPerPixelY(IYAxis? axis, out double value)
    {
        bool known = TryGetSpan(axis, out double span);
        value = known ? span / DataRect.Height : PxPerUnitY;
        return known;
    }

    private bool TryGetSpan(IAxis? axis, out double span)
    {
        span = 0;
        if (axis is null || !AxisLimitsByAxis.TryGetValue(axis, out CoordinateRange range))
            return false;
        span = range.Span;
        return true;
    }

    // by the two ends, so that an unset range (infinite both ways) equals itself
    private static bool Differ(Dictionary<IAxis, CoordinateRange> now, Dictionary<IAxis, CoordinateRange>? before) => before is null
        || now.Any(n => !before.TryGetValue(n.Key, out CoordinateRange old) || !old.Value1.Equals(n.Value.Value1) || !old.Value2.Equals(n.Value.Value2));
}
