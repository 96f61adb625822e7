namespace Experiments.Results;

/// <summary>
/// Writes files that are there whole or not at all, whenever the writer stops: under a temporary name, flushed to the disk, renamed, and the
/// folder's entry flushed, too. What a writer that was killed leaves behind is a temporary file, which nothing reads.
/// </summary>
internal static class DurableFile
{
    private const string Temporary = ".tmp";

    /// <summary>Writes a file, replacing one that is there.</summary>
    /// <param name="path">Its path; folders that lack are made.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="owner">What the temporary file's name begins with, so that who holds a lock knows what it may remove.</param>
    /// <param name="before">Is told of every step before it is taken; for tests that stop there.</param>
    /// <exception cref="IOException">It cannot be written; nothing has changed then.</exception>
    public static void Write(string path, byte[] content, string owner, Action<string>? before = null) => Write(path, file => file.Write(content), owner, before);

    /// <summary>Writes a file, replacing one that is there.</summary>
    /// <param name="path">Its path; folders that lack are made.</param>
    /// <param name="content">Writes its bytes.</param>
    /// <param name="owner">What the temporary file's name begins with.</param>
    /// <param name="before">Is told of every step before it is taken; for tests that stop there.</param>
    /// <exception cref="IOException">It cannot be written; nothing has changed then.</exception>
    public static void Write(string path, Action<Stream> content, string owner, Action<string>? before = null)
    {
        var folder = Path.GetDirectoryName(path)!;
        var temporary = Path.Combine(folder, $".{owner}.{Path.GetFileName(path)}.{Guid.NewGuid():N}{Temporary}");
        before?.Invoke("make folder");
        MakeFolder(folder);
        try
        {
            before?.Invoke("create");
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0))
            {
                before?.Invoke("write");
                content(file);
                before?.Invoke("flush");
                file.Flush(flushToDisk: true);
            }

            before?.Invoke("rename");
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Forget(temporary);
            throw new IOException($"{path} cannot be written: {Reason(problem)}", problem);
        }

        before?.Invoke("flush folder");
        FlushFolder(folder);
    }

    /// <summary>Renames a file and flushes the folder's entry.</summary>
    public static void Rename(string from, string to)
    {
        File.Move(from, to);
        FlushFolder(Path.GetDirectoryName(to)!);
    }

    /// <summary>What killed writers, or some at work, have left in a folder.</summary>
    public static IReadOnlyList<string> Leftovers(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder, $".*{Temporary}") : [];

    /// <summary>Removes what killed writers of one owner have left in a folder. Nobody may be writing for that owner.</summary>
    public static void RemoveLeftovers(string folder, string owner)
    {
        foreach (var path in Leftovers(folder).Where(path => Path.GetFileName(path).StartsWith($".{owner}.", StringComparison.Ordinal)))
        {
            Forget(path);
        }
    }

    /// <summary>Makes a folder and those above it that lack.</summary>
    public static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        var above = Path.GetDirectoryName(folder);
        if (above is not null)
        {
            MakeFolder(above);
        }

        Directory.CreateDirectory(folder);
        if (above is not null)
        {
            FlushFolder(above);
        }
    }

    // ENOSPC, EDQUOT and ERROR_DISK_FULL; EROFS
    private static string Reason(Exception problem) => problem.HResult switch
    {
        28 or 122 or unchecked((int)0x80070070) => "the disk is full.",
        30 => "the file system is read-only.",
        _ => problem.Message,
    };

    private static void Forget(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It is nobody's file: whoever runs next tries again.
        }
    }

    // A name is on the disk only when its folder is. Windows journals names by itself.
    private static void FlushFolder(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            SystemCalls.FlushFolder(folder);
        }
    }
}
