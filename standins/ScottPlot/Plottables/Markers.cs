namespace ScottPlot.Plottables;

public class Markers(IScatterSource data) : IPlottable, IHasMarker, IHasLegendText
{
    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public string LegendText { get; set; } = string.Empty;

    [Obsolete("use LegendText")]
    public string Label { get => LegendText; set => LegendText = value; }

    public IScatterSource Data { get; } = data;

    public MarkerStyle MarkerStyle { get; set; } = new();
    public MarkerShape MarkerShape { get => MarkerStyle.Shape; set => MarkerStyle.Shape = value; }
    public float MarkerSize { get => MarkerStyle.Size; set => MarkerStyle.Size = value; }
    public Color MarkerFillColor { get => MarkerStyle.FillColor; set => MarkerStyle.FillColor = value; }
    public Color MarkerLineColor { get => MarkerStyle.LineColor; set => MarkerStyle.LineColor = value; }
    public Color MarkerColor { get => MarkerStyle.MarkerColor; set => MarkerStyle.MarkerColor = value; }
    public float MarkerLineWidth { get => MarkerStyle.LineWidth; set => MarkerStyle.LineWidth = value; }

    public Color Color
    {
        get => MarkerFillColor;
        set => MarkerFillColor = MarkerLineColor = value;
    }

    /// <summary>Colours the markers from the first to the last.</summary>
    public IColormap? Colormap { get; set; }

    public IEnumerable<LegendItem> LegendItems => LegendItem.Single(this, LegendText, MarkerStyle);

    public AxisLimits GetAxisLimits() => Data.GetLimits();

    public virtual void Render(RenderPack rp)
    {
        Pixel[] pixels = Data.GetScatterPoints().Select(Axes.GetPixel).ToArray();
        for (int i = 0; i < pixels.Length; i++)
        {
            if (Colormap is not null)
                MarkerStyle.MarkerColor = Colormap.GetColor(i, pixels.Length);
            rp.Canvas.DrawMarker(pixels[i], MarkerStyle);
        }
    }
}
