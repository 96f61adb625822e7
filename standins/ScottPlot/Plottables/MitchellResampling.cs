namespace ScottPlot.Plottables;

/// <summary>Enlarges images with the cubic of Mitchell and Netravali (1988), B = C = 1/3: soft, with hardly any ringing.</summary>
internal static class MitchellResampling
{
    public static uint[] Enlarge(uint[] premultiplied, int width, int height, int newWidth, int newHeight)
    {
        Tap[] across = Taps(width, newWidth), down = Taps(height, newHeight);
        uint[] result = new uint[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++)
            for (int x = 0; x < newWidth; x++)
                result[y * newWidth + x] = Blend(premultiplied, width, height, across[x], down[y]);
        return result;
    }

    // Four neighbours count, from one before the place to two after it.
    private readonly record struct Tap(int First, double[] Weights);

    private static Tap[] Taps(int size, int newSize) => Enumerable.Range(0, newSize).Select(i =>
    {
        double place = (i + 0.5) * size / newSize - 0.5;
        int before = (int)Math.Floor(place);
        return new Tap(before - 1, Enumerable.Range(-1, 4).Select(k => Kernel(place - (before + k))).ToArray());
    }).ToArray();

    private static double Kernel(double distance)
    {
        double x = Math.Abs(distance);
        return x < 1 ? (7 * x * x * x - 12 * x * x + 16 / 3.0) / 6
            : x < 2 ? (-7 / 3.0 * x * x * x + 12 * x * x - 20 * x + 32 / 3.0) / 6
            : 0;
    }

    private static uint Blend(uint[] pixels, int width, int height, Tap across, Tap down)
    {
        double a = 0, r = 0, g = 0, b = 0;
        for (int j = 0; j < 4; j++)
        {
            int row = Math.Clamp(down.First + j, 0, height - 1) * width;
            for (int i = 0; i < 4; i++)
            {
                uint pixel = pixels[row + Math.Clamp(across.First + i, 0, width - 1)];
                double weight = across.Weights[i] * down.Weights[j];
                a += weight * (pixel >> 24);
                r += weight * (pixel >> 16 & 255);
                g += weight * (pixel >> 8 & 255);
                b += weight * (pixel & 255);
            }
        }

        // A premultiplied channel is never above the alpha.
        double alpha = Math.Clamp(a, 0, 255);
        uint Channel(double value) => (uint)(Math.Clamp(value, 0, alpha) + 0.5);
        return (uint)(alpha + 0.5) << 24 | Channel(r) << 16 | Channel(g) << 8 | Channel(b);
    }
}
