namespace Experiments.Results;

/// <summary>
/// Writes files that are there whole or not at all, whenever the writer stops: under a temporary name, flushed to the disk, then renamed. A
/// writer that was killed leaves a temporary file, which nothing reads.
/// </summary>
internal static class AtomicFile
{
    private const int Attempts = 3;

    /// <summary>
    /// Reads a file of text as it was written, where a checkout or an editor on Windows gave each line another end, or a byte order mark.
    /// </summary>
    public static byte[] Read(string path)
    {
        var bytes = ReadUnlocked(path);
        var text = bytes.AsSpan(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);
        return text.Contains((byte)'\r') && text.Count("\r\n"u8) == text.Count((byte)'\n')
            ? [.. text.ToArray().Where(value => value != '\r')]
            : text.Length == bytes.Length ? bytes : text.ToArray();
    }

    // File.ReadAllBytes locks what it reads, which on a network costs more than reading; files that are there whole need no lock.
    private static byte[] ReadUnlocked(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[RandomAccess.GetLength(file)];
        for (var read = 0; read < bytes.Length;)
        {
            read += RandomAccess.Read(file, bytes.AsSpan(read), read) is > 0 and var more ? more
                : throw new IOException("It became shorter while it was read.");
        }

        return bytes;
    }

    /// <summary>Writes a file, replacing one that is there.</summary>
    /// <param name="path">Its path; missing folders are made.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="owner">How the temporary file's name begins: the holder of the owner's lock may remove it.</param>
    /// <exception cref="IOException">It cannot be written; nothing has changed then.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, string owner) =>
        Write(path, content, static (file, bytes) => file.Write(bytes), owner, mode: null);

    /// <summary>
    /// Copies a file, with its rights. <see cref="File.Copy(string, string)"/> does not flush, and a network file system may
    /// say only then that its disk is full.
    /// </summary>
    /// <param name="from">The file.</param>
    /// <param name="path">The copy's path; missing folders are made.</param>
    /// <param name="owner">How the temporary file's name begins.</param>
    /// <exception cref="IOException">It cannot be written; nothing has changed then.</exception>
    public static void Copy(string from, string path, string owner)
    {
        using var source = File.OpenRead(from);
        Write(path, source, CopyFromStart, owner, OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(source.SafeFileHandle));

        static void CopyFromStart(FileStream file, FileStream source)
        {
            source.Position = 0; // this may be another attempt
            source.CopyTo(file, bufferSize: 1 << 20);
        }
    }

    /// <summary>An owner's temporary files in a folder: of a writer at work, or of killed ones.</summary>
    public static IReadOnlyList<string> Leftovers(string folder, string owner) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, $".{owner}.*.tmp") : [];

    /// <summary>Deletes a file that is of no use; if that cannot be done, it costs some room and nothing else.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static void Write<TContent>(string path, TContent content, Action<FileStream, TContent> put, string owner, UnixFileMode? mode)
        where TContent : allows ref struct
    {
        for (var attempt = 1; !TryWrite(path, content, put, owner, mode, isLast: attempt == Attempts); attempt++)
        {
        }
    }

    // Where a file system locks nothing, another command may take the temporary file for one that was left, and remove it.
    private static bool TryWrite<TContent>(
        string path, TContent content, Action<FileStream, TContent> put, string owner, UnixFileMode? mode, bool isLast)
        where TContent : allows ref struct
    {
        var folder = Path.GetDirectoryName(path)!;
        var temporary = Path.Combine(folder, $".{owner}.{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0,
            };
            if (mode is not null && !OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = mode;
            }

            using (var file = new FileStream(temporary, options))
            {
                put(file, content);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
            return true;
        }
        catch (FileNotFoundException) when (!isLast)
        {
            return false;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
            throw new IOException($"{path} cannot be written: {Reason(problem)}", problem);
        }
    }

    // ENOSPC, EDQUOT and ERROR_DISK_FULL; EROFS
    private static string Reason(Exception problem) => problem.HResult switch
    {
        28 or 122 or unchecked((int)0x80070070) => "the disk is full.",
        30 => "the file system is read-only.",
        _ => problem.Message,
    };
}
