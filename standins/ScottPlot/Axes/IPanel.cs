namespace ScottPlot;

/// <summary>A strip along one edge of the data area: an axis, the title, a colour bar, a legend.</summary>
public interface IPanel
{
    bool IsVisible { get; set; }
    float MinimumSize { get; set; }
    float MaximumSize { get; set; }
    Edge Edge { get; }
    bool ShowDebugInformation { get; set; }

    /// <summary>The size in pixels, perpendicular to the edge.</summary>
    float Measure(Paint paint);

    /// <param name="rp">canvas and places</param>
    /// <param name="size">the panel's size, perpendicular to its edge</param>
    /// <param name="offset">how far the panel's inner side is from the data area</param>
    void Render(RenderPack rp, float size, float offset);

    PixelRect GetPanelRect(PixelRect dataRect, float size, float offset, Paint paint);
}

public static class IPanelExtensions
{
    public static bool IsHorizontal(this IPanel panel) => panel.Edge is Edge.Bottom or Edge.Top;
    public static bool IsVertical(this IPanel panel) => !panel.IsHorizontal();

    public static void LockSize(this IPanel panel, float size)
    {
        panel.MinimumSize = size;
        panel.MaximumSize = size;
    }

    public static void ResetSize(this IPanel panel)
    {
        panel.MinimumSize = 0;
        panel.MaximumSize = float.MaxValue;
    }
}
