using Experiments.Data.Synthetic;

namespace Experiments.Data;

/// <summary>
/// Digits that the engine draws itself, for machines that cannot get MNIST: the same shape, size and number, about as hard, and not MNIST.
/// Imagined people, each with a slant, a pen and a style for every digit, write strokes with wobble and slips; training and test images
/// come from different people.
/// </summary>
public static class SyntheticDigits
{
    /// <summary>The digest (see <see cref="DataSet.Sha256"/>) of the set: it names this version of the drawing.</summary>
    public const string Sha256 = "900369010efbbf29c3a5427033b06d0df09235db828bcfbaad8fe21b379823d3";

    internal const string Name = "synthetic digits";
    internal const int TrainingImages = 60_000;
    internal const int TestImages = 10_000;

    // Of each kind. About 250 people wrote the training images of MNIST, and others the test images.
    private const int Writers = 500;

    private static readonly Lazy<Handwriting[]> People = new(() =>
        [.. Enumerable.Range(0, 2 * Writers).Select(writer => new Handwriting(writer))]);

    /// <summary>
    /// Draws 60,000 training and 10,000 test images of 28 × 28; the same bytes on every machine and with any number of threads.
    /// </summary>
    /// <param name="cancellation">Stops the drawing.</param>
    public static DataSet Draw(CancellationToken cancellation = default)
    {
        var training = Draw(Purpose.Training, TrainingImages, cancellation);
        var test = Draw(Purpose.Test, TestImages, cancellation);
        return new(Name, DataSet.Digest(training, test), training, test, "drawn by the engine, seed 1");
    }

    /// <summary>Draws the first training or test images: image i depends on i alone.</summary>
    internal static ImageSet Draw(Purpose purpose, int count, CancellationToken cancellation)
    {
        const int Size = DigitCanvas.Side * DigitCanvas.Side;
        var (pixels, labels) = (new byte[count * Size], new byte[count]);
        var writers = People.Value.AsMemory(purpose == Purpose.Training ? ..Writers : Writers..);
        var options = new ParallelOptions { CancellationToken = cancellation };
        Parallel.For(0, count, options, i =>
        {
            var random = new CounterRandom(purpose, i);
            var digit = random.Below(10);
            var hand = writers.Span[random.Below(Writers)];
            var path = new DigitPath(digit, hand, ref random);
            new DigitCanvas().Paint(path, hand, ref random, pixels.AsSpan(i * Size, Size));
            labels[i] = (byte)digit;
        });
        return new ImageSet(DigitCanvas.Side, DigitCanvas.Side, pixels, labels);
    }
}
