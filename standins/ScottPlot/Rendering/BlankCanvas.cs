using ScottPlot.Typefaces;

namespace ScottPlot.Rendering;

/// <summary>Draws nothing: for renders that only settle limits, ticks and layout.</summary>
internal sealed class BlankCanvas : Canvas
{
    public override void Clip(PixelRect rect)
    {
    }

    public override void Clear(Color color)
    {
    }

    public override void DrawString(string text, Pixel baseline, FontFile font, float size, Color color, bool antiAlias)
    {
    }

    public override void DrawImage(uint[] premultipliedArgb, int width, int height, PixelRect target, bool smooth)
    {
    }

    public override void Dispose()
    {
    }

    protected override void SaveClip()
    {
    }

    protected override void RestoreClip()
    {
    }

    protected override void TransformChanged()
    {
    }

    protected override void StrokePath(CanvasPath path, LineStyle style, float width)
    {
    }

    protected override void StrokePolyline(IReadOnlyList<Pixel> pixels, LineStyle style, float width)
    {
    }

    protected override void FillPath(CanvasPath path, Color color, bool antiAlias)
    {
    }

    protected override void FillRectangle(PixelRect rect, Color color, bool antiAlias)
    {
    }
}
