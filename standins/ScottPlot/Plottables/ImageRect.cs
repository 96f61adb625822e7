namespace ScottPlot.Plottables;

public class ImageRect : IPlottable
{
    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public Image? Image { get; set; }
    public CoordinateRect Rect { get; set; } = CoordinateRect.UnitSquare;
    public bool AntiAlias { get; set; } = true;
    public IEnumerable<LegendItem> LegendItems => LegendItem.None;

    public AxisLimits GetAxisLimits() => new(Rect);

    public virtual void Render(RenderPack rp)
    {
        if (!IsVisible || Image is null)
            return;
        Image.Draw(rp.Canvas, Axes.GetPixelRect(Rect), AntiAlias);
    }
}
