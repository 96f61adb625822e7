using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;

namespace Experiments.Data;

/// <summary>How far a download is.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Mirror">Where it comes from.</param>
/// <param name="Received">Bytes received of this file.</param>
/// <param name="Total">Its length in bytes, if the mirror said so.</param>
public readonly record struct FetchProgress(string File, Uri Mirror, long Received, long? Total);

/// <summary>When a download is given up.</summary>
/// <param name="Answer">Longest time until a mirror answers at all.</param>
/// <param name="Stall">Longest time in which less than <paramref name="LeastPerStall"/> bytes arrive.</param>
/// <param name="LeastPerStall">Without it, a server that sends a byte now and then would hold us for ever.</param>
/// <param name="Resumptions">How often a download that broke goes on from there.</param>
internal sealed record FetchLimits(TimeSpan Answer, TimeSpan Stall, int LeastPerStall, int Resumptions = 5)
{
    public static FetchLimits Default { get; } = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), 8192);
}

/// <summary>A mirror failed; the next one may do better.</summary>
internal sealed class DownloadException(string message, bool broke = false) : Exception(message)
{
    /// <summary>Whether the connection broke or stalled midway: what arrived so far may be good.</summary>
    public bool Broke { get; } = broke;
}

/// <summary>
/// One file from one mirror. Where the connection breaks or stalls it goes on from there, if the mirror says that it can and that the file
/// is still the same.
/// </summary>
/// <param name="http">A client without a time limit of its own: slow but steady lines are no failure.</param>
/// <param name="address">The file's address.</param>
/// <param name="longest">Bytes of the longest file that can be the right one.</param>
/// <param name="limits">When to give up.</param>
/// <param name="progress">Called with the bytes received, and with the file's length if the mirror said it.</param>
internal sealed class FileDownload(HttpClient http, Uri address, long longest, FetchLimits limits, Action<long, long?> progress)
{
    private RangeConditionHeaderValue? version;
    private long? total;

    /// <summary>Downloads into a new file and flushes it to the disk.</summary>
    /// <exception cref="DownloadException">The mirror failed.</exception>
    /// <exception cref="IOException">The new file cannot be written.</exception>
    public async Task RunAsync(string path, CancellationToken cancellation)
    {
        await using var copy = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        for (var left = limits.Resumptions; ; left--)
        {
            var before = copy.Length;
            try
            {
                await ReceiveAsync(copy, cancellation).ConfigureAwait(false);
                copy.Flush(flushToDisk: true);
                return;
            }
            catch (DownloadException e) when (e.Broke && left > 0 && version is not null && copy.Length > before)
            {
            }
        }
    }

    private async Task ReceiveAsync(FileStream copy, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(limits.Answer);
        var tooSlow = $"no answer in {limits.Answer.TotalSeconds:0.#} s";
        try
        {
            using var request = Request(copy.Length);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            Begin(copy, response);
            limit.CancelAfter(limits.Stall);
            tooSlow = $"less than {limits.LeastPerStall:N0} bytes arrived in {limits.Stall.TotalSeconds:0.#} s";
            var body = await response.Content.ReadAsStreamAsync(limit.Token).ConfigureAwait(false);
            var (buffer, recent) = (new byte[1 << 16], 0);
            for (int got; (got = await ReadAsync(body, buffer, limit.Token).ConfigureAwait(false)) > 0;)
            {
                if (copy.Length + got > longest)
                {
                    throw new DownloadException($"more than {longest:N0} bytes arrive, the right file has fewer");
                }

                if ((recent += got) >= limits.LeastPerStall)
                {
                    recent = 0;
                    limit.CancelAfter(limits.Stall);
                }

                await copy.WriteAsync(buffer.AsMemory(0, got), cancellation).ConfigureAwait(false);
                progress(copy.Length, total);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new DownloadException(tooSlow, broke: true);
        }
    }

    private HttpRequestMessage Request(long from)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (from > 0)
        {
            request.Headers.Range = new RangeHeaderValue(from, null);
            request.Headers.IfRange = version;
        }

        return request;
    }

    // A mirror may answer a request for the rest with the whole file, and must if the file has changed.
    private void Begin(FileStream copy, HttpResponseMessage response)
    {
        if (copy.Length > 0 && response.StatusCode == HttpStatusCode.PartialContent)
        {
            if (response.Content.Headers.ContentRange is var range && range?.From != copy.Length)
            {
                throw new DownloadException(
                    $"asked for what follows byte {copy.Length:N0}, it sends {range?.ToString() ?? "something else"}");
            }

            return;
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new DownloadException($"the answer is {(int)response.StatusCode} {response.ReasonPhrase}");
        }

        copy.SetLength(0);
        total = response.Content.Headers.ContentLength;
        version = response.Headers.AcceptRanges.Contains("bytes") ? Version(response) : null;
    }

    // RFC 9110, section 13.1.5: a weak tag is no promise that every byte is the same.
    private static RangeConditionHeaderValue? Version(HttpResponseMessage response) =>
        response.Headers.ETag is { IsWeak: false } tag ? new RangeConditionHeaderValue(tag)
        : response.Content.Headers.LastModified is { } date ? new RangeConditionHeaderValue(date)
        : null;

    // A full disk is an IOException as well, and no fault of the mirror.
    private static async Task<int> ReadAsync(Stream body, Memory<byte> buffer, CancellationToken cancellation)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellation).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new DownloadException($"the connection broke: {BadDataException.OneLine(e)}", broke: true);
        }
    }
}
