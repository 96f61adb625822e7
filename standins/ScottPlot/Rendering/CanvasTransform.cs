namespace ScottPlot.Rendering;

/// <summary>An affine map: (x, y) to (Xx·x + Xy·y + X0, Yx·x + Yy·y + Y0).</summary>
internal readonly record struct CanvasTransform(double Xx, double Yx, double Xy, double Yy, double X0, double Y0)
{
    public static CanvasTransform Identity { get; } = new(1, 0, 0, 1, 0, 0);

    public double Scale => Math.Sqrt(Math.Abs(Xx * Yy - Xy * Yx));
    public bool IsAxisAligned => Xy == 0 && Yx == 0;
    public bool IsIdentity => this == Identity;

    public (double X, double Y) Apply(double x, double y) => (Xx * x + Xy * y + X0, Yx * x + Yy * y + Y0);

    public CanvasTransform Translated(double dx, double dy)
    {
        (double x, double y) = Apply(dx, dy);
        return this with { X0 = x, Y0 = y };
    }

    public CanvasTransform Scaled(double factor) => this with { Xx = Xx * factor, Yx = Yx * factor, Xy = Xy * factor, Yy = Yy * factor };

    /// <summary>Turned clockwise (y points down) about the origin.</summary>
    public CanvasTransform Rotated(double degrees)
    {
        // quarter turns stay exact, so that upright and lying text is drawn with the same metrics
        (double sin, double cos) = (((degrees % 360) + 360) % 360) switch
        {
            0 => (0.0, 1.0),
            90 => (1.0, 0.0),
            180 => (0.0, -1.0),
            270 => (-1.0, 0.0),
            double d => Math.SinCos(d * Math.PI / 180),
        };
        return new(Xx * cos + Xy * sin, Yx * cos + Yy * sin, Xy * cos - Xx * sin, Yy * cos - Yx * sin, X0, Y0);
    }
}
