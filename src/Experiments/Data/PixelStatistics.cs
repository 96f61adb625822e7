namespace Experiments.Data;

/// <summary>Mean and standard deviation (divided by the number of images) of each pixel, and of all pixels together.</summary>
/// <param name="Means">The mean of each pixel over the images.</param>
/// <param name="Deviations">The standard deviation of each pixel over the images.</param>
/// <param name="Mean">The mean of all pixels of all images.</param>
/// <param name="Deviation">Their standard deviation.</param>
internal sealed record PixelStatistics(double[] Means, double[] Deviations, double Mean, double Deviation)
{
    /// <summary>Those of some images.</summary>
    /// <param name="images">Their pixels, image by image.</param>
    /// <param name="pixels">Pixels of an image.</param>
    public static PixelStatistics Of(ReadOnlySpan<float> images, int pixels)
    {
        var (sums, squares, count) = (new double[pixels], new double[pixels], images.Length / pixels);
        for (var start = 0; start < images.Length; start += pixels)
        {
            for (var pixel = 0; pixel < pixels; pixel++)
            {
                double value = images[start + pixel];
                sums[pixel] += value;
                squares[pixel] += value * value;
            }
        }

        double[] means = [.. sums.Select(sum => sum / count)];
        return new(
            means, [.. squares.Zip(means, (square, mean) => Deviation(square / count, mean))], means.Average(),
            Deviation(squares.Sum() / count / pixels, means.Average()));

        static double Deviation(double meanSquare, double mean) => Math.Sqrt(Math.Max(0, meanSquare - (mean * mean)));
    }

    /// <summary>Each pixel minus its own mean.</summary>
    public void Center(Span<float> images) => Apply(images, pixel => (Means[pixel], 1));

    /// <summary>Each pixel minus its own mean, over its own deviation; pixels that never change are only centred.</summary>
    public void Standardize(Span<float> images) =>
        Apply(images, pixel => (Means[pixel], Deviations[pixel] > 0 ? 1 / Deviations[pixel] : 1));

    /// <summary>Each pixel minus the mean of all, over the deviation of all.</summary>
    public void StandardizeTogether(Span<float> images) => Apply(images, _ => (Mean, Deviation > 0 ? 1 / Deviation : 1));

    private void Apply(Span<float> images, Func<int, (double Mean, double Factor)> ofPixel)
    {
        (double Mean, double Factor)[] rule = [.. Enumerable.Range(0, Means.Length).Select(ofPixel)];
        for (var index = 0; index < images.Length; index++)
        {
            var (mean, factor) = rule[index % rule.Length];
            images[index] = (float)((images[index] - mean) * factor);
        }
    }
}
