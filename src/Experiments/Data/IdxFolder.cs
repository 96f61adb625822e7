namespace Experiments.Data;

/// <summary>The four IDX files of MNIST and its kin (Fashion-MNIST, KMNIST, EMNIST …) in one folder.</summary>
internal sealed class IdxFolder
{
    /// <summary>Training images, training labels, test images, test labels: the order of everything that walks the four files.</summary>
    public static readonly IReadOnlyList<string> Stems = ["train-images", "train-labels", "t10k-images", "t10k-labels"];

    private readonly string[][] _found;

    public IdxFolder(string folder)
    {
        Folder = folder;
        _found = [.. Enumerable.Range(0, Stems.Count).Select(i => PathsOf(i).Where(File.Exists).ToArray())];

        IEnumerable<string> PathsOf(int file) => Spellings(file).Select(name => Path.Combine(folder, name));
    }

    public string Folder { get; }

    public bool HasAll => _found.All(paths => paths.Length > 0);

    public bool HasAny => _found.Any(paths => paths.Length > 0);

    public IEnumerable<string> Missing => Enumerable.Range(0, Stems.Count).Where(i => _found[i].Length == 0).Select(i => Spellings(i)[0]);

    public static IdxKind Kind(int file) => file % 2 == 0 ? IdxKind.Images : IdxKind.Labels;

    /// <summary>
    /// The names a file may have, the preferred one first: the one that `data fetch` writes, so that fetching heals a folder.
    /// </summary>
    public static string[] Spellings(int file)
    {
        string type = Kind(file) == IdxKind.Images ? "idx3-ubyte" : "idx1-ubyte";
        return [$"{Stems[file]}-{type}.gz", $"{Stems[file]}-{type}", $"{Stems[file]}.{type}.gz", $"{Stems[file]}.{type}"];
    }

    /// <summary>The path that would be read, or null.</summary>
    public string? PathOf(int file) => _found[file].FirstOrDefault();

    /// <summary>Reads the four files side by side and checks that they belong together.</summary>
    public IdxFile[] Read(string advice, Action<string> say, CancellationToken cancellation)
    {
        if (!HasAll)
        {
            throw new BadDataException($"{Folder}: {WhyNotAll(advice)}");
        }

        foreach (string[] paths in _found.Where(paths => paths.Length > 1))
        {
            say($"{Folder}: taking {Path.GetFileName(paths[0])}, not {string.Join(" or ", paths[1..].Select(Path.GetFileName))}");
        }

        Task<IdxFile>[] reading =
            [.. _found.Select((paths, i) => Task.Run(() => IdxFile.Read(paths[0], Kind(i), advice, cancellation), cancellation))];
        Task.WhenAll(reading).ContinueWith(_ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
        IdxFile[] files = [.. reading.Select(task => task.GetAwaiter().GetResult())];
        CheckTogether(files, advice);
        return files;
    }

    public static ImageSet Join(IdxFile images, IdxFile labels) =>
        new(images.Dimensions[1], images.Dimensions[2], images.Data, labels.Data);

    private string WhyNotAll(string advice)
    {
        string fetch = advice == Mnist.Advice ? "run `./experiments data fetch`" : "choose another folder";
        if (!Directory.Exists(Folder))
        {
            return $"there is no such folder; {fetch}";
        }

        try
        {
            // Whoever may not look into a folder sees no files in it.
            _ = Directory.EnumerateFileSystemEntries(Folder).Any();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"the folder cannot be read ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')}); get the right to read it, or {fetch}";
        }

        return $"{string.Join(", ", Missing)} not found{Instead()}; {(advice == Mnist.Advice ? fetch : $"put what is missing there, or {fetch}")}";
    }

    private string Instead()
    {
        string[] folders = [.. Enumerable.Range(0, Stems.Count).Where(i => _found[i].Length == 0).SelectMany(Spellings).Where(name => Directory.Exists(Path.Combine(Folder, name)))];
        return folders.Length == 0 ? string.Empty : $" ({string.Join(", ", folders)} {(folders.Length == 1 ? "is a folder" : "are folders")})";
    }

    private static void CheckTogether(IdxFile[] files, string advice)
    {
        for (int i = 0; i < 4; i += 2)
        {
            (IdxFile images, IdxFile labels) = (files[i], files[i + 1]);
            if (images.Count != labels.Count)
            {
                string why = files[0].Count == files[3].Count && files[2].Count == files[1].Count
                        ? ": training and test labels are swapped"
                    : images.Dimensions.Contains(labels.Count)
                        ? $": the images' dimensions are in another order than count, rows, columns (byte 4 of {Path.GetFileName(images.Path)})"
                    : string.Empty;
                throw new BadDataException(
                    $"{labels.Path}: {labels.Count:N0} labels (byte 4) do not fit the {images.Count:N0} images of {images.Path}{why}; "
                    + advice);
            }
        }

        if (!files[0].Dimensions.Skip(1).SequenceEqual(files[2].Dimensions.Skip(1)))
        {
            throw new BadDataException(
                $"{files[2].Path}: images of {Size(files[2])} (byte 8) do not fit the {Size(files[0])} of {files[0].Path}; {advice}");
        }
    }

    private static string Size(IdxFile images) => $"{images.Dimensions[1]} × {images.Dimensions[2]}";
}
