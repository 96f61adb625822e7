using ScottPlot.Rendering;

namespace ScottPlot.Plottables;

/// <summary>An ellipse, or a sector or ring of one. Angles run counter-clockwise from the right.</summary>
public class Ellipse : IPlottable, IHasLine, IHasFill, IHasLegendText
{
    public Coordinates Center = Coordinates.Origin;

    private double radiusX = 10;
    private double radiusY = 10;

    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public string LegendText { get; set; } = string.Empty;

    [Obsolete("use LegendText")]
    public string Label { get => LegendText; set => LegendText = value; }

    public LineStyle LineStyle { get; set; } = new(1);
    public float LineWidth { get => LineStyle.Width; set => LineStyle.Width = value; }
    public LinePattern LinePattern { get => LineStyle.Pattern; set => LineStyle.Pattern = value; }
    public Color LineColor { get => LineStyle.Color; set => LineStyle.Color = value; }

    public FillStyle FillStyle { get; set; } = new();
    public Color FillColor { get => FillStyle.Color; set => FillStyle.Color = value; }
    public Color FillHatchColor { get => FillStyle.HatchColor; set => FillStyle.HatchColor = value; }
    public IHatch? FillHatch { get => FillStyle.Hatch; set => FillStyle.Hatch = value; }

    public double RadiusX { get => radiusX; set => radiusX = Math.Abs(value); }
    public double RadiusY { get => radiusY; set => radiusY = Math.Abs(value); }
    public double InnerRadiusX { get; set; }
    public double InnerRadiusY { get; set; }
    public Angle Rotation { get; set; }
    public Angle StartAngle { get; set; }
    public Angle SweepAngle { get; set; } = Angle.FromDegrees(360);
    public bool IsAnnulus => InnerRadiusX > 0 && InnerRadiusY > 0;
    public bool IsSector { get; set; } = true;

    public IEnumerable<LegendItem> LegendItems => LegendItem.Single(this, LegendText, LineStyle);

    public AxisLimits GetAxisLimits()
    {
        if (Rotation.Normalized.Degrees == 0)
            return new(Center.ToRect(RadiusX, RadiusY));
        (double sin, double cos) = Math.SinCos(Rotation.Normalized.Radians);
        return new(Center.ToRect(
            double.Hypot(RadiusX * cos, RadiusY * sin),
            double.Hypot(RadiusX * sin, RadiusY * cos)));
    }

    public virtual void Render(RenderPack rp)
    {
        if (!IsVisible || !double.IsFinite(RadiusX) || !double.IsFinite(RadiusY))
            return;

        Pixel center = Axes.GetPixel(Center);
        rp.Canvas.Save();
        rp.Canvas.Translate(center.X, center.Y);
        rp.Canvas.RotateDegrees(-Rotation.Normalized.Degrees);
        if (IsWhole && !IsAnnulus)
        {
            PixelRect around = new(new Pixel(-PixelsX(RadiusX), -PixelsY(RadiusY)), new Pixel(PixelsX(RadiusX), PixelsY(RadiusY)));
            rp.Canvas.FillOval(around, FillStyle);
            rp.Canvas.DrawOval(around, LineStyle);
        }
        else
        {
            if (IsSector || IsAnnulus)
                rp.Canvas.FillPath(Outline(), FillStyle);
            rp.Canvas.DrawPath(Outline(), LineStyle);
        }
        rp.Canvas.Restore();
    }

    private bool IsWhole => SweepAngle.Normalized.Degrees == 0 || Math.Abs(SweepAngle.Degrees) >= 360;
    private float PixelsX(double distance) => Axes.GetPixelX(distance) - Axes.GetPixelX(0);
    private float PixelsY(double distance) => Axes.GetPixelY(distance) - Axes.GetPixelY(0);

    private CanvasPath Outline()
    {
        Pixel[] outer = Arc(RadiusX, RadiusY);
        CanvasPath path = new();
        if (IsAnnulus)
        {
            // Backwards, so that the inside of a whole ring is a hole.
            IEnumerable<Pixel> inner = Enumerable.Reverse(Arc(InnerRadiusX, InnerRadiusY));
            return IsWhole
                ? path.AddPolyline(outer, close: true).AddPolyline(inner, close: true)
                : path.AddPolyline([.. outer, .. inner], close: true);
        }
        return IsSector ? path.AddPolyline([Pixel.Zero, .. outer], close: true) : path.AddPolyline(outer);
    }

    // Corners every two degrees at most: as good as round at any size a figure has.
    private Pixel[] Arc(double rx, double ry)
    {
        double start = StartAngle.Radians, sweep = IsWhole ? 2 * Math.PI : SweepAngle.Radians;
        int steps = Math.Max(2, (int)Math.Ceiling(Math.Abs(sweep) * 90 / Math.PI));
        return Enumerable.Range(0, steps + 1)
            .Select(i => start + sweep * i / steps)
            .Select(angle => new Pixel(PixelsX(rx * Math.Cos(angle)), PixelsY(ry * Math.Sin(angle))))
            .ToArray();
    }
}
