namespace Experiments.Data;

/// <summary>Opens the data set that the user chose.</summary>
public static class DataSets
{
    /// <summary>The choices that are not folders.</summary>
    public static IReadOnlyList<string> Choices { get; } = ["auto", "mnist", "synthetic"];

    /// <summary>
    /// As many blank images, one pixel each, as MNIST has, and the synthetic digits: what can be known before these are here.
    /// </summary>
    internal static DataSet LikeMnist { get; } = DataSet.Blank("MNIST", SyntheticDigits.TrainingImages, SyntheticDigits.TestImages);

    /// <summary>Finds, fetches or draws a data set, and checks every byte of it.</summary>
    /// <param name="choice">
    /// <c>mnist</c>: MNIST from EXPERIMENTS_DATA (the folder itself or its mnist/), else from data/mnist, else fetched into it.
    /// <c>auto</c>: the same, but the synthetic digits if MNIST is nowhere and cannot be fetched. <c>synthetic</c>: the digits that the
    /// engine draws.
    /// Anything else: a folder with four IDX files.
    /// </param>
    /// <param name="folders">Where data may lie.</param>
    /// <param name="say">Called with one line each for what the user should know; other digits are never taken for MNIST silently.</param>
    /// <param name="progress">Called for every piece fetched.</param>
    /// <param name="cancellation">Stops reading, fetching and drawing.</param>
    /// <exception cref="BadDataException">
    /// Data is missing or wrong. A damaged MNIST is an error for <c>auto</c> too: nobody who has it wants other digits.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static DataSet Open(
        string choice, DataFolders folders, Action<string> say, IProgress<FetchProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(say);
        return choice.Trim().ToLowerInvariant() switch
        {
            "auto" => OpenAny(folders, say, progress, cancellation),
            "mnist" => FindMnist(folders, say, cancellation) ?? FetchMnist(folders, say, progress, cancellation),
            "synthetic" => SyntheticDigits.Open(folders.Synthetic, say, cancellation),
            _ => OpenFolder(choice, say, cancellation),
        };
    }

    private static DataSet OpenAny(
        DataFolders folders, Action<string> say, IProgress<FetchProgress>? progress, CancellationToken cancellation)
    {
        if (FindMnist(folders, say, cancellation) is { } mnist)
        {
            return mnist;
        }

        try
        {
            return FetchMnist(folders, say, progress, cancellation);
        }
        catch (BadDataException e)
        {
            say(e.Message);
            say("NOT MNIST: the synthetic digits that this program draws are used instead; claims that speak of MNIST will not be tested");
            return SyntheticDigits.Open(folders.Synthetic, say, cancellation);
        }
    }

    private static DataSet? FindMnist(DataFolders folders, Action<string> say, CancellationToken cancellation)
    {
        IdxFolder[] places = [.. folders.MnistPlaces().Select(place => new IdxFolder(place))];
        if (places.FirstOrDefault(place => place.HasAll) is { } whole)
        {
            return Mnist.Load(whole.Folder, say, cancellation);
        }

        foreach (var part in places.Where(place => place.HasAny))
        {
            say($"{part.Folder}: {string.Join(", ", part.Missing)} not found");
        }

        if (places.Length > 1 && !places[..^1].Any(place => place.HasAny))
        {
            var why = Directory.Exists(folders.ExperimentsData) ? "has no MNIST in it or in its mnist/"
                : File.Exists(folders.ExperimentsData) ? "is a file, not a folder" : "is not there";
            say($"EXPERIMENTS_DATA: {folders.ExperimentsData} {why}");
        }

        return null;
    }

    private static DataSet FetchMnist(
        DataFolders folders, Action<string> say, IProgress<FetchProgress>? progress, CancellationToken cancellation)
    {
        say($"fetching MNIST (11 MB) into {folders.Mnist}");
        Mnist.FetchAsync(folders.Mnist, folders.Mirrors, progress, cancellation).GetAwaiter().GetResult();
        return Mnist.Load(folders.Mnist, say, cancellation);
    }

    private static DataSet OpenFolder(string folder, Action<string> say, CancellationToken cancellation) => Directory.Exists(folder)
        ? Mnist.LoadAnyContent(folder, say, cancellation)
        : throw new BadDataException(
            folder,
            File.Exists(folder) ? "this is a file, not a folder" : "there is no such folder",
            $"choose {string.Join(", ", Choices)} or a folder with the four IDX files");
}
