namespace Experiments.CommandLine.Progress;

/// <summary>A download as lines: one where each file begins, and one every few seconds of a long one.</summary>
/// <param name="say">Says a line.</param>
/// <param name="interval">The least number of seconds between two lines about the same file.</param>
// Progress<T> would report on the thread pool, out of order.
internal sealed class FetchLines(Action<string> say, double interval = 5) : IProgress<FetchProgress>
{
    private (string File, Uri Mirror)? current;
    private long said;

    public void Report(FetchProgress value)
    {
        var total = value.Total is { } bytes ? $"{bytes / 1e6:F1} MB" : null;
        var isNew = current != (value.File, value.Mirror);
        if (isNew || Stopwatch.GetElapsedTime(said).TotalSeconds >= interval)
        {
            (current, said) = ((value.File, value.Mirror), Stopwatch.GetTimestamp());
            say(isNew ? $"fetching {value.File} from {value.Mirror.Host}{(total is null ? "" : $", {total}")}"
                : $"{value.File}: {value.Received / 1e6:F1}{(total is null ? " MB so far" : $" of {total}")}");
        }
    }
}
