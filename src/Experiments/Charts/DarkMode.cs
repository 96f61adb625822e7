using ScottPlot;

namespace Experiments.Charts;

/// <summary>
/// The colours of charts on a dark ground, each made from its own on a light one: what is grey has its lightness turned around, what has a
/// hue keeps it and becomes light enough to be seen. Lighter stays lighter among hues, so that an ordered ramp stays ordered.
/// </summary>
internal static class DarkMode
{
    private const double GreyBelow = 0.03; // chroma in OKLab

    /// <summary>The ground, and what is white on a light one.</summary>
    public static Color Ground { get; } = Of(Colors.White);

    /// <summary>A colour's counterpart; colours on squares that keep their own, <see cref="Theme.OnDark"/>, stay.</summary>
    public static Color Of(Color color)
    {
        if (color.WithAlpha(255) == Theme.OnDark || color.WithAlpha(255) == Theme.OnLight)
        {
            return color;
        }

        var (lightness, a, b) = ToOklab(color);
        var light = Math.Sqrt((a * a) + (b * b)) < GreyBelow
            ? 0.18 + (0.77 * Math.Pow(Math.Max(0, 1 - lightness), 0.7))
            : 0.50 + (0.45 * lightness);
        return FromOklab(light, a, b).WithAlpha(color.A);
    }

    // Björn Ottosson, "A perceptual color space for image processing" (2020).
    private static (double L, double A, double B) ToOklab(Color color)
    {
        var (r, g, b) = (Linear(color.R), Linear(color.G), Linear(color.B));
        var l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        var m = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        var s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        return (
            (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s));

        static double Linear(byte value) =>
            value / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private static Color FromOklab(double lightness, double a, double b)
    {
        var l = Math.Pow(lightness + (0.3963377774 * a) + (0.2158037573 * b), 3);
        var m = Math.Pow(lightness - (0.1055613458 * a) - (0.0638541728 * b), 3);
        var s = Math.Pow(lightness - (0.0894841775 * a) - (1.2914855480 * b), 3);
        return new(
            Byte((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s)),
            Byte((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s)),
            Byte((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s)));

        static byte Byte(double linear)
        {
            var share = linear <= 0.0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;
            return (byte)Math.Round(255 * Math.Clamp(share, 0, 1));
        }
    }
}
