namespace ScottPlot;

/// <summary>Decides the limits that show all data.</summary>
public interface IAutoScaler
{
    bool InvertedX { get; set; }
    bool InvertedY { get; set; }

    AxisLimits GetAxisLimits(Plot plot, IXAxis xAxis, IYAxis yAxis);

    /// <summary>Sets every axis that the plottables use.</summary>
    void AutoScaleAll(IEnumerable<IPlottable> plottables);
}
