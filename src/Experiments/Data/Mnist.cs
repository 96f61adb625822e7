namespace Experiments.Data;

/// <summary>
/// MNIST: 60,000 training and 10,000 test images of handwritten digits, 28 × 28. Y. LeCun, L. Bottou, Y. Bengio, P. Haffner,
/// "Gradient-based learning applied to document recognition", Proceedings of the IEEE, 1998. What identifies it is the SHA-256 of each
/// file's uncompressed content.
/// </summary>
public static class Mnist
{
    internal const string Name = "MNIST";

    /// <summary>Length and SHA-256 of the uncompressed content of the four files.</summary>
    internal static readonly IReadOnlyList<(long Length, string Sha256)> Contents =
    [
        (47_040_016, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
        (60_008, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
        (7_840_016, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
        (10_008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
    ];

    /// <summary>The data set's digest (see <see cref="DataSet.Sha256"/>).</summary>
    public static string Sha256 { get; } = DataSet.Combine(Contents.Select(content => content.Sha256));

    /// <summary>
    /// Public copies of the four files; a file's address is the mirror's followed by its name. The original host no longer serves them.
    /// </summary>
    public static IReadOnlyList<Uri> Mirrors { get; } =
    [
        new("https://storage.googleapis.com/cvdf-datasets/mnist/"),
        new("https://ossci-datasets.s3.amazonaws.com/mnist/"),
    ];

    /// <summary>Whether all four files lie in a folder, under any of their names; their content is not looked at.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    public static bool IsIn(string folder) => new IdxFolder(folder).HasAll;

    /// <summary>Reads MNIST and checks every byte of it.</summary>
    /// <param name="folder">The folder of the four files, gzip or plain.</param>
    /// <param name="say">Told which file is taken if one is there twice.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="BadDataException">A file is missing or damaged, or its content is not that of MNIST.</exception>
    public static DataSet Read(string folder, Action<string>? say = null, CancellationToken cancellation = default)
    {
        var place = new IdxFolder(folder);
        var files = place.Read(say, cancellation);
        foreach (var (file, (_, sha256)) in files.Zip(Contents).Where(pair => pair.First.Sha256 != pair.Second.Sha256))
        {
            throw new BadDataException(
                file.Path,
                $"this is not MNIST's file: the SHA-256 of its content is {file.Sha256}, not {sha256}; it is damaged, or of another set "
                    + "(Fashion-MNIST has the same names; read such a folder with --dataset DIR)");
        }

        return DataSet.Of(files, place, folder);
    }

    /// <summary>
    /// Downloads what is missing or wrong of the four files. A file is written only when its content has MNIST's SHA-256; whatever goes
    /// wrong with one mirror, the next is tried.
    /// </summary>
    /// <param name="folder">Where the files go; made if it does not exist.</param>
    /// <param name="mirrors">Addresses of folders, tried in this order.</param>
    /// <param name="say">Called with one line for every download.</param>
    /// <param name="cancellation">Stops the download and leaves no file behind that was not whole.</param>
    /// <returns>How many files were downloaded; 0 if all were there.</returns>
    /// <exception cref="BadDataException">No mirror has a good copy, or the folder cannot be written.</exception>
    public static int Fetch(string folder, IReadOnlyList<Uri> mirrors, Action<string> say, CancellationToken cancellation = default) =>
        Task.Run(() => new MnistFetch(folder, Contents, say, TimeSpan.FromMinutes(5)).RunAsync(mirrors, cancellation))
            .GetAwaiter().GetResult();
}
