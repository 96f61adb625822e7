using ScottPlot.DataSources;

namespace ScottPlot.Plottables;

/// <summary>Markers, each on a line from zero.</summary>
public class LollipopPlot(IEnumerable<Coordinates> coordinates) : IPlottable, IHasLine, IHasMarker, IGetNearest
{
    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public string LegendText { get; set; } = string.Empty;
    public IEnumerable<Coordinates> Coordinates { get; set; } = coordinates;
    public Orientation Orientation { get; set; } = Orientation.Vertical;

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

    public IEnumerable<LegendItem> LegendItems => LegendItem.Single(this, LegendText, LineStyle, MarkerStyle);

    // Zero is not counted in.
    public AxisLimits GetAxisLimits() => new(Coordinates);

    public virtual void Render(RenderPack rp)
    {
        foreach (Coordinates tip in Coordinates)
        {
            Coordinates foot = Orientation == Orientation.Vertical ? new(tip.X, 0) : new(0, tip.Y);
            PixelLine line = Axes.GetPixelLine(new CoordinateLine(foot, tip));
            rp.Canvas.DrawLine(line, LineStyle);
            rp.Canvas.DrawMarker(line.Pixel2, MarkerStyle);
        }
    }

    public DataPoint GetNearest(Coordinates mouseLocation, RenderDetails renderInfo, float maxDistance = 15) =>
        NearestPoint.Find(Coordinates, 0, mouseLocation, renderInfo, maxDistance);

    public DataPoint GetNearestX(Coordinates mouseLocation, RenderDetails renderInfo, float maxDistance = 15) =>
        NearestPoint.FindX(Coordinates, 0, mouseLocation, renderInfo, maxDistance);
}
