namespace Experiments.Results;

/// <summary>
/// The right to compute one cell: an exclusive lock on a file <c>seed-3.lock</c> beside it. The system releases it when the process ends,
/// however it ends. <c>seed-3.holder</c> says who has it. On file systems that lock nothing, two commands may compute the same cell; both
/// write the same bytes, each whole. So a lock saves work, and soundness does not rest on it.
/// </summary>
internal sealed class WorkLock : IDisposable
{
    private readonly string path;
    private readonly FileStream file;

    private WorkLock(string path, FileStream file) => (this.path, this.file) = (path, file);

    /// <summary>Takes a lock if it is free.</summary>
    /// <param name="path">Its file; missing folders are made.</param>
    /// <param name="holder">Who has it, as <c>process 12 on host since …</c>; null if that is unknown.</param>
    /// <returns>The lock, or null if it is not free.</returns>
    /// <exception cref="IOException">Nothing can be written there.</exception>
    /// <exception cref="UnauthorizedAccessException">Nothing may be written there.</exception>
    public static WorkLock? TryTake(string path, out string? holder)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);

                // With this option .NET removes the file before it releases the lock, and opens anew if the file that it has locked was
                // removed meanwhile.
                var file = new FileStream(
                    path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
                holder = WriteHolder(path);
                return new(path, file);
            }
            catch (IOException problem) when (IsTaken(problem))
            {
                holder = ReadHolder(path);
                return null;
            }
            catch (IOException) when (attempt < 100)
            {
                Thread.Yield(); // somebody removed the empty folder just now
            }
        }
    }

    /// <summary>Releases it, and removes the variant's folder and the recipe's if they are empty.</summary>
    public void Dispose()
    {
        AtomicFile.TryDelete(HolderOf(path));
        file.Dispose();
        try
        {
            var folder = Path.GetDirectoryName(path)!;
            Directory.Delete(folder);
            Directory.Delete(Path.GetDirectoryName(folder)!);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // They are not empty, which is the rule.
        }
    }

    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows
    private static bool IsTaken(IOException problem) => problem.HResult is 11 or 35 or unchecked((int)0x80070020);

    private static string HolderOf(string path) => Path.ChangeExtension(path, ".holder");

    private static string WriteHolder(string path)
    {
        var holder = FormattableString.Invariant(
            $"process {Environment.ProcessId} on {Environment.MachineName} since {DateTime.UtcNow:yyyy-MM-dd HH:mm:ss} UTC");
        try
        {
            File.WriteAllText(HolderOf(path), holder);
        }
        catch (IOException)
        {
            // The disk is full. Nobody can read who works here, and the work itself will say what is wrong.
        }

        return holder;
    }

    private static string? ReadHolder(string path)
    {
        try
        {
            return File.ReadAllText(HolderOf(path)) is { Length: > 0 } holder ? holder : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null; // not yet there, or just removed
        }
    }
}
