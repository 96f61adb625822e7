using ScottPlot.Rendering;

namespace ScottPlot.Plottables;

internal static class ArrowDrawing
{
    /// <summary>A shaft with one head; it points along the line to its second end.</summary>
    public static void Draw(Canvas canvas, PixelLine line, ArrowStyle style)
    {
        float headHalf = style.ArrowheadWidth / 2, shaftHalf = style.ArrowWidth / 2;

        // With the tip at the origin and the shaft to the right.
        Pixel[] outline =
        [
            new(0f, 0f),
            new(style.ArrowheadLength, headHalf),
            new(style.ArrowheadAxisLength, shaftHalf),
            new(line.Length, shaftHalf),
            new(line.Length, -shaftHalf),
            new(style.ArrowheadAxisLength, -shaftHalf),
            new(style.ArrowheadLength, -headHalf),
        ];
        canvas.Save();
        canvas.Translate(line.X2, line.Y2);
        canvas.RotateDegrees(line.AngleDegrees + 90);
        canvas.FillPolygon(outline, style.FillStyle);

        // Not closed: the first corner is repeated, so its two ends are cut square.
        canvas.DrawPath(new CanvasPath().AddPolyline([.. outline, outline[0]]), style.LineStyle);
        canvas.Restore();
    }
}
