using ScottPlot.Colormaps;

namespace ScottPlot;

public static class IColormapExtensions
{
    public static Color[] GetColors(this IColormap colormap, int count, double minFraction = 0, double maxFraction = 1)
    {
        if (!double.IsFinite(minFraction))
            throw new ArgumentException($"{nameof(minFraction)} must be a real number", nameof(minFraction));
        if (!double.IsFinite(maxFraction))
            throw new ArgumentException($"{nameof(maxFraction)} must be a real number", nameof(maxFraction));
        if (count == 0)
            return [];
        if (count == 1)
            return [colormap.GetColor(0)];

        double last = Math.Clamp(maxFraction, 0, 1);
        double first = Math.Clamp(minFraction, 0, last);
        double step = (last - first) / (count - 1);
        return Enumerable.Range(0, count).Select(i => colormap.GetColor(i * step + first)).ToArray();
    }

    public static Color GetColor(this IColormap cmap, int index, int count, double startFraction = 0, double endFraction = 1) => count == 1
        ? cmap.GetColor(0.5)
        : cmap.GetColor((double)index / (count - 1) * (endFraction - startFraction) + startFraction);

    /// <summary>The colour of a value of the range; NaN has none.</summary>
    public static Color GetColor(this IColormap cmap, double position, Range range) =>
        double.IsNaN(position) ? Colors.Transparent
        : range.Min == range.Max ? cmap.GetColor(0)
        : cmap.GetColor(range.Normalize(position, clamp: true));

    public static IColormap Reversed(this IColormap cmap) => new Reversed(cmap);
    public static IColormap Invert(this IColormap original) => new Inverted(original);
    public static IColormap InvertHue(this IColormap original) => new InvertedHue(original);

    /// <summary>The colours from left to right.</summary>
    public static Image GetImageHorizontal(this IColormap colormap, int height = 1, int width = 256) =>
        Painted(height, width, (_, x) => colormap.GetColor((double)x / (width - 1)));

    /// <summary>The colours from the bottom to the top.</summary>
    public static Image GetImageVertical(this IColormap colormap, int height = 256, int width = 1) =>
        Painted(height, width, (y, _) => colormap.GetColor(1 - (double)y / (height - 1)));

    private static Image Painted(int height, int width, Func<int, int, Color> colorAt)
    {
        byte[,,] pixels = new byte[height, width, 3];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                Color color = colorAt(y, x);
                (pixels[y, x, 0], pixels[y, x, 1], pixels[y, x, 2]) = (color.R, color.G, color.B);
            }
        }
        return new Image(pixels);
    }
}
