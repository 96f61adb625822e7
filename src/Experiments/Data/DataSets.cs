namespace Experiments.Data;

/// <summary>Where data may lie.</summary>
/// <param name="Root">The folder of everything fetched, usually data/ in the repository; made when needed.</param>
/// <param name="ExperimentsData">
/// The environment variable EXPERIMENTS_DATA: a folder with MNIST in it, in its mnist/, or where torchvision puts it; or null.
/// </param>
public sealed record DataFolders(string Root, string? ExperimentsData)
{
    /// <summary>
    /// Where MNIST is fetched to: where it is already, in whole or in part; or mnist/ in EXPERIMENTS_DATA, if that is a folder that can be
    /// written; or mnist/ in the root.
    /// </summary>
    public string Mnist
    {
        get
        {
            IdxFolder[] places = [.. MnistPlaces().Select(place => new IdxFolder(place))];
            return places.FirstOrDefault(place => place.HasAll)?.Folder
                ?? (places.Length == 1 || !CanWrite(ExperimentsData!) ? InRoot
                : places.FirstOrDefault(place => place.HasAny)?.Folder ?? Path.Combine(ExperimentsData!, "mnist"));
        }
    }

    /// <summary>Where MNIST is fetched to if EXPERIMENTS_DATA is no folder that can be written.</summary>
    internal string InRoot => Path.Combine(Root, "mnist");

    /// <summary>Where MNIST is fetched from; by default <see cref="Data.Mnist.Mirrors"/>.</summary>
    public IReadOnlyList<Uri> Mirrors { get; init; } = Data.Mnist.Mirrors;

    /// <summary>The folders of this process: a root, and EXPERIMENTS_DATA from the environment.</summary>
    /// <param name="root">The folder of everything fetched.</param>
    public static DataFolders FromEnvironment(string root) => new(root, Environment.GetEnvironmentVariable("EXPERIMENTS_DATA"));

    /// <summary>The folders in which MNIST is looked for, in this order.</summary>
    internal IReadOnlyList<string> MnistPlaces() => string.IsNullOrWhiteSpace(ExperimentsData)
        ? [InRoot]
        : [
            ExperimentsData, Path.Combine(ExperimentsData, "mnist"), Path.Combine(ExperimentsData, "raw"),
            Path.Combine(ExperimentsData, "MNIST", "raw"), InRoot,
        ];

    /// <summary>The same for people.</summary>
    /// <param name="shorten">How folders are shown.</param>
    internal string MnistPlaces(Func<string, string> shorten) => string.IsNullOrWhiteSpace(ExperimentsData) ? shorten(InRoot)
        : $"{shorten(ExperimentsData)}, its mnist/, raw/ and MNIST/raw/, and {shorten(InRoot)}";

    private static bool CanWrite(string folder)
    {
        try
        {
            using var file = new FileStream(
                Path.Combine(folder, $".{Guid.NewGuid():N}"), new FileStreamOptions
                {
                    Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose,
                });
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

/// <summary>Opens the data set that the user chose.</summary>
public static class DataSets
{
    /// <summary>The choices that are not folders.</summary>
    public static IReadOnlyList<string> Choices { get; } = ["auto", "mnist", "synthetic"];

    /// <summary>
    /// As many blank images, one pixel each, as MNIST has, and the synthetic digits: what can be known before these are here.
    /// </summary>
    internal static DataSet LikeMnist { get; } = DataSet.Blank(Mnist.Name, SyntheticDigits.TrainingImages, SyntheticDigits.TestImages);

    /// <summary>Finds, fetches or draws a data set, and checks every byte of it.</summary>
    /// <param name="choice">
    /// <c>mnist</c>: MNIST from EXPERIMENTS_DATA (the folder itself or its mnist/), else from data/mnist, else fetched into it.
    /// <c>auto</c>: the same, but the synthetic digits if MNIST is nowhere and cannot be fetched. <c>synthetic</c>: the digits that the
    /// engine draws. Anything else: a folder with four IDX files (see <see cref="DataSet.Read"/>).
    /// </param>
    /// <param name="folders">Where data may lie.</param>
    /// <param name="say">Called with one line each for what the user should know; other digits are never taken for MNIST silently.</param>
    /// <param name="cancellation">Stops reading, fetching and drawing.</param>
    /// <exception cref="BadDataException">
    /// Data is missing or wrong. A damaged MNIST is an error for <c>auto</c> too: nobody who has it wants other digits.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static DataSet Open(string choice, DataFolders folders, Action<string> say, CancellationToken cancellation = default)
    {
        return choice.Trim().ToLowerInvariant() switch
        {
            "auto" => FindMnist(folders, say, cancellation) ?? FetchOrDraw(),
            "mnist" => FindMnist(folders, say, cancellation) ?? Fetch(),
            "synthetic" => Draw(),
            _ when IsThere(choice) => DataSet.Read(choice, say, cancellation),
            _ => throw new BadDataException(
                choice,
                File.Exists(choice) ? "this is a file, not a folder" : "there is no such folder",
                $"choose {string.Join(", ", Choices)} or a folder with the four IDX files"),
        };

        DataSet Fetch()
        {
            var target = folders.Mnist;
            say($"fetching MNIST (11 MB) into {target}");
            Mnist.Fetch(target, folders.Mirrors, say, cancellation);
            return Mnist.Read(target, say, cancellation);
        }

        DataSet FetchOrDraw()
        {
            try
            {
                return Fetch();
            }
            catch (BadDataException e)
            {
                say(e.Message);
                say("NOT MNIST: the synthetic digits that this program draws are used instead; "
                    + "claims that speak of MNIST will not be tested");
                return Draw();
            }
        }

        DataSet Draw()
        {
            say($"drawing {SyntheticDigits.TrainingImages + SyntheticDigits.TestImages:N0} synthetic digits");
            return SyntheticDigits.Draw(cancellation);
        }
    }

    /// <summary>Whether a choice is a folder, or the beginning of the names of files in one.</summary>
    internal static bool IsThere(string path) => Directory.Exists(path) || IdxFolder.At(path).HasAny;

    /// <summary>MNIST from where it may lie; null, and why, if it is nowhere.</summary>
    internal static DataSet? FindMnist(DataFolders folders, Action<string> say, CancellationToken cancellation)
    {
        IdxFolder[] places = [.. folders.MnistPlaces().Select(place => new IdxFolder(place))];
        if (places.FirstOrDefault(place => place.HasAll) is { } whole)
        {
            return Mnist.Read(whole.Folder, say, cancellation);
        }

        foreach (var part in places.Where(place => place.HasAny))
        {
            say($"{part.Folder}: {part.Missing} not found");
        }

        if (places.Length > 1 && !places[..^1].Any(place => place.HasAny))
        {
            var why = Directory.Exists(folders.ExperimentsData) ? "has no MNIST in it, in its mnist/ or in its MNIST/raw/"
                : "is not a folder that is there";
            say($"EXPERIMENTS_DATA: {folders.ExperimentsData} {why}");
        }

        return null;
    }
}
