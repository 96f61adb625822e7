namespace Experiments.Data;

/// <summary>Something about one download went wrong; the next mirror may do better.</summary>
internal class DownloadException(string message) : Exception(message);

/// <summary>A download ended before its end; its beginning may be good.</summary>
internal sealed class BrokenDownloadException(string message) : DownloadException(message);

/// <summary>Cancels a download in which too little arrives for too long.</summary>
internal sealed class StallWatch : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly FetchLimits _limits;
    private int _sinceReset;

    public StallWatch(FetchLimits limits, CancellationToken cancellation)
    {
        _limits = limits;
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _source.CancelAfter(limits.Stall);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Counts bytes; enough of them set the clock back.</summary>
    public void Received(int bytes)
    {
        _sinceReset += bytes;
        if (_sinceReset >= _limits.LeastPerStall)
        {
            _sinceReset = 0;
            _source.CancelAfter(_limits.Stall);
        }
    }

    public void Dispose() => _source.Dispose();
}
