namespace Experiments.Running;

/// <summary>
/// A cell's training under way, on disk beside the cell that it will become. It is written at the ends of epochs, seldom enough to cost
/// next to nothing. Only the very build that wrote it reads it, on the same kind of machine, its processor and its system: continuing must
/// give the same bits as not having stopped. So a training goes on on another node of a cluster if that is like the first. The file's name
/// says which build and machine that is, so those of others stay as they are. It holds the SHA-256 of who may read it and of the rest, then
/// epochs completed, then what the training saves.
/// </summary>
/// <param name="cell">The cell.</param>
/// <param name="folder">The folder of its variant.</param>
/// <param name="every">Least time between two checkpoints, and before the first; zero for one after every epoch.</param>
/// <param name="progress">Hears whether the training continues from a checkpoint, and whether one cannot be used.</param>
internal sealed class Checkpoint(PlannedCell cell, string folder, TimeSpan every = default, IProgress<RunEvent>? progress = null)
{
    private readonly byte[] identity = Identity(cell);
    private readonly Stopwatch sinceLast = Stopwatch.StartNew();
    private bool warned;

    /// <summary>The file.</summary>
    public string Path { get; } =
        System.IO.Path.Combine(folder, $"{ResultStore.OwnerOf(cell.Seed)}.{Convert.ToHexStringLower(Identity(cell))[..10]}.checkpoint");

    /// <summary>The paths of all checkpoints in a folder, or of those of one seed.</summary>
    public static IReadOnlyList<string> FilesIn(string folder, int? seed = null) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, $"seed-{(seed is null ? "*" : seed)}.*.checkpoint") : [];

    /// <summary>Puts a training back as it was saved. What cannot be used is set aside and reported.</summary>
    /// <returns>Epochs completed by then; 0 if nothing was saved that can be used.</returns>
    public int Load(Action<BinaryReader> training)
    {
        if (Open() is not { } reader)
        {
            return 0;
        }

        try
        {
            var epoch = reader.ReadInt32();
            training(reader);
            progress?.Report(new RunEvent.Resumed(cell, epoch));
            return epoch;
        }
        catch
        {
            ResultStore.SetAside(Path); // the next attempt is not to fail on it again
            throw;
        }
    }

    /// <summary>Saves a training if it is time.</summary>
    public void Save(int epoch, Action<BinaryWriter> training)
    {
        if (sinceLast.Elapsed < every)
        {
            return;
        }

        try
        {
            using var content = new MemoryStream();
            using var writer = new BinaryWriter(content);
            writer.Write(identity); // whose place the digest takes
            writer.Write(epoch);
            training(writer);
            writer.Flush();
            var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
            SHA256.HashData(bytes).CopyTo(bytes);
            AtomicFile.Write(Path, bytes, ResultStore.OwnerOf(cell.Seed));
            progress?.Report(new RunEvent.Saved(cell, epoch));
        }
        catch (IOException problem)
        {
            if (!warned) // the training itself is as good as ever
            {
                Note($"no checkpoint can be written, so an interruption will cost all of its training: {problem.Message}");
            }

            warned = true;
        }

        sinceLast.Restart(); // from its end, so that one that takes long to write is not written all the time
    }

    // The builds of all code that a training depends on, the engine, TorchSharp, and what the recipe's author wrote; the machine; the cell.
    private static byte[] Identity(PlannedCell cell)
    {
        var (variant, settings) = (cell.Variant.Variant, cell.Variant.Variant.Settings);
        object?[] parts =
        [
            variant.Workload, settings, settings.Optimizer, settings.Loss, settings.Penalty, settings.Schedule, .. variant.Probes,
        ];
        Type?[] types =
        [
            typeof(Checkpoint), typeof(torch), (variant.Workload as Model)?.Method.DeclaringType,
            .. parts.Select(part => part?.GetType()),
        ];
        var builds = types.OfType<Type>().Select(type => $"{type.Module.ModuleVersionId}").Distinct();
        var name = cell.Variant.Key.CellName(cell.Seed);
        return SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Join('\n', [.. builds, $"{Environment.Version}", Processor.Name, RuntimeInformation.OSDescription, name])));
    }

    // Null if there is none that can be used. --force computes everything again, also the half that a checkpoint has.
    private BinaryReader? Open()
    {
        if (cell.Variant.Forced)
        {
            AtomicFile.TryDelete(Path);
        }

        if (!File.Exists(Path))
        {
            if (FilesIn(folder, cell.Seed).Count > 0)
            {
                Note("its checkpoint is of another build or kind of machine and is left alone. The training starts anew.");
            }

            return null;
        }

        try
        {
            var bytes = File.ReadAllBytes(Path);
            var digest = bytes[..Math.Min(identity.Length, bytes.Length)];
            identity.AsSpan(0, digest.Length).CopyTo(bytes);
            return digest.SequenceEqual(SHA256.HashData(bytes)) ? new(new MemoryStream(bytes[digest.Length..]))
                : throw new FormatException("It is damaged or of another cell: its checksum does not fit.");
        }
        catch (FormatException problem)
        {
            var aside = System.IO.Path.GetFileName(ResultStore.SetAside(Path));
            Note($"{Path} cannot be used: {problem.Message} It is now {aside}. The training starts anew.");
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Note($"{Path} cannot be read: {problem.Message} The training starts anew.");
            return null;
        }
    }

    private void Note(string text) => progress?.Report(new RunEvent.Noted($"{cell}", text));
}
