namespace Experiments.Running;

/// <summary>
/// A cell's training under way, on disk beside the cell that it will become: the SHA-256 of the rest, who may continue it, epochs
/// completed, and what the training saves. It is written at the ends of epochs, seldom enough to cost next to nothing. Only the very build
/// that wrote it reads it, on the same machine: continuing must give the same bits as not having stopped. The file's name says which build
/// and machine that is, so those of others stay as they are.
/// </summary>
/// <param name="cell">The cell.</param>
/// <param name="folder">The folder of its variant.</param>
/// <param name="every">Least time between two checkpoints, and before the first; zero for one after every epoch.</param>
/// <param name="observer">Hears whether the training continues from a checkpoint, and whether one cannot be read or written.</param>
internal sealed class Checkpoint(PlannedCell cell, string folder, TimeSpan every = default, IRunObserver? observer = null)
{
    private const string Form = "experiments checkpoint 3";

    // A checkpoint that takes long to write is written less often: at most this fraction of the time goes there.
    private const double MostOfTheTime = 0.05;

    private readonly string identity = Identity(cell);
    private readonly Stopwatch sinceLast = Stopwatch.StartNew();
    private TimeSpan writing; // how long the last one took
    private bool warned;

    /// <summary>The file.</summary>
    public string Path { get; } = System.IO.Path.Combine(folder, $"{ResultStore.OwnerOf(cell.Seed)}.{Digest(Identity(cell))}.checkpoint");

    /// <summary>Whether the file is there.</summary>
    public bool Exists => File.Exists(Path);

    /// <summary>The paths of all checkpoints in a folder, or of those of one seed.</summary>
    public static IReadOnlyList<string> FilesIn(string folder, int? seed = null) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, $"seed-{(seed is null ? "*" : seed)}.*.checkpoint") : [];

    /// <summary>Puts a training back as it was saved. What cannot be used is removed and reported.</summary>
    /// <param name="training">Reads the training's state.</param>
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
            observer?.Resumed(cell, epoch);
            return epoch;
        }
        catch
        {
            AtomicFile.TryDelete(Path); // the next attempt is not to fail on it again
            throw;
        }
    }

    /// <summary>Saves a training if it is time.</summary>
    /// <param name="epoch">Epochs completed.</param>
    /// <param name="training">Writes the training's state.</param>
    public void Save(int epoch, Action<BinaryWriter> training)
    {
        if (every > TimeSpan.Zero && (sinceLast.Elapsed < every || sinceLast.Elapsed < writing / MostOfTheTime))
        {
            return;
        }

        var clock = Stopwatch.StartNew();
        try
        {
            using var content = new MemoryStream();
            content.Write(new byte[SHA256.HashSizeInBytes]);
            var writer = new BinaryWriter(content);
            writer.Write(identity);
            writer.Write(epoch);
            training(writer);
            writer.Flush();
            var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
            SHA256.HashData(bytes[SHA256.HashSizeInBytes..], bytes);
            AtomicFile.Write(Path, bytes, ResultStore.OwnerOf(cell.Seed));
        }
        catch (IOException problem)
        {
            if (!warned) // the training itself is as good as ever
            {
                const string Warning = "no checkpoint can be written, so an interruption will cost all of its training";
                observer?.Noted($"{cell}", $"{Warning}: {problem.Message}");
            }

            warned = true;
        }

        writing = clock.Elapsed;
        sinceLast.Restart();
    }

    // The builds of all code that a training depends on, the engine, TorchSharp, and what the recipe's author wrote; the machine; the cell.
    private static string Identity(PlannedCell cell)
    {
        var (variant, settings) = (cell.Variant.Variant, cell.Variant.Variant.Settings);
        object?[] parts =
        [
            variant.Workload, settings, settings.Optimizer, settings.Loss, settings.Penalty, settings.Schedule, .. variant.Probes,
        ];
        Type?[] types =
        [
            typeof(Checkpoint), typeof(torch), (variant.Workload as Model)?.Method.DeclaringType, cell.Variant.RecipeType,
            .. parts.Select(part => part?.GetType()),
        ];
        var builds = types.OfType<Type>().Select(type => $"{type.Module.ModuleVersionId}").Distinct();
        var name = cell.Variant.Key.CellName(cell.Seed);
        return string.Join('\n', [Form, .. builds, $"{Environment.Version}", Environment.MachineName, name]);
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..10];

    // Null if there is none that can be used. --force computes everything again, also the half that a checkpoint has.
    private BinaryReader? Open()
    {
        if (cell.Variant.Forced)
        {
            AtomicFile.TryDelete(Path);
        }

        if (!Exists)
        {
            if (FilesIn(folder, cell.Seed).Count > 0)
            {
                observer?.Noted($"{cell}", "its checkpoint is of another build or machine and is left alone. The training starts anew.");
            }

            return null;
        }

        try
        {
            var bytes = File.ReadAllBytes(Path);
            var reader = new BinaryReader(new MemoryStream(bytes));
            var digest = reader.ReadBytes(SHA256.HashSizeInBytes);
            return !digest.SequenceEqual(SHA256.HashData(bytes.AsSpan(digest.Length)))
                ? throw new FormatException("It is damaged: its checksum does not fit.")
                : reader.ReadString() == identity ? reader : throw new FormatException("It belongs to another cell, build or machine.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or FormatException)
        {
            AtomicFile.TryDelete(Path); // it will not get better
            observer?.Noted($"{cell}", $"{Path} cannot be read: {problem.Message} The training starts anew.");
            return null;
        }
    }
}
