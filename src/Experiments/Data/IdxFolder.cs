namespace Experiments.Data;

/// <summary>
/// The four IDX files of MNIST and its kin (Fashion-MNIST, KMNIST …) in one folder. Everything that walks them takes them in this order:
/// training images, training labels, test images, test labels.
/// </summary>
internal sealed class IdxFolder(string folder)
{
    private static readonly string[] Stems = ["train-images", "train-labels", "t10k-images", "t10k-labels"];

    private readonly string[][] found =
        [.. Stems.Select((_, file) => Names(file).Select(name => Path.Combine(folder, name)).Where(File.Exists).ToArray())];

    public string Folder { get; } = folder;

    public bool HasAll => found.All(paths => paths.Length > 0);

    public bool HasAny => found.Any(paths => paths.Length > 0);

    /// <summary>The names of the files that are not there.</summary>
    public string Missing => string.Join(
        ", ", Enumerable.Range(0, Stems.Length).Where(file => found[file].Length == 0).Select(file => Names(file)[0]));

    public static IdxKind Kind(int file) => file % 2 == 0 ? IdxKind.Images : IdxKind.Labels;

    /// <summary>The names a file may have; the first one is that of `data fetch`, so that fetching heals a folder.</summary>
    public static string[] Names(int file)
    {
        var type = Kind(file) == IdxKind.Images ? "idx3-ubyte" : "idx1-ubyte";
        return [$"{Stems[file]}-{type}.gz", $"{Stems[file]}-{type}", $"{Stems[file]}.{type}.gz", $"{Stems[file]}.{type}"];
    }

    /// <summary>The path that would be read, or null.</summary>
    public string? PathOf(int file) => found[file].FirstOrDefault();

    /// <summary>Reads the four files side by side and checks that they belong together.</summary>
    /// <param name="say">Called if a file is there under several names.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="BadDataException">A file is missing or wrong, or the four do not belong together.</exception>
    public IdxFile[] Read(Action<string>? say, CancellationToken cancellation)
    {
        if (!HasAll)
        {
            throw new BadDataException(
                Folder, $"{Missing} not found or not readable", "put what is missing there, or choose another folder");
        }

        foreach (var paths in found.Where(paths => paths.Length > 1))
        {
            say?.Invoke($"{Folder}: taking {Path.GetFileName(paths[0])}, not {string.Join(" or ", paths[1..].Select(Path.GetFileName))}");
        }

        // If several are wrong, the first one's error is thrown.
        var reading = found.Select((paths, file) => Task.Run(() => IdxFile.Read(paths[0], Kind(file)), cancellation));
        var files = Task.WhenAll(reading).GetAwaiter().GetResult();
        CheckTogether(files);
        return files;
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
}
