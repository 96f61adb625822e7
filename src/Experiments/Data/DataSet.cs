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
/// <param name="IsMnist">True if the content is that of MNIST, by its checksums.</param>
/// <param name="IsSynthetic">True if this program drew the images.</param>
/// <param name="Origin">Where they come from: a folder, or how they were drawn.</param>
public sealed record DataSet(
    string Name, string Sha256, ImageSet Training, ImageSet Test, bool IsMnist, bool IsSynthetic, string Origin)
{
    /// <summary>What studies work on that need no images.</summary>
    public static DataSet None { get; } = Blank("no data set", training: 0, test: 0);

    /// <summary>As many blank images of one pixel each.</summary>
    internal static DataSet Blank(string name, int training, int test) => new(
        name, "none", new(1, 1, new byte[training], new byte[training]), new(1, 1, new byte[test], new byte[test]), IsMnist: false,
        IsSynthetic: false, "nowhere");

    /// <summary>The one digest for four files (see <see cref="Sha256"/>).</summary>
    internal static string Combine(IEnumerable<string> digests) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(digests.Select(digest => digest + "\n")))));
}
