namespace Experiments.Data;

/// <summary>
/// Digits that the engine draws itself, for machines that cannot get MNIST: the same shape, size and number, about as hard, and not MNIST.
/// Imagined people, each with a slant, a pen and a style for every digit, write strokes with wobble and slips; training and test images
/// come from different people.
/// </summary>
public static partial class SyntheticDigits
{
    /// <summary>The seed of the set that experiments use.</summary>
    public const int DefaultSeed = 1;

    /// <summary>
    /// The digest (see <see cref="DataSet.Sha256"/>) of the set of <see cref="DefaultSeed"/>: it names this version of the drawing.
    /// </summary>
    public const string DefaultSha256 = "900369010efbbf29c3a5427033b06d0df09235db828bcfbaad8fe21b379823d3";

    internal const string Name = "synthetic digits";
    internal const int TrainingImages = 60_000;
    internal const int TestImages = 10_000;

    // Of each kind. About 250 people wrote the training images of MNIST, and others the test images.
    private const int Writers = 500;

    private static readonly string[] Names = [.. Enumerable.Range(0, IdxFolder.Stems.Count).Select(file => IdxFolder.Spellings(file)[1])];

    /// <summary>
    /// Draws 60,000 training and 10,000 test images of 28 × 28; the same bytes on every machine and with any number of threads.
    /// </summary>
    /// <param name="seed">Everything random comes from this number.</param>
    /// <param name="cancellation">Stops the drawing.</param>
    public static DataSet Create(int seed = DefaultSeed, CancellationToken cancellation = default) =>
        Create(seed, TrainingImages, TestImages, Environment.ProcessorCount, cancellation);

    /// <summary>Draws the first images of a set: image i depends on the seed and on i alone.</summary>
    internal static DataSet Create(int seed, int trainingImages, int testImages, int threads, CancellationToken cancellation)
    {
        Handwriting[] people = [.. Enumerable.Range(0, 2 * Writers).Select(writer => new Handwriting((ulong)seed, writer))];
        ImageSet training = Draw(seed, Handwriting.Purpose.Training, people.AsMemory(0, Writers), trainingImages, threads, cancellation);
        ImageSet test = Draw(seed, Handwriting.Purpose.Test, people.AsMemory(Writers), testImages, threads, cancellation);
        string sha256 = DataSet.Combine(Files(training, test).Select(file => IdxFile.Digest(file.Dimensions, file.Data.Span)));
        return ToDataSet(seed, training, test, sha256);
    }

    /// <summary>The four files of a set, in the order of <see cref="IdxFolder.Stems"/>.</summary>
    internal static IEnumerable<(string Name, int[] Dimensions, ReadOnlyMemory<byte> Data)> Files(ImageSet training, ImageSet test)
    {
        ImageSet[] sets = [training, test];
        for (int i = 0; i < sets.Length; i++)
        {
            yield return (Names[2 * i], [sets[i].Count, sets[i].Height, sets[i].Width], sets[i].Pixels);
            yield return (Names[(2 * i) + 1], [sets[i].Count], sets[i].Labels);
        }
    }

    private static DataSet ToDataSet(int seed, ImageSet training, ImageSet test, string sha256) =>
        new(Name, sha256, training, test, IsMnist: false, IsSynthetic: true, $"drawn by the engine, seed {seed}");

    private static ImageSet Draw(
        int seed, ulong purpose, ReadOnlyMemory<Handwriting> people, int count, int threads, CancellationToken cancellation)
    {
        const int Size = DigitCanvas.Side * DigitCanvas.Side;
        var pixels = new byte[count * Size];
        var labels = new byte[count];
        Parallel.For(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            () => (Path: new DigitPath(), Canvas: new DigitCanvas()),
            (i, _, tools) =>
            {
                var random = new CounterRandom((ulong)seed, purpose, (ulong)i);
                int digit = random.Below(10);
                Handwriting hand = people.Span[random.Below(people.Length)];
                tools.Path.Write(digit, hand, ref random);
                tools.Canvas.Paint(tools.Path, hand, ref random, pixels.AsSpan(i * Size, Size));
                labels[i] = (byte)digit;
                return tools;
            },
            _ => { });
        return new ImageSet(DigitCanvas.Side, DigitCanvas.Side, pixels, labels);
    }
}
