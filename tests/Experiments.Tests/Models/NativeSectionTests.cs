using Experiments.Models;
using static TorchSharp.torch;

namespace Experiments.Tests.Models;

public class NativeSectionTests
{
    private const int Additions = 20_000;

    [Fact]
    public void Numbers_handed_to_libtorch_survive_collections_in_a_section()
    {
        using var scope = NewDisposeScope();
        var sum = zeros(1, ScalarType.Float64);
        var collections = WhileCollecting(() =>
        {
            for (var index = 0; index < Additions; index++)
            {
                using var section = NativeSection.Enter();
                using var inner = NewDisposeScope();
                sum.add_(0.5);
            }
        });

        Assert.Equal(Additions * 0.5, sum.item<double>());
        Assert.True(collections > 10, $"{collections} collections");
    }

    [Fact]
    public void A_thread_may_enter_again_inside()
    {
        using var outer = NativeSection.Enter();
        using var inner = NativeSection.Enter();
    }

    [Fact]
    public void Two_threads_are_in_sections_at_the_same_time()
    {
        using var section = NativeSection.Enter();
        var entered = false;
        var other = new Thread(() =>
        {
            using var inner = NativeSection.Enter();
            entered = true;
        });
        other.Start();

        Assert.True(other.Join(TimeSpan.FromSeconds(20)));
        Assert.True(entered);
    }

    [Fact]
    public void Finalizers_run_again_when_no_thread_is_in_a_section()
    {
        using (NativeSection.Enter())
        {
            Drop();
            GC.Collect();
        }

        Assert.True(SpinWait.SpinUntil(() => Finalized.Count > 0, TimeSpan.FromSeconds(20)));
    }

    // A thread that holds a lock and then enters a section, while one in a section waits for that lock.
    [Fact]
    public void A_thread_enters_while_one_in_a_section_waits_for_a_lock_that_it_holds()
    {
        var gate = new Lock();
        using var held = new ManualResetEventSlim();
        var holding = new Thread(() =>
        {
            lock (gate)
            {
                held.Set();
                Thread.Sleep(500); // by then the other one waits, and finalizers go on
                using var section = NativeSection.Enter();
            }
        })
        {
            IsBackground = true,
        };
        var waiting = new Thread(() =>
        {
            using var section = NativeSection.Enter();
            held.Wait();
            lock (gate)
            {
            }
        })
        {
            IsBackground = true,
        };

        waiting.Start();
        holding.Start();

        Assert.True(holding.Join(TimeSpan.FromSeconds(20)) && waiting.Join(TimeSpan.FromSeconds(20)));
    }

    private static void Drop() => _ = new Finalized();

    private static int WhileCollecting(Action work)
    {
        var (isOver, collections) = (false, 0);
        var collecting = new Thread(() =>
        {
            while (!Volatile.Read(ref isOver))
            {
                GC.Collect(0);
                collections++;
                Thread.Sleep(1); // a collection stops all tests that run beside this one
            }
        });
        collecting.Start();
        try
        {
            work();
        }
        finally
        {
            Volatile.Write(ref isOver, true);
            collecting.Join();
        }

        return collections;
    }

    private sealed class Finalized
    {
        public static int Count;

        ~Finalized() => Interlocked.Increment(ref Count);
    }
}
