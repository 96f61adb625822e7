using ScottPlot.AutoScalers;
using ScottPlot.AxisRules;

namespace ScottPlot;

public partial class AxisManager
{
    // ---- setting ----

    public void SetLimitsX(double left, double right, IXAxis xAxis)
    {
        (xAxis.Min, xAxis.Max) = (left, right);
        if (xAxis.Range.HasBeenSet)
            AutoScaler.InvertedX = left > right;
    }

    public void SetLimitsY(double bottom, double top, IYAxis yAxis)
    {
        (yAxis.Min, yAxis.Max) = (bottom, top);
        if (yAxis.Range.HasBeenSet)
            AutoScaler.InvertedY = bottom > top;
    }

    public void SetLimitsX(double left, double right) => SetLimitsX(left, right, Bottom);
    public void SetLimitsY(double bottom, double top) => SetLimitsY(bottom, top, Left);
    public void SetLimits(double left, double right, double bottom, double top) => SetLimits(left, right, bottom, top, Bottom, Left);

    public void SetLimits(double left, double right, double bottom, double top, IXAxis xAxis, IYAxis yAxis)
    {
        SetLimitsX(left, right, xAxis);
        SetLimitsY(bottom, top, yAxis);
    }

    public void SetLimits(double? left = null, double? right = null, double? bottom = null, double? top = null) =>
        SetLimits(left ?? Bottom.Min, right ?? Bottom.Max, bottom ?? Left.Min, top ?? Left.Max, Bottom, Left);

    public void SetLimits(CoordinateRect rect) => SetLimits(rect.Left, rect.Right, rect.Bottom, rect.Top, Bottom, Left);
    public void SetLimitsX(CoordinateRect limits) => SetLimitsX(limits.Left, limits.Right);
    public void SetLimitsY(CoordinateRect limits) => SetLimitsY(limits.Bottom, limits.Top);
    public void SetLimitsX(AxisLimits limits) => SetLimitsX(limits.Left, limits.Right);
    public void SetLimitsX(AxisLimits limits, IXAxis xAxis) => SetLimitsX(limits.Left, limits.Right, xAxis);
    public void SetLimitsY(AxisLimits limits) => SetLimitsY(limits.Bottom, limits.Top);
    public void SetLimitsY(AxisLimits limits, IYAxis yAxis) => SetLimitsY(limits.Bottom, limits.Top, yAxis);
    public void SetLimits(AxisLimits limits) => SetLimits(limits, Bottom, Left);

    public void SetLimits(AxisLimits limits, IXAxis xAxis, IYAxis yAxis) =>
        SetLimits(limits.Left, limits.Right, limits.Bottom, limits.Top, xAxis, yAxis);

    public void SetLimits(CoordinateRange xRange, CoordinateRange yRange) =>
        SetLimits(xRange.Min, xRange.Max, yRange.Min, yRange.Max, Bottom, Left);

    public void InvertX() => DirectX(inverted: true);
    public void RectifyX() => DirectX(inverted: false);
    public void InvertY() => DirectY(inverted: true);
    public void RectifyY() => DirectY(inverted: false);

    private void DirectX(bool inverted)
    {
        (double low, double high) = Sorted(Bottom);
        SetLimitsX(inverted ? high : low, inverted ? low : high);
    }

    private void DirectY(bool inverted)
    {
        (double low, double high) = Sorted(Left);
        SetLimitsY(inverted ? high : low, inverted ? low : high);
    }

    private (double Low, double High) Sorted(IAxis axis)
    {
        if (!LimitsHaveBeenSet)
            AutoScale();
        return (Math.Min(axis.Min, axis.Max), Math.Max(axis.Min, axis.Max));
    }

    // ---- asking ----

    public AxisLimits GetLimits() => GetLimits(Bottom, Left);
    public AxisLimits GetLimits(IXAxis xAxis, IYAxis yAxis) => new(xAxis.Min, xAxis.Max, yAxis.Min, yAxis.Max);
    public AxisLimits GetLimits(IAxes axes) => GetLimits(axes.XAxis, axes.YAxis);
    public AxisLimits GetDataLimits() => GetDataLimits(Bottom, Left);

    /// <summary>The extent of everything on these axes, hidden plottables included; NaN where there is nothing.</summary>
    public AxisLimits GetDataLimits(IXAxis xAxis, IYAxis yAxis)
    {
        return Extent(plot.PlottableList.Where(p => p.Axes.XAxis == xAxis && p.Axes.YAxis == yAxis));
    }

    private static AxisLimits Extent(IEnumerable<IPlottable> plottables) =>
        plottables.Aggregate(AxisLimits.NoLimits, (limits, p) => limits.ExpandedToInclude(p.GetAxisLimits()));

