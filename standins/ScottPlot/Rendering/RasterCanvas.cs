using ScottPlot.Typefaces;
using static ScottPlot.Rendering.Cairo;

namespace ScottPlot.Rendering;

/// <summary>Draws into pixels with cairo.</summary>
internal sealed partial class RasterCanvas : Canvas
{
    private readonly nint surface;
    private readonly nint cr;

    public RasterCanvas(int width, int height)
    {
        Width = width;
        Height = height;
        surface = cairo_image_surface_create(FormatArgb32, width, height);
        if (cairo_surface_status(surface) != 0)
            throw new InvalidOperationException($"cairo cannot make an image of {width} x {height} pixels");
        cr = cairo_create(surface);
    }

    public int Width { get; }
    public int Height { get; }

    /// <summary>The picture, premultiplied 0xAARRGGBB, rows from the top.</summary>
    public unsafe uint[] GetPixels()
    {
        cairo_surface_flush(surface);
        byte* data = (byte*)cairo_image_surface_get_data(surface);
        int stride = cairo_image_surface_get_stride(surface);
        uint[] pixels = new uint[Width * Height];
        for (int y = 0; y < Height; y++)
            new ReadOnlySpan<uint>(data + (long)y * stride, Width).CopyTo(pixels.AsSpan(y * Width));
        return pixels;
    }

    public override void Dispose()
    {
        cairo_destroy(cr);
        cairo_surface_destroy(surface);
    }

    // ---- state ----

    protected override void SaveClip() => cairo_save(cr);
    protected override void RestoreClip() => cairo_restore(cr);

    protected override void TransformChanged() => SetMatrix(cr, Transform);

    private static void SetMatrix(nint context, CanvasTransform t) =>
        cairo_set_matrix(context, new Matrix { Xx = t.Xx, Yx = t.Yx, Xy = t.Xy, Yy = t.Yy, X0 = t.X0, Y0 = t.Y0 });

    public override void Clip(PixelRect rect)
    {
        // whole pixels, as a clip without antialiasing has them (and cairo clips those fastest)
        TraceWholePixels(rect);
        cairo_clip(cr);
        TransformChanged();
    }

    private PixelRect OnDevice(PixelRect rect)
    {
        (double x1, double y1) = Transform.Apply(rect.Left, rect.Top);
        (double x2, double y2) = Transform.Apply(rect.Right, rect.Bottom);
        return new PixelRect((float)Math.Min(x1, x2), (float)Math.Max(x1, x2), (float)Math.Max(y1, y2), (float)Math.Min(y1, y2));
    }

    // a pixel belongs to a span when its centre lies in it; a centre exactly on the left end is out
    private static double Round(double v) => Math.Floor(Math.Clamp(v, -1e6, 1e6) + .5);

    private void Source(Color color) => cairo_set_source_rgba(cr, color.R / 255.0, color.G / 255.0, color.B / 255.0, color.A / 255.0);

    private void AntiAlias(bool enable) => cairo_set_antialias(cr, enable ? AntialiasDefault : AntialiasNone);

    // ---- lines ----

    protected override void StrokePolyline(IReadOnlyList<Pixel> pixels, LineStyle style, float width)
    {
        if (pixels.Any(p => !float.IsFinite(p.X) || !float.IsFinite(p.Y)))
            return;
        if (!style.AntiAlias && pixels.Count == 2 && Transform.IsAxisAligned && IsSolid(style) && FillStraightLine(pixels[0], pixels[1], style.Color, width))
            return;
        // dashes count the length of what is left out too
        IReadOnlyList<Pixel> needed = IsSolid(style) ? LineThinning.Thinned(pixels, Transform.Scale) : pixels;
        cairo_new_path(cr);
        foreach (IReadOnlyList<Pixel> piece in LineClipping.Pieces(needed))
        {
            cairo_move_to(cr, piece[0].X, piece[0].Y);
            for (int i = 1; i < piece.Count; i++)
                cairo_line_to(cr, piece[i].X, piece[i].Y);
        }
        Stroke(style, width);
    }

    protected override void StrokePath(CanvasPath path, LineStyle style, float width)
    {
        if (!style.AntiAlias && path.IsSegments && Transform.IsAxisAligned && IsSolid(style))
        {
            for (int i = 0; i < path.Points.Count; i += 2)
                StrokePolyline([path.Points[i], path.Points[i + 1]], style, width);
        }
        else if (Trace(path))
        {
            Stroke(style, width);
        }
    }

    private static bool IsSolid(LineStyle style) => style.Pattern.Intervals is not { Length: > 0 };

