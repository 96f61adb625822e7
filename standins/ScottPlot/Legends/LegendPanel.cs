namespace ScottPlot.Panels;

/// <summary>The legend outside the data area.</summary>
public class LegendPanel(Legend legend) : PanelBase
{
    public Legend Legend { get; } = legend;
    public Alignment Alignment { get; set; } = Alignment.MiddleCenter;
    public PixelPadding Padding { get; set; } = new(20, 20);

    public override float Measure(Paint paint)
    {
        PixelSize size = Legend.MeasureOrLastSize();
        return Edge is Edge.Left or Edge.Right ? size.Width + Padding.Horizontal : size.Height + Padding.Vertical;
    }

    public override void Render(RenderPack rp, float size, float offset) =>
        Legend.Render(rp.Canvas, rp.Paint, GetPanelRect(rp.DataRect, size, offset, rp.Paint), Alignment);
}
