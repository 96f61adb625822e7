using System.Collections.Concurrent;
using System.Text;

namespace Experiments.Results;

/// <summary>
/// The right to compute one cell: a file <c>seed-3.lock</c> beside it that names its holder. On one machine the system guards it and releases it
/// when the process ends, however it ends. A holder on another machine is believed as long as it gives signs of life. Two that hold it at once, on
/// file systems that guard nothing, do the same work twice and write the same cell: a lock saves work, soundness does not rest on it.
/// </summary>
public sealed class WorkLock : IDisposable
{
    private static readonly ConcurrentDictionary<string, byte> HeldHere = [];

    private readonly string path;
    private readonly FileStream file;
    private readonly Timer signs;
    private LockHolder holder;
    private bool released;

    private WorkLock(string path, FileStream file, LockHolder holder)
    {
        (this.path, this.file, this.holder) = (path, file, holder);
        HeldHere[path] = 0;
        signs = new(_ => GiveSign(), null, LockHolder.SignEvery, LockHolder.SignEvery);
    }

    /// <summary>Takes a lock if it is free.</summary>
    /// <param name="file">Its file; folders that lack are made.</param>
    /// <param name="holder">Who has it, if it is not free; null if that cannot be told.</param>
    /// <returns>The lock, or null if it is not free.</returns>
    /// <exception cref="IOException">Nothing can be written there.</exception>
    /// <exception cref="UnauthorizedAccessException">Nothing may be written there.</exception>
    public static WorkLock? TryTake(string file, out LockHolder? holder)
    {
        var path = Path.GetFullPath(file);
        while (true)
        {
            if (Open(path) is not { } opened)
            {
                holder = LockHolder.Parse(ReadBeside(path));
                return null;
            }

            holder = LockHolder.Parse(ReadAll(opened));
            if (holder is not null && holder.IsAlive(DateTime.UtcNow) && (!holder.IsOwn || HeldHere.ContainsKey(path)))
            {
                opened.Dispose();
                return null;
            }

            var own = LockHolder.Own();
            Write(opened, own);

            // Whoever had it may have removed the file between its opening here and now: then this is a lock on nothing.
            if (OperatingSystem.IsWindows() || ReadBeside(path) == own.ToText())
            {
                holder = own;
                return new(path, opened, own);
            }

            opened.Dispose();
        }
    }

    /// <summary>Gives it back, and removes the variant's folder and the recipe's if nothing else came to be in them.</summary>
    public void Dispose()
    {
        signs.Dispose();
        lock (file)
        {
            if (released)
            {
                return;
            }

            released = true;
            Remove();
        }

        HeldHere.TryRemove(path, out _);
        var folder = Path.GetDirectoryName(path)!;
        if (RemoveIfEmpty(folder))
        {
            RemoveIfEmpty(Path.GetDirectoryName(folder)!);
        }
    }

    private void Remove()
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                file.Dispose();
            }

            File.Delete(path); // before it is let go of, else another's would be deleted
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // What stays names a holder that is no more, or that knows it holds nothing.
        }

        file.Dispose();
    }

    private void GiveSign()
    {
        lock (file)
        {
            if (released)
            {
                return;
            }

            try
            {
                holder = holder with { LastSign = DateTime.UtcNow };
                Write(file, holder);
            }
            catch (IOException)
            {
                // The worst that can come of it is that somebody else does the same work.
            }
        }
    }

    // Null if another process, or another part of this one, has it open.
    private static FileStream? Open(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                DurableFile.MakeFolder(Path.GetDirectoryName(path)!);
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException problem) when (IsTaken(problem))
            {
                return null;
            }
            catch (IOException) when (attempt < 100)
            {
                Thread.Yield(); // somebody removed the empty folder just now, perhaps while it was being made
            }
        }
    }

    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows
    private static bool IsTaken(IOException problem) => problem.HResult is 11 or 35 or unchecked((int)0x80070020);

    private static void Write(FileStream file, LockHolder holder)
    {
        var text = Encoding.UTF8.GetBytes(holder.ToText());
        file.Position = 0;
        file.Write(text);
        file.SetLength(text.Length);
        file.Flush();
    }

    private static string ReadAll(FileStream file)
    {
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        return reader.ReadToEnd();
    }

    // Windows lets nobody read it.
    private static string ReadBeside(string path) => OperatingSystem.IsWindows() ? "" : SystemCalls.ReadLocked(path);

    private static bool RemoveIfEmpty(string folder)
    {
        try
        {
            Directory.Delete(folder);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false; // it is not empty, which is the rule
        }
    }
}
