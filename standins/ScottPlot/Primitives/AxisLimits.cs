namespace ScottPlot;

/// <summary>What an x and a y axis show. NaN in a direction means that there is nothing to say about it.</summary>
public readonly struct AxisLimits : IEquatable<AxisLimits>
{
    public AxisLimits(double left, double right, double bottom, double top) =>
        (Left, Right, Bottom, Top) = (left, right, bottom, top);

    public AxisLimits(Coordinates coordinates) : this(coordinates.X, coordinates.X, coordinates.Y, coordinates.Y) { }
    public AxisLimits(CoordinateRect rect) : this(rect.Left, rect.Right, rect.Bottom, rect.Top) { }

    public AxisLimits(CoordinateRange xRange, CoordinateRange yRange) => (Left, Right, Bottom, Top) = (
        xRange.IsInverted ? xRange.Max : xRange.Min,
        xRange.IsInverted ? xRange.Min : xRange.Max,
        yRange.IsInverted ? yRange.Max : yRange.Min,
        yRange.IsInverted ? yRange.Min : yRange.Max);

    public AxisLimits(IEnumerable<IPlottable> plottables) =>
        this = plottables.Aggregate(NoLimits, (limits, plottable) => limits.ExpandedToInclude(plottable.GetAxisLimits()));

    public AxisLimits(IEnumerable<Coordinates> coordinates) =>
        this = coordinates.Aggregate(NoLimits, (limits, c) => limits.ExpandedToInclude(new AxisLimits(c)));

    public AxisLimits(IEnumerable<Coordinates3d> coordinates) : this(coordinates.Select(c => c.Coordinates2d())) { }

    public static AxisLimits Default { get; } = new(-10, 10, -10, 10);
    public static AxisLimits NoLimits => new(double.NaN, double.NaN, double.NaN, double.NaN);
    public static AxisLimits Unset => new(CoordinateRange.NotSet, CoordinateRange.NotSet);

    public double Left { get; }
    public double Right { get; }
    public double Bottom { get; }
    public double Top { get; }

    public double HorizontalSpan => Right - Left;
    public double VerticalSpan => Top - Bottom;
    public double HorizontalCenter => (Right + Left) / 2;
    public double VerticalCenter => (Top + Bottom) / 2;
    public Coordinates Center => new(HorizontalCenter, VerticalCenter);
    public CoordinateRange XRange => new(Left, Right);
    public CoordinateRange YRange => new(Bottom, Top);
    public CoordinateRange HorizontalRange => XRange;
    public CoordinateRange VerticalRange => YRange;
    public CoordinateRect Rect => new(Left, Right, Bottom, Top);
    public bool IsRealX => double.IsFinite(Left) && double.IsFinite(Right);
    public bool IsRealY => double.IsFinite(Bottom) && double.IsFinite(Top);
    public bool IsReal => IsRealX && IsRealY;
    public bool HasArea => IsReal && HorizontalSpan != 0 && VerticalSpan != 0;

    public static AxisLimits FromPoint(double x, double y) => new(x, x, y, y);
    public static AxisLimits FromPoint(Coordinates c) => new(c);
    public static AxisLimits VerticalOnly(double yMin, double yMax) => new(double.NaN, double.NaN, yMin, yMax);
    public static AxisLimits HorizontalOnly(double xMin, double xMax) => new(xMin, xMax, double.NaN, double.NaN);

    public AxisLimits InvertedVertically() => new(Left, Right, Top, Bottom);
    public AxisLimits InvertedHorizontally() => new(Right, Left, Bottom, Top);

    /// <summary>The smallest limits around both; NaN on either side is passed over.</summary>
    public AxisLimits ExpandedToInclude(AxisLimits otherLimits) => new(
        Least(Left, Right, otherLimits.Left, otherLimits.Right),
        Most(Left, Right, otherLimits.Left, otherLimits.Right),
        Least(Bottom, Top, otherLimits.Bottom, otherLimits.Top),
        Most(Bottom, Top, otherLimits.Bottom, otherLimits.Top));

    // Unlike ExpandedToInclude, a NaN given here makes the limits NaN.
    public AxisLimits Expanded(double x, double y) => new(
        double.IsNaN(Left) ? x : Math.Min(Left, x),
        double.IsNaN(Right) ? x : Math.Max(Right, x),
        double.IsNaN(Bottom) ? y : Math.Min(Bottom, y),
        double.IsNaN(Top) ? y : Math.Max(Top, y));

    public AxisLimits Expanded(Coordinates coordinates) => Expanded(coordinates.X, coordinates.Y);
    public AxisLimits Expanded(CoordinateRect rect) => Expanded(rect.TopLeft).Expanded(rect.BottomRight);
    public AxisLimits Expanded(AxisLimits limits) => limits.Expanded(Left, Bottom).Expanded(Right, Top);

    public AxisLimits WithPan(double deltaX, double deltaY) => new(Left + deltaX, Right + deltaX, Bottom + deltaY, Top + deltaY);
    public AxisLimits WithZoom(double fracX, double fracY) => WithZoom(fracX, fracY, HorizontalCenter, VerticalCenter);

    public AxisLimits WithZoom(double fracX, double fracY, double zoomToX, double zoomToY) => new(
        zoomToX - (zoomToX - Left) / fracX,
        zoomToX + (Right - zoomToX) / fracX,
        zoomToY - (zoomToY - Bottom) / fracY,
        zoomToY + (Top - zoomToY) / fracY);

    public bool Contains(double x, double y) => Rect.Contains(x, y);
    public bool Contains(Coordinates pt) => Rect.Contains(pt);

    public bool Equals(AxisLimits other) => (Left, Right, Bottom, Top).Equals((other.Left, other.Right, other.Bottom, other.Top));
    public override bool Equals(object? obj) => obj is AxisLimits other && Equals(other);
    public override int GetHashCode() => (Left, Right, Bottom, Top).GetHashCode();
    public static bool operator ==(AxisLimits a, AxisLimits b) => a.Equals(b);
    public static bool operator !=(AxisLimits a, AxisLimits b) => !a.Equals(b);

    public override string ToString() => $"AxisLimits: X=[{Left}, {Right}], Y=[{Bottom}, {Top}]";

    public string ToString(int digits) =>
        new AxisLimits(Math.Round(Left, digits), Math.Round(Right, digits), Math.Round(Bottom, digits), Math.Round(Top, digits)).ToString();

    private static double Least(params ReadOnlySpan<double> values)
    {
        double least = double.NaN;
        foreach (double v in values)
            least = v < least || double.IsNaN(least) ? v : least;
        return least;
    }

    private static double Most(params ReadOnlySpan<double> values)
    {
        double most = double.NaN;
        foreach (double v in values)
            most = v > most || double.IsNaN(most) ? v : most;
        return most;
    }
}
