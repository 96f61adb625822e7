namespace ScottPlot.AxisPanels;

public abstract class YAxisBase : AxisBase, IYAxis
{
    public double Height => Range.Span;

    public virtual float Measure(Paint paint)
    {
        if (!IsVisible)
            return 0;
        if (!Range.HasBeenSet)
            return SizeWhenNoData;

        float tickLabels = TickGenerator.Ticks.Select(t => TickLabelStyle.Measure(t.Label, paint).Width).DefaultIfEmpty(0).Max();
        float label = HasLabel
            ? LabelStyle.Measure(LabelText, paint).Height + PaddingBetweenTickAndAxisLabels.Horizontal + PaddingOutsideAxisLabels.Horizontal
            : EmptyLabelPadding.Horizontal;
        return tickLabels + label;
    }

    public float GetPixel(double position, PixelRect dataArea) =>
        dataArea.Bottom - (float)((position - Min) * (dataArea.Height / Height));

    public double GetCoordinate(float pixel, PixelRect dataArea) => Min - (pixel - dataArea.Bottom) / (dataArea.Height / Height);
    public double GetPixelDistance(double distance, PixelRect dataArea) => distance * dataArea.Height / Height;
    public double GetCoordinateDistance(float distance, PixelRect dataArea) => distance / (dataArea.Height / Height);

    public void RegenerateTicks(PixelLength size, Paint paint) => MakeTicks(size, paint);

    public PixelRect GetPanelRect(PixelRect dataRect, float size, float offset, Paint paint) => Edge == Edge.Left
        ? new PixelRect(dataRect.Left - offset - size, dataRect.Left - offset, dataRect.Bottom, dataRect.Top)
        : new PixelRect(dataRect.Right + offset, dataRect.Right + offset + size, dataRect.Bottom, dataRect.Top);

    public virtual void Render(RenderPack rp, float size, float offset)
    {
        if (!IsVisible)
            return;
        PixelRect panel = GetPanelRect(rp.DataRect, size, offset, rp.Paint);
        float x = Edge == Edge.Left ? panel.Left + PaddingOutsideAxisLabels.Horizontal : panel.Right - PaddingOutsideAxisLabels.Horizontal;
        LabelAlignment = Alignment.UpperCenter;
        DrawLabel(rp, panel, new Pixel(x, rp.DataRect.VerticalCenter));
        DrawTicks(rp, TickLabelStyle, panel, TickGenerator.Ticks, this, MajorTickStyle, MinorTickStyle);
        DrawFrame(rp, panel, Edge, FrameLineStyle);
    }
}

public class LeftAxis : YAxisBase
{
    public LeftAxis() => LabelRotation = -90;

    public override Edge Edge => Edge.Left;
}

public class RightAxis : YAxisBase
{
    public RightAxis() => LabelRotation = 90;

    public override Edge Edge => Edge.Right;
}
