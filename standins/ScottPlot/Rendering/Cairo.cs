using System.Runtime.InteropServices;

namespace ScottPlot.Rendering;

/// <summary>The part of cairo that the raster backend calls.</summary>
internal static partial class Cairo
{
    private const string Library = "libcairo.so.2";

    public const int FormatArgb32 = 0, FormatA8 = 2;
    public const int AntialiasDefault = 0, AntialiasNone = 1;
    public const int CapButt = 0, CapRound = 1;
    public const int JoinMiter = 0, JoinRound = 1;
    public const int FilterBest = 2, FilterNearest = 3;
    public const int ExtendPad = 3;
    public const int OperatorSource = 1;
    private const int HintStyleNone = 1, HintStyleSlight = 2, HintMetricsOff = 1;

    [StructLayout(LayoutKind.Sequential)]
    public struct Glyph
    {
        public CULong Index;
        public double X;
        public double Y;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Matrix
    {
        public double Xx, Yx, Xy, Yy, X0, Y0;
    }

    /// <summary>Shared options of text: outlines hinted vertically only (turned text not at all), advances as designed.</summary>
    public static nint UprightText { get; } = MakeFontOptions(HintStyleSlight);
    public static nint TurnedText { get; } = MakeFontOptions(HintStyleNone);

    private static nint MakeFontOptions(int hintStyle)
    {
        nint options = cairo_font_options_create();
        cairo_font_options_set_hint_style(options, hintStyle);
        cairo_font_options_set_hint_metrics(options, HintMetricsOff);
        return options;
    }

    public static nint FontFaceFor(nint freeTypeFace) => cairo_ft_font_face_create_for_ft_face(freeTypeFace, 0);

    [LibraryImport(Library)] public static partial nint cairo_image_surface_create(int format, int width, int height);
    [LibraryImport(Library)] public static partial nint cairo_image_surface_create_for_data(nint data, int format, int width, int height, int stride);
    [LibraryImport(Library)] public static partial nint cairo_image_surface_get_data(nint surface);
    [LibraryImport(Library)] public static partial int cairo_image_surface_get_stride(nint surface);
    [LibraryImport(Library)] public static partial int cairo_surface_status(nint surface);
    [LibraryImport(Library)] public static partial void cairo_surface_flush(nint surface);
    [LibraryImport(Library)] public static partial void cairo_surface_mark_dirty(nint surface);
    [LibraryImport(Library)] public static partial void cairo_surface_destroy(nint surface);

    [LibraryImport(Library)] public static partial nint cairo_create(nint surface);
    [LibraryImport(Library)] public static partial void cairo_destroy(nint cr);
    [LibraryImport(Library)] public static partial void cairo_save(nint cr);
    [LibraryImport(Library)] public static partial void cairo_restore(nint cr);
    [LibraryImport(Library)] public static partial void cairo_set_matrix(nint cr, in Matrix matrix);
    [LibraryImport(Library)] public static partial void cairo_identity_matrix(nint cr);
    [LibraryImport(Library)] public static partial void cairo_scale(nint cr, double x, double y);
    [LibraryImport(Library)] public static partial void cairo_translate(nint cr, double x, double y);
    [LibraryImport(Library)] public static partial void cairo_set_operator(nint cr, int op);
    [LibraryImport(Library)] public static partial void cairo_set_antialias(nint cr, int antialias);
    [LibraryImport(Library)] public static partial void cairo_set_source_rgba(nint cr, double r, double g, double b, double a);
    [LibraryImport(Library)] public static partial void cairo_set_source_surface(nint cr, nint surface, double x, double y);
    [LibraryImport(Library)] public static partial nint cairo_get_source(nint cr);
    [LibraryImport(Library)] public static partial void cairo_pattern_set_filter(nint pattern, int filter);
    [LibraryImport(Library)] public static partial void cairo_pattern_set_extend(nint pattern, int extend);
    [LibraryImport(Library)] public static partial void cairo_set_line_width(nint cr, double width);
    [LibraryImport(Library)] public static partial void cairo_set_line_cap(nint cr, int cap);
    [LibraryImport(Library)] public static partial void cairo_set_line_join(nint cr, int join);
    [LibraryImport(Library)] public static partial void cairo_set_miter_limit(nint cr, double limit);
    [LibraryImport(Library)] public static partial void cairo_set_dash(nint cr, [In] double[] dashes, int count, double offset);

    [LibraryImport(Library)] public static partial void cairo_new_path(nint cr);
    [LibraryImport(Library)] public static partial void cairo_move_to(nint cr, double x, double y);
    [LibraryImport(Library)] public static partial void cairo_line_to(nint cr, double x, double y);
    [LibraryImport(Library)] public static partial void cairo_curve_to(nint cr, double x1, double y1, double x2, double y2, double x3, double y3);
    [LibraryImport(Library)] public static partial void cairo_close_path(nint cr);
    [LibraryImport(Library)] public static partial void cairo_rectangle(nint cr, double x, double y, double width, double height);
    [LibraryImport(Library)] public static partial void cairo_stroke(nint cr);
    [LibraryImport(Library)] public static partial void cairo_fill(nint cr);
    [LibraryImport(Library)] public static partial void cairo_clip(nint cr);
    [LibraryImport(Library)] public static partial void cairo_paint(nint cr);
    [LibraryImport(Library)] public static partial void cairo_mask_surface(nint cr, nint surface, double x, double y);

    [LibraryImport(Library)] public static partial void cairo_set_font_face(nint cr, nint face);
    [LibraryImport(Library)] public static partial void cairo_set_font_size(nint cr, double size);
    [LibraryImport(Library)] public static partial void cairo_set_font_options(nint cr, nint options);
    [LibraryImport(Library)] public static partial void cairo_glyph_path(nint cr, [In] Glyph[] glyphs, int count);

    [LibraryImport(Library)] private static partial nint cairo_font_options_create();
    [LibraryImport(Library)] private static partial void cairo_font_options_set_hint_style(nint options, int style);
    [LibraryImport(Library)] private static partial void cairo_font_options_set_hint_metrics(nint options, int metrics);
    [LibraryImport(Library)] private static partial nint cairo_ft_font_face_create_for_ft_face(nint face, int flags);
}
