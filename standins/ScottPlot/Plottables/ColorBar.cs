using ScottPlot.AxisPanels;

namespace ScottPlot.Panels;

/// <summary>The colours of a heat map with an axis that says what they mean.</summary>
public class ColorBar(IHasColorAxis source, Edge edge = Edge.Right) : IPanel
{
    public bool IsVisible { get; set; } = true;
    public IHasColorAxis Source { get; set; } = source;
    public Edge Edge { get; set; } = edge;

    public IAxis Axis { get; private set; } = edge switch
    {
        Edge.Left => new LeftAxis(),
        Edge.Right => new RightAxis(),
        Edge.Bottom => new BottomAxis(),
        Edge.Top => new TopAxis(),
        _ => throw new NotImplementedException(),
    };

    /// <summary>Of the colours alone, in pixels.</summary>
    public float Width { get; set; } = 30;

    public string Label { get => Axis.Label.Text; set => Axis.Label.Text = value; }
    public LabelStyle LabelStyle => Axis.Label;
    public bool ShowDebugInformation { get; set; }
    public float MinimumSize { get; set; }
    public float MaximumSize { get; set; } = float.MaxValue;

    private bool IsUpright => Edge is Edge.Left or Edge.Right;

    // The ticks are chosen for a guessed size, since the data area is known only when all panels were measured.
    public float Measure(Paint paint)
    {
        if (!IsVisible)
            return 0;
        GenerateTicks(new PixelRect(0, 600, 400, 0), paint);
        return Width + Axis.Measure(paint);
    }

    public PixelRect GetPanelRect(PixelRect dataRect, float size, float offset, Paint paint)
    {
        PixelRect strip = GetStrip(dataRect, offset);
        GenerateTicks(dataRect, paint);
        float more = Axis.Measure(paint);
        return Edge switch
        {
            Edge.Left => strip.ExpandX(strip.Left - more),
            Edge.Right => strip.ExpandX(strip.Right + more),
            Edge.Bottom => strip.ExpandY(strip.Bottom + more),
            _ => strip.ExpandY(strip.Top - more),
        };
    }

    public void Render(RenderPack rp, float size, float offset)
    {
        if (!IsVisible)
            return;
        PixelRect strip = GetStrip(rp.DataRect, offset);
        RenderStrip(rp, strip);
        GenerateTicks(rp.DataRect, rp.Paint);
        Axis.Render(rp, size - Width, offset + Width);
    }

    private PixelRect GetStrip(PixelRect data, float offset) => Edge switch
    {
        Edge.Left => new(data.Left - offset - Width, data.Left - offset, data.Bottom, data.Top),
        Edge.Right => new(data.Right + offset, data.Right + offset + Width, data.Bottom, data.Top),
        Edge.Bottom => new(data.Left, data.Right, data.Bottom + offset + Width, data.Bottom + offset),
        Edge.Top => new(data.Left, data.Right, data.Top - offset, data.Top - offset - Width),
        _ => throw new NotImplementedException($"{Edge}"),
    };

    private void RenderStrip(RenderPack rp, PixelRect strip)
    {
        const int shades = 256;
        uint[] colors = new uint[shades];
        for (int i = 0; i < shades; i++)
            colors[i] = Source.Colormap.GetColor(IsUpright ? 1 - i / (shades - 1.0) : i / (shades - 1.0)).PremultipliedARGB;
        rp.Canvas.DrawImage(colors, IsUpright ? 1 : shades, IsUpright ? shades : 1, strip, smooth: true);
    }

    private void GenerateTicks(PixelRect dataRect, Paint paint)
    {
        Range range = Source.GetRange();
        (Axis.Min, Axis.Max) = (range.Min, range.Max);
        Axis.RegenerateTicks(IsUpright ? dataRect.Height : dataRect.Width, paint);
    }
}
