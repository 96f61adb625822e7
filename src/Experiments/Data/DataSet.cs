namespace Experiments.Data;

/// <summary>Training and test images, and what tells them from any other data.</summary>
/// <param name="Name">"MNIST", "synthetic digits", or the folder's name.</param>
/// <param name="Sha256">
/// One digest for the four files' uncompressed content: SHA-256 of the text made of their four SHA-256 digests (64 lower-case hexadecimal
/// digits and a line feed each) in the order training images, training labels, test images, test labels. In a shell:
/// <code>
/// for f in train-images-idx3 train-labels-idx1 t10k-images-idx3 t10k-labels-idx1
/// do gzip -dc $f-ubyte.gz | sha256sum | cut -c1-64; done | sha256sum
/// </code>
/// How the files are compressed and named makes no difference.
/// </param>
/// <param name="Training">The images of the training file.</param>
/// <param name="Test">The images of the test file.</param>
/// <param name="Origin">Where they come from: a folder, or how they were drawn.</param>
public sealed record DataSet(string Name, string Sha256, ImageSet Training, ImageSet Test, string Origin)
{
    /// <summary>What studies work on that need no images.</summary>
    public static DataSet None { get; } = Blank("no data set", training: 0, test: 0);

    /// <summary>Whether the content is that of MNIST.</summary>
    public bool IsMnist => Sha256 == Mnist.Sha256;

    /// <summary>Whether this program drew the images.</summary>
    public bool IsSynthetic => Sha256 == SyntheticDigits.Sha256;

    /// <summary>Reads four IDX files, such as MNIST's or Fashion-MNIST's, and checks them.</summary>
    /// <param name="folder">The folder of the four files, gzip or plain.</param>
    /// <param name="say">Told which file is taken if one is there twice.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The data under the folder's name, unless their digest is that of MNIST or of the synthetic digits.</returns>
    /// <exception cref="BadDataException">A file is missing or damaged, or the four do not belong together.</exception>
    public static DataSet Read(string folder, Action<string>? say = null, CancellationToken cancellation = default) =>
        Of(new IdxFolder(folder).Read(say, cancellation), folder);

    /// <summary>As many blank images of one pixel each.</summary>
    internal static DataSet Blank(string name, int training, int test) => new(
        name, "none", new(1, 1, new byte[training], new byte[training]), new(1, 1, new byte[test], new byte[test]), "nowhere");

    /// <summary>The data set that four files are.</summary>
    internal static DataSet Of(IdxFile[] files, string folder)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var data = new DataSet(
            Path.GetFileName(path) is { Length: > 0 } name ? name : path,
            Combine(files.Select(file => file.Sha256)),
            Images(files[0], files[1]),
            Images(files[2], files[3]),
            folder);
        return data.IsMnist ? data with { Name = Mnist.Name } : data.IsSynthetic ? data with { Name = SyntheticDigits.Name } : data;

        static ImageSet Images(IdxFile images, IdxFile labels) =>
            new(images.Dimensions[1], images.Dimensions[2], images.Data, labels.Data);
    }

    /// <summary>The one digest for the digests of four files (see <see cref="Sha256"/>).</summary>
    internal static string Combine(IEnumerable<string> digests) =>
        Digest(Encoding.ASCII.GetBytes(string.Concat(digests.Select(digest => digest + "\n"))));

    /// <summary>The one digest for the files that images would make.</summary>
    internal static string Digest(ImageSet training, ImageSet test) => Combine(
        from set in new[] { training, test }
        from file in new byte[][]
        {
            [.. IdxFile.Header(IdxKind.Images, set.Count, set.Height, set.Width), .. set.Pixels.Span],
            [.. IdxFile.Header(IdxKind.Labels, set.Count), .. set.Labels.Span],
        }
        select Digest(file));

    private static string Digest(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
