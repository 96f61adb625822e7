namespace ScottPlot.Plottables;

public class Crosshair : IPlottable, IRenderLast, IHasMarker
{
    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public HorizontalLine HorizontalLine { get; } = new();
    public VerticalLine VerticalLine { get; } = new();
    public double X { get => VerticalLine.X; set => VerticalLine.X = value; }
    public double Y { get => HorizontalLine.Y; set => HorizontalLine.Y = value; }
    public Coordinates Position { get => new(X, Y); set => (X, Y) = (value.X, value.Y); }

    public float FontSize { set => HorizontalLine.LabelFontSize = VerticalLine.LabelFontSize = value; }
    public bool FontBold { set => HorizontalLine.LabelBold = VerticalLine.LabelBold = value; }
    public string FontName { set => HorizontalLine.LabelFontName = VerticalLine.LabelFontName = value; }
    public Color TextColor { set => HorizontalLine.LabelFontColor = VerticalLine.LabelFontColor = value; }
    public Color TextBackgroundColor { set => HorizontalLine.LabelBackgroundColor = VerticalLine.LabelBackgroundColor = value; }
    public Color LineColor { set => HorizontalLine.LineColor = VerticalLine.LineColor = value; }
    public float LineWidth { set => HorizontalLine.LineWidth = VerticalLine.LineWidth = value; }
    public LinePattern LinePattern { set => HorizontalLine.LinePattern = VerticalLine.LinePattern = value; }

    public MarkerStyle MarkerStyle { get; set; } = new();
    public MarkerShape MarkerShape { get => MarkerStyle.Shape; set => MarkerStyle.Shape = value; }
    public float MarkerSize { get => MarkerStyle.Size; set => MarkerStyle.Size = value; }
    public Color MarkerFillColor { get => MarkerStyle.FillColor; set => MarkerStyle.FillColor = value; }
    public Color MarkerLineColor { get => MarkerStyle.LineColor; set => MarkerStyle.LineColor = value; }
    public Color MarkerColor { get => MarkerStyle.MarkerColor; set => MarkerStyle.MarkerColor = value; }
    public float MarkerLineWidth { get => MarkerStyle.LineWidth; set => MarkerStyle.LineWidth = value; }

    public bool EnableAutoscale { get; set; }
    public IEnumerable<LegendItem> LegendItems => HorizontalLine.LegendItems.Concat(VerticalLine.LegendItems);

    public AxisLimits GetAxisLimits() => EnableAutoscale ? new(Position) : AxisLimits.NoLimits;

    public virtual void Render(RenderPack rp)
    {
        if (!IsVisible)
            return;
        HorizontalLine.Axes = VerticalLine.Axes = Axes;
        HorizontalLine.Render(rp);
        VerticalLine.Render(rp);
    }

    public void RenderLast(RenderPack rp)
    {
        if (!IsVisible)
            return;
        HorizontalLine.Axes = VerticalLine.Axes = Axes;
        HorizontalLine.RenderLast(rp);
        VerticalLine.RenderLast(rp);
        rp.Canvas.DrawMarker(Axes.GetPixel(Position), MarkerStyle);
    }
}
