namespace Experiments.Running.Slurm;

/// <summary>
/// The program as tasks run it: a copy in the results folder, made before cells are submitted, so that editing and building the sources
/// changes no task that waits in the queue. Its name is the digest of its files. Native libraries, half a gigabyte, are copied once for
/// all builds that have them.
/// </summary>
/// <param name="submissions">The folder of all submissions.</param>
internal sealed partial class PublishedProgram(string submissions)
{
    private const string Owner = "program"; // of temporary files

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
        try
        {
            files.ForEach(file => Copy(file.Path, Path.Combine(temporary, file.Name), file.Digest));
            Directory.Move(temporary, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            Remove([temporary]); // another command published the same
        }
        catch
        {
            Remove([temporary]); // the disk is full, it may be, and wants its room
            throw;
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
        string[] natives = Directory.Exists(Natives) ? Directory.GetDirectories(Natives) : [];
        Remove(natives.Except(needed));
        foreach (var leftover in natives.SelectMany(folder => AtomicFile.Leftovers(folder, Owner)))
        {
            AtomicFile.TryDelete(leftover); // of a command that was killed: only one at a time is here
        }
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

    private void Copy(string file, string place, string digest)
    {
        if (!IsNative(file))
        {
            AtomicFile.Copy(file, place, Owner);
            return;
        }

        var native = Path.Combine(Natives, digest[..16], Path.GetFileName(file));
        if (!File.Exists(native))
        {
            AtomicFile.Copy(file, native, Owner);
        }

        var folder = Path.GetDirectoryName(place)!;
        Directory.CreateDirectory(folder);
        File.CreateSymbolicLink(place, Path.GetRelativePath(folder, native));
    }

    private static bool IsNative(string path) =>
        Path.GetExtension(path) is ".so" or ".dylib" || Path.GetFileName(path).Contains(".so.", StringComparison.Ordinal);

    private static string DigestOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    // A library that another process is just loading from a copy: see NativeLibraries.
    [GeneratedRegex(@"\.[0-9a-f]{32}\.so$")]
    private static partial Regex Passing();
}
