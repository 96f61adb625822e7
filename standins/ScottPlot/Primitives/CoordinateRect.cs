namespace ScottPlot;

/// <summary>A rectangle in the units of the axes; its sides keep the order given, so it can be inverted.</summary>
public struct CoordinateRect : IEquatable<CoordinateRect>
{
    public CoordinateRect(double left, double right, double bottom, double top) =>
        (Left, Right, Bottom, Top) = (left, right, bottom, top);

    public CoordinateRect(CoordinateRange xRange, CoordinateRange yRange) : this(xRange.Min, xRange.Max, yRange.Min, yRange.Max) { }

    public CoordinateRect(CoordinateRangeMutable xRange, CoordinateRangeMutable yRange)
        : this(xRange.Min, xRange.Max, yRange.Min, yRange.Max) { }

    public CoordinateRect(IAxes axes) : this(axes.XAxis.Range, axes.YAxis.Range) { }

    public CoordinateRect(Coordinates pt1, Coordinates pt2)
        : this(Math.Min(pt1.X, pt2.X), Math.Max(pt1.X, pt2.X), Math.Min(pt1.Y, pt2.Y), Math.Max(pt1.Y, pt2.Y)) { }

    public CoordinateRect(Coordinates point, CoordinateSize size) : this(point, point.WithDelta(size.Width, size.Height)) { }

    public static CoordinateRect UnitSquare => new(0, 1, 0, 1);
    public static CoordinateRect Empty => new(double.NaN, double.NaN, double.NaN, double.NaN);

    public double Left { get; set; }
    public double Right { get; set; }
    public double Bottom { get; set; }
    public double Top { get; set; }

    public readonly double HorizontalCenter => (Right + Left) / 2;
    public readonly double VerticalCenter => (Top + Bottom) / 2;
    public readonly Coordinates Center => new(HorizontalCenter, VerticalCenter);
    public readonly Coordinates TopLeft => new(Left, Top);
    public readonly Coordinates TopRight => new(Right, Top);
    public readonly Coordinates BottomLeft => new(Left, Bottom);
    public readonly Coordinates BottomRight => new(Right, Bottom);
    public readonly CoordinateRange XRange => new(Left, Right);
    public readonly CoordinateRange YRange => new(Bottom, Top);
    public readonly CoordinateSize Size => new(Width, Height);
    public readonly double Width => Right - Left;
    public readonly double Height => Top - Bottom;
    public readonly double Area => Width * Height;
    public readonly bool HasArea => Area != 0 && double.IsFinite(Area);
    public readonly bool IsInvertedX => Left > Right;
    public readonly bool IsInvertedY => Top < Bottom;

    public readonly bool Contains(Coordinates point) => Contains(point.X, point.Y);
    public readonly bool Contains(double x, double y) => ContainsX(x) && ContainsY(y);
    public readonly bool ContainsX(double x) => XRange.Contains(x);
    public readonly bool ContainsY(double y) => YRange.Contains(y);

    public readonly CoordinateRect Expanded(Coordinates point) => Contains(point)
        ? this
        : new(Math.Min(Left, point.X), Math.Max(Right, point.X), Math.Min(Bottom, point.Y), Math.Max(Top, point.Y));

    public readonly CoordinateRect WithTranslation(Coordinates p) => WithTranslation(p.X, p.Y);
    public readonly CoordinateRect WithTranslation(double x, double y) => new(Left + x, Right + x, Bottom + y, Top + y);

    public readonly bool Equals(CoordinateRect other) => (Left, Right, Bottom, Top).Equals((other.Left, other.Right, other.Bottom, other.Top));
    public override readonly bool Equals(object? obj) => obj is CoordinateRect other && Equals(other);
    public override readonly int GetHashCode() => (Left, Right, Bottom, Top).GetHashCode();
    public static bool operator ==(CoordinateRect a, CoordinateRect b) => a.Equals(b);
    public static bool operator !=(CoordinateRect a, CoordinateRect b) => !a.Equals(b);

    // The package prints the name of another type here.
    public override readonly string ToString() => $"PixelRect: Left={Left} Right={Right} Bottom={Bottom} Top={Top}";
}
