namespace ScottPlot.Panels;

public abstract class PanelBase : IPanel
{
    public bool IsVisible { get; set; } = true;
    public Edge Edge { get; set; }
    public bool ShowDebugInformation { get; set; }
    public float MinimumSize { get; set; }
    public float MaximumSize { get; set; } = float.MaxValue;

    public abstract float Measure(Paint paint);
    public abstract void Render(RenderPack rp, float size, float offset);

    public PixelRect GetPanelRect(PixelRect dataRect, float size, float offset, Paint paint) => Edge switch
    {
        Edge.Left => new(dataRect.Left - size - offset, dataRect.Left - offset, dataRect.Bottom, dataRect.Top),
        Edge.Right => new(dataRect.Right + offset, dataRect.Right + size + offset, dataRect.Bottom, dataRect.Top),
        Edge.Bottom => new(dataRect.Left, dataRect.Right, dataRect.Bottom + size + offset, dataRect.Bottom + offset),
        _ => new(dataRect.Left, dataRect.Right, dataRect.Top - offset, dataRect.Top - size - offset),
    };
}
