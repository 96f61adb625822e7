using System.Net;
using System.Net.Http;

namespace Experiments.Data;

public static partial class Mnist
{
    // Files are small enough that a compressed one is never longer than its content, but for gzip's own few bytes.
    private const int GzipSlack = 1 << 16;

    /// <summary>Public copies of the four files; a file's address is the mirror's followed by its name. The original host no longer serves them.</summary>
    public static IReadOnlyList<Uri> Mirrors { get; } =
    [
        new("https://storage.googleapis.com/cvdf-datasets/mnist/"),
        new("https://ossci-datasets.s3.amazonaws.com/mnist/"),
    ];

    /// <summary>
    /// Downloads what is missing or wrong of the four files. A file gets its final name only when its content has MNIST's SHA-256; whatever goes
    /// wrong with one mirror, the next is tried from the beginning of the file.
    /// </summary>
    /// <param name="folder">Where the files go; made if it does not exist.</param>
    /// <param name="mirrors">Addresses of folders, tried in this order; null for <see cref="Mirrors"/>.</param>
    /// <param name="progress">Told of every piece received.</param>
    /// <param name="cancellation">Stops the download and leaves no file behind that was not whole.</param>
    /// <returns>How many files were downloaded; 0 if all were there.</returns>
    /// <exception cref="BadDataException">No mirror has a good copy of a file or answers at all, or the folder cannot be written.</exception>
    public static Task<int> FetchAsync(
        string folder,
        IReadOnlyList<Uri>? mirrors = null,
        IProgress<FetchProgress>? progress = null,
        CancellationToken cancellation = default) =>
        FetchAsync(folder, mirrors ?? Mirrors, progress, FetchLimits.Default, cancellation);