    public void ReplaceNullAxesWithDefaults()
    {
        foreach (IPlottable plottable in plot.PlottableList)
        {
            plottable.Axes.XAxis ??= Bottom;
            plottable.Axes.YAxis ??= Left;
        }
    }

    // ---- fitting to the data ----

    public void AutoScale(bool? invertX = null, bool? invertY = null)
    {
        ReplaceNullAxesWithDefaults();
        AutoScaler.InvertedX = invertX ?? AutoScaler.InvertedX;
        AutoScaler.InvertedY = invertY ?? AutoScaler.InvertedY;
        AutoScaler.AutoScaleAll(plot.PlottableList);
    }

    private AxisLimits Suggested(IXAxis xAxis, IYAxis yAxis)
    {
        ReplaceNullAxesWithDefaults();
        return AutoScaler.GetAxisLimits(plot, xAxis, yAxis);
    }

    public void AutoScale(IXAxis xAxis, IYAxis yAxis, bool horizontal = true, bool vertical = true)
    {
        AxisLimits limits = Suggested(xAxis, yAxis);
        if (horizontal)
            SetLimitsX(limits, xAxis);
        if (vertical)
            SetLimitsY(limits, yAxis);
    }

    public void AutoScaleX() => AutoScaleX(Bottom);
    public void AutoScaleY() => AutoScaleY(Left);
    public void AutoScaleX(IXAxis xAxis) => AutoScale(xAxis, Left, vertical: false);
    public void AutoScaleY(IYAxis yAxis) => AutoScale(Bottom, yAxis, horizontal: false);

    private AxisLimits Expanded(IXAxis xAxis, IYAxis yAxis)
    {
        AxisLimits suggested = Suggested(xAxis, yAxis);
        return GetLimits().ExpandedToInclude(suggested);
    }

    public void AutoScaleExpand() => AutoScaleExpand(Bottom, Left);
    public void AutoScaleExpand(IXAxis xAxis, IYAxis yAxis) => SetLimits(Expanded(xAxis, yAxis));
    public void AutoScaleExpandX() => AutoScaleExpandX(Bottom);
    public void AutoScaleExpandX(IXAxis xAxis) => SetLimitsX(Expanded(xAxis, Left));
    public void AutoScaleExpandY() => AutoScaleExpandY(Left);
    public void AutoScaleExpandY(IYAxis yAxis) => SetLimitsY(Expanded(Bottom, yAxis));

    private AxisLimits? LimitsOf(IEnumerable<IPlottable> plottables)
    {
        if (!plottables.Any())
            return null;
        ReplaceNullAxesWithDefaults();
        return Extent(plottables.Where(plot.PlottableList.Contains));
    }

    /// <summary>Fits the axes to some of the plottables, without margins.</summary>
    public void AutoScale(IEnumerable<IPlottable> plottables)
    {
        if (LimitsOf(plottables) is AxisLimits limits)
            SetLimits(limits);
    }

    public void AutoScaleX(IEnumerable<IPlottable> plottables)
    {
        if (LimitsOf(plottables) is AxisLimits limits)
            SetLimitsX(limits);
    }

    public void AutoScaleY(IEnumerable<IPlottable> plottables)
    {
        if (LimitsOf(plottables) is AxisLimits limits)
            SetLimitsY(limits);
    }

    // ---- margins ----

    public void Margins() => Margins(new FractionalAutoScaler());
    public void Margins(double horizontal = .1, double vertical = .15) => Margins(new FractionalAutoScaler(horizontal, vertical));

    public void Margins(double left = .05, double right = .05, double bottom = .07, double top = .07) =>
        Margins(new FractionalAutoScaler(left, right, bottom, top));

    public void TightMargins() => Margins(0, 0);

    private void Margins(IAutoScaler scaler)
    {
        AutoScaler = scaler;
        AutoScale();
    }

    public void MarginsX(double horizontal = .1)
    {
        if (AutoScaler is FractionalAutoScaler scaler)
            scaler.SetMarginsX(horizontal);
        else
            AutoScaler = new FractionalAutoScaler(horizontal);
        AutoScale();
    }

    public void MarginsY(double vertical = .15)
    {
        if (AutoScaler is FractionalAutoScaler scaler)
            scaler.SetMarginsY(vertical);
        else
            AutoScaler = new FractionalAutoScaler(vertical: vertical);
        AutoScale();
    }

    public void SquareUnits() => Rules.Add(new SquareZoomOut(Bottom, Left));

    public void SquareUnits(bool enable)
    {
        if (enable)
        {
            SquareUnits();
            return;
        }
        Rules.RemoveAll(r => r is SquareZoomOut or SquarePreserveX or SquarePreserveY);
        AutoScale();
    }
}
