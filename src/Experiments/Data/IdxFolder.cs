namespace Experiments.Data;

/// <summary>The four IDX files of MNIST and its kin (Fashion-MNIST, KMNIST, EMNIST …) in one folder.</summary>
internal sealed class IdxFolder
{
    /// <summary>Training images, training labels, test images, test labels: the order of everything that walks the four files.</summary>
    public static readonly IReadOnlyList<string> Stems = ["train-images", "train-labels", "t10k-images", "t10k-labels"];

    private readonly string[][] found;

    public IdxFolder(string folder)
    {
        Folder = folder;
        found = [.. Stems.Select((_, file) => Spellings(file).Select(name => Path.Combine(folder, name)).Where(File.Exists).ToArray())];
    }

    public string Folder { get; }

    public bool HasAll => found.All(paths => paths.Length > 0);

    public bool HasAny => found.Any(paths => paths.Length > 0);

    /// <summary>The names of the files that are not there.</summary>
    public IEnumerable<string> Missing => MissingFiles.Select(file => Spellings(file)[0]);

    private IEnumerable<int> MissingFiles => Enumerable.Range(0, Stems.Count).Where(file => found[file].Length == 0);

    public static IdxKind Kind(int file) => file % 2 == 0 ? IdxKind.Images : IdxKind.Labels;

    /// <summary>
    /// The names a file may have, the preferred one first: the one that `data fetch` writes, so that fetching heals a folder.
    /// </summary>
    public static string[] Spellings(int file)
    {
        var type = Kind(file) == IdxKind.Images ? "idx3-ubyte" : "idx1-ubyte";
        return [$"{Stems[file]}-{type}.gz", $"{Stems[file]}-{type}", $"{Stems[file]}.{type}.gz", $"{Stems[file]}.{type}"];
    }

    /// <summary>The path that would be read, or null.</summary>
    public string? PathOf(int file) => found[file].FirstOrDefault();

    /// <summary>Reads the four files side by side and checks that they belong together.</summary>
    public IdxFile[] Read(string advice, Action<string> say, CancellationToken cancellation)
    {
        if (!HasAll)
        {
            throw new BadDataException($"{Folder}: {WhyNotAll(advice)}");
        }

        foreach (var paths in found.Where(paths => paths.Length > 1))
        {
            say($"{Folder}: taking {Path.GetFileName(paths[0])}, not {string.Join(" or ", paths[1..].Select(Path.GetFileName))}");
        }

        // If several are wrong, the first one's error is thrown.
        var reading = found.Select((paths, i) =>
            Task.Run(() => new IdxReader(paths[0], Kind(i), advice, cancellation).Read(), CancellationToken.None));
        var files = Task.WhenAll(reading).GetAwaiter().GetResult();
        CheckTogether(files, advice);
        return files;
    }

    private string WhyNotAll(string advice)
    {
        var fetch = advice == Mnist.Advice ? "run `./experiments data fetch`" : "choose another folder";
        if (!Directory.Exists(Folder))
        {
            return $"there is no such folder; {fetch}";
        }

        try
        {
            // A folder that may not be looked into seems to have no files.
            _ = Directory.EnumerateFileSystemEntries(Folder).Any();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"the folder cannot be read ({BadDataException.OneLine(e)}); get the right to read it, or {fetch}";
        }

        string[] folders = [.. MissingFiles.SelectMany(Spellings).Where(name => Directory.Exists(Path.Combine(Folder, name)))];
        var instead = folders.Length == 0 ? "" : $" ({string.Join(", ", folders)} {(folders.Length == 1 ? "is a folder" : "are folders")})";
        return $"{string.Join(", ", Missing)} not found{instead}; "
            + $"{(advice == Mnist.Advice ? fetch : $"put what is missing there, or {fetch}")}";
    }

    private static void CheckTogether(IdxFile[] files, string advice)
    {
        for (var i = 0; i < files.Length; i += 2)
        {
            var (images, labels) = (files[i], files[i + 1]);
            if (images.Count != labels.Count)
            {
                var why = files[0].Count == files[3].Count && files[2].Count == files[1].Count ? ": training and test labels are swapped"
                    : images.Dimensions.Contains(labels.Count)
                    ? $": the images' dimensions are in another order than count, rows, columns (byte 4 of {Path.GetFileName(images.Path)})"
                    : "";
                throw new BadDataException(
                    labels.Path, $"{labels.Count:N0} labels (byte 4) do not fit the {images.Count:N0} images of {images.Path}{why}",
                    advice);
            }
        }

        if (!files[0].Dimensions.Skip(1).SequenceEqual(files[2].Dimensions.Skip(1)))
        {
            throw new BadDataException(
                files[2].Path, $"images of {Size(files[2])} (byte 8) do not fit the {Size(files[0])} of {files[0].Path}", advice);
        }
    }

    private static string Size(IdxFile images) => $"{images.Dimensions[1]} × {images.Dimensions[2]}";
}
