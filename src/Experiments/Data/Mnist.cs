namespace Experiments.Data;

/// <summary>
/// MNIST: 60,000 training and 10,000 test images of handwritten digits, 28 × 28. Y. LeCun, L. Bottou, Y. Bengio, P. Haffner,
/// "Gradient-based learning applied to document recognition", Proceedings of the IEEE, 1998. What identifies it is the SHA-256 of each
/// file's uncompressed content.
/// </summary>
public static class Mnist
{
    internal const string Advice = "delete it and run `./experiments data fetch`";

    /// <summary>Length and SHA-256 of the uncompressed content of the four files, in the order of <see cref="IdxFolder.Stems"/>.</summary>
    internal static readonly IReadOnlyList<(long Length, string Sha256)> Contents =
    [
        (47_040_016, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
        (60_008, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
        (7_840_016, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
        (10_008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
    ];

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
    public static DataSet Load(string folder, Action<string>? say = null, CancellationToken cancellation = default)
    {
        var files = new IdxFolder(folder).Read(Advice, say ?? (_ => { }), cancellation);
        for (var i = 0; i < files.Length; i++)
        {
            if (files[i].Sha256 != Contents[i].Sha256)
            {
                throw NotMnist(files[i].Path, i, files[i].Sha256);
            }
        }

        return ToDataSet(files, "MNIST", folder);
    }

    /// <summary>Reads four IDX files that need not be MNIST, such as Fashion-MNIST: every check but the checksums.</summary>
    /// <param name="folder">The folder of the four files, gzip or plain.</param>
    /// <param name="say">Told which file is taken if one is there twice.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The data under the folder's name, or as MNIST if the checksums say that it is.</returns>
    /// <exception cref="BadDataException">A file is missing or damaged, or the four do not belong together.</exception>
    public static DataSet LoadAnyContent(string folder, Action<string>? say = null, CancellationToken cancellation = default)
    {
        var files = new IdxFolder(folder).Read("replace it with a good copy", say ?? (_ => { }), cancellation);
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return ToDataSet(files, Path.GetFileName(path) is { Length: > 0 } name ? name : path, folder);
    }

    /// <summary>
    /// Downloads what is missing or wrong of the four files. A file gets its final name only when its content has MNIST's SHA-256;
    /// a download that breaks goes on from there if the mirror can do that; whatever else goes wrong with one mirror, the next is tried.
    /// </summary>
    /// <param name="folder">Where the files go; made if it does not exist.</param>
    /// <param name="mirrors">Addresses of folders, tried in this order; null for <see cref="Mirrors"/>.</param>
    /// <param name="progress">Told of every piece received.</param>
    /// <param name="cancellation">Stops the download and leaves no file behind that was not whole.</param>
    /// <returns>How many files were downloaded; 0 if all were there.</returns>
    /// <exception cref="BadDataException">No mirror has a good copy, or the folder cannot be written.</exception>
    public static Task<int> FetchAsync(
        string folder,
        IReadOnlyList<Uri>? mirrors = null,
        IProgress<FetchProgress>? progress = null,
        CancellationToken cancellation = default) =>
        new MnistFetch(folder, Contents, progress, FetchLimits.Default).RunAsync(mirrors ?? Mirrors, cancellation);

    private static BadDataException NotMnist(string path, int file, string sha256)
    {
        var other = Contents.ToList().FindIndex(content => content.Sha256 == sha256);
        var what = other >= 0
            ? $"this is MNIST's {IdxFolder.Spellings(other)[1]} under another name"
            : "a damaged file or another data set (Fashion-MNIST has the same names; read such a folder with --dataset DIR)";
        return new BadDataException(
            path,
            $"the content from byte 0 on is not MNIST's {IdxFolder.Spellings(file)[1]}: its SHA-256 is {sha256}, not "
            + $"{Contents[file].Sha256}: {what}",
            Advice);
    }

    private static DataSet ToDataSet(IdxFile[] files, string name, string origin)
    {
        var isMnist = files.Select(file => file.Sha256).SequenceEqual(Contents.Select(content => content.Sha256));
        var sha256 = DataSet.Combine(files.Select(file => file.Sha256));

        // Our own drawings stay what they are under any path.
        var isSynthetic = sha256 == SyntheticDigits.DefaultSha256;
        return new DataSet(
            isMnist ? "MNIST" : isSynthetic ? SyntheticDigits.Name : name,
            sha256,
            Join(files[0], files[1]),
            Join(files[2], files[3]),
            isMnist,
            isSynthetic,
            origin);
    }

    private static ImageSet Join(IdxFile images, IdxFile labels) =>
        new(images.Dimensions[1], images.Dimensions[2], images.Data, labels.Data);
}