    internal static async Task<int> FetchAsync(
        string folder, IReadOnlyList<Uri> mirrors, IProgress<FetchProgress>? progress, FetchLimits limits, CancellationToken cancellation)
    {
        int[] wanted = [.. Enumerable.Range(0, Contents.Count).Where(i => !IsGood(folder, i, cancellation))];
        if (wanted.Length == 0)
        {
            return 0;
        }

        using HttpClient http = NewClient(limits);
        IReadOnlyList<Uri> answering = await AnsweringAsync(http, mirrors, limits, cancellation).ConfigureAwait(false);
        try
        {
            Directory.CreateDirectory(folder);
            RemoveLeftovers(folder);
            foreach (int file in wanted)
            {
                await FetchFileAsync(http, folder, file, answering, progress, limits, cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadDataException($"{folder}: the folder cannot be written ({e.Message.ReplaceLineEndings(" ")}); choose another data folder");
        }

        return wanted.Length;
    }

    private static bool IsGood(string folder, int file, CancellationToken cancellation)
    {
        try
        {
            return new IdxFolder(folder).PathOf(file) is string path
                && IdxFile.Read(path, IdxFolder.Kind(file), Advice, cancellation).Sha256 == Contents[file].Sha256;
        }
        catch (BadDataException)
        {
            return false;
        }
    }

    private static HttpClient NewClient(FetchLimits limits) => new(new SocketsHttpHandler
    {
        ConnectTimeout = limits.Connect,
        MaxAutomaticRedirections = 5,
        AutomaticDecompression = DecompressionMethods.None,
    })
    {
        // The stall watch is the limit of a download; a fixed limit would punish slow but steady lines.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>The mirrors that answer anything, all asked at once: being offline is noticed in one time-out, not one per mirror and file.</summary>
    private static async Task<IReadOnlyList<Uri>> AnsweringAsync(
        HttpClient http, IReadOnlyList<Uri> mirrors, FetchLimits limits, CancellationToken cancellation)
    {
        (Uri Mirror, string? Silence)[] answers =
            await Task.WhenAll(mirrors.Select(async mirror => (mirror, await SilenceOf(mirror).ConfigureAwait(false)))).ConfigureAwait(false);
        Uri[] answering = [.. answers.Where(answer => answer.Silence is null).Select(answer => answer.Mirror)];
        return answering.Length > 0
            ? answering
            : throw new BadDataException(
                $"MNIST cannot be fetched: {Reasons(answers.Select(answer => (answer.Mirror, answer.Silence!)))}; "
                + "go online, or put the four files into a folder and name it in EXPERIMENTS_DATA");

        async Task<string?> SilenceOf(Uri mirror)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(limits.Connect);
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Head, AddressOf(mirror, IdxFolder.Spellings(3)[0]));
                using HttpResponseMessage response =
                    await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
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
    }

    private static async Task FetchFileAsync(
        HttpClient http, string folder, int file, IReadOnlyList<Uri> mirrors, IProgress<FetchProgress>? progress, FetchLimits limits,
        CancellationToken cancellation)
    {
        string name = IdxFolder.Spellings(file)[0];
        var failures = new List<(Uri, string)>();
        foreach (Uri mirror in mirrors)
        {
            string temporary = Path.Combine(folder, $"{name}.{Guid.NewGuid():N}.part");
            try
            {
                await DownloadAsync(http, mirror, name, temporary, Contents[file].Length + GzipSlack, progress, limits, cancellation)
                    .ConfigureAwait(false);
                string? fault = FaultOf(temporary, file, cancellation);
                if (fault is null)
                {
                    File.Move(temporary, Path.Combine(folder, name), overwrite: true);
                    return;
                }

                failures.Add((mirror, fault));
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

        throw new BadDataException($"{Path.Combine(folder, name)}: no mirror has a good copy: {Reasons(failures)}; try again later");
    }

    private static async Task DownloadAsync(
        HttpClient http, Uri mirror, string name, string path, long cap, IProgress<FetchProgress>? progress, FetchLimits limits,
        CancellationToken cancellation)
    {
        using var watch = new StallWatch(limits, cancellation);
        try
        {
            using HttpResponseMessage response = await http
                .GetAsync(AddressOf(mirror, name), HttpCompletionOption.ResponseHeadersRead, watch.Token).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw new DownloadException($"the answer is {(int)response.StatusCode} {response.ReasonPhrase}");
            }

            long? total = response.Content.Headers.ContentLength;
            if (total > cap)
            {
                throw new DownloadException($"the file would have {total:N0} bytes, MNIST's has at most {cap:N0}");
            }

            Stream body = await response.Content.ReadAsStreamAsync(watch.Token).ConfigureAwait(false);
            await using FileStream copy = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            var buffer = new byte[1 << 16];
            for (long received = 0; ;)
            {
                int got = await ReadAsync(body, buffer, watch.Token).ConfigureAwait(false);
                if (got == 0)
                {
                    copy.Flush(flushToDisk: true);
                    return;
                }

                received += got;
                if (received > cap)
                {
                    throw new DownloadException($"more than {cap:N0} bytes arrive, MNIST's file has fewer");
                }

                watch.Received(got);
                await copy.WriteAsync(buffer.AsMemory(0, got), watch.Token).ConfigureAwait(false);
                progress?.Report(new FetchProgress(name, mirror, received, total));
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new DownloadException($"the download stalled for {limits.Stall.TotalSeconds:0.#} s");
        }
    }

    // Told apart from a full disk, which is an IOException as well and no fault of the mirror.
    private static async Task<int> ReadAsync(Stream body, Memory<byte> buffer, CancellationToken cancellation)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellation).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new DownloadException($"the connection broke ({OneLine(e)})");
        }
    }

    private static string? FaultOf(string path, int file, CancellationToken cancellation)
    {
        try
        {
            // Only gzip may take the name that ends so; a proxy that unpacks on the way would otherwise leave a file that gzip -d refuses.
            using (FileStream stream = File.OpenRead(path))
            {
                if (stream.ReadByte() != 0x1F || stream.ReadByte() != 0x8B)
                {
                    return "what arrives is not gzip";
                }
            }

            string sha256 = IdxFile.Read(path, IdxFolder.Kind(file), "try another mirror", cancellation).Sha256;
            return sha256 == Contents[file].Sha256 ? null : $"the content's SHA-256 is {sha256}, not {Contents[file].Sha256}";
        }
        catch (BadDataException e)
        {
            return e.Message[(path.Length + 2)..e.Message.LastIndexOf(';')];
        }
    }

    // Of downloads whose process was killed; younger ones may belong to another process at work.
    private static void RemoveLeftovers(string folder)
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

    private static string Reasons(IEnumerable<(Uri Mirror, string Reason)> failures) =>
        string.Join(", ", failures.Select(failure => $"{failure.Mirror.Host}: {failure.Reason}"));

    private static string OneLine(Exception e) => (e.InnerException is { } inner and not IOException ? inner : e).Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
