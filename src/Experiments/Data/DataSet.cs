namespace Experiments.Data;

/// <summary>Training and test images, and what tells them from any other data.</summary>
/// <param name="Name">What people read; see <see cref="NameOf"/>.</param>
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

    /// <summary>Number of classes: 10, or more if a label is greater than 9.</summary>
    public int Classes => Math.Max(10, 1 + Math.Max(Training.GreatestLabel, Test.GreatestLabel));

    /// <summary>Whether the content is that of MNIST.</summary>
    public bool IsMnist => Sha256 == Mnist.Sha256;

    /// <summary>Whether this program drew the images.</summary>
    public bool IsSynthetic => Sha256 == SyntheticDigits.Sha256;

    /// <summary>Reads four IDX files, such as MNIST's or Fashion-MNIST's, and checks them.</summary>
    /// <param name="path">
    /// The folder of the four files, gzip or plain, or a folder whose raw/ has them; in a folder with several sets, such as EMNIST's, also
    /// what the names of one set's files begin with, as in <c>EMNIST/raw/emnist-digits</c>.
    /// </param>
    /// <param name="say">Told which file is taken if one is there twice.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="BadDataException">A file is missing or damaged, or the four do not belong together.</exception>
    public static DataSet Read(string path, Action<string>? say = null, CancellationToken cancellation = default)
    {
        var folder = IdxFolder.At(path);
        return Of(folder.Read(say, cancellation), folder, path);
    }

    /// <summary>
    /// A data set's name: that of MNIST and of the synthetic digits goes by the digest alone; others are named by the place they were read
    /// from and by their digest, since places come and go and may have any name, also MNIST's.
    /// </summary>
    /// <param name="sha256">The digest.</param>
    /// <param name="place">The end of the folder's path, or the whole name as it was recorded.</param>
    public static string NameOf(string sha256, string place)
    {
        var which = $" (sha256 {sha256[..Math.Min(12, sha256.Length)]})";
        return sha256 == Mnist.Sha256 ? Mnist.Name
            : sha256 == SyntheticDigits.Sha256 ? SyntheticDigits.Name
            : sha256 == None.Sha256 || place.EndsWith(which, StringComparison.Ordinal) ? place
            : $"{place}{(IsCalledMnist(place) ? ", which is not MNIST" : "")}{which}";

        static bool IsCalledMnist(string place) => place.Split('/').Contains(Mnist.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>As many blank images of one pixel each.</summary>
    internal static DataSet Blank(string name, int training, int test) => new(
        name, "none", new(1, 1, new byte[training], new byte[training]), new(1, 1, new byte[test], new byte[test]), "nowhere");

    /// <summary>The data set that four files are.</summary>
    internal static DataSet Of(IdxFile[] files, IdxFolder folder, string origin)
    {
        var digest = Combine(files.Select(file => file.Sha256));
        return new(NameOf(digest, folder.ShortName), digest, Images(files[0], files[1]), Images(files[2], files[3]), origin);

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
