namespace Experiments.Running.Slurm;

/// <summary>
/// The program as tasks run it: a copy in the results folder, made before cells are submitted, so that editing and building the sources
/// changes no task that waits in the queue. Its name is the digest of its files. Native libraries, half a gigabyte, are copied once for
/// all builds that have them.
/// </summary>
/// <param name="submissions">The folder of all submissions.</param>
internal sealed partial class PublishedProgram(string submissions)
{
    private string Programs => Path.Combine(submissions, "programs");

    private string Natives => Path.Combine(submissions, "natives");

    /// <summary>Copies a program there if it is not there yet.</summary>
    /// <param name="folder">The program's folder.</param>
    /// <returns>Where it is now.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public string Publish(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => !Passing().IsMatch(path)).Order(StringComparer.Ordinal).AsParallel().AsOrdered()
            .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path), Digest: DigestOf(path))).ToList();
        var whole = ResultKey.Digest(string.Concat(files.Select(file => $"{file.Name}\t{file.Digest}\n")))[..16];
        var target = Path.Combine(Programs, whole);
        if (Directory.Exists(target))
        {
            return target;
        }

        var temporary = $"{target}.{Guid.NewGuid():n}";
        foreach (var (path, name, digest) in files)
        {
            var place = Path.Combine(temporary, name);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            if (IsNative(path))
            {
                var native = Path.Combine(Natives, digest[..16], Path.GetFileName(path));
                CopyWhole(path, native);
                File.CreateSymbolicLink(place, Path.GetRelativePath(Path.GetDirectoryName(place)!, native));
            }
            else
            {
                File.Copy(path, place);
            }
        }

        try
        {
            Directory.Move(temporary, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            Directory.Delete(temporary, recursive: true); // another command published the same
        }

        return target;
    }

    /// <summary>Removes programs that are not in use, and the native libraries that only they had.</summary>
    /// <param name="used">Those in use.</param>
    public void RemoveAllBut(IReadOnlyList<string> used)
    {
        Remove(Directory.GetDirectories(Programs).Except(used));
        var needed = used.Where(Directory.Exists).SelectMany(Directory.GetFiles)
            .Select(file => new FileInfo(file).ResolveLinkTarget(returnFinalTarget: false)?.FullName).OfType<string>()
            .Select(native => Path.GetDirectoryName(native)!);
        Remove((Directory.Exists(Natives) ? Directory.GetDirectories(Natives) : []).Except(needed));
    }

    private static void Remove(IEnumerable<string> folders)
    {
        foreach (var folder in folders)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // It costs some room.
            }
        }
    }

    private static bool IsNative(string path) =>
        Path.GetExtension(path) is ".so" or ".dylib" || Path.GetFileName(path).Contains(".so.", StringComparison.Ordinal);

    private static string DigestOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private static void CopyWhole(string path, string target)
    {
        if (!File.Exists(target))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var temporary = $"{target}.{Guid.NewGuid():n}.tmp";
            File.Copy(path, temporary);
            File.Move(temporary, target, overwrite: true);
        }
    }

    // A library that another process is just loading from a copy: see NativeLibraries.
    [GeneratedRegex(@"\.[0-9a-f]{32}\.so$")]
    private static partial Regex Passing();
}
