namespace ScottPlot;

/// <summary>A place in the units of the axes.</summary>
public struct Coordinates : IEquatable<Coordinates>
{
    public Coordinates(double x, double y) => (X, Y) = (x, y);

    public double X { get; set; }
    public double Y { get; set; }

    public static Coordinates NaN => new(double.NaN, double.NaN);
    public static Coordinates Zero => new(0, 0);
    public static Coordinates Origin => new(0, 0);
    public static Coordinates Infinity => new(double.PositiveInfinity, double.PositiveInfinity);

    public readonly bool AreReal => double.IsFinite(X) && double.IsFinite(Y);
    public readonly Coordinates Rotated => new(Y, X);

    public static Coordinates[] Zip(double[] xs, double[] ys) => xs.Length == ys.Length
        ? xs.Zip(ys, (x, y) => new Coordinates(x, y)).ToArray()
        : throw new ArgumentException($"{nameof(xs)} and {nameof(ys)} must have equal length");

    public readonly double DistanceSquared(Coordinates pt) => (X - pt.X) * (X - pt.X) + (Y - pt.Y) * (Y - pt.Y);
    public readonly double Distance(Coordinates pt) => Math.Sqrt(DistanceSquared(pt));

    public readonly CoordinateRect ToRect(double radiusX, double radiusY) => new(X - radiusX, X + radiusX, Y - radiusY, Y + radiusY);
    public readonly CoordinateRect ToRect(double radius) => ToRect(radius, radius);
    public readonly Coordinates WithDelta(double dX, double dY) => new(X + dX, Y + dY);
    public readonly (double X, double Y) Deconstruct() => (X, Y);

    public static Coordinates operator +(Coordinates a, Coordinates b) => new(a.X + b.X, a.Y + b.Y);

    public readonly bool Equals(Coordinates other) => (X, Y).Equals((other.X, other.Y));
    public override readonly bool Equals(object? obj) => obj is Coordinates other && Equals(other);
    public override readonly int GetHashCode() => (X, Y).GetHashCode();
    public static bool operator ==(Coordinates a, Coordinates b) => a.Equals(b);
    public static bool operator !=(Coordinates a, Coordinates b) => !a.Equals(b);

    public override readonly string ToString() => $"Coordinates {{ X = {X}, Y = {Y} }}";
}
