namespace ScottPlot.Panels;

public class TitlePanel : IPanel
{
    /// <summary>Room above the text.</summary>
    public float VerticalPadding = 10;

    public bool IsVisible { get; set; } = true;
    public Edge Edge => Edge.Top;
    public bool ShowDebugInformation { get; set; }
    public float MinimumSize { get; set; }
    public float MaximumSize { get; set; } = float.MaxValue;

    /// <summary>Centre the title over the figure instead of the data area.</summary>
    public bool FullFigureCenter { get; set; }

    public LabelStyle Label { get; } = new() { FontSize = 16, Bold = true, Alignment = Alignment.LowerCenter };

    public float Measure(Paint paint) =>
        IsVisible && !string.IsNullOrWhiteSpace(Label.Text) ? Label.Measure(Label.Text, paint).Height + VerticalPadding : 0;

    public PixelRect GetPanelRect(PixelRect dataRect, float size, float offset, Paint paint) =>
        new(dataRect.Left, dataRect.Right, dataRect.Top - offset, dataRect.Top - offset - size);

    public void Render(RenderPack rp, float size, float offset)
    {
        if (!IsVisible)
            return;
        PixelRect panel = GetPanelRect(rp.DataRect, size, offset, rp.Paint);
        float left = FullFigureCenter ? rp.FigureRect.Left : panel.Left;
        Label.Render(rp.Canvas, new Pixel((left + panel.Right) / 2, panel.Bottom));
    }
}
