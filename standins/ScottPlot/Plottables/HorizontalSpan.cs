namespace ScottPlot.Plottables;

public class HorizontalSpan : AxisSpan
{
    public double X1 { get; set; }
    public double X2 { get; set; }
    public CoordinateRange XRange => new(Left, Right);
    public double Left { get => Math.Min(X1, X2); set => X1 = value; }
    public double Right { get => Math.Max(X1, X2); set => X2 = value; }

    public override AxisLimits GetAxisLimits() => EnableAutoscale ? AxisLimits.HorizontalOnly(Left, Right) : AxisLimits.NoLimits;

    // However thin, a band is at least one pixel.
    public override void Render(RenderPack rp)
    {
        PixelRangeX across = new(Axes.GetPixelX(Left), Axes.GetPixelX(Right));
        if (across.Span < 1)
        {
            float middle = (across.Left + across.Right) / 2;
            across = new(middle - 0.5f, middle + 0.5f);
        }
        Render(rp, new PixelRect(across, new PixelRangeY(rp.DataRect.Bottom, rp.DataRect.Top)));
    }

    public override AxisSpanUnderMouse? UnderMouse(CoordinateRect rect) =>
        Grip(rect, new(X1, X2), rect.ContainsX(X1), rect.ContainsX(X2), rect.XRange.Overlaps(XRange));

    public override void DragTo(AxisSpanUnderMouse spanUnderMouse, Coordinates mouseNow) =>
        (X1, X2) = Dragged(spanUnderMouse, X1, X2, spanUnderMouse.MouseStart.X, mouseNow.X);
}
