using ScottPlot;

namespace Packages.Tests.Plots;

/// <summary>Small plots whose data area is known, and their pixels.</summary>
internal static class Charts
{
    public const string Font = "DejaVu Sans";

    /// <summary>The data area of <see cref="Framed"/>.</summary>
    public const int Left = 50, Top = 20, Width = 300, Height = 200;

    public static Plot New()
    {
        Fonts.Default = Font;
        return new Plot();
    }

    /// <summary>A plot of 400 x 260 pixels with a data area of 300 x 200, x from 0 to 30 and y from 0 to 20: ten pixels a unit; no grid.</summary>
    public static Plot Framed()
    {
        var plot = New();
        plot.Layout.Fixed(new PixelPadding(Left, 400 - Left - Width, 260 - Top - Height, Top));
        plot.Axes.SetLimits(0, 30, 0, 20);
        plot.HideGrid();
        return plot;
    }

    public static double[] At(params double[] values) => values;

    public static byte[,,] Pixels(Plot plot, int width = 400, int height = 260)
    {
        using var image = plot.GetImage(width, height);
        return image.GetArrayRGB();
    }

    /// <summary>The colour at a place in coordinates of <see cref="Framed"/>, as RRGGBB.</summary>
    public static string ColorAt(byte[,,] pixels, double x, double y) => AtPixel(pixels, Left + (int)(x * 10), Top + Height - (int)(y * 10));

    public static string AtPixel(byte[,,] pixels, int x, int y) => $"{pixels[y, x, 0]:X2}{pixels[y, x, 1]:X2}{pixels[y, x, 2]:X2}";
}
