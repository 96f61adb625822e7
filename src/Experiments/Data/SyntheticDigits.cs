using Experiments.Data.Synthetic;

namespace Experiments.Data;

/// <summary>
/// Digits that the engine draws itself, for machines that cannot get MNIST: the same shape, size and number, about as hard, and not MNIST.
/// Imagined people, each with a slant, a pen and a style for every digit, write strokes with wobble and slips; training and test images
/// come from different people.
/// </summary>
public static class SyntheticDigits
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

    /// <summary>The set of <see cref="DefaultSeed"/>, from a folder where it was kept, or drawn and kept there for the next time.</summary>
    /// <param name="folder">Where it is kept, as four plain IDX files; made if it does not exist.</param>
    /// <param name="say">Called if the digits are drawn, and if they cannot be kept.</param>
    /// <param name="cancellation">Stops reading and drawing.</param>
    /// <remarks>What was kept is used only if it has <see cref="DefaultSha256"/>; anything else is drawn anew and replaced.</remarks>
    public static DataSet Open(string folder, Action<string> say, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(say);
        if (new IdxFolder(folder).HasAny && Kept(folder, say, cancellation) is { } kept)
        {
            return kept;
        }

        say($"drawing {TrainingImages + TestImages:N0} synthetic digits");
        var drawn = Create(DefaultSeed, cancellation);
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var (name, dimensions, data) in Files(drawn.Training, drawn.Test))
            {
                IdxFile.Write(Path.Combine(folder, name), dimensions, data.Span);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            say($"{folder}: the synthetic digits cannot be kept there ({BadDataException.OneLine(e)}) and will be drawn anew every time");
        }

        return drawn;
    }

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
        var drawing = new DigitDrawing((ulong)seed, threads, cancellation);
        var training = ToImages(drawing.Training(trainingImages));
        var test = ToImages(drawing.Test(testImages));
        var sha256 = DataSet.Combine(Files(training, test).Select(file => IdxFile.Digest(file.Dimensions, file.Data.Span)));
        return new(Name, sha256, training, test, IsMnist: false, IsSynthetic: true, Origin(seed));
    }

    /// <summary>The four files of a set, in the order of <see cref="IdxFolder.Stems"/>.</summary>
    internal static IEnumerable<(string Name, int[] Dimensions, ReadOnlyMemory<byte> Data)> Files(ImageSet training, ImageSet test)
    {
        ImageSet[] sets = [training, test];
        for (var i = 0; i < sets.Length; i++)
        {
            yield return (IdxFolder.Spellings(2 * i)[1], [sets[i].Count, sets[i].Height, sets[i].Width], sets[i].Pixels);
            yield return (IdxFolder.Spellings((2 * i) + 1)[1], [sets[i].Count], sets[i].Labels);
        }
    }

    private static DataSet? Kept(string folder, Action<string> say, CancellationToken cancellation)
    {
        try
        {
            var kept = Mnist.LoadAnyContent(folder, say, cancellation);
            if (kept.IsSynthetic)
            {
                return kept with { Origin = Origin(DefaultSeed) };
            }

            say($"{folder}: the synthetic digits kept there are damaged or of another version");
        }
        catch (BadDataException e)
        {
            say(e.Message);
        }

        return null;
    }

    private static string Origin(int seed) => $"drawn by the engine, seed {seed}";

    private static ImageSet ToImages((byte[] Pixels, byte[] Labels) drawn) =>
        new(DigitCanvas.Side, DigitCanvas.Side, drawn.Pixels, drawn.Labels);
}
