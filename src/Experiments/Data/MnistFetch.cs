using System.Net.Http;

namespace Experiments.Data;

/// <summary>
/// Brings the four files into a folder. A file is written only once its content is known to be right, so several processes may fetch into
/// the same folder. A whole file of other images under its name is set aside: somebody may need it.
/// </summary>
/// <param name="folder">Where the files go.</param>
/// <param name="contents">Length and SHA-256 of the uncompressed content of the four files.</param>
/// <param name="say">Called with one line for every download.</param>
/// <param name="longestDownload">When a mirror that has connected is given up.</param>
internal sealed class MnistFetch(
    string folder, IReadOnlyList<(long Length, string Sha256)> contents, Action<string> say, TimeSpan longestDownload)
{
    /// <summary>Fetches what is missing or wrong.</summary>
    /// <returns>The number of files fetched.</returns>
    public async Task<int> RunAsync(IReadOnlyList<Uri> mirrors, CancellationToken cancellation)
    {
        var present = new IdxFolder(folder);
        int[] wanted = [.. Enumerable.Range(0, contents.Count).Where(file => Digest(present.PathOf(file), file) != contents[file].Sha256)];

        // A compressed file is never longer than its content, but for gzip's own few bytes.
        using var http = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5) })
        {
            Timeout = longestDownload,
            MaxResponseContentBufferSize = contents.Max(content => content.Length) + (1 << 16),
        };
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var file in wanted)
            {
                var (mirror, content) = await DownloadAsync(http, file, mirrors, cancellation);
                Write(file, content);
                mirrors = [mirror, .. mirrors.Where(other => other != mirror)];
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadDataException(
                folder, $"the folder cannot be written ({BadDataException.OneLine(e)})", "choose another data folder");
        }

        return wanted.Length;
    }

    // Null if the file is not there or damaged.
    private static string? Digest(string? path, int file)
    {
        try
        {
            return path is null ? null : IdxFile.Read(path, IdxFolder.Kind(file)).Sha256;
        }
        catch (BadDataException)
        {
            return null;
        }
    }

    /// <summary>The first mirror that has a good copy, and the copy.</summary>
    private async Task<(Uri Mirror, byte[] Content)> DownloadAsync(
        HttpClient http, int file, IReadOnlyList<Uri> mirrors, CancellationToken cancellation)
    {
        var name = IdxFolder.NameOf(file);
        var failures = new List<string>();
        foreach (var mirror in mirrors)
        {
            say($"fetching {name} from {mirror.Host}");
            try
            {
                var content = await http.GetByteArrayAsync($"{mirror.AbsoluteUri.TrimEnd('/')}/{name}", cancellation);
                Check(file, content);
                return (mirror, content);
            }

            // However a mirror fails, the next one may do better.
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                var cause = e is HttpRequestException ? e.GetBaseException() : e;
                failures.Add($"{mirror.Authority}: {(e as BadDataException)?.Problem ?? BadDataException.OneLine(cause)}");
            }
        }

        throw new BadDataException(
            Path.Combine(folder, name),
            $"no mirror has a good copy: {string.Join(", ", failures)}",
            "go online or try again later, or put MNIST's four files into a folder and name it in EXPERIMENTS_DATA");
    }

    private void Check(int file, byte[] content)
    {
        var sha256 = new IdxReader(new MemoryStream(content), "", IdxFolder.Kind(file)).Read().Sha256;

        // A proxy that unpacks on the way would leave a file that gzip -d refuses.
        var problem = sha256 != contents[file].Sha256 ? $"the content's SHA-256 is {sha256}, not {contents[file].Sha256}"
            : content is not [0x1F, 0x8B, ..] ? "what arrives is not gzip"
            : null;
        if (problem is not null)
        {
            throw new InvalidDataException(problem);
        }
    }

    // Under another name first, so that the final one never holds half a file.
    private void Write(int file, byte[] content)
    {
        var path = Path.Combine(folder, IdxFolder.NameOf(file));
        var temporary = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            File.WriteAllBytes(temporary, content);
            if (Digest(path, file) is { } digest && digest != contents[file].Sha256)
            {
                var aside = Enumerable.Range(1, int.MaxValue).Select(number => $"{path}.other-{number}").First(name => !File.Exists(name));
                File.Move(path, aside);
                say($"{path} was whole, but not MNIST's: it is now {Path.GetFileName(aside)}");
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
