namespace ScottPlot.Plottables;

public class VerticalLine : AxisLine
{
    public double X { get => Position; set => Position = value; }
    public double Minimum { get; set; } = double.NegativeInfinity;
    public double Maximum { get; set; } = double.PositiveInfinity;

    public override bool IsUnderMouse(CoordinateRect rect) => IsDraggable && rect.ContainsX(X);
    public override AxisLimits GetAxisLimits() => EnableAutoscale ? AxisLimits.HorizontalOnly(X, X) : AxisLimits.NoLimits;

    public override void Render(RenderPack rp)
    {
        if (!IsVisible || !Axes.XAxis.Range.Contains(X))
            return;
        CoordinateRange view = Axes.YAxis.Range.ToRectifiedCoordinateRange;
        CoordinateLine line = new(X, Math.Max(Minimum, view.Min), X, Math.Min(Maximum, view.Max));
        rp.Canvas.DrawLine(Axes.GetPixelLine(line), LineStyle);
    }

    public override void RenderLast(RenderPack rp)
    {
        float x = HasLabel ? Axes.GetPixelX(X) : float.NaN;
        if (!rp.DataRect.ContainsX(x))
            return;
        if (LabelOppositeAxis)
            RenderLabel(rp, new(x, rp.DataRect.Top - LabelPixelPadding.Top), Alignment.LowerCenter);
        else
            RenderLabel(rp, new(x, rp.DataRect.Bottom + LabelPixelPadding.Bottom), Alignment.UpperCenter);
    }
}
