using System.Net.Http;

namespace Experiments.Data;

/// <summary>
/// Brings the four files into a folder. A file gets its final name only once its content is known to be right, so several processes may
/// fetch into the same folder.
/// </summary>
/// <param name="folder">Where the files go.</param>
/// <param name="contents">Length and SHA-256 of the uncompressed content of the four files.</param>
/// <param name="progress">Called for every piece received.</param>
/// <param name="limits">When to give up.</param>
internal sealed class MnistFetch(
    string folder, IReadOnlyList<(long Length, string Sha256)> contents, IProgress<FetchProgress>? progress, FetchLimits limits)
{
    // A compressed file is never longer than its content, but for gzip's own few bytes.
    private const int GzipSlack = 1 << 16;

    private const string Advice = "go online or try again later, or put MNIST's four files into a folder and name it in EXPERIMENTS_DATA";

    /// <summary>Fetches what is missing or wrong.</summary>
    /// <returns>The number of files fetched.</returns>
    public async Task<int> RunAsync(IReadOnlyList<Uri> mirrors, CancellationToken cancellation)
    {
        var present = new IdxFolder(folder);
        int[] wanted =
            [.. Enumerable.Range(0, contents.Count)
                .Where(file => present.PathOf(file) is not { } path || Problem(path, file, cancellation) is not null)];
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            Directory.CreateDirectory(folder);
            RemoveLeftovers();
            foreach (var file in wanted)
            {
                var good = await FetchFileAsync(http, file, mirrors, cancellation).ConfigureAwait(false);
                mirrors = [good, .. mirrors.Where(mirror => mirror != good)];
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadDataException(
                folder, $"the folder cannot be written ({BadDataException.OneLine(e)})", "choose another data folder");
        }

        return wanted.Length;
    }

    private async Task<Uri> FetchFileAsync(HttpClient http, int file, IReadOnlyList<Uri> mirrors, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, IdxFolder.Spellings(file)[0]);
        var failures = new List<string>();
        foreach (var mirror in mirrors)
        {
            var temporary = $"{path}.{Guid.NewGuid():N}.part";
            try
            {
                await DownloadAsync(http, file, mirror, temporary, cancellation).ConfigureAwait(false);
                File.Move(temporary, path, overwrite: true);
                return mirror;
            }

            // The last ones are thrown where a mirror redirects to what .NET cannot follow.
            catch (Exception e)
                when (e is DownloadException or HttpRequestException or FormatException or ArgumentException or InvalidOperationException
                    or NotSupportedException)
            {
                failures.Add($"{mirror.Authority}: {BadDataException.OneLine(e)}");
            }
            finally
            {
                File.Delete(temporary);
            }
        }

        throw new BadDataException(path, $"no mirror has a good copy: {string.Join(", ", failures)}", Advice);
    }

    /// <summary>Leaves a file whose content is right under the temporary name.</summary>
    private async Task DownloadAsync(HttpClient http, int file, Uri mirror, string temporary, CancellationToken cancellation)
    {
        var name = IdxFolder.Spellings(file)[0];
        var address = new Uri($"{mirror.AbsoluteUri.TrimEnd('/')}/{name}");
        await new FileDownload(
            http, address, contents[file].Length + GzipSlack, limits, (received, total) =>
                progress?.Report(new(name, mirror, received, total)))
            .RunAsync(temporary, cancellation).ConfigureAwait(false);
        if (Problem(temporary, file, cancellation) is { } problem)
        {
            throw new DownloadException(problem);
        }

        // A proxy that unpacks on the way would leave a file that gzip -d refuses.
        if (!IdxReader.IsGzip(temporary))
        {
            throw new DownloadException("what arrives is not gzip");
        }
    }

    /// <summary>What is wrong with a file's content; null if it is the right one.</summary>
    private string? Problem(string path, int file, CancellationToken cancellation)
    {
        try
        {
            var sha256 = new IdxReader(path, IdxFolder.Kind(file), Mnist.Advice, cancellation).Read().Sha256;
            return sha256 == contents[file].Sha256 ? null : $"the content's SHA-256 is {sha256}, not {contents[file].Sha256}";
        }
        catch (BadDataException e)
        {
            return e.Problem;
        }
    }

    // Of downloads whose process was killed; younger ones may belong to another process at work.
    private void RemoveLeftovers()
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*-ubyte.gz.*.part")
            .Where(path => File.GetLastWriteTimeUtc(path) < DateTime.UtcNow.AddDays(-1)))
        {
            File.Delete(path);
        }
    }
}
