using TorchSharp;

namespace Packages.Tests.Torch;

/// <summary>What training on several threads of one process rests on.</summary>
public sealed class ThreadTests
{
    [Fact]
    public void The_thread_count_holds_on_a_thread_that_starts_later()
    {
        using var _ = new ThreadCount(1);
        Assert.Equal(1, OnAnotherThread(torch.get_num_threads));
    }

    [Fact]
    public void The_thread_count_reaches_a_thread_that_has_computed_before()
    {
        using var _ = new ThreadCount(2);
        using var changed = new ManualResetEventSlim();
        using var computed = new ManualResetEventSlim();
        int seen = 0;
        var thread = new Thread(() =>
        {
            torch.ones(3).add(1).Dispose();
            computed.Set();
            changed.Wait(TestContext.Current.CancellationToken);
            torch.ones(3).add(1).Dispose();
            seen = torch.get_num_threads();
        });
        thread.Start();
        computed.Wait(TestContext.Current.CancellationToken);
        torch.set_num_threads(1);
        changed.Set();
        thread.Join();
        Assert.Equal(1, seen);
    }

    [Fact]
    public void Two_threads_that_train_at_once_get_the_bits_that_each_gets_alone()
    {
        using var _ = new ThreadCount(1);
        var alone = new[] { Train(seed: 1), Train(seed: 2) };
        for (int round = 0; round < 5; round++)
        {
            var together = new float[2][];
            var threads = Enumerable.Range(0, 2).Select(k => new Thread(() => together[k] = Train(seed: (ulong)k + 1))).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
            Assert.Equal(alone[0], together[0]);
            Assert.Equal(alone[1], together[1]);
        }
    }

    [Fact]
    public void A_generators_draws_do_not_depend_on_draws_from_others_elsewhere()
    {
        float[] Draws()
        {
            using var scope = torch.NewDisposeScope();
            using var generator = new torch.Generator(5);
            return Enumerable.Range(0, 200).SelectMany(_ => torch.randn(7, generator: generator).data<float>().ToArray()).ToArray();
        }

        var alone = Draws();
        using var stop = new CancellationTokenSource();
        var noise = new Thread(() =>
        {
            using var other = new torch.Generator(6);
            while (!stop.IsCancellationRequested)
            {
                torch.randn(5, generator: other).Dispose();
                torch.rand(5).Dispose();
            }
        });
        noise.Start();
        var beside = Draws();
        stop.Cancel();
        noise.Join();
        Assert.Equal(alone, beside);
    }

    [Fact]
    public void The_grad_mode_of_one_thread_is_no_business_of_another()
    {
        using var _ = torch.no_grad();
        Assert.True(OnAnotherThread(torch.is_grad_enabled));
        Assert.False(torch.is_grad_enabled());
    }

    [Fact]
    public void A_tensor_made_on_another_thread_is_not_in_this_threads_scope()
    {
        using var scope = torch.NewDisposeScope();
        using var elsewhere = OnAnotherThread(() => torch.ones(1));
        Assert.False(scope.Contains(elsewhere));
        Assert.Equal(0, scope.DisposablesCount);
    }

    // Logistic regression from and on random numbers: matrix products, autograd and updates in place.
    private static float[] Train(ulong seed)
    {
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(seed);
        var weights = torch.randn(50, 10, generator: generator).requires_grad_();
        var images = torch.randn(40, 50, generator: generator);
        var labels = torch.randint(10, [40], generator: generator);
        for (int step = 0; step < 60; step++)
        {
            using var stepScope = torch.NewDisposeScope();
            var loss = images.matmul(weights).log_softmax(1).gather(1, labels.unsqueeze(1)).mean().neg();
            loss.backward();
            using var off = torch.no_grad();
            weights.sub_(weights.grad! * 0.5);
            weights.grad!.zero_();
        }
        return weights.detach().data<float>().ToArray();
    }

    private static T OnAnotherThread<T>(Func<T> function)
    {
        T result = default!;
        var thread = new Thread(() => result = function());
        thread.Start();
        thread.Join();
        return result;
    }

    // Sets the process's thread count, and the previous one again at the end.
    private sealed class ThreadCount : IDisposable
    {
        private static readonly Lock OneAtATime = new();
        private readonly int before;

        internal ThreadCount(int count)
        {
            OneAtATime.Enter();
            before = torch.get_num_threads();
            torch.set_num_threads(count);
        }

        public void Dispose()
        {
            torch.set_num_threads(before);
            OneAtATime.Exit();
        }
    }
}
