using ScottPlot.Rendering;

namespace ScottPlot;

public partial class Legend
{
    public LegendLayout GetLayout(PixelSize size, Paint paint) => Layout.GetLayout(this, GetItems(), size, paint);

    public virtual void Render(RenderPack rp)
    {
        if (IsVisible)
            Render(rp.Canvas, rp.Paint, rp.DataRect.Contract(Margin), Alignment);
    }

    internal void Render(Canvas canvas, Paint paint, PixelRect rect, Alignment alignment)
    {
        LegendItem[] items = GetItems();
        if (items.Length == 0)
            return;
        LegendLayout layout = Layout.GetLayout(this, items, rect.Size, paint);
        Draw(canvas, layout.MovedTo(layout.LegendRect.AlignedInside(rect, alignment)));
    }

    private LegendLayout StandaloneLayout()
    {
        using Paint paint = Paint.NewDisposablePaint();
        LegendItem[] items = GetItems();
        return items.Length > 0 ? Layout.GetLayout(this, items, PixelSize.Infinity, paint) : LegendLayout.NoLegend;
    }

    /// <summary>Only the legend.</summary>
    public Image GetImage()
    {
        LegendLayout layout = StandaloneLayout();
        (int width, int height) = (Pixels(layout.LegendRect.Width), Pixels(layout.LegendRect.Height));
        using RasterCanvas canvas = new(width, height);
        Draw(canvas, layout);
        return new Image(canvas.GetPixels(), width, height);
    }

    public string GetSvgXml()
    {
        LegendLayout layout = StandaloneLayout();
        using SvgCanvas canvas = new(Pixels(layout.LegendRect.Width), Pixels(layout.LegendRect.Height));
        Draw(canvas, layout);
        return canvas.GetXml();
    }

    private static int Pixels(float length) => float.IsNaN(length) ? 1 : Math.Max(1, (int)Math.Ceiling(length));

    /// <summary>The size it needs; measured if it was not drawn yet.</summary>
    internal PixelSize MeasureOrLastSize()
    {
        if (float.IsNaN(LastRenderSize.Width))
            LastRenderSize = StandaloneLayout().LegendRect.Size;
        return LastRenderSize;
    }

    private void Draw(Canvas canvas, LegendLayout layout)
    {
        LastRenderSize = layout.LegendRect.Size;
        if (layout.LegendItems.Length == 0)
            return;
        canvas.FillRectangle(layout.LegendRect.WithOffset(ShadowOffset), ShadowFillStyle);
        canvas.FillRectangle(layout.LegendRect, BackgroundFillStyle);
        canvas.DrawRectangle(layout.LegendRect, OutlineStyle);

        canvas.Save();
        canvas.Clip(layout.LegendRect.Contract(Padding).Expand(1));
        for (int i = 0; i < layout.LegendItems.Length; i++)
            DrawItem(canvas, layout.LegendItems[i], layout.SymbolRects[i], layout.LabelRects[i]);
        canvas.Restore();
    }

    private void DrawItem(Canvas canvas, LegendItem item, PixelRect symbol, PixelRect label)
    {
        item.LabelStyle.Render(canvas, label.LeftCenter);
        if (MarkerShapeOverride is MarkerShape shape)
            DrawOverride(canvas, item, symbol, shape);
        else
            DrawSymbol(canvas, item, symbol);

        if (item.Plottable is { IsVisible: false })
            canvas.FillRectangle(new PixelRect(symbol.Left, label.Right, label.Bottom, symbol.Top), BackgroundColor.WithAlpha(1 - HiddenItemOpacity));
    }

    private static void DrawSymbol(Canvas canvas, LegendItem item, PixelRect symbol)
    {
        PixelRect area = symbol.Contract(0, symbol.Height * .2f);
        // from right to left, which shows in dashes
        PixelLine line = new(symbol.RightCenter, symbol.LeftCenter);
        canvas.DrawLine(line, item.LineStyle);
        canvas.FillRectangle(area, item.FillStyle);
        canvas.DrawRectangleFromBottom(area.Expand(1 - item.OutlineWidth), item.OutlineStyle);
        canvas.DrawMarker(symbol.Center, item.MarkerStyle);
        if (item.ArrowStyle.IsVisible)
            canvas.DrawPath(Arrow(line, item.ArrowStyle), item.ArrowStyle.LineStyle);
    }

    // pointing left, whatever the size of the symbol: what sticks out is cut by the legend's clip
    private static CanvasPath Arrow(PixelLine line, ArrowStyle style) => new CanvasPath()
        .AddLine(line.Pixel1, line.Pixel2)
        .AddPolyline(
        [
            line.Pixel2.WithOffset(style.ArrowheadLength, style.ArrowheadWidth),
            line.Pixel2,
            line.Pixel2.WithOffset(style.ArrowheadLength, -style.ArrowheadWidth),
        ]);

    private static void DrawOverride(Canvas canvas, LegendItem item, PixelRect symbol, MarkerShape shape)
    {
        item.MarkerShape = shape;
        if (item.MarkerColor == Colors.Transparent)
            item.MarkerColor = item.FillColor;
        item.MarkerSize = Math.Max(item.LabelFontSize, item.MarkerSize);
        canvas.DrawMarker(symbol.Center, item.MarkerStyle);
    }
}
