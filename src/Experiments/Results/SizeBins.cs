namespace Experiments.Results;

/// <summary>
/// Bins of numbers by size, |x|: quarters of a decade from 1e-12 to 1e2, so that vanishing and exploding numbers have their places and
/// histograms of all layers, epochs and seeds can be compared. What lies beyond is in the first or the last; exact zeros are in none.
/// </summary>
public static class SizeBins
{
    /// <summary>Number of bins.</summary>
    public const int Count = 56;

    /// <summary>log₁₀ of where the first bin begins.</summary>
    public const double Low = -12;

    /// <summary>Width of a bin in decades.</summary>
    public const double Width = 0.25;

    /// <summary>The bin of a size above 0, from 0.</summary>
    public static int Of(double size) => (int)Math.Clamp(Math.Floor((Math.Log10(size) - Low) / Width), 0, Count - 1);

    /// <summary>log₁₀ of the middle of a bin.</summary>
    /// <param name="bin">The bin, from 0.</param>
    public static double Middle(int bin) => Low + ((bin + 0.5) * Width);
}
