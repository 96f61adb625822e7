using ScottPlot.DataSources;
using ScottPlot.PathStrategies;
using ScottPlot.Rendering;

namespace ScottPlot.Plottables;

/// <summary>Points, joined by a line or not. A NaN is a gap; one infinite point and the line is not drawn at all.</summary>
public partial class Scatter(IScatterSource data) : IPlottable, IHasLine, IHasMarker, IHasLegendText, IDataSource, IGetNearest
{
    public ConnectStyle ConnectStyle = ConnectStyle.Straight;

    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public string LegendText { get; set; } = string.Empty;

    [Obsolete("use LegendText")]
    public string Label { get => LegendText; set => LegendText = value; }

    public IScatterSource Data { get; } = data;
    public int MinRenderIndex { get => Data.MinRenderIndex; set => Data.MinRenderIndex = value; }
    public int MaxRenderIndex { get => Data.MaxRenderIndex; set => Data.MaxRenderIndex = value; }

    public LineStyle LineStyle { get; set; } = new(1);
    public float LineWidth { get => LineStyle.Width; set => LineStyle.Width = value; }
    public LinePattern LinePattern { get => LineStyle.Pattern; set => LineStyle.Pattern = value; }
    public Color LineColor { get => LineStyle.Color; set => LineStyle.Color = value; }

    public MarkerStyle MarkerStyle { get; set; } = new() { Shape = MarkerShape.FilledCircle, Size = 5 };
    public MarkerShape MarkerShape { get => MarkerStyle.Shape; set => MarkerStyle.Shape = value; }
    public float MarkerSize { get => MarkerStyle.Size; set => MarkerStyle.Size = value; }
    public Color MarkerFillColor { get => MarkerStyle.FillColor; set => MarkerStyle.FillColor = value; }
    public Color MarkerLineColor { get => MarkerStyle.LineColor; set => MarkerStyle.LineColor = value; }
    public Color MarkerColor { get => MarkerStyle.MarkerColor; set => MarkerStyle.MarkerColor = value; }
    public float MarkerLineWidth { get => MarkerStyle.LineWidth; set => MarkerStyle.LineWidth = value; }

    public Color Color
    {
        get => LineColor;
        set => LineColor = MarkerFillColor = MarkerLineColor = value;
    }

    public bool FillY { get; set; }
    public bool FillYBelow { get; set; } = true;
    public bool FillYAbove { get; set; } = true;
    public double FillYValue { get; set; }
    public Color FillYAboveColor { get; set; } = Colors.Blue.WithAlpha(0.2);
    public Color FillYBelowColor { get; set; } = Colors.Blue.WithAlpha(0.2);

    public Color FillYColor
    {
        get => FillYAboveColor;
        set => FillYAboveColor = FillYBelowColor = value;
    }

    public List<AxisGradientColorPosition> ColorPositions { get; set; } = [];
    public AxisGradientDirection AxisGradientDirection { get; set; } = AxisGradientDirection.Horizontal;

    public double OffsetX { get; set; }
    public double OffsetY { get; set; }
    public double ScaleX { get; set; } = 1;
    public double ScaleY { get; set; } = 1;

    public IPathStrategy PathStrategy { get; set; } = new Straight();
    public bool Smooth { set => PathStrategy = value ? new CubicSpline() : new Straight(); }

    public double SmoothTension
    {
        get => PathStrategy is CubicSpline spline ? spline.Tension : 0;
        set => PathStrategy = new CubicSpline { Tension = value };
    }

    public IEnumerable<LegendItem> LegendItems => LegendItem.Single(this, LegendText, MarkerStyle, LineStyle);

    public AxisLimits GetAxisLimits()
    {
        AxisLimits limits = Data.GetLimits();
        if (FillY)
            limits = limits.ExpandedToInclude(AxisLimits.VerticalOnly(FillYValue, FillYValue));
        return new(
            limits.Left * ScaleX + OffsetX,
            limits.Right * ScaleX + OffsetX,
            limits.Bottom * ScaleY + OffsetY,
            limits.Top * ScaleY + OffsetY);
    }

    public virtual void Render(RenderPack rp)
    {
        Pixel[] points = Data.GetScatterPoints().Select(c => Axes.GetPixel(Scaled(c))).ToArray();
        if (points.Length == 0)
            return;

        IReadOnlyList<Pixel> corners = ConnectStyle switch
        {
            ConnectStyle.Straight => points,
            ConnectStyle.StepHorizontal => GetStepDisplayPixels(points, right: true),
            ConnectStyle.StepVertical => GetStepDisplayPixels(points, right: false),
            _ => throw new NotImplementedException($"unsupported {nameof(ConnectStyle)}: {ConnectStyle}"),
        };
        if (FillY)
            RenderFill(rp, points, corners);
        PathStrategy.Draw(rp.Canvas, corners, LineStyle);
        rp.Canvas.DrawMarkers(points, MarkerStyle);
    }

    /// <summary>Puts a corner between each two pixels: first to the right and then up or down, or the other way round.</summary>
    public static IReadOnlyList<Pixel> GetStepDisplayPixels(IReadOnlyList<Pixel> pixels, bool right)
    {
        List<Pixel> steps = new(2 * pixels.Count);
        for (int i = 0; i < pixels.Count; i++)
        {
            if (i > 0)
                steps.Add(right ? new(pixels[i].X, pixels[i - 1].Y) : new(pixels[i - 1].X, pixels[i].Y));
            steps.Add(pixels[i]);
        }
        return steps;
    }

    public DataPoint GetNearest(Coordinates mouseLocation, RenderDetails renderInfo, float maxDistance = 15) =>
        NearestPoint.Find(Data.GetScatterPoints().Select(Scaled), MinRenderIndex, mouseLocation, renderInfo, maxDistance);

    public DataPoint GetNearestX(Coordinates mouseLocation, RenderDetails renderInfo, float maxDistance = 15) =>
        NearestPoint.FindX(Data.GetScatterPoints().Select(Scaled), MinRenderIndex, mouseLocation, renderInfo, maxDistance);

    private Coordinates Scaled(Coordinates c) => new(c.X * ScaleX + OffsetX, c.Y * ScaleY + OffsetY);

    // The area between line and base is drawn twice, above and below the base, each time clipped to that side.
    private void RenderFill(RenderPack rp, Pixel[] points, IReadOnlyList<Pixel> corners)
    {
        if (corners.Any(px => !float.IsFinite(px.X) || !float.IsFinite(px.Y)))
            return;

        PixelRect around = new(corners), data = new(points);
        float baseline = Axes.YAxis.GetPixel(FillYValue + OffsetY, rp.DataRect);
        CanvasPath area = PathStrategy.GetPath(corners).LineTo(around.Right, baseline).LineTo(around.Left, baseline).Close();
        if (baseline > data.Top)
            FillInside(new(rp.DataRect.Left, rp.DataRect.Right, baseline, around.Top), FillYAboveColor);
        if (baseline < data.Bottom)
            FillInside(new(rp.DataRect.Left, rp.DataRect.Right, around.Bottom, baseline), FillYBelowColor);

        void FillInside(PixelRect side, Color color)
        {
            rp.Canvas.Save();
            rp.Canvas.Clip(side);
            rp.Canvas.FillPath(area, new FillStyle(color));
            rp.Canvas.Restore();
        }
    }
}
