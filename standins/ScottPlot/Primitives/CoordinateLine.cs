namespace ScottPlot;

public readonly struct CoordinateLine
{
    public readonly double X1;
    public readonly double X2;
    public readonly double Y1;
    public readonly double Y2;

    public CoordinateLine(double x1, double y1, double x2, double y2) => (X1, Y1, X2, Y2) = (x1, y1, x2, y2);
    public CoordinateLine(Coordinates pt1, Coordinates pt2) : this(pt1.X, pt1.Y, pt2.X, pt2.Y) { }
    public CoordinateLine(double x, double y, double slope) : this(x, y, x + 1, y + slope) { }
    public CoordinateLine(Coordinates point, double slope) : this(point.X, point.Y, slope) { }

    public double XMin => Math.Min(X1, X2);
    public double XMax => Math.Max(X1, X2);
    public double YMin => Math.Min(Y1, Y2);
    public double YMax => Math.Max(Y1, Y2);
    public double XSpan => X2 - X1;
    public double YSpan => Y2 - Y1;
    public double Slope => X1 == X2 ? double.NaN : YSpan / XSpan;
    public double SlopeRadians => Math.Atan(Slope);
    public double SlopeDegrees => SlopeRadians * 180 / Math.PI;
    public double YIntercept => Y1 - Slope * X1;
    public float Length => (float)Math.Sqrt(XSpan * XSpan + YSpan * YSpan);
    public Coordinates Start => new(X1, Y1);
    public Coordinates End => new(X2, Y2);
    public Coordinates Center => new((X1 + X2) / 2, (Y1 + Y2) / 2);

    // X and with it ExtendTo multiply by the slope where geometry divides by it: that is what the package answers.
    public double X(double y = 0) => X1 - (Y1 - y) * Slope;
    public double Y(double x = 0) => Slope * x + YIntercept;
    public CoordinateLine ExtendTo(CoordinateRect rect) => new(X(rect.Bottom), rect.Bottom, X(rect.Top), rect.Top);

    public CoordinateLine WithDelta(double dX, double dY) => new(X1 + dX, Y1 + dY, X2 + dX, Y2 + dY);
    public CoordinateLine Reversed() => new(X2, Y2, X1, Y1);
    public CoordinateRect BoundingBox() => new(XMin, XMax, YMin, YMax);

    public override string ToString() => $"CoordinateLine from ({X1}, {Y1}) to ({X2}, {Y2})";
}
