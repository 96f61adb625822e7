namespace ScottPlot;

// What primitives know of axes and plottables.

public readonly partial record struct AxisLimits
{
    public AxisLimits(IEnumerable<IPlottable> plottables) =>
        this = plottables.Aggregate(NoLimits, (limits, plottable) => limits.ExpandedToInclude(plottable.GetAxisLimits()));
}

public partial record struct CoordinateRect
{
    public CoordinateRect(IAxes axes) : this(axes.XAxis.Range, axes.YAxis.Range) { }
}

public partial class CoordinateRangeMutable
{
    public void Set(IAxis otherAxis) => Set(otherAxis.Min, otherAxis.Max);
}
