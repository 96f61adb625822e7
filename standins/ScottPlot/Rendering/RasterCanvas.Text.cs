using ScottPlot.Typefaces;
using static ScottPlot.Rendering.Cairo;

namespace ScottPlot.Rendering;

internal sealed partial class RasterCanvas
{
    public override void DrawString(string text, Pixel baseline, FontFile font, float size, Color color, bool antiAlias)
    {
        nint face = font.Native.Value;
        if (face == 0 || text.Length == 0 || color.A == 0)
            return;

        (int[] numbers, float[] places) = font.Place(text, size);
        Glyph[] glyphs = new Glyph[numbers.Length];
        for (int i = 0; i < glyphs.Length; i++)
            glyphs[i] = new Glyph { Index = new((uint)numbers[i]), X = places[i], Y = 0 };

        CanvasTransform place = OnWholePixels(Transform.Translated(baseline.X, baseline.Y));
        if (antiAlias)
            FillThroughMask(glyphs, face, size, place, color, TextBox(font, size, places[^1], place));
        else
            FillGlyphs(cr, glyphs, face, size, place, color);
    }

    // Upright or lying text has its baseline on a whole row or column of pixels: the hinted outlines are made for that.
    private static CanvasTransform OnWholePixels(CanvasTransform t)
    {
        if (t.IsAxisAligned)
            return t with { Y0 = Math.Floor(t.Y0 + .5) };
        return t.Xx == 0 && t.Yy == 0 ? t with { X0 = Math.Floor(t.X0 + .5) } : t;
    }

    // the pixels a text can touch, clipped to the picture
    private (int Left, int Top, int Width, int Height) TextBox(FontFile font, float size, float length, CanvasTransform place)
    {
        float left = -size, right = length + size, top = -font.Top * size, bottom = font.Bottom * size;
        (double X, double Y)[] corners = [place.Apply(left, top), place.Apply(right, top), place.Apply(left, bottom), place.Apply(right, bottom)];
        int x = (int)Math.Clamp(Math.Floor(corners.Min(c => c.X)) - 1, 0, Width), y = (int)Math.Clamp(Math.Floor(corners.Min(c => c.Y)) - 1, 0, Height);
        int endX = (int)Math.Clamp(Math.Ceiling(corners.Max(c => c.X)) + 1, x, Width), endY = (int)Math.Clamp(Math.Ceiling(corners.Max(c => c.Y)) + 1, y, Height);
        return (x, y, endX - x, endY - y);
    }

    // outlines rather than cairo's own glyph images, which it puts on whole pixels only
    private static void FillGlyphs(nint context, Glyph[] glyphs, nint face, float size, CanvasTransform place, Color color)
    {
        cairo_save(context);
        SetMatrix(context, place);
        cairo_set_font_options(context, place.IsAxisAligned || place.Xx == 0 ? UprightText : TurnedText);
        cairo_set_font_face(context, face);
        cairo_set_font_size(context, size);
        cairo_new_path(context);
        cairo_glyph_path(context, glyphs, glyphs.Length);
        cairo_set_source_rgba(context, color.R / 255.0, color.G / 255.0, color.B / 255.0, color.A / 255.0);
        cairo_fill(context);
        cairo_restore(context);
    }

    private unsafe void FillThroughMask(Glyph[] glyphs, nint face, float size, CanvasTransform place, Color color, (int Left, int Top, int Width, int Height) box)
    {
        if (box.Width == 0 || box.Height == 0)
            return;
        nint mask = cairo_image_surface_create(FormatA8, box.Width, box.Height);
        nint context = cairo_create(mask);
        FillGlyphs(context, glyphs, face, size, place with { X0 = place.X0 - box.Left, Y0 = place.Y0 - box.Top }, Colors.Black);
        cairo_destroy(context);

        cairo_surface_flush(mask);
        TextContrast.Apply(new Span<byte>((void*)cairo_image_surface_get_data(mask), cairo_image_surface_get_stride(mask) * box.Height), color);
        cairo_surface_mark_dirty(mask);

        cairo_identity_matrix(cr);
        Source(color);
        cairo_mask_surface(cr, mask, box.Left, box.Top);
        cairo_surface_destroy(mask);
        TransformChanged();
    }
}
