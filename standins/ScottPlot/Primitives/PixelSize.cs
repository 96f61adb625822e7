namespace ScottPlot;

public struct PixelSize : IEquatable<PixelSize>
{
    public readonly float Width;
    public readonly float Height;

    public PixelSize(float width, float height) => (Width, Height) = (width, height);
    public PixelSize(double width, double height) : this((float)width, (float)height) { }

    public static PixelSize Zero => new(0f, 0f);
    public static PixelSize NaN => new(float.NaN, float.NaN);
    public static PixelSize Infinity => new(float.PositiveInfinity, float.PositiveInfinity);

    public readonly float Area => Width * Height;
    public readonly float Diagonal => MathF.Sqrt(Width * Width + Height * Height);

    public readonly PixelRect ToPixelRect() => new(0, Width, Height, 0);

    /// <summary>A rectangle of this size whose corner, edge or centre (as the alignment says) lies on the pixel.</summary>
    public readonly PixelRect ToPixelRect(Pixel pixel, Alignment alignment)
    {
        float left = pixel.X - Width * alignment.HorizontalFraction();
        float top = pixel.Y - Height * (1 - alignment.VerticalFraction());
        return new(left, left + Width, top + Height, top);
    }

    public readonly bool Contains(PixelSize size) => Width >= size.Width && Height >= size.Height;
    public readonly PixelSize Max(PixelSize rect2) => new(Math.Max(Width, rect2.Width), Math.Max(Height, rect2.Height));
    public readonly PixelSize Expanded(PixelPadding pad) => new(Width + pad.Left + pad.Right, Height + pad.Top + pad.Bottom);
    public readonly PixelSize Contracted(PixelPadding pad) => new(Width - pad.Left - pad.Right, Height - pad.Top - pad.Bottom);

    public readonly bool Equals(PixelSize other) => (Width, Height).Equals((other.Width, other.Height));
    public override readonly bool Equals(object? obj) => obj is PixelSize other && Equals(other);
    public override readonly int GetHashCode() => (Width, Height).GetHashCode();
    public static bool operator ==(PixelSize a, PixelSize b) => a.Equals(b);
    public static bool operator !=(PixelSize a, PixelSize b) => !a.Equals(b);

    public override readonly string ToString() => $"PixelSize: Width={Width}, Height={Height}";
}
