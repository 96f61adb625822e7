namespace Experiments.Data;

/// <summary>Grey images of one size with a label each. A set is a view: slices share the memory they were cut from.</summary>
public sealed class ImageSet
{
    /// <summary>Views pixels and labels as a set.</summary>
    /// <param name="height">Rows of one image, at least 1.</param>
    /// <param name="width">Columns of one image, at least 1.</param>
    /// <param name="pixels">Count × height × width bytes, row major, 0 = background (black) to 255 = ink (white).</param>
    /// <param name="labels">Count bytes, one class per image.</param>
    /// <exception cref="ArgumentException">The pixels are not exactly height × width bytes per label.</exception>
    public ImageSet(int height, int width, ReadOnlyMemory<byte> pixels, ReadOnlyMemory<byte> labels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var needed = (long)labels.Length * height * width;
        (Height, Width, Pixels, Labels) = needed == pixels.Length ? (height, width, pixels, labels) : throw new ArgumentException(
            $"{labels.Length:N0} labels need {labels.Length:N0} × {height} × {width} = {needed:N0} pixels, but there are "
            + $"{pixels.Length:N0}.",
            nameof(pixels));
    }

    /// <summary>Number of images.</summary>
    public int Count => Labels.Length;

    /// <summary>Rows of one image.</summary>
    public int Height { get; }

    /// <summary>Columns of one image.</summary>
    public int Width { get; }

    /// <summary>All pixels, (Count, Height, Width) row major, 0 to 255; MNIST has white digits on black.</summary>
    public ReadOnlyMemory<byte> Pixels { get; }

    /// <summary>One class per image, (Count).</summary>
    public ReadOnlyMemory<byte> Labels { get; }

    /// <summary>The greatest class that an image has; 0 if there are no images.</summary>
    public int GreatestLabel => Labels.IsEmpty ? 0 : System.Numerics.Tensors.TensorPrimitives.Max(Labels.Span);

    private int Size => Height * Width;

    /// <summary>Consecutive images as a set of their own, without copying.</summary>
    /// <param name="start">The first image.</param>
    /// <param name="count">How many; may be 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range leaves the set.</exception>
    public ImageSet Slice(int start, int count)
    {
        var labels = Labels.Slice(start, count);
        return new ImageSet(Height, Width, Pixels.Slice(start * Size, count * Size), labels);
    }

    /// <summary>Number of images of every class, (classes).</summary>
    /// <param name="classes">How many classes there are; images of others are not counted.</param>
    public IReadOnlyList<int> ClassCounts(int classes = 10) =>
        [.. Enumerable.Range(0, classes).Select(label => Labels.Span.Count((byte)label))];

    /// <summary>Mean and standard deviation (divided by their number) of all pixels divided by 255; MNIST: 0.1307 and 0.3081.</summary>
    public (double Mean, double StandardDeviation) PixelMoments()
    {
        // Sums of whole numbers are exact: 2^30 pixels × 255² < 2^63.
        var (sum, squares) = (0L, 0L);
        foreach (var pixel in Pixels.Span)
        {
            sum += pixel;
            squares += pixel * pixel;
        }

        var mean = (double)sum / Pixels.Length;
        var variance = ((double)squares / Pixels.Length) - (mean * mean);
        return (mean / 255, Math.Sqrt(variance) / 255);
    }

    /// <summary>The images of this set followed by those of another, copied into new memory.</summary>
    /// <param name="next">Images of the same size.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public ImageSet Concat(ImageSet next)
    {
        return (next.Height, next.Width) == (Height, Width)
            ? new ImageSet(Height, Width, (byte[])[.. Pixels.Span, .. next.Pixels.Span], (byte[])[.. Labels.Span, .. next.Labels.Span])
            : throw new ArgumentException(
                $"Images of {Height} × {Width} cannot be joined with images of {next.Height} × {next.Width}.", nameof(next));
    }
}
