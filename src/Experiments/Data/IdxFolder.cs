using System.Text.RegularExpressions;

namespace Experiments.Data;

/// <summary>
/// The four IDX files of MNIST or one of its kin in one folder. Everything that walks them takes them in this order: training images,
/// training labels, test images, test labels.
/// </summary>
internal sealed partial class IdxFolder
{
    private static readonly string[] Stems = ["train-images", "train-labels", "t10k-images", "t10k-labels"];

    private readonly string set;
    private readonly string[][] found;

    /// <summary>Looks for the files whose names begin with a set's name, compressed or not, and in any spelling that is about.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <param name="set">What stands before "train" and "test", such as "emnist-digits-"; MNIST's own names have nothing there.</param>
    public IdxFolder(string folder, string set = "")
    {
        (Folder, this.set) = (folder, set);
        var files = FilesIn(folder).Where(file => file.Set == set).ToList();
        found = [.. Stems.Select((_, index) => files.Where(file => file.Index == index).Select(file => file.Path).ToArray())];
    }

    public string Folder { get; }

    public bool HasAll => found.All(paths => paths.Length > 0);

    public bool HasAny => found.Any(paths => paths.Length > 0);

    /// <summary>The names of the files that are not there.</summary>
    public string Missing => string.Join(
        ", ", Enumerable.Range(0, Stems.Length).Where(file => found[file].Length == 0).Select(file => set + NameOf(file)));

