namespace ScottPlot.Plottables;

public class Marker : IPlottable, IHasMarker, IHasLegendText
{
    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public string LegendText { get; set; } = string.Empty;

    [Obsolete("use LegendText")]
    public string Label { get => LegendText; set => LegendText = value; }

    public double X { get; set; }
    public double Y { get; set; }

    public Coordinates Location
    {
        get => new(X, Y);
        set => (X, Y) = (value.X, value.Y);
    }

    public Coordinates Position { get => Location; set => Location = value; }
    public Coordinates Coordinates { get => Location; set => Location = value; }

    public MarkerStyle MarkerStyle { get; set; } = new();
    public MarkerShape MarkerShape { get => MarkerStyle.Shape; set => MarkerStyle.Shape = value; }
    public float MarkerSize { get => MarkerStyle.Size; set => MarkerStyle.Size = value; }
    public float MarkerLineWidth { get => MarkerStyle.LineWidth; set => MarkerStyle.LineWidth = value; }
    public Color MarkerFillColor { get => MarkerStyle.FillColor; set => MarkerStyle.FillColor = value; }

    public Color MarkerLineColor
    {
        get => MarkerStyle.LineColor;
        set => MarkerStyle.LineColor = MarkerStyle.OutlineColor = value;
    }

    public Color MarkerColor
    {
        get => MarkerFillColor;
        set => MarkerFillColor = MarkerLineColor = value;
    }

    public MarkerShape Shape { get => MarkerShape; set => MarkerShape = value; }
    public float Size { get => MarkerSize; set => MarkerSize = value; }
    public Color Color { get => MarkerColor; set => MarkerColor = value; }
    public float LineWidth { set => MarkerStyle.LineWidth = MarkerStyle.OutlineWidth = value; }

    public IEnumerable<LegendItem> LegendItems => LegendItem.Single(this, LegendText, MarkerStyle);

    public AxisLimits GetAxisLimits() => new(Location);
    public virtual void Render(RenderPack rp) => rp.Canvas.DrawMarker(Axes.GetPixel(Location), MarkerStyle);
}
