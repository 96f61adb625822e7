namespace ScottPlot.Plottables;

/// <summary>A line from one place to another, with a marker at each end if wanted.</summary>
public class LinePlot : IPlottable, IHasLine, IHasMarker, IHasLegendText
{
    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public string LegendText { get; set; } = string.Empty;

    [Obsolete("use LegendText")]
    public string Label { get => LegendText; set => LegendText = value; }

    public Coordinates Start { get; set; }
    public Coordinates End { get; set; }

    public CoordinateLine Line
    {
        get => new(Start, End);
        set => (Start, End) = (value.Start, value.End);
    }

    public LineStyle LineStyle { get; set; } = new(1);
    public float LineWidth { get => LineStyle.Width; set => LineStyle.Width = value; }
    public LinePattern LinePattern { get => LineStyle.Pattern; set => LineStyle.Pattern = value; }
    public Color LineColor { get => LineStyle.Color; set => LineStyle.Color = value; }

    public MarkerStyle MarkerStyle { get; set; } = new();
    public MarkerShape MarkerShape { get => MarkerStyle.Shape; set => MarkerStyle.Shape = value; }
    public float MarkerSize { get => MarkerStyle.Size; set => MarkerStyle.Size = value; }
    public Color MarkerFillColor { get => MarkerStyle.FillColor; set => MarkerStyle.FillColor = value; }
    public Color MarkerLineColor { get => MarkerStyle.LineColor; set => MarkerStyle.LineColor = value; }
    public Color MarkerColor { get => MarkerStyle.MarkerColor; set => MarkerStyle.MarkerColor = value; }
    public float MarkerLineWidth { get => MarkerStyle.LineWidth; set => MarkerStyle.LineWidth = value; }

    public bool LineOnTop { get; set; } = true;
    public bool MarkersOnTop { get => !LineOnTop; set => LineOnTop = !value; }

    public Color Color
    {
        get => LineColor;
        set => LineColor = MarkerFillColor = value;
    }

    public IEnumerable<LegendItem> LegendItems => LegendItem.Single(this, LegendText, LineStyle, MarkerStyle);

    public AxisLimits GetAxisLimits() => new(new CoordinateRect(Start, End));

    public virtual void Render(RenderPack rp)
    {
        PixelLine line = Axes.GetPixelLine(Line);
        if (MarkersOnTop)
            rp.Canvas.DrawLine(line, LineStyle);
        rp.Canvas.DrawMarker(line.Pixel1, MarkerStyle);
        rp.Canvas.DrawMarker(line.Pixel2, MarkerStyle);
        if (LineOnTop)
            rp.Canvas.DrawLine(line, LineStyle);
    }
}
