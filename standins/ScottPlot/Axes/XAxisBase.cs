namespace ScottPlot.AxisPanels;

public abstract class XAxisBase : AxisBase, IXAxis
{
    public XAxisBase() => LabelRotation = 0;

    public double Width => Range.Span;

    public virtual float Measure(Paint paint)
    {
        if (!IsVisible)
            return 0;
        if (!Range.HasBeenSet)
            return SizeWhenNoData;

        float tickLabels = TickGenerator.Ticks.Select(t => TickLabelStyle.Measure(t.Label, paint).Height).DefaultIfEmpty(0).Max();
        float label = HasLabel
            ? LabelStyle.Measure(LabelText, paint).Height + PaddingBetweenTickAndAxisLabels.Vertical + PaddingOutsideAxisLabels.Vertical
            : EmptyLabelPadding.Vertical;
        return MajorTickStyle.Length + tickLabels + label;
    }

    public float GetPixel(double position, PixelRect dataArea) =>
        dataArea.Left + (float)((position - Min) * (dataArea.Width / Width));

    public double GetCoordinate(float pixel, PixelRect dataArea) => Min + (pixel - dataArea.Left) / (dataArea.Width / Width);
    public double GetPixelDistance(double distance, PixelRect dataArea) => distance * dataArea.Width / Width;
    public double GetCoordinateDistance(float distance, PixelRect dataArea) => distance / (dataArea.Width / Width);

    public void RegenerateTicks(PixelLength size, Paint paint) => MakeTicks(size, paint);

    public PixelRect GetPanelRect(PixelRect dataRect, float size, float offset, Paint paint) => Edge == Edge.Bottom
        ? new PixelRect(dataRect.Left, dataRect.Right, dataRect.Bottom + offset + size, dataRect.Bottom + offset)
        : new PixelRect(dataRect.Left, dataRect.Right, dataRect.Top - offset, dataRect.Top - offset - size);

    public virtual void Render(RenderPack rp, float size, float offset)
    {
        if (!IsVisible)
            return;
        PixelRect panel = GetPanelRect(rp.DataRect, size, offset, rp.Paint);
        float y = Edge == Edge.Bottom ? panel.Bottom - PaddingOutsideAxisLabels.Vertical : panel.Top + PaddingOutsideAxisLabels.Vertical;
        LabelAlignment = Alignment.LowerCenter;
        DrawLabel(rp, panel, new Pixel(panel.HorizontalCenter, y));
        DrawTicks(rp, TickLabelStyle, panel, TickGenerator.Ticks, this, MajorTickStyle, MinorTickStyle);
        DrawFrame(rp, panel, Edge, FrameLineStyle);
    }
}

public class BottomAxis : XAxisBase
{
    public override Edge Edge => Edge.Bottom;
}

public class TopAxis : XAxisBase
{
    public override Edge Edge => Edge.Top;
}
