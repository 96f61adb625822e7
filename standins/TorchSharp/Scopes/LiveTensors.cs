namespace TorchSharp;

/// <summary>
/// How many tensors are alive, counted by each thread for itself and summed when somebody asks: one shared counter would have its cache line travel between
/// the training threads at every operator.
/// </summary>
internal sealed class LiveTensors
{
    private static readonly List<LiveTensors> Threads = [];

    private long here;
    private long peak;
    private long finalized; // by the finalizer thread, which counts for the thread that created the tensor

    internal LiveTensors()
    {
        lock (Threads) Threads.Add(this);
    }

    internal static long Total => Sum(t => t.here - Interlocked.Read(ref t.finalized));

    /// <summary>The sum of the threads' own peaks: exact with one thread, an upper bound with several.</summary>
    internal static long Peak => Sum(t => t.peak);

    internal void Created()
    {
        if (++here - finalized > peak) peak = here - finalized;
    }

    internal void Released(int count) => here -= count;

    internal void Finalized() => Interlocked.Increment(ref finalized);

    private static long Sum(Func<LiveTensors, long> count)
    {
        lock (Threads) return Threads.Sum(count);
    }
}
