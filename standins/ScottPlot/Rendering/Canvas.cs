using ScottPlot.Typefaces;

namespace ScottPlot.Rendering;

/// <summary>What everything is drawn on: one interface with a raster (cairo) and an SVG backend.</summary>
internal abstract partial class Canvas : IDisposable
{
    private readonly Stack<CanvasTransform> saved = new();

    public CanvasTransform Transform { get; private set; } = CanvasTransform.Identity;

    // ---- the state: transformation and clip, saved and restored together ----

    public int SaveLevel => saved.Count;

    public void Save()
    {
        saved.Push(Transform);
        SaveClip();
    }

    public void Restore()
    {
        if (saved.Count == 0)
            throw new InvalidOperationException("Restore() was called more than Save()");
        Transform = saved.Pop();
        RestoreClip();
        TransformChanged();
    }

    public void RestoreTo(int level)
    {
        while (saved.Count > level)
            Restore();
    }

    public void Translate(float dx, float dy) => SetTransform(Transform.Translated(dx, dy));
    public void Scale(double factor) => SetTransform(Transform.Scaled(factor));
    public void RotateDegrees(double degrees) => SetTransform(Transform.Rotated(degrees));

    private void SetTransform(CanvasTransform transform)
    {
        Transform = transform;
        TransformChanged();
    }

    /// <summary>Limits drawing to the rectangle until the next <see cref="Restore"/>; clips intersect.</summary>
    public abstract void Clip(PixelRect rect);

    protected abstract void SaveClip();
    protected abstract void RestoreClip();
    protected abstract void TransformChanged();

    // ---- what a backend draws ----

    /// <summary>Fills everything inside the clip.</summary>
    public abstract void Clear(Color color);
    protected abstract void StrokePath(CanvasPath path, LineStyle style, float width);
    protected abstract void StrokePolyline(IReadOnlyList<Pixel> pixels, LineStyle style, float width);
    protected abstract void FillPath(CanvasPath path, Color color, bool antiAlias);
    protected abstract void FillRectangle(PixelRect rect, Color color, bool antiAlias);
    protected virtual void FillEllipse(PixelRect rect, Color color, bool antiAlias) => FillPath(new CanvasPath().AddOval(rect), color, antiAlias);
    protected virtual void StrokeEllipse(PixelRect rect, LineStyle style, float width) => StrokePath(new CanvasPath().AddOval(rect), style, width);
    /// <summary>Draws one line of text from its baseline's start.</summary>
    public abstract void DrawString(string text, Pixel baseline, FontFile font, float size, Color color, bool antiAlias);
    /// <summary>Stretches an image (rows from the top, premultiplied 0xAARRGGBB) over the rectangle.</summary>
    public abstract void DrawImage(uint[] premultipliedArgb, int width, int height, PixelRect target, bool smooth);
    public abstract void Dispose();

    // ---- lines ----

    private float WidthOf(LineStyle style) => style.Hairline ? (float)(1 / Transform.Scale) : style.Width;

    public void DrawLine(PixelLine line, LineStyle style) => DrawLine(line.Pixel1, line.Pixel2, style);

    public void DrawLine(Pixel from, Pixel to, LineStyle style)
    {
        if (style.CanBeRendered)
            StrokePolyline([from, to], style, WidthOf(style));
    }

    /// <summary>Connects the pixels; fewer than two draw nothing.</summary>
    public void DrawLines(IReadOnlyList<Pixel> pixels, LineStyle style)
    {
        if (style.CanBeRendered && pixels.Count >= 2)
            StrokePolyline(pixels, style, WidthOf(style));
    }

    public void DrawPath(CanvasPath path, LineStyle style)
    {
        if (style.CanBeRendered && !path.IsEmpty)
            StrokePath(path, style, WidthOf(style));
    }

    public void DrawRectangle(PixelRect rect, LineStyle style)
    {
        if (style.CanBeRendered)
            StrokePath(new CanvasPath().AddRectangle(rect), style, WidthOf(style));
    }

    /// <summary>Up from the lower left corner and round: it shows in dashes.</summary>
    public void DrawRectangleFromBottom(PixelRect rect, LineStyle style) =>
        DrawLines([rect.BottomLeft, rect.TopLeft, rect.TopRight, rect.BottomRight, rect.BottomLeft], style);

    public void DrawCircle(Pixel center, float radius, LineStyle style) => DrawOval(new PixelRect(center, radius), style);

    public void DrawOval(PixelRect rect, LineStyle style)
    {
        if (style.CanBeRendered)
            StrokeEllipse(rect, style, WidthOf(style));
    }

    // ---- areas ----

    private static bool Visible(FillStyle style) => style.IsVisible && style.Color != Colors.Transparent;

    public void FillPath(CanvasPath path, FillStyle style)
    {
        if (!Visible(style) || path.IsEmpty)
            return;
        FillPath(path, style.Color, style.AntiAlias);
    }

    public void FillPolygon(IReadOnlyList<Pixel> pixels, FillStyle style)
    {
        if (Visible(style) && pixels.Count > 0)
            FillPath(new CanvasPath().AddPolyline(pixels, close: true), style);
    }

    public void FillRectangle(PixelRect rect, FillStyle style)
    {
        if (Visible(style))
            FillRectangle(rect, style.Color, style.AntiAlias);
    }

    public void FillRectangle(PixelRect rect, Color color) => FillRectangle(rect, color, antiAlias: true);

    public void FillRoundRectangle(PixelRect rect, float radiusX, float radiusY, Color color, bool antiAlias)
    {
        if (radiusX <= 0 || radiusY <= 0)
            FillRectangle(rect, color, antiAlias);
        else
            FillPath(new CanvasPath().AddRoundRectangle(rect, radiusX, radiusY), color, antiAlias);
    }

    public void FillCircle(Pixel center, float radius, FillStyle style) => FillOval(new PixelRect(center, radius), style);

    public void FillOval(PixelRect rect, FillStyle style)
    {
        if (Visible(style))
            FillEllipse(rect, style.Color, style.AntiAlias);
    }
}
