using System.Collections.Concurrent;

namespace Experiments.Models;

/// <summary>
/// Keeps the numbers that TorchSharp hands to libtorch alive until libtorch has read them.
/// <para>
/// TorchSharp 0.107 makes a <c>Scalar</c> of every number in <c>tensor.add_(0.5)</c> and in each step of torch.optim, and passes its
/// address without keeping the object: the garbage collector may finalize it, and so free the memory, while libtorch reads it. Then a step
/// throws ("Exception raised from toFloat"), or silently uses another number. With a collection at every millisecond, 1 in 12 hits one.
/// </para>
/// <para>
/// So finalizers wait while any thread is in a section. The finalizer thread is kept busy by an object whose finalizer blocks; now and
/// then, between sections, it is let go to do what has piled up. Sections are short: one step of training, one measurement.
/// </para>
/// <para>
/// A tensor that cannot be made, for its size or for want of memory, makes TorchSharp wait for finalizers and try again. In a section that
/// would be for ever. So when a thread in a section waits, no other section begins, and as soon as all those in sections wait, finalizers
/// go on: nobody reads a number then.
/// </para>
/// </summary>
internal static class NativeSection
{
    private static readonly TimeSpan BetweenDrains = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);
    private const int PollsToBelieve = 3; // that a thread waits for finalizers and not, for a moment, for a lock
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(20);

    private static readonly ReaderWriterLockSlim Sections = new(LockRecursionPolicy.SupportsRecursion);
    private static readonly ConcurrentDictionary<Thread, bool> Inside = [];
    private static readonly ManualResetEventSlim Open = new(true);
    private static readonly Lock Blocking = new();
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
            Open.Wait();
            if (!isBlocked || Stopwatch.GetElapsedTime(drained) > BetweenDrains)
            {
                Drain();
            }

            Sections.EnterReadLock();
            if (isBlocked)
            {
                Inside[Thread.CurrentThread] = true;
                return default;
            }

            Sections.ExitReadLock(); // the finalizer thread went on just before
        }
    }

    // A thread that waits here may hold a lock that one in a section waits for, so it never waits for sections to end: where finalizers
    // run anyway it blocks them at once, and where long sections are in the way of what piles up, which is small, it tries again later.
    private static void Drain()
    {
        // One thread at a time: what blocks finalizers must not come while another thread waits for them to run.
        lock (Blocking)
        {
            if (isBlocked && (Stopwatch.GetElapsedTime(drained) <= BetweenDrains || !LetFinalizersRun()))
            {
                drained = Stopwatch.GetTimestamp();
                return;
            }

            if (!isBlocked)
            {
                Drop();
                GC.Collect(0, GCCollectionMode.Forced, blocking: true);
                Blocked.Wait();
                (isBlocked, drained) = (true, Stopwatch.GetTimestamp());
            }
        }
    }

    private static bool LetFinalizersRun()
    {
        if (!Sections.TryEnterWriteLock(Patience))
        {
            return false;
        }

        try
        {
            if (isBlocked)
            {
                isBlocked = false;
                Release.Release();
                GC.WaitForPendingFinalizers();
            }

            return true;
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
        public void Dispose()
        {
            if (Sections.RecursiveReadCount == 1)
            {
                Inside.TryRemove(Thread.CurrentThread, out _);
            }

            Sections.ExitReadLock();
        }
    }

    private sealed class Blocker
    {
        ~Blocker()
        {
            while (Release.Wait(0)) // for one that had let go by itself just then
            {
            }

            Blocked.Release();
            for (var polls = 0; !Release.Wait(Poll) && !LetGo(ref polls);)
            {
            }

            Open.Set();
        }

        // The next section blocks finalizers again.
        private static bool LetGo(ref int polls)
        {
            // Nobody is in a section: finalizers go on, and the process can end.
            if (Sections.TryEnterWriteLock(TimeSpan.Zero))
            {
                isBlocked = false;
                Sections.ExitWriteLock();
                return true;
            }

            polls = Inside.Keys.Any(IsWaiting) ? polls + 1 : 0;
            if (polls < PollsToBelieve)
            {
                Open.Set();
                return false;
            }

            Open.Reset();
            if (!Inside.Keys.All(IsWaiting))
            {
                return false;
            }

            isBlocked = false;
            return true;
        }

        private static bool IsWaiting(Thread thread) => thread.ThreadState.HasFlag(System.Threading.ThreadState.WaitSleepJoin);
    }
}
