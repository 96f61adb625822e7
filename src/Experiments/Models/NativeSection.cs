using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Experiments.Models;

/// <summary>
/// Keeps the numbers that TorchSharp hands to libtorch alive until libtorch has read them.
/// <para>
/// TorchSharp 0.107 makes a <c>Scalar</c> of every number in <c>tensor.add_(0.5)</c> and in each step of torch.optim, and passes its address without
/// keeping the object: the garbage collector may finalize it, and so free the memory, while libtorch reads it. Then a step throws
/// ("Exception raised from toFloat"), or silently uses another number. With a collection at every millisecond, 1 in 12 hits one.
/// </para>
/// <para>
/// So finalizers wait while any thread is in a section. The finalizer thread is kept busy by an object whose finalizer blocks; now and then, between
/// sections, it is let go to do what has piled up. Sections are short: one step of training, one measurement.
/// </para>
/// </summary>
internal static class NativeSection
{
    private static readonly TimeSpan BetweenDrains = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(20);

    private static readonly ReaderWriterLockSlim Sections = new(LockRecursionPolicy.SupportsRecursion);
    private static readonly SemaphoreSlim Release = new(0);
    private static readonly SemaphoreSlim Blocked = new(0);
    private static volatile bool isBlocked;
    private static long drained;

    /// <summary>Enters a section; dispose the result to leave it. A thread may enter again inside.</summary>
    public static Scope Enter()
    {
        if (Sections.IsReadLockHeld)
        {
            Sections.EnterReadLock();
            return default;
        }

        while (true)
        {
            if (!isBlocked || Stopwatch.GetElapsedTime(drained) > BetweenDrains)
            {
                Drain();
            }

            Sections.EnterReadLock();
            if (isBlocked)
            {
                return default; // and it stays so: only who holds the lock for writing changes it
            }

            Sections.ExitReadLock(); // the finalizer thread went on just before
        }
    }

    // Where long sections of other threads are in the way, it is tried again later: what piles up is small.
    private static void Drain()
    {
        if (!Sections.TryEnterWriteLock(isBlocked ? Patience : Timeout.InfiniteTimeSpan))
        {
            drained = Stopwatch.GetTimestamp();
            return;
        }

        try
        {
            if (isBlocked)
            {
                Release.Release();
                GC.WaitForPendingFinalizers();
            }

            Drop();
            GC.Collect(0, GCCollectionMode.Forced, blocking: true);
            Blocked.Wait();
            (isBlocked, drained) = (true, Stopwatch.GetTimestamp());
        }
        finally
        {
            Sections.ExitWriteLock();
        }
    }

    // In a method of its own, so that nothing refers to the object when it returns.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop() => _ = new Blocker();

    /// <summary>Leaves a section.</summary>
    public readonly struct Scope : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose() => Sections.ExitReadLock();
    }

    private sealed class Blocker
    {
        ~Blocker()
        {
            Blocked.Release();
            while (!Release.Wait(Poll))
            {
                // Nobody is in a section: finalizers go on, and the process can end. The next section blocks them again.
                if (Sections.TryEnterWriteLock(TimeSpan.Zero))
                {
                    isBlocked = false;
                    Sections.ExitWriteLock();
                    return;
                }
            }
        }
    }
}
