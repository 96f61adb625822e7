namespace ScottPlot;

public struct Coordinates3d : IEquatable<Coordinates3d>
{
    public Coordinates3d(double x, double y, double z) => (X, Y, Z) = (x, y, z);

    public double X { get; set; }
    public double Y { get; set; }
    public double Z { get; set; }

    public static Coordinates3d NaN => new(double.NaN, double.NaN, double.NaN);
    public static Coordinates3d Origin => new(0, 0, 0);
    public static Coordinates3d Infinity => new(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);

    public readonly bool AreReal => double.IsFinite(X) && double.IsFinite(Y) && double.IsFinite(Z);

    public readonly double DistanceSquared(Coordinates3d pt)
    {
        double dX = X - pt.X, dY = Y - pt.Y, dZ = Z - pt.Z;
        return dX * dX + dY * dY + dZ * dZ;
    }

    public readonly double Distance(Coordinates3d pt) => Math.Sqrt(DistanceSquared(pt));
    public readonly Coordinates3d WithDelta(double dX, double dY, double dZ) => new(X + dX, Y + dY, Z + dZ);
    public readonly Coordinates Coordinates2d() => new(X, Y);

    public readonly bool Equals(Coordinates3d other) => (X, Y, Z).Equals((other.X, other.Y, other.Z));
    public override readonly bool Equals(object? obj) => obj is Coordinates3d other && Equals(other);
    public override readonly int GetHashCode() => (X, Y, Z).GetHashCode();
    public static bool operator ==(Coordinates3d a, Coordinates3d b) => a.Equals(b);
    public static bool operator !=(Coordinates3d a, Coordinates3d b) => !a.Equals(b);

    public override readonly string ToString() => $"Coordinates {{ X = {X}, Y = {Y}, Z = {Z} }}";
}
