using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;

namespace Experiments.Data;

/// <summary>
/// One file from one mirror. Where the connection breaks or stalls it goes on from there, if the mirror says that it can and that the file is
/// still the same; else it fails, and the next mirror may do better.
/// </summary>
/// <param name="http">The client.</param>
/// <param name="address">The file's address.</param>
/// <param name="cap">More bytes than this are none of ours.</param>
/// <param name="limits">When to give up.</param>
/// <param name="progress">Told how many bytes are there, and how many there will be if the mirror said so.</param>
internal sealed class FileDownload(HttpClient http, Uri address, long cap, FetchLimits limits, Action<long, long?> progress)
{
    private RangeConditionHeaderValue? _sameFile;
    private long? _total;

    /// <summary>Whether the file may be put together from several answers.</summary>
    public bool MayResume { get; init; } = true;

    /// <summary>Whether it was.</summary>
    public bool WasResumed { get; private set; }

    /// <summary>Downloads into a new file and brings that to the disk.</summary>
    /// <exception cref="DownloadException">The mirror failed.</exception>
    /// <exception cref="IOException">The new file cannot be written.</exception>
    public async Task RunAsync(string path, CancellationToken cancellation)
    {
        await using FileStream copy = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        for (int left = limits.Resumptions; ; left--)
        {
            long before = copy.Length;
            try
            {
                await ReceiveAsync(copy, cancellation).ConfigureAwait(false);
                copy.Flush(flushToDisk: true);
                return;
            }
            catch (BrokenDownloadException) when (MayResume && left > 0 && _sameFile is not null && copy.Length > before)
            {
                WasResumed = true;
            }
        }
    }

    /// <summary>Sends a request and returns when the answer's header is there.</summary>
    /// <exception cref="HttpRequestException">The answer cannot be had or understood.</exception>
    internal static async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is UriFormatException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            // .NET follows whatever address a redirection names, and throws these where it cannot.
            throw new HttpRequestException($"the answer cannot be followed ({MnistFetch.OneLine(e)})", e);
        }
    }

    private async Task ReceiveAsync(FileStream copy, CancellationToken cancellation)
    {
        using var watch = new StallWatch(limits, cancellation);
        try
        {
            using HttpRequestMessage request = Request(copy.Length);
            using HttpResponseMessage response = await SendAsync(http, request, watch.Token).ConfigureAwait(false);
            Begin(copy, response);
            Stream body = await response.Content.ReadAsStreamAsync(watch.Token).ConfigureAwait(false);
            var buffer = new byte[1 << 16];
            for (int got; (got = await ReadAsync(body, buffer, watch.Token).ConfigureAwait(false)) > 0;)
            {
                if (copy.Length + got > cap)
                {
                    throw new DownloadException($"more than {cap:N0} bytes arrive, the right file has fewer");
                }

                watch.Received(got);
                await copy.WriteAsync(buffer.AsMemory(0, got), watch.Token).ConfigureAwait(false);
                progress(copy.Length, _total);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new BrokenDownloadException($"less than {limits.LeastPerStall:N0} bytes arrived in {limits.Stall.TotalSeconds:0.#} s");
        }
    }

    private HttpRequestMessage Request(long from)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (from > 0)
        {
            request.Headers.Range = new RangeHeaderValue(from, null);
            request.Headers.IfRange = _sameFile;
        }

        return request;
    }

    // A mirror may answer the wish for the rest with all of it, and must if the file is another one by now.
    private void Begin(FileStream copy, HttpResponseMessage response)
    {
        long? length = response.Content.Headers.ContentLength;
        if (copy.Length > 0 && response.StatusCode == HttpStatusCode.PartialContent)
        {
            ContentRangeHeaderValue? range = response.Content.Headers.ContentRange;
            if (range?.From != copy.Length || (_total is not null && range.Length is not null && range.Length != _total))
            {
                throw new DownloadException($"asked for what follows byte {copy.Length:N0}, it sends {range?.ToString() ?? "something else"}");
            }

            return;
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new DownloadException($"the answer is {(int)response.StatusCode} {response.ReasonPhrase}");
        }

        if (length > cap)
        {
            throw new DownloadException($"the file would have {length:N0} bytes, the right one has less than {cap:N0}");
        }

        copy.SetLength(0);
        _total = length;
        _sameFile = response.Headers.AcceptRanges.Contains("bytes") ? SameFile(response) : null;
    }

    // RFC 9110, section 13.1.5: a weak tag is no promise that every byte is the same.
    private static RangeConditionHeaderValue? SameFile(HttpResponseMessage response) =>
        response.Headers.ETag is { IsWeak: false } tag ? new RangeConditionHeaderValue(tag)
        : response.Content.Headers.LastModified is { } date ? new RangeConditionHeaderValue(date)
        : null;

    // Told apart from a full disk, which is an IOException as well and no fault of the mirror.
    private static async Task<int> ReadAsync(Stream body, Memory<byte> buffer, CancellationToken cancellation)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellation).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new BrokenDownloadException($"the connection broke: {MnistFetch.OneLine(e)}");
        }
    }
}
