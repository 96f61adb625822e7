namespace ScottPlot;

public readonly struct PixelLine
{
    public readonly float X1;
    public readonly float X2;
    public readonly float Y1;
    public readonly float Y2;

    public PixelLine(float x1, float y1, float x2, float y2) => (X1, Y1, X2, Y2) = (x1, y1, x2, y2);
    public PixelLine(Pixel px1, Pixel px2) : this(px1.X, px1.Y, px2.X, px2.Y) { }

    public float XSpan => X2 - X1;
    public float YSpan => Y2 - Y1;
    public float DeltaX => XSpan;
    public float DeltaY => YSpan;
    public float Slope => X1 == X2 ? float.NaN : YSpan / XSpan;
    public float SlopeRadians => MathF.Atan(Slope);
    public float SlopeDegrees => SlopeRadians * 180 / MathF.PI;

    // Clockwise from straight up.
    public float AngleRadians => MathF.Atan2(XSpan, -YSpan);
    public float AngleDegrees => AngleRadians * 180 / MathF.PI;

    public float YIntercept => Y1 - Slope * X1;
    public float Length => MathF.Sqrt(XSpan * XSpan + YSpan * YSpan);
    public Pixel Pixel1 => new(X1, Y1);
    public Pixel Pixel2 => new(X2, Y2);
    public Pixel Center => new((X1 + X2) / 2, (Y1 + Y2) / 2);

    public PixelLine WithDelta(float dx, float dy) => new(X1 + dx, Y1 + dy, X2 + dx, Y2 + dy);
    public PixelLine BackedUpBy(float distance) => WithDelta(distance * MathF.Cos(SlopeRadians), distance * MathF.Sin(SlopeRadians));
    public float X(float y = 0) => X1 - (Y1 - y) * Slope;
    public float Y(float x = 0) => Slope * x + YIntercept;

    public override string ToString() => $"PixelLine from ({X1}, {Y1}) to ({X2}, {Y2})";
}
