namespace ScottPlot.Plottables;

/// <summary>A band across the whole data area.</summary>
public abstract class AxisSpan : IPlottable, IHasLine, IHasFill, IHasLegendText
{
    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public string LegendText { get; set; } = string.Empty;

    public LineStyle LineStyle { get; set; } = new();
    public float LineWidth { get => LineStyle.Width; set => LineStyle.Width = value; }
    public LinePattern LinePattern { get => LineStyle.Pattern; set => LineStyle.Pattern = value; }
    public Color LineColor { get => LineStyle.Color; set => LineStyle.Color = value; }

    public FillStyle FillStyle { get; set; } = new();
    public Color FillColor { get => FillStyle.Color; set => FillStyle.Color = value; }
    public Color FillHatchColor { get => FillStyle.HatchColor; set => FillStyle.HatchColor = value; }
    public IHatch? FillHatch { get => FillStyle.Hatch; set => FillStyle.Hatch = value; }

    public IEnumerable<LegendItem> LegendItems => LegendItem.Single(this, LegendText, FillStyle);
    public bool EnableAutoscale { get; set; } = true;
    public bool IsDraggable { get; set; }
    public bool IsResizable { get; set; }

    public abstract AxisLimits GetAxisLimits();
    public abstract void Render(RenderPack rp);
    public abstract AxisSpanUnderMouse? UnderMouse(CoordinateRect rect);
    public abstract void DragTo(AxisSpanUnderMouse start, Coordinates mouseNow);

    public bool IsUnderMouse(CoordinateRect rect) => UnderMouse(rect) is not null;

    protected void Render(RenderPack rp, PixelRect rect)
    {
        rp.Canvas.FillRectangle(rect, FillStyle);
        rp.Canvas.DrawRectangle(rect, LineStyle);
    }

    private protected AxisSpanUnderMouse? Grip(CoordinateRect mouse, CoordinateRange span, bool atEdge1, bool atEdge2, bool inside)
    {
        bool edge1 = IsResizable && atEdge1, edge2 = IsResizable && atEdge2 && !edge1;
        return edge1 || edge2 || (IsDraggable && inside)
            ? new() { Span = this, MouseStart = mouse.Center, OriginalRange = span, ResizeEdge1 = edge1, ResizeEdge2 = edge2 }
            : null;
    }

    private protected static (double, double) Dragged(AxisSpanUnderMouse grip, double value1, double value2, double from, double to) =>
        grip.ResizeEdge1 ? (to, value2)
        : grip.ResizeEdge2 ? (value1, to)
        : (grip.OriginalRange.Min + to - from, grip.OriginalRange.Max + to - from);
}
