namespace ScottPlot.Plottables;

public class ImageMarker : IPlottable
{
    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public Image? Image { get; set; }
    public Coordinates Location { get; set; }
    public float Scale { get; set; } = 1;
    public bool AntiAlias { get; set; } = true;
    public IEnumerable<LegendItem> LegendItems => LegendItem.None;

    public AxisLimits GetAxisLimits() => AxisLimits.FromPoint(Location);

    public virtual void Render(RenderPack rp)
    {
        if (!IsVisible || Image is null)
            return;
        Pixel center = Axes.GetPixel(Location);
        float halfWidth = Image.Width / 2f * Scale, halfHeight = Image.Height / 2f * Scale;
        Image.Draw(rp.Canvas, new(center.X - halfWidth, center.X + halfWidth, center.Y + halfHeight, center.Y - halfHeight), AntiAlias);
    }
}
