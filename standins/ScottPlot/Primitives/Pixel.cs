namespace ScottPlot;

/// <summary>A place on the image; y grows downwards.</summary>
public struct Pixel : IEquatable<Pixel>
{
    public float X;
    public float Y;

    public Pixel(float x, float y) => (X, Y) = (x, y);
    public Pixel(double x, double y) => (X, Y) = ((float)x, (float)y);

    public static Pixel NaN => new(float.NaN, float.NaN);
    public static Pixel Zero => new(0f, 0f);

    public static Pixel operator +(Pixel a, Pixel b) => new(a.X + b.X, a.Y + b.Y);
    public static Pixel operator -(Pixel a, Pixel b) => new(a.X - b.X, a.Y - b.Y);
    public static Pixel operator *(Pixel a, float b) => a.Multiply(b);
    public static Pixel operator /(Pixel a, float b) => a.Divide(b);

    public readonly float DistanceFrom(Pixel px2) => MathF.Sqrt((px2.X - X) * (px2.X - X) + (px2.Y - Y) * (px2.Y - Y));
    public readonly Pixel WithOffset(float dX, float dY) => new(X + dX, Y + dY);
    public readonly Pixel WithOffset(PixelOffset offset) => new(X + offset.X, Y + offset.Y);
    public readonly Pixel MovedRight(float dX) => new(X + dX, Y);
    public readonly Pixel MovedLeft(float dX) => new(X - dX, Y);
    public readonly Pixel MovedUp(float dY) => new(X, Y - dY);
    public readonly Pixel MovedDown(float dY) => new(X, Y + dY);
    public readonly Pixel Divide(float v) => new(X / v, Y / v);
    public readonly Pixel Divide(float x, float y) => new(X / x, Y / y);
    public readonly Pixel Multiply(float v) => new(X * v, Y * v);
    public readonly Pixel Multiply(float x, float y) => new(X * x, Y * y);

    public readonly bool Equals(Pixel other) => (X, Y).Equals((other.X, other.Y));
    public override readonly bool Equals(object? obj) => obj is Pixel other && Equals(other);
    public override readonly int GetHashCode() => (X, Y).GetHashCode();
    public static bool operator ==(Pixel a, Pixel b) => a.Equals(b);
    public static bool operator !=(Pixel a, Pixel b) => !a.Equals(b);

    public override readonly string ToString() => $"Pixel {{ X = {X}, Y = {Y} }}";
}
