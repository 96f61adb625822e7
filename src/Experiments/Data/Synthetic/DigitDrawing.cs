namespace Experiments.Data.Synthetic;

/// <summary>Draws many digits by the hands of many imagined people.</summary>
/// <param name="seed">Everything random comes from this number.</param>
/// <param name="threads">How many threads draw; the bytes do not depend on it.</param>
/// <param name="cancellation">Stops the drawing.</param>
internal sealed class DigitDrawing(ulong seed, int threads, CancellationToken cancellation)
{
    // Of each kind. About 250 people wrote the training images of MNIST, and others the test images.
    private const int Writers = 500;

    private const int Size = DigitCanvas.Side * DigitCanvas.Side;

    private readonly Handwriting[] people = [.. Enumerable.Range(0, 2 * Writers).Select(writer => new Handwriting(seed, writer))];

    /// <summary>Training images: pixels (count, 28, 28) row major, and labels (count).</summary>
    public (byte[] Pixels, byte[] Labels) Training(int count) => Draw(Handwriting.Purpose.Training, people.AsMemory(0, Writers), count);

    /// <summary>Test images, written by other people.</summary>
    public (byte[] Pixels, byte[] Labels) Test(int count) => Draw(Handwriting.Purpose.Test, people.AsMemory(Writers), count);

    private (byte[] Pixels, byte[] Labels) Draw(ulong purpose, ReadOnlyMemory<Handwriting> writers, int count)
    {
        var (pixels, labels) = (new byte[count * Size], new byte[count]);
        Parallel.For(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            () => (Path: new DigitPath(), Canvas: new DigitCanvas()),
            (i, _, tools) =>
            {
                var random = new CounterRandom(seed, purpose, (ulong)i);
                var digit = random.Below(10);
                var hand = writers.Span[random.Below(writers.Length)];
                tools.Path.Write(digit, hand, ref random);
                tools.Canvas.Paint(tools.Path, hand, ref random, pixels.AsSpan(i * Size, Size));
                labels[i] = (byte)digit;
                return tools;
            },
            _ => { });
        return (pixels, labels);
    }
}
