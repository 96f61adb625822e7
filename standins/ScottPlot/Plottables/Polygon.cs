using ScottPlot.PathStrategies;

namespace ScottPlot.Plottables;

public class Polygon : IPlottable, IHasLine, IHasFill, IHasMarker, IHasLegendText
{
    private AxisLimits limits = AxisLimits.NoLimits;

    public Polygon(Coordinates[] coords) => UpdateCoordinates(coords);

    public static Polygon Empty => new([]);

    public Coordinates[] Coordinates { get; private set; } = [];
    public int PointCount => Coordinates.Length;
    public bool IsEmpty => PointCount == 0;

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

    public MarkerStyle MarkerStyle { get; set; } = new();
    public MarkerShape MarkerShape { get => MarkerStyle.Shape; set => MarkerStyle.Shape = value; }
    public float MarkerSize { get => MarkerStyle.Size; set => MarkerStyle.Size = value; }
    public Color MarkerFillColor { get => MarkerStyle.FillColor; set => MarkerStyle.FillColor = value; }
    public Color MarkerLineColor { get => MarkerStyle.LineColor; set => MarkerStyle.LineColor = value; }
    public Color MarkerColor { get => MarkerStyle.MarkerColor; set => MarkerStyle.MarkerColor = value; }
    public float MarkerLineWidth { get => MarkerStyle.LineWidth; set => MarkerStyle.LineWidth = value; }

    public IEnumerable<LegendItem> LegendItems =>
        [new() { LabelText = LegendText, FillStyle = FillStyle, OutlineStyle = LineStyle, MarkerStyle = MarkerStyle }];

    public void UpdateCoordinates(Coordinates[] newCoordinates)
    {
        Coordinates = newCoordinates;
        limits = IsEmpty ? AxisLimits.NoLimits : LimitsOf(newCoordinates);
    }

    public AxisLimits GetAxisLimits() => limits;

    public virtual void Render(RenderPack rp)
    {
        if (IsEmpty)
            return;

        Pixel[] corners = [.. Coordinates.Select(Axes.GetPixel), Axes.GetPixel(Coordinates[0])];
        if (Array.TrueForAll(corners, px => float.IsFinite(px.X) && float.IsFinite(px.Y)))
            rp.Canvas.FillPolygon(corners, FillStyle);
        Straight.Draw(rp.Canvas, corners, LineStyle);
        rp.Canvas.DrawMarkers(corners, MarkerStyle);
    }

    public override string ToString() =>
        $"PlottablePolygon{(string.IsNullOrWhiteSpace(LegendText) ? "" : $" ({LegendText})")} with {PointCount} points";

    // Comparisons pass over NaN, but for one in the first corner, which stays.
    private static AxisLimits LimitsOf(Coordinates[] corners)
    {
        double left = corners[0].X, right = left, bottom = corners[0].Y, top = bottom;
        foreach (Coordinates corner in corners)
        {
            left = corner.X < left ? corner.X : left;
            right = corner.X > right ? corner.X : right;
            bottom = corner.Y < bottom ? corner.Y : bottom;
            top = corner.Y > top ? corner.Y : top;
        }
        return new(left, right, bottom, top);
    }
}
