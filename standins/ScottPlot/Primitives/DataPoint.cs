namespace ScottPlot;

/// <summary>A point of a data set and its place in it; <see cref="None"/> if there is none.</summary>
public readonly struct DataPoint
{
    public readonly double X;
    public readonly double Y;
    public readonly int Index;

    public DataPoint(double x, double y, int index) => (X, Y, Index) = (x, y, index);
    public DataPoint(Coordinates coordinates, int index) : this(coordinates.X, coordinates.Y, index) { }

    public static DataPoint None => new(double.NaN, double.NaN, -1);

    public Coordinates Coordinates => new(X, Y);
    public bool IsReal => double.IsFinite(X) && double.IsFinite(Y);
}