    // Horizontal and vertical lines without antialiasing are whole pixels: cover exactly those whose centres the line covers.
    private bool FillStraightLine(Pixel from, Pixel to, Color color, float width)
    {
        float half = width / 2;
        PixelRect rect;
        if (from.X == to.X)
            rect = new(from.X - half, from.X + half, Math.Max(from.Y, to.Y), Math.Min(from.Y, to.Y));
        else if (from.Y == to.Y)
            rect = new(Math.Min(from.X, to.X), Math.Max(from.X, to.X), from.Y + half, from.Y - half);
        else
            return false;
        FillWholePixels(rect, color);
        return true;
    }

    private void FillWholePixels(PixelRect rect, Color color)
    {
        TraceWholePixels(rect);
        Source(color);
        AntiAlias(false);
        cairo_fill(cr);
        TransformChanged();
    }

    // leaves the matrix the identity
    private void TraceWholePixels(PixelRect rect)
    {
        PixelRect device = OnDevice(rect);
        cairo_identity_matrix(cr);
        cairo_new_path(cr);
        cairo_rectangle(cr, Round(device.Left), Round(device.Top), Round(device.Right) - Round(device.Left), Round(device.Bottom) - Round(device.Top));
    }

    private void Stroke(LineStyle style, float width)
    {
        Source(style.Color);
        AntiAlias(style.AntiAlias);
        cairo_set_line_width(cr, width);
        cairo_set_line_cap(cr, style.Rounded ? CapRound : CapButt);
        cairo_set_line_join(cr, style.Rounded ? JoinRound : JoinMiter);
        cairo_set_miter_limit(cr, style.StrokeMiter);
        double[] dashes = IsSolid(style) ? [] : Array.ConvertAll(style.Pattern.Intervals, v => (double)v);
        cairo_set_dash(cr, dashes, dashes.Length, style.Pattern.Phase);
        cairo_stroke(cr);
    }

    // ---- areas ----

    public override void Clear(Color color)
    {
        cairo_save(cr);
        cairo_set_operator(cr, OperatorSource);
        Source(color);
        cairo_paint(cr);
        cairo_restore(cr);
    }

    protected override void FillPath(CanvasPath path, Color color, bool antiAlias)
    {
        if (!Trace(path))
            return;
        Source(color);
        AntiAlias(antiAlias);
        cairo_fill(cr);
    }

    protected override void FillRectangle(PixelRect rect, Color color, bool antiAlias)
    {
        if (!antiAlias && Transform.IsAxisAligned)
        {
            FillWholePixels(rect, color);
            return;
        }
        PixelRect near = LineClipping.Nearest(rect);
        if (!float.IsFinite(near.Width) || !float.IsFinite(near.Height))
            return;
        cairo_new_path(cr);
        cairo_rectangle(cr, near.Left, near.Top, near.Width, near.Height);
        Source(color);
        AntiAlias(antiAlias);
        cairo_fill(cr);
    }

    // false if the path holds a number that is none: then it is not drawn at all
    private bool Trace(CanvasPath whole)
    {
        if (LineClipping.WithinReach(whole) is not CanvasPath path)
            return false;
        cairo_new_path(cr);
        int at = 0;
        Pixel Next() => path.Points[at++];
        foreach (CanvasPath.Verb verb in path.Verbs)
        {
            switch (verb)
            {
                case CanvasPath.Verb.Move:
                    Pixel start = Next();
                    cairo_move_to(cr, start.X, start.Y);
                    break;
                case CanvasPath.Verb.Line:
                    Pixel end = Next();
                    cairo_line_to(cr, end.X, end.Y);
                    break;
                case CanvasPath.Verb.Cubic:
                    (Pixel c1, Pixel c2, Pixel to) = (Next(), Next(), Next());
                    cairo_curve_to(cr, c1.X, c1.Y, c2.X, c2.Y, to.X, to.Y);
                    break;
                default:
                    cairo_close_path(cr);
                    break;
            }
        }
        return true;
    }

    // ---- images ----

    public override unsafe void DrawImage(uint[] premultipliedArgb, int width, int height, PixelRect target, bool smooth)
    {
        if (width <= 0 || height <= 0 || !float.IsFinite(target.Width) || !float.IsFinite(target.Height) || target.Width == 0 || target.Height == 0)
            return;
        fixed (uint* data = premultipliedArgb)
        {
            nint image = cairo_image_surface_create_for_data((nint)data, FormatArgb32, width, height, width * 4);
            cairo_save(cr);
            cairo_translate(cr, target.Left, target.Top);
            cairo_scale(cr, target.Width / width, target.Height / height);
            cairo_set_source_surface(cr, image, 0, 0);
            cairo_pattern_set_filter(cairo_get_source(cr), smooth ? FilterBest : FilterNearest);
            cairo_pattern_set_extend(cairo_get_source(cr), ExtendPad);
            TraceWholePixels(target);
            AntiAlias(false);
            cairo_fill(cr);
            cairo_restore(cr);
            Source(Colors.Black); // lets go of the image before its memory is gone
            cairo_surface_destroy(image);
        }
    }
}
