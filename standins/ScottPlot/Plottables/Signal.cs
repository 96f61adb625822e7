using ScottPlot.DataSources;
using ScottPlot.Rendering;

namespace ScottPlot.Plottables;

/// <summary>Values at equal distances: a line with markers when there is room, else one stroke per column of pixels.</summary>
public class Signal(ISignalSource data) : IPlottable, IHasLine, IHasMarker, IHasLegendText, IGetNearest
{
    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public string LegendText { get; set; } = string.Empty;

    [Obsolete("use LegendText")]
    public string Label { get => LegendText; set => LegendText = value; }

    public ISignalSource Data { get; set; } = data;
    public int MinRenderIndex { get => Data.MinimumIndex; set => Data.MinimumIndex = value; }
    public int MaxRenderIndex { get => Data.MaximumIndex; set => Data.MaximumIndex = value; }

    public MarkerStyle MarkerStyle { get; set; } = new() { Shape = MarkerShape.FilledCircle, Size = 5 };
    public MarkerShape MarkerShape { get => MarkerStyle.Shape; set => MarkerStyle.Shape = value; }
    public float MarkerSize { get => MarkerStyle.Size; set => MarkerStyle.Size = value; }
    public Color MarkerFillColor { get => MarkerStyle.FillColor; set => MarkerStyle.FillColor = value; }
    public Color MarkerLineColor { get => MarkerStyle.LineColor; set => MarkerStyle.LineColor = value; }
    public Color MarkerColor { get => MarkerStyle.MarkerColor; set => MarkerStyle.MarkerColor = value; }
    public float MarkerLineWidth { get => MarkerStyle.LineWidth; set => MarkerStyle.LineWidth = value; }

    public LineStyle LineStyle { get; set; } = new(1);
    public float LineWidth { get => LineStyle.Width; set => LineStyle.Width = value; }
    public LinePattern LinePattern { get => LineStyle.Pattern; set => LineStyle.Pattern = value; }
    public Color LineColor { get => LineStyle.Color; set => LineStyle.Color = value; }

    public Color Color
    {
        get => LineColor;
        set => LineColor = MarkerFillColor = MarkerLineColor = value;
    }

    public float MaximumMarkerSize { get; set; } = 4;
    public bool AlwaysUseLowDensityMode { get; set; }
    public IEnumerable<LegendItem> LegendItems => LegendItem.Single(this, LegendText, MarkerStyle, LineStyle);

    public AxisLimits GetAxisLimits() => Data.GetLimits();

    public virtual void Render(RenderPack rp)
    {
        if (!Data.GetYs(MinRenderIndex, MaxRenderIndex).Any())
            return;
        if (PointsPerPixel < 1 || AlwaysUseLowDensityMode)
            RenderPoints(rp);
        else
            RenderColumns(rp);
    }

    public DataPoint GetNearest(Coordinates location, RenderDetails renderInfo, float maxDistance = 15) =>
        NearestPoint.Find(Points, Math.Max(0, MinRenderIndex), location, renderInfo, maxDistance);

    public DataPoint GetNearestX(Coordinates location, RenderDetails renderInfo, float maxDistance = 15) =>
        NearestPoint.FindX(Points, Math.Max(0, MinRenderIndex), location, renderInfo, maxDistance);

    private IEnumerable<Coordinates> Points
    {
        get
        {
            int index = Math.Max(0, MinRenderIndex);
            return Data.GetYs(MinRenderIndex, MaxRenderIndex).Select(y => new Coordinates(Data.GetX(index++), Scaled(y)));
        }
    }

    private CoordinateRange View =>
        new CoordinateRange(Axes.GetCoordinateX(Axes.DataRect.Left), Axes.GetCoordinateX(Axes.DataRect.Right)).Rectified();

    private double PointsPerPixel => View.Span / Axes.DataRect.Width / Data.Period;
    private double Scaled(double y) => y * Data.YScale + Data.YOffset;

    // Unlike a scatter's line, a signal's has no gaps: one NaN and none of it is drawn.
    private void RenderPoints(RenderPack rp)
    {
        int first = Data.GetIndex(View.Min, true), last = Data.GetIndex(View.Max + Data.Period, true);
        List<Pixel> points = [];
        for (int i = first; i <= last; i++)
            points.Add(Axes.GetPixel(new(Data.GetX(i), Scaled(Data.GetY(i)))));

        if (points.TrueForAll(px => float.IsFinite(px.X) && float.IsFinite(px.Y)))
            rp.Canvas.DrawLines(points, LineStyle);
        if (PointsPerPixel < 1)
        {
            // Markers shrink as the points move together, and the size stays as it was last drawn.
            float radius = (float)Math.Min(Math.Sqrt(0.2 / PointsPerPixel), MaximumMarkerSize);
            MarkerSize = radius * MaximumMarkerSize * 0.2f;
            rp.Canvas.DrawMarkers(points, MarkerStyle);
        }
    }

    private void RenderColumns(RenderPack rp)
    {
        CanvasPath path = new();
        for (int x = 0; x < (int)Axes.DataRect.Width; x++)
        {
            PixelColumn column = Data.GetPixelColumn(Axes, x);
            if (!column.HasData)
                continue;
            if (!float.IsFinite(column.Enter + column.Exit + column.Top + column.Bottom))
                return;
            if (path.IsEmpty)
                path.MoveTo(column.X, column.Enter);
            path.LineTo(column.X, column.Enter);
            path.MoveTo(column.X, column.Bottom).LineTo(column.X, column.Top);
            path.MoveTo(column.X, column.Exit);
        }
        rp.Canvas.DrawPath(path, LineStyle);
    }
}
