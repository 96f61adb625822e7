namespace ScottPlot;

/// <summary>The range an axis shows. Min is at the left or bottom, so it is the larger one of an inverted axis.</summary>
public class CoordinateRangeMutable : IEquatable<CoordinateRangeMutable>
{
    public CoordinateRangeMutable(double min, double max) => Set(min, max);

    public static CoordinateRangeMutable Infinity => new(double.NegativeInfinity, double.PositiveInfinity);
    public static CoordinateRangeMutable NotSet => new(double.PositiveInfinity, double.NegativeInfinity);

    public double Min { get; set; }
    public double Max { get; set; }
    public double Center => (Min + Max) / 2;
    public double Span => Max - Min;
    public bool HasBeenSet => double.IsFinite(Span) && Span != 0;
    public CoordinateRange ToCoordinateRange => new(Min, Max);
    public CoordinateRange ToRectifiedCoordinateRange => Min < Max ? new(Min, Max) : new(Max, Min);

    public bool Contains(double position) => position >= Math.Min(Min, Max) && position <= Math.Max(Min, Max);

    public void Expand(double value)
    {
        if (double.IsNaN(value))
            return;
        if (double.IsNaN(Min) || value < Min)
            Min = value;
        if (double.IsNaN(Max) || value > Max)
            Max = value;
    }

    public void Expand(CoordinateRangeMutable range)
    {
        Expand(range.Min);
        Expand(range.Max);
    }

    public void Expand(CoordinateRange range)
    {
        Expand(range.Min);
        Expand(range.Max);
    }

    public void Reset() => Set(double.PositiveInfinity, double.NegativeInfinity);
    public void Set(double min, double max) => (Min, Max) = (min, max);

    // An infinite or NaN end passes through Math.Min and Math.Max in CoordinateRange; what counts here is its order.
    public void Set(CoordinateRange range)
    {
        if (range.IsInverted)
            Set(range.Max, range.Min);
        else
            Set(range.Min, range.Max);
    }

    public void Set(CoordinateRangeMutable range) => Set(range.Min, range.Max);
    public void Set(IAxis otherAxis) => Set(otherAxis.Min, otherAxis.Max);
    public void Pan(double delta) => Set(Min + delta, Max + delta);
    public void PanMouse(float mouseDeltaPx, float dataSizePx) => Pan(mouseDeltaPx / (dataSizePx / Span));
    public void ZoomFrac(double frac) => ZoomFrac(frac, Center);
    public void ZoomFrac(double frac, double zoomTo) => Set(zoomTo - (zoomTo - Min) / frac, zoomTo + (Max - zoomTo) / frac);

    public void ZoomOut(double multiple)
    {
        double half = Span * multiple / 2;
        Set(Center - half, Center + half);
    }

    public void ZoomMouseDelta(float deltaPx, float dataSizePx) =>
        ZoomFrac(Math.Pow(10, deltaPx / (Math.Abs(deltaPx) + dataSizePx)));

    public bool Equals(CoordinateRangeMutable? other) => other is not null && Min.Equals(other.Min) && Max.Equals(other.Max);
    public override bool Equals(object? obj) => Equals(obj as CoordinateRangeMutable);
    public override int GetHashCode() => HashCode.Combine(Min, Max);
    public static bool operator ==(CoordinateRangeMutable a, CoordinateRangeMutable b) => a.Equals(b);
    public static bool operator !=(CoordinateRangeMutable a, CoordinateRangeMutable b) => !a.Equals(b);

    public override string ToString() => $"Min={Min}, Max={Max}, Span={Span}";
}
