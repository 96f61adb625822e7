namespace Experiments.CommandLine.Progress;

/// <summary>A download as lines: one where each file begins, and one every few seconds of a long one.</summary>
/// <param name="say">Says a line.</param>
/// <param name="interval">The least time between two lines about the same file; 5 s by default.</param>
// Progress<T> would report on the thread pool, out of order.
internal sealed class FetchLines(Action<string> say, TimeSpan? interval = null) : IProgress<FetchProgress>
{
    private readonly TimeSpan interval = interval ?? TimeSpan.FromSeconds(5);
    private (string File, Uri Mirror)? current;
    private long said;

    public void Report(FetchProgress value)
    {
        var total = value.Total is { } bytes ? $"{bytes / 1e6:F1} MB" : null;
        if (current != (value.File, value.Mirror))
        {
            current = (value.File, value.Mirror);
            said = Stopwatch.GetTimestamp();
            say($"fetching {value.File} from {value.Mirror.Host}{(total is null ? "" : $", {total}")}");
        }
        else if (Stopwatch.GetElapsedTime(said) >= interval)
        {
            said = Stopwatch.GetTimestamp();
            say($"{value.File}: {value.Received / 1e6:F1}{(total is null ? " MB so far" : $" of {total}")}");
        }
    }
}
