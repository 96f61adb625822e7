using System.Text.Json;

namespace Experiments.Results;

/// <summary>Who works on a cell, for people to read: no decision rests on it.</summary>
/// <param name="Host">The machine.</param>
/// <param name="Process">The process's number there.</param>
/// <param name="Since">Since when, UTC.</param>
internal sealed record LockHolder(string Host, int Process, DateTime Since)
{
    /// <inheritdoc/>
    public override string ToString() => $"process {Process} on {Host} since {Since:yyyy-MM-dd HH:mm:ss} UTC";
}

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
    /// <param name="holder">Who has it if it is not free; null if that is unknown.</param>
    /// <returns>The lock, or null if it is not free.</returns>
    /// <exception cref="IOException">Nothing can be written there.</exception>
    /// <exception cref="UnauthorizedAccessException">Nothing may be written there.</exception>
    public static WorkLock? TryTake(string path, out LockHolder? holder)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
                if (IsAt(path, file))
                {
                    holder = new(Environment.MachineName, Environment.ProcessId, DateTime.UtcNow);
                    Write(holder, path);
                    return new(path, file);
                }

                file.Dispose(); // the holder before removed it after it was opened here: this is a lock on nothing
            }
            catch (IOException problem) when (IsTaken(problem))
            {
                holder = Read(path);
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
        if (OperatingSystem.IsWindows())
        {
            file.Dispose();
        }

        AtomicFile.TryDelete(path); // before it is released: afterwards it may be another's
        file.Dispose();
        RemoveEmptyFolders();
    }

    private void RemoveEmptyFolders()
    {
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

    // Whether the open file is the one of that name, found out by a length that hardly another file has. Windows removes no open file.
    private static bool IsAt(string path, FileStream file)
    {
        var mark = RandomNumberGenerator.GetInt32(1 << 20);
        file.SetLength(mark);
        return OperatingSystem.IsWindows() || (new FileInfo(path) is { Exists: true } there && there.Length == mark);
    }

    private static string HolderOf(string path) => Path.ChangeExtension(path, ".holder");

    private static void Write(LockHolder holder, string path)
    {
        try
        {
            File.WriteAllText(HolderOf(path), JsonSerializer.Serialize(holder));
        }
        catch (IOException)
        {
            // The disk is full. Nobody can read who works here, and the work itself will say what is wrong.
        }
    }

    private static LockHolder? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<LockHolder>(File.ReadAllText(HolderOf(path)));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            return null; // not yet there, or just removed
        }
    }
}
