namespace Experiments.Data;

public static partial class SyntheticDigits
{
    /// <summary>The set of <see cref="DefaultSeed"/>, from a folder where it was kept, or drawn and kept there for the next time.</summary>
    /// <param name="folder">Where it is kept, as four plain IDX files; made if it does not exist.</param>
    /// <param name="say">Told if the digits are drawn, and if they cannot be kept.</param>
    /// <param name="cancellation">Stops reading and drawing.</param>
    /// <remarks>What was kept is used only if it has <see cref="DefaultSha256"/>; anything else is drawn anew and replaced.</remarks>
    public static DataSet Open(string folder, Action<string> say, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(say);
        if (Kept(folder, say, cancellation) is { } kept)
        {
            return kept;
        }

        say($"drawing {TrainingImages + TestImages:N0} synthetic digits");
        DataSet drawn = Create(DefaultSeed, cancellation);
        try
        {
            Directory.CreateDirectory(folder);
            foreach ((string name, int[] dimensions, ReadOnlyMemory<byte> data) in Files(drawn.Training, drawn.Test))
            {
                IdxFile.Write(Path.Combine(folder, name), dimensions, data.Span);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            say($"{folder}: the synthetic digits cannot be kept there ({e.Message.ReplaceLineEndings(" ")}) "
                + "and will be drawn anew every time");
        }

        return drawn;
    }

    private static DataSet? Kept(string folder, Action<string> say, CancellationToken cancellation)
    {
        string[] paths = [.. Names.Select(name => Path.Combine(folder, name))];
        if (!paths.Any(File.Exists))
        {
            return null;
        }

        try
        {
            IdxFile[] files = [.. paths.AsParallel().AsOrdered().Select((path, i) => IdxFile.Read(path, IdxFolder.Kind(i), cancellation))];
            if (DataSet.Combine(files.Select(file => file.Sha256)) == DefaultSha256)
            {
                return ToDataSet(DefaultSeed, IdxFolder.Join(files[0], files[1]), IdxFolder.Join(files[2], files[3]), DefaultSha256);
            }

            say($"{folder}: the synthetic digits kept there are damaged or of another version");
        }
        catch (AggregateException e) when (e.InnerException is BadDataException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            say(e.InnerException.Message);
        }

        return null;
    }
}