    /// <summary>What tells it from other sets of files: the end of its path, and the set's name if it has one.</summary>
    public string ShortName
    {
        get
        {
            string[] parts = [.. Path.GetFullPath(Folder).Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)];
            var last = set.Length > 0 || parts is [.., "raw"] ? parts.TakeLast(2) : parts.TakeLast(1);
            return parts.Length == 0 ? Folder : string.Join('/', set.Length > 0 ? last.Append(set.TrimEnd('-')) : last);
        }
    }

    public static IdxKind Kind(int file) => file % 2 == 0 ? IdxKind.Images : IdxKind.Labels;

    /// <summary>The name under which a file is fetched. Of several spellings it is the first, so that fetching heals a folder.</summary>
    public static string NameOf(int file) =>
        $"{Stems[file]}-{(Kind(file) == IdxKind.Images ? "idx3-ubyte" : "idx1-ubyte")}.gz";

    /// <summary>
    /// The set that a path means: the one in that folder or in its raw/, where torchvision puts them; or, of several in a folder, the one
    /// whose files' names begin with the path's last part, such as <c>EMNIST/raw/emnist-digits</c>.
    /// </summary>
    /// <exception cref="BadDataException">The folder has several sets.</exception>
    public static IdxFolder At(string path)
    {
        foreach (var folder in WithRaw(path))
        {
            var sets = SetsIn(folder);
            if (sets.Count > 1 && !sets.Contains(""))
            {
                var names = string.Join(", ", sets.Select(set => set.TrimEnd('-')));
                throw new BadDataException(
                    folder, $"the folder has {sets.Count} sets of images: {names}",
                    $"name one of them, for example {Path.Combine(folder, sets[0].TrimEnd('-'))}");
            }

            if (sets.Count > 0)
            {
                return new(folder, sets.Contains("") ? "" : sets[0]);
            }
        }

        var (parent, name) = (Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path)), Path.GetFileName(path));
        return (parent is null || Directory.Exists(path) ? [] : WithRaw(parent).Select(folder => new IdxFolder(folder, name + "-")))
            .FirstOrDefault(other => other.HasAny) ?? new IdxFolder(path);
    }

    /// <summary>The path that would be read, or null.</summary>
    public string? PathOf(int file) => found[file].FirstOrDefault();

    /// <summary>Reads the four files side by side and checks that they belong together.</summary>
    /// <param name="say">Called if a file is there under several names, or its images are not as MNIST's.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="BadDataException">A file is missing or wrong, or the four do not belong together.</exception>
    public IdxFile[] Read(Action<string>? say, CancellationToken cancellation)
    {
        if (!HasAll)
        {
            string[] inside = HasAny ? [] : [.. FoldersOf(Folder).Where(folder => WithRaw(folder).Any(place => SetsIn(place).Count > 0))];
            throw inside.Length > 0
                ? new BadDataException(
                    Folder, $"the images are in {string.Join(", ", inside.Select(Path.GetFileName))} inside this folder",
                    $"name the folder itself, for example {inside[0]}")
                : new BadDataException(
                    Folder, $"{Missing} not found or not readable", "put what is missing there, or choose another folder");
        }

        foreach (var paths in found.Where(paths => paths.Length > 1))
        {
            say?.Invoke($"{Folder}: taking {Path.GetFileName(paths[0])}, not {string.Join(" or ", paths[1..].Select(Path.GetFileName))}");
        }

        if (set.StartsWith("emnist", StringComparison.Ordinal))
        {
            say?.Invoke($"{Folder}: EMNIST stores images with rows and columns swapped; they are taken as they are");
        }

        // If several are wrong, the first one's error is thrown.
        var reading = found.Select((paths, file) => Task.Run(() => IdxFile.Read(paths[0], Kind(file)), cancellation));
        var files = Task.WhenAll(reading).GetAwaiter().GetResult();
        CheckTogether(files);
        return files;
    }

    private static string[] WithRaw(string folder) => [folder, Path.Combine(folder, "raw")];

    // The names of the sets that are whole.
    private static List<string> SetsIn(string folder) =>
        [.. FilesIn(folder).GroupBy(file => file.Set).Where(set => set.Select(file => file.Index).Distinct().Count() == Stems.Length)
            .Select(set => set.Key).Order(StringComparer.Ordinal)];

    // Of several spellings of one file's name the first is taken: compressed before plain, "-idx" before ".idx".
    private static IEnumerable<(string Path, string Set, int Index)> FilesIn(string folder) =>
        from path in Entries(() => Directory.EnumerateFiles(folder)).Where(File.Exists)
        let name = FileName().Match(Path.GetFileName(path))
        where name.Success
        orderby name.Groups["dot"].Success, !path.EndsWith(".gz", StringComparison.Ordinal), path
        let test = name.Groups["split"].Value != "train"
        select (path, name.Groups["set"].Value, (test ? 2 : 0) + (name.Groups["kind"].Value == "labels" ? 1 : 0));

    private static List<string> FoldersOf(string folder) => Entries(() => Directory.EnumerateDirectories(folder).Order());

    private static List<string> Entries(Func<IEnumerable<string>> list)
    {
        try
        {
            return [.. list()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }

    private static void CheckTogether(IdxFile[] files)
    {
        foreach (var (images, labels) in new[] { (files[0], files[1]), (files[2], files[3]) })
        {
            if (images.Count != labels.Count)
            {
                throw new BadDataException(
                    labels.Path, $"{labels.Count:N0} labels (byte 4) do not fit the {images.Count:N0} images of {images.Path}");
            }
        }

        if (!files[0].Dimensions.Skip(1).SequenceEqual(files[2].Dimensions.Skip(1)))
        {
            throw new BadDataException(
                files[2].Path, $"images of {Size(files[2])} (byte 8) do not fit the {Size(files[0])} of {files[0].Path}");
        }
    }

    private static string Size(IdxFile images) => $"{images.Dimensions[1]} × {images.Dimensions[2]}";

    // MNIST, Fashion-MNIST, KMNIST: train-images-idx3-ubyte, t10k-labels-idx1-ubyte. EMNIST: emnist-digits-test-images-idx3-ubyte.
    // QMNIST: qmnist-test-labels-idx2-int.
    [GeneratedRegex(
        @"^(?<set>.+-)?(?<split>train|t10k|test)-(?<kind>images|labels)(-|(?<dot>\.))idx(3-ubyte|1-ubyte|2-int)(\.gz)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
