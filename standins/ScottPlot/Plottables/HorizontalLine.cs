namespace ScottPlot.Plottables;

public class HorizontalLine : AxisLine
{
    public HorizontalLine()
    {
        LabelRotation = -90;
        LabelAlignment = Alignment.LowerCenter;
    }

    public double Y { get => Position; set => Position = value; }
    public double Minimum { get; set; } = double.NegativeInfinity;
    public double Maximum { get; set; } = double.PositiveInfinity;

    public override bool IsUnderMouse(CoordinateRect rect) => IsDraggable && rect.ContainsY(Y);
    public override AxisLimits GetAxisLimits() => EnableAutoscale ? AxisLimits.VerticalOnly(Y, Y) : AxisLimits.NoLimits;

    public override void Render(RenderPack rp)
    {
        if (!IsVisible || !Axes.YAxis.Range.Contains(Y))
            return;
        CoordinateRange view = Axes.XAxis.Range.ToRectifiedCoordinateRange;
        CoordinateLine line = new(Math.Max(Minimum, view.Min), Y, Math.Min(Maximum, view.Max), Y);
        rp.Canvas.DrawLine(Axes.GetPixelLine(line), LineStyle);
    }

    public override void RenderLast(RenderPack rp)
    {
        float y = HasLabel ? Axes.GetPixelY(Y) : float.NaN;
        if (!rp.DataRect.ContainsY(y))
            return;
        float beyond = rp.Layout.PanelOffsets[Axes.YAxis];
        if (LabelOppositeAxis)
            RenderLabel(rp, new(rp.DataRect.Right + LabelPixelPadding.Right + beyond, y), Alignment.UpperCenter);
        else
            RenderLabel(rp, new(rp.DataRect.Left - LabelPixelPadding.Left - beyond, y), Alignment.LowerCenter);
    }
}
