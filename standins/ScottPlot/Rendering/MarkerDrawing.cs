namespace ScottPlot.Rendering;

internal abstract partial class Canvas
{
    public void DrawMarkers(IEnumerable<Pixel> pixels, MarkerStyle style)
    {
        foreach (Pixel px in pixels)
            DrawMarker(px, style);
    }

    /// <summary>Filled shapes are filled and outlined, open ones stroked with the marker's line. A marker without size is not there.</summary>
    public void DrawMarker(Pixel center, MarkerStyle style)
    {
        if (!style.IsVisible || style.Size <= 0 || !float.IsFinite(center.X) || !float.IsFinite(center.Y))
            return;

        float size = style.Size, radius = size / 2;
        switch (style.Shape)
        {
            case MarkerShape.None:
                break;
            case MarkerShape.FilledCircle:
                FillCircle(center, radius, style.FillStyle);
                DrawCircle(center, radius, style.OutlineStyle);
                break;
            case MarkerShape.OpenCircle:
                DrawCircle(center, radius, style.LineStyle);
                break;
            case MarkerShape.FilledSquare:
                FillRectangle(new PixelRect(center, radius), style.FillStyle);
                DrawRectangle(new PixelRect(center, radius), style.OutlineStyle);
                break;
            case MarkerShape.OpenSquare:
                DrawRectangle(new PixelRect(center, radius), style.LineStyle);
                break;
            case MarkerShape.FilledTriangleUp or MarkerShape.FilledTriangleDown or MarkerShape.FilledDiamond:
                FillPath(MarkerOutline(center, size, style.Shape), style.FillStyle);
                DrawPath(MarkerOutline(center, size, style.Shape), style.OutlineStyle);
                break;
            case MarkerShape.OpenCircleWithDot:
                DrawCircle(center, radius, style.LineStyle);
                FillCircle(center, style.LineStyle.Width > 0 ? style.LineStyle.Width : 1, style.FillStyle);
                break;
            case MarkerShape.OpenCircleWithCross or MarkerShape.OpenCircleWithEks:
                DrawPath(MarkerOutline(center, size, style.Shape), style.LineStyle);
                DrawCircle(center, radius, style.LineStyle);
                break;
            case MarkerShape.CircleWithLineLeft or MarkerShape.CircleWithLineRight:
                DrawLine(center.WithOffset(radius, 0), center.WithOffset(-radius, 0), style.LineStyle);
                Pixel end = center.WithOffset(style.Shape == MarkerShape.CircleWithLineLeft ? -radius : radius, 0);
                FillCircle(end, size / 4, style.FillStyle);
                DrawCircle(end, size / 4, style.OutlineStyle);
                break;
            case MarkerShape.TriangleWithLineLeft or MarkerShape.TriangleWithLineRight:
                DrawLine(center.WithOffset(radius, 0), center.WithOffset(-radius, 0), style.LineStyle);
                FillPath(MarkerOutline(center, size, style.Shape), style.FillStyle);
                DrawPath(MarkerOutline(center, size, style.Shape), style.OutlineStyle);
                break;
            default:
                DrawPath(MarkerOutline(center, size, style.Shape), style.LineStyle);
                break;
        }
    }

    private static CanvasPath MarkerOutline(Pixel center, float size, MarkerShape shape)
    {
        (float x, float y, float h) = (center.X, center.Y, size / 2);
        CanvasPath path = new();

        CanvasPath Segment(float x1, float y1, float x2, float y2) => path.MoveTo(x + x1, y + y1).LineTo(x + x2, y + y2);
        CanvasPath Triangle(float x1, float y1, float x2, float y2, float x3, float y3) =>
            path.MoveTo(x + x1, y + y1).LineTo(x + x2, y + y2).LineTo(x + x3, y + y3).Close();

        // triangles have sides as long as the marker's size; the centre is that of the circle around them
        float around = size / MathF.Sqrt(3), half = around * MathF.Sqrt(3) / 2, low = around / 2;
        float diagonal = size / (2 * MathF.Sqrt(2)), sixth = size / 6;
        switch (shape)
        {
            case MarkerShape.FilledTriangleUp or MarkerShape.OpenTriangleUp:
                return Triangle(0, -around, half, low, -half, low);
            case MarkerShape.FilledTriangleDown or MarkerShape.OpenTriangleDown:
                return Triangle(0, around, half, -low, -half, -low);
            case MarkerShape.FilledDiamond or MarkerShape.OpenDiamond:
                return path.MoveTo(x + h, y).LineTo(x, y + h).LineTo(x - h, y).LineTo(x, y - h).Close();
            case MarkerShape.Eks:
                Segment(h, h, -h, -h);
                return Segment(-h, h, h, -h);
            case MarkerShape.Cross or MarkerShape.OpenCircleWithCross:
                Segment(h, 0, -h, 0);
                return Segment(0, h, 0, -h);
            case MarkerShape.VerticalBar:
                return Segment(0, h, 0, -h);
            case MarkerShape.HorizontalBar:
                return Segment(h, 0, -h, 0);
            case MarkerShape.TriUp:
                Segment(0, 0, 0, around);
                Segment(0, 0, -half, -low);
                return Segment(0, 0, half, -low);
            case MarkerShape.TriDown:
                Segment(0, 0, 0, -around);
                Segment(0, 0, -half, low);
                return Segment(0, 0, half, low);
            case MarkerShape.Asterisk:
                Segment(h, 0, -h, 0);
                Segment(0, h, 0, -h);
                Segment(diagonal, diagonal, -diagonal, -diagonal);
                return Segment(-diagonal, diagonal, diagonal, -diagonal);
            case MarkerShape.HashTag:
                Segment(sixth, h, sixth, -h);
                Segment(-sixth, h, -sixth, -h);
                Segment(h, sixth, -h, sixth);
                return Segment(h, -sixth, -h, -sixth);
            case MarkerShape.OpenCircleWithEks:
                Segment(diagonal, diagonal, -diagonal, -diagonal);
                return Segment(-diagonal, diagonal, diagonal, -diagonal);
            case MarkerShape.TriangleWithLineLeft:
                return Triangle(-h, -.4f * size, -h + .5f * size, 0, -h, .4f * size);
            case MarkerShape.TriangleWithLineRight:
                return Triangle(h, -.4f * size, h - .5f * size, 0, h, .4f * size);
            default:
                return path;
        }
    }
}
