namespace ScottPlot;

/// <summary>A rectangle on the image. The corners may be given in any order; bottom is the larger pixel number.</summary>
public readonly struct PixelRect : IEquatable<PixelRect>
{
    public readonly float Left;
    public readonly float Right;
    public readonly float Bottom;
    public readonly float Top;

    public PixelRect(float left, float right, float bottom, float top)
    {
        Left = Math.Min(left, right);
        Right = Math.Max(left, right);
        Bottom = Math.Max(top, bottom);
        Top = Math.Min(top, bottom);
    }

    public PixelRect(Pixel center, float radius)
        : this(center.X - radius, center.X + radius, center.Y + radius, center.Y - radius) { }

    public PixelRect(Pixel corner1, Pixel corner2) : this(corner1.X, corner2.X, corner1.Y, corner2.Y) { }
    public PixelRect(Pixel topLeftCorner, PixelSize size) : this(topLeftCorner, size.Width, size.Height) { }
    public PixelRect(PixelOffset offset, PixelSize size) : this(new Pixel(offset.X, offset.Y), size) { }

    public PixelRect(Pixel topLeftCorner, float width, float height)
        : this(topLeftCorner.X, topLeftCorner.X + width, topLeftCorner.Y + height, topLeftCorner.Y) { }

    public PixelRect(PixelSize size) : this(size.Width, size.Height) { }
    public PixelRect(float width, float height) : this(0, width, height, 0) { }

    // These two take the size for the right and bottom edge instead of adding it to the offset: so does the package.
    public PixelRect(PixelSize size, Pixel offset) : this(offset.X, size.Width, size.Height, offset.Y) { }
    public PixelRect(PixelSize size, PixelOffset offset) : this(offset.X, size.Width, size.Height, offset.Y) { }

    public PixelRect(PixelRangeX xRange, PixelRangeY yRange) : this(xRange.Left, xRange.Right, yRange.Bottom, yRange.Top) { }

    public PixelRect(IEnumerable<Pixel> pixels)
    {
        Pixel[] all = pixels.ToArray();
        if (all.Length > 0)
            this = new(all.Min(p => p.X), all.Max(p => p.X), all.Max(p => p.Y), all.Min(p => p.Y));
    }

    public static PixelRect Zero => default;
    public static PixelRect NaN => new(float.NaN, float.NaN, float.NaN, float.NaN);

    public float HorizontalCenter => (Left + Right) / 2;
    public float VerticalCenter => (Top + Bottom) / 2;
    public float Width => Right - Left;
    public float Height => Bottom - Top;
    public bool HasArea => Width * Height != 0;
    public Pixel TopLeft => new(Left, Top);
    public Pixel TopRight => new(Right, Top);
    public Pixel BottomLeft => new(Left, Bottom);
    public Pixel BottomRight => new(Right, Bottom);
    public Pixel LeftCenter => new(Left, VerticalCenter);
    public Pixel RightCenter => new(Right, VerticalCenter);
    public Pixel BottomCenter => new(HorizontalCenter, Bottom);
    public Pixel TopCenter => new(HorizontalCenter, Top);
    public Pixel Center => new(HorizontalCenter, VerticalCenter);
    public PixelSize Size => new(Width, Height);
    public PixelLine BottomLine => new(BottomLeft, BottomRight);
    public PixelLine TopLine => new(TopLeft, TopRight);
    public PixelLine LeftLine => new(TopLeft, BottomLeft);
    public PixelLine RightLine => new(TopRight, BottomRight);

    public PixelRect WithPan(float x, float y) => WithDelta(x, y);
    public PixelRect WithDelta(float x, float y) => new(Left + x, Right + x, Bottom + y, Top + y);
    public PixelRect WithDelta(float x, float y, Alignment alignment) => WithDelta(x, y);
    public PixelRect WithOffset(PixelOffset offset) => WithDelta(offset.X, offset.Y);

    // A rectangle that is contracted by more than it holds shrinks to a line or a point in its middle.
    public PixelRect Contract(PixelPadding padding) => new(
        Math.Min(Left + padding.Left, HorizontalCenter),
        Math.Max(Right - padding.Right, HorizontalCenter),
        Math.Max(Bottom - padding.Bottom, VerticalCenter),
        Math.Min(Top + padding.Top, VerticalCenter));

    public PixelRect Contract(float delta) => Contract(delta, delta);
    public PixelRect Contract(float x, float y) => Contract(new PixelPadding(x, y));
    public PixelRect Expand(float delta) => Contract(-delta);
    public PixelRect Expand(PixelPadding pad) => new(Left - pad.Left, Right + pad.Right, Bottom + pad.Bottom, Top - pad.Top);

    public PixelRect Expand(PixelRect other) => new(
        Math.Min(Left, other.Left), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom), Math.Min(Top, other.Top));

    public PixelRect ExpandX(float x) => new(Math.Min(Left, x), Math.Max(Right, x), Bottom, Top);
    public PixelRect ExpandY(float y) => new(Left, Right, Math.Max(Bottom, y), Math.Min(Top, y));

    public PixelRect Intersect(PixelRect other)
    {
        float left = Math.Max(Left, other.Left), right = Math.Min(Right, other.Right);
        float bottom = Math.Min(Bottom, other.Bottom), top = Math.Max(Top, other.Top);
        return left > right || top > bottom ? NaN : new(left, right, bottom, top);
    }

    public bool Contains(Pixel px) => Contains(px.X, px.Y);
    public bool Contains(float x, float y) => ContainsX(x) && ContainsY(y);
    public bool ContainsX(float x) => Left <= x && x <= Right;
    public bool ContainsY(float y) => Top <= y && y <= Bottom;

    public Pixel GetAlignedPixel(Alignment alignment) => Enum.IsDefined(alignment)
        ? new(AlignedX(alignment, 0), AlignedY(alignment, 0))
        : Pixel.NaN;

    public PixelRect AlignedInside(PixelRect largerRect, Alignment alignment) =>
        AlignedInside(largerRect, alignment, PixelPadding.Zero);

    public PixelRect AlignedInside(PixelRect largerRect, Alignment alignment, PixelPadding padding)
    {
        PixelRect inner = largerRect.Contract(padding);
        return new(new Pixel(inner.AlignedX(alignment, Width), inner.AlignedY(alignment, Height)), Width, Height);
    }

    public PixelRect Fraction(FractionRect frac) => new(
        (float)frac.Left * Width + Left,
        (float)frac.Right * Width + Left,
        (float)frac.Bottom * Height + Top,
        (float)frac.Top * Height + Top);

    public bool Equals(PixelRect other) => (Left, Right, Bottom, Top).Equals((other.Left, other.Right, other.Bottom, other.Top));
    public override bool Equals(object? obj) => obj is PixelRect other && Equals(other);
    public override int GetHashCode() => (Left, Right, Bottom, Top).GetHashCode();
    public static bool operator ==(PixelRect a, PixelRect b) => a.Equals(b);
    public static bool operator !=(PixelRect a, PixelRect b) => !a.Equals(b);

    public override string ToString() => $"PixelRect: Left={Left} Right={Right} Bottom={Bottom} Top={Top}";

    // Where something of that width starts when it is aligned in here.
    private float AlignedX(Alignment alignment, float width) =>
        alignment.IsLeftEdge() ? Left : alignment.IsRightEdge() ? Right - width : HorizontalCenter - width / 2;

    private float AlignedY(Alignment alignment, float height) =>
        alignment.IsUpperEdge() ? Top : alignment.IsLowerEdge() ? Bottom - height : VerticalCenter - height / 2;
}
