using System.Runtime.CompilerServices;
using Experiments.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Running;

/// <summary>Finalizers wait for sections; sections never wait for finalizers.</summary>
public sealed class NativeSectionTests
{
    private const int Patience = 60_000; // ms: whatever waits for ever is to fail by its name

    static NativeSectionTests() => NativeLibraries.Require();

    [Fact(Timeout = Patience)]
    public async Task A_tensor_that_cannot_be_made_in_a_section_is_an_exception_at_once() =>
        await Task.Run(() => Assert.Contains("negative", Problem()), TestContext.Current.CancellationToken);

    [Fact(Timeout = Patience)]
    public async Task It_is_so_while_another_thread_goes_from_section_to_section()
    {
        using var end = new CancellationTokenSource();
        var other = Task.Factory.StartNew(
            () =>
            {
                while (!end.IsCancellationRequested)
                {
                    using var section = NativeSection.Enter();
                    using var scope = NewDisposeScope();
                    ones(200, 200).mm(ones(200, 200)); // nothing drawn: other tests run beside this one
                }
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        var problem = await Task.Run(Problem, TestContext.Current.CancellationToken);
        await end.CancelAsync();
        await other;

        Assert.Contains("negative", problem);
    }

    [Fact(Timeout = Patience)]
    public async Task Finalizers_wait_until_the_section_is_left()
    {
        var finalized = new TaskCompletionSource();
        await Task.Run(
            () =>
            {
                using var section = NativeSection.Enter();
                Drop(finalized);
                for (var until = DateTime.UtcNow.AddMilliseconds(300); DateTime.UtcNow < until;)
                {
                    GC.Collect();
                }

                Assert.False(finalized.Task.IsCompleted);
            },
            TestContext.Current.CancellationToken);

        await finalized.Task;
    }

    private static string Problem()
    {
        using var section = NativeSection.Enter();
        return Record.Exception(() => nn.Linear(49, -1))?.Message ?? "";
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(TaskCompletionSource finalized) => _ = new Witness(finalized);

    private sealed class Witness(TaskCompletionSource finalized)
    {
        ~Witness() => finalized.TrySetResult();
    }
}
