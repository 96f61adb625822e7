namespace ScottPlot;

public enum AxisGradientDirection
{
    Horizontal,
    Vertical,
}
