namespace ScottPlot;

public readonly struct CoordinateOffset
{
    public CoordinateOffset(double x, double y) => (X, Y) = (x, y);

    public double X { get; }
    public double Y { get; }
}
