namespace ScottPlot;

public struct CoordinateSize : IEquatable<CoordinateSize>
{
    public double Width;
    public double Height;

    public CoordinateSize(double width, double height) => (Width, Height) = (width, height);

    public readonly double Area => Width * Height;

    public readonly bool Equals(CoordinateSize other) => (Width, Height).Equals((other.Width, other.Height));
    public override readonly bool Equals(object? obj) => obj is CoordinateSize other && Equals(other);
    public override readonly int GetHashCode() => (Width, Height).GetHashCode();
    public static bool operator ==(CoordinateSize a, CoordinateSize b) => a.Equals(b);
    public static bool operator !=(CoordinateSize a, CoordinateSize b) => !a.Equals(b);

    public override readonly string ToString() => typeof(CoordinateSize).FullName!;
}
