using System.Net;
using System.Net.Http;

namespace Experiments.Data;

/// <summary>
/// One run of `data fetch`: brings the four files into a folder, each under its final name only once its content is known to be right.
/// </summary>
/// <param name="folder">Where the files go.</param>
/// <param name="contents">Length and SHA-256 of the uncompressed content of the four files.</param>
/// <param name="progress">Told of every piece received.</param>
/// <param name="limits">When to give up.</param>
internal sealed class MnistFetch(
    string folder, IReadOnlyList<(long Length, string Sha256)> contents, IProgress<FetchProgress>? progress, FetchLimits limits)
{
    // A compressed file is never longer than its content, but for gzip's own few bytes.
    private const int GzipSlack = 1 << 16;

    /// <summary>Fetches what is missing or wrong.</summary>
    /// <returns>The number of files fetched.</returns>
    public async Task<int> RunAsync(IReadOnlyList<Uri> mirrors, CancellationToken cancellation)
    {
        int[] wanted = [.. Enumerable.Range(0, contents.Count).Where(file => !IsGood(file, cancellation))];
        if (wanted.Length == 0)
        {
            return 0;
        }

        using HttpClient http = NewClient();
        IReadOnlyList<Uri> answering = await AnsweringAsync(http, mirrors, cancellation).ConfigureAwait(false);
        try
        {
            Directory.CreateDirectory(folder);
            RemoveLeftovers();
            foreach (int file in wanted)
            {
                await FetchFileAsync(http, file, answering, cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadDataException($"{folder}: the folder cannot be written ({OneLine(e)}); choose another data folder");
        }

        return wanted.Length;
    }

    private HttpClient NewClient() => new(new SocketsHttpHandler
    {
        ConnectTimeout = limits.Connect,
        MaxAutomaticRedirections = 5,
        AutomaticDecompression = DecompressionMethods.None,
    })
    {
        // The stall watch is the limit of a download; a fixed limit would punish slow but steady lines.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private bool IsGood(int file, CancellationToken cancellation)
    {
        try
        {
            return new IdxFolder(folder).PathOf(file) is string path
                && IdxFile.Read(path, IdxFolder.Kind(file), Mnist.Advice, cancellation).Sha256 == contents[file].Sha256;
        }
        catch (BadDataException)
        {
            return false;
        }
    }

    /// <summary>
    /// The mirrors that answer anything, all asked at once: being offline is noticed in one time-out, not one per mirror and file.
    /// </summary>
    private async Task<IReadOnlyList<Uri>> AnsweringAsync(HttpClient http, IReadOnlyList<Uri> mirrors, CancellationToken cancellation)
    {
        string?[] silences =
            await Task.WhenAll(mirrors.Select(mirror => SilenceOfAsync(http, mirror, cancellation))).ConfigureAwait(false);
        Uri[] answering = [.. mirrors.Where((_, i) => silences[i] is null)];
        return answering.Length > 0
            ? answering
            : throw new BadDataException(
                $"{folder}: MNIST is not there and cannot be fetched: {Reasons(mirrors.Zip(silences))}; "
                + "go online, or put its four files into a folder and name that in EXPERIMENTS_DATA");
    }

    private async Task<string?> SilenceOfAsync(HttpClient http, Uri mirror, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(limits.Connect);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, AddressOf(mirror, IdxFolder.Spellings(3)[0]));
            using HttpResponseMessage response = await FileDownload.SendAsync(http, request, limit.Token).ConfigureAwait(false);
            return null;
        }
        catch (HttpRequestException e)
        {
            return OneLine(e);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"no answer in {limits.Connect.TotalSeconds:0.#} s";
        }
    }

    private async Task FetchFileAsync(HttpClient http, int file, IReadOnlyList<Uri> mirrors, CancellationToken cancellation)
    {
        string path = Path.Combine(folder, IdxFolder.Spellings(file)[0]);
        var failures = new List<(Uri, string?)>();
        foreach (Uri mirror in mirrors)
        {
            string temporary = $"{path}.{Guid.NewGuid():N}.part";
            try
            {
                await DownloadAsync(http, mirror, file, temporary, cancellation).ConfigureAwait(false);
                File.Move(temporary, path, overwrite: true);
                return;
            }
            catch (Exception e) when (e is DownloadException or HttpRequestException)
            {
                failures.Add((mirror, OneLine(e)));
            }
            finally
            {
                File.Delete(temporary);
            }
        }

        throw new BadDataException($"{path}: no mirror has a good copy: {Reasons(failures)}; try again later");
    }

    /// <summary>Leaves a file whose content is right under the temporary name.</summary>
    private async Task DownloadAsync(HttpClient http, Uri mirror, int file, string temporary, CancellationToken cancellation)
    {
        FileDownload download = Download(mayResume: true);
        await download.RunAsync(temporary, cancellation).ConfigureAwait(false);
        try
        {
            CheckContent(temporary, file, cancellation);
        }
        catch (DownloadException) when (download.WasResumed)
        {
            // Whatever the mirror says, the pieces did not belong together.
            File.Delete(temporary);
            await Download(mayResume: false).RunAsync(temporary, cancellation).ConfigureAwait(false);
            CheckContent(temporary, file, cancellation);
        }

        FileDownload Download(bool mayResume)
        {
            string name = IdxFolder.Spellings(file)[0];
            return new FileDownload(
                http, AddressOf(mirror, name), contents[file].Length + GzipSlack, limits,
                (received, total) => progress?.Report(new FetchProgress(name, mirror, received, total)))
            { MayResume = mayResume };
        }
    }

    private void CheckContent(string temporary, int file, CancellationToken cancellation)
    {
        // Only gzip may take a name that ends so; a proxy that unpacks on the way would else leave a file that gzip -d refuses.
        using (FileStream stream = File.OpenRead(temporary))
        {
            if (stream.ReadByte() != 0x1F || stream.ReadByte() != 0x8B)
            {
                throw new DownloadException("what arrives is not gzip");
            }
        }

        string sha256;
        try
        {
            sha256 = IdxFile.Read(temporary, IdxFolder.Kind(file), Mnist.Advice, cancellation).Sha256;
        }
        catch (BadDataException e)
        {
            // The file's name and the advice around it are about a file that the user never sees.
            throw new DownloadException(e.Message[(temporary.Length + 2)..e.Message.LastIndexOf(';')]);
        }

        if (sha256 != contents[file].Sha256)
        {
            throw new DownloadException($"the content's SHA-256 is {sha256}, not {contents[file].Sha256}");
        }
    }

    // Of downloads whose process was killed; younger ones may belong to another process at work.
    private void RemoveLeftovers()
    {
        foreach (string path in Directory.EnumerateFiles(folder, "*-ubyte.gz.*.part"))
        {
            if (File.GetLastWriteTimeUtc(path) < DateTime.UtcNow.AddDays(-1))
            {
                File.Delete(path);
            }
        }
    }

    private static Uri AddressOf(Uri mirror, string name) => new(mirror.AbsoluteUri.TrimEnd('/') + "/" + name);

    private static string Reasons(IEnumerable<(Uri Mirror, string? Reason)> failures) =>
        string.Join(", ", failures.Select(failure => $"{failure.Mirror.Authority}: {failure.Reason}"));

    internal static string OneLine(Exception e) => e.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
