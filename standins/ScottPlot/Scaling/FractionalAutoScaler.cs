namespace ScottPlot.AutoScalers;

/// <summary>Leaves a fraction of the data's extent free on each side.</summary>
public class FractionalAutoScaler : IAutoScaler
{
    /// <param name="horizontal">both sides together</param>
    /// <param name="vertical">both sides together</param>
    public FractionalAutoScaler(double horizontal = .1, double vertical = .15)
    {
        SetMarginsX(horizontal);
        SetMarginsY(vertical);
    }

    public FractionalAutoScaler(double left, double right, double bottom, double top) =>
        (LeftFraction, RightFraction, BottomFraction, TopFraction) = (left, right, bottom, top);

    public double LeftFraction { get; private set; }
    public double RightFraction { get; private set; }
    public double BottomFraction { get; private set; }
    public double TopFraction { get; private set; }
    public bool InvertedX { get; set; }
    public bool InvertedY { get; set; }

    public void SetMarginsX(double horizontal = .1) => LeftFraction = RightFraction = horizontal / 2;
    public void SetMarginsY(double vertical = .15) => BottomFraction = TopFraction = vertical / 2;

    public void AutoScaleAll(IEnumerable<IPlottable> plottables)
    {
        IXAxis[] xAxes = plottables.Select(p => p.Axes.XAxis).Distinct().ToArray();
        IYAxis[] yAxes = plottables.Select(p => p.Axes.YAxis).Distinct().ToArray();
        foreach (IAxis axis in xAxes.Concat<IAxis>(yAxes))
            axis.Range.Reset();

        foreach (IPlottable plottable in plottables.Where(p => p.IsVisible))
        {
            AxisLimits limits = plottable.GetAxisLimits();
            plottable.Axes.XAxis.Range.Expand(limits.XRange);
            plottable.Axes.YAxis.Range.Expand(limits.YRange);
        }

        foreach (IAxis axis in xAxes)
            AddMargins(axis.Range, LeftFraction, RightFraction, InvertedX);
        foreach (IAxis axis in yAxes)
            AddMargins(axis.Range, BottomFraction, TopFraction, InvertedY);
    }

    // An axis without data keeps its unset range; one whose data are all equal gets a range of 2.
    private static void AddMargins(CoordinateRangeMutable range, double low, double high, bool inverted)
    {
        double min = range.Min - range.Span * low, max = range.Max + range.Span * high;
        if (!double.IsFinite(min) || !double.IsFinite(max))
            return;
        if (min == max)
            (min, max) = (min - 1, max + 1);
        range.Set(inverted ? max : min, inverted ? min : max);
    }

    public AxisLimits GetAxisLimits(Plot plot, IXAxis xAxis, IYAxis yAxis)
    {
        AxisLimits data = plot.Axes.GetDataLimits(xAxis, yAxis);
        (double left, double right) = Usable(data.Left, data.Right);
        (double bottom, double top) = Usable(data.Bottom, data.Top);
        AxisLimits limits = new(
            left - (right - left) * LeftFraction, right + (right - left) * RightFraction,
            bottom - (top - bottom) * BottomFraction, top + (top - bottom) * TopFraction);
        if (!limits.IsReal || !limits.HasArea)
            throw new InvalidOperationException("limits returned by the autoscaler must always be in a good state");
        if (InvertedX)
            limits = limits.InvertedHorizontally();
        return InvertedY ? limits.InvertedVertically() : limits;
    }

    private static (double Min, double Max) Usable(double min, double max)
    {
        if (!double.IsFinite(min) || !double.IsFinite(max))
            return (-10, 10);
        if (min != max)
            return (min, max);
        // beyond 2^53 adding 1 changes nothing: take the neighbouring numbers
        return min - 1 == max + 1 ? (Math.BitDecrement(min), Math.BitIncrement(max)) : (min - 1, max + 1);
    }
}
