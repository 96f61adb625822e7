namespace ScottPlot.Plottables;

public class VerticalSpan : AxisSpan
{
    public double Y1 { get; set; }
    public double Y2 { get; set; }
    public CoordinateRange YRange => new(Bottom, Top);
    public double Bottom { get => Math.Min(Y1, Y2); set => Y1 = value; }
    public double Top { get => Math.Max(Y1, Y2); set => Y2 = value; }

    public override AxisLimits GetAxisLimits() => EnableAutoscale ? AxisLimits.VerticalOnly(Bottom, Top) : AxisLimits.NoLimits;

    // However thin, a band is at least one pixel.
    public override void Render(RenderPack rp)
    {
        PixelRangeY across = new(Axes.GetPixelY(Bottom), Axes.GetPixelY(Top));
        if (across.Span < 1)
        {
            float middle = (across.Bottom + across.Top) / 2;
            across = new(middle - 0.5f, middle + 0.5f);
        }
        Render(rp, new PixelRect(new PixelRangeX(rp.DataRect.Left, rp.DataRect.Right), across));
    }

    public override AxisSpanUnderMouse? UnderMouse(CoordinateRect rect) =>
        Grip(rect, new(Y1, Y2), rect.ContainsY(Y1), rect.ContainsY(Y2), rect.YRange.Overlaps(YRange));

    public override void DragTo(AxisSpanUnderMouse spanUnderMouse, Coordinates mouseNow) =>
        (Y1, Y2) = Dragged(spanUnderMouse, Y1, Y2, spanUnderMouse.MouseStart.Y, mouseNow.Y);
}
