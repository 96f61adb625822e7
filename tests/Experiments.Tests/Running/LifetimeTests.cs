using Experiments.Networks;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Running;

/// <summary>Tests that count the process's tensors, so that no other may run meanwhile.</summary>
[CollectionDefinition(nameof(CountingTensors), DisableParallelization = true)]
public class CountingTensors;

[Collection(nameof(CountingTensors))]
public sealed class LifetimeTests
{
    private static readonly Mlp Network = new([784, 9, 7, 10], Activation.Relu, Init.HeNormal, Init.Zeros) { Dropout = DropoutRule.Standard(0.5) };

    // Weights and biases of three layers, of the network that is trained and of the one on which dropout is measured.
    private const int ParametersOfACell = 2 * 6;

    // Weights and biases of one layer for two seeds, in both.
    private const int ParametersOfOwnModules = 2 * 4;

    // TorchSharp counts the tensor that a parameter is made of and never counts it out again, though nothing of it is left.
    private static readonly long CountedForEver = CountedForEverByAParameter();

    [Fact]
    public void No_tensor_outlives_a_run()
    {
        var settings = Cells.Small with
        {
            Optimizer = new Adam(),
            Penalty = new L2(0.1),
            Monitor = StoppingRule.OnValidationLoss with { Patience = 2 },
            Activations = true,
            HistogramBins = 3,
            DropoutMasks = 2,
        };
        Cells.Run(Network, settings, 0);
        var before = Tensor.TotalCount;

        Cells.Run(Network, settings, 0, 1);
        Cells.Run(new Poisoned(Network, 1), settings with { Optimizer = new Sgd(0.5) }, 0, 1);

        Assert.Equal(before + (4 * ParametersOfACell * CountedForEver), Tensor.TotalCount);
    }

    [Fact]
    public void Runs_one_after_the_other_leave_no_tensor_no_file_handle_and_no_thread() => RunAgainAndAgain(20);

    /// <summary>The long version: <c>./experiments test -explicit only -method "*Five_hundred*"</c>.</summary>
    [Fact(Explicit = true)]
    public void Five_hundred_runs_in_one_process_leave_no_tensor_no_file_handle_no_thread_and_no_memory()
    {
        var early = 0L;
        RunAgainAndAgain(500, run => early = run == 100 ? ResidentMemory() : early);
        var growth = (ResidentMemory() - early) >> 20;

        TestContext.Current.SendDiagnosticMessage($"memory grew by {growth} MB from the 100th run to the 500th");
        Assert.InRange(growth, long.MinValue, 40);
    }

    private static void RunAgainAndAgain(int runs, Action<int>? after = null)
    {
        var settings = Cells.Small with { Epochs = 2, Monitor = StoppingRule.OnValidationLoss with { Patience = 1 }, DropoutMasks = 2, HistogramBins = 3 };
        Once();
        var before = Held();
        for (var run = 1; run <= runs; run++)
        {
            Once();
            after?.Invoke(run);
        }

        var (tensors, handles, threads) = Held();
        Assert.Equal(before.Tensors + (runs * ((3 * ParametersOfACell) + ParametersOfOwnModules) * CountedForEver), tensors);
        Assert.InRange(handles, 0, before.Handles + 3); // the thread pool comes and goes as it likes
        Assert.InRange(threads, 0, before.Threads + 5);

        void Once()
        {
            Cells.Run(Network, settings, 0, 1);
            Cells.Run(Network with { Dropout = DropoutRule.DropConnect(0.5) }, settings with { Optimizer = new Adam() }, 0);
            Cells.Run(new EachSeedAlone("linear", (1, 7840), _ => nn.Linear(784, 10)), settings, 0, 1);
        }
    }

    // Finalizers close what nobody disposed of; that would hide it.
    private static (long Tensors, int Handles, int Threads) Held()
    {
        var tensors = Tensor.TotalCount;
        var handles = Directory.Exists("/proc/self/fd") ? Directory.GetFiles("/proc/self/fd").Length : 0;
        using var own = System.Diagnostics.Process.GetCurrentProcess();
        return (tensors, handles, own.Threads.Count);
    }

    private static long CountedForEverByAParameter()
    {
        var before = Tensor.TotalCount;
        new TorchSharp.Modules.Parameter(zeros(1)).Dispose();
        return Tensor.TotalCount - before;
    }

    private static long ResidentMemory()
    {
        GC.Collect();
        using var own = System.Diagnostics.Process.GetCurrentProcess();
        return own.WorkingSet64;
    }

    [Fact]
    public void Nothing_outlives_an_optimizer()
    {
        using var network = new Mlp([300, 300], Activation.Relu, Init.Zeros, Init.Zeros).Build([new(0)]);
        var before = Tensor.TotalCount;
        using (no_grad())
        using (var update = new Adam().Start(network, new L2(0.1)))
        using (NewDisposeScope())
        {
            update.Step([.. network.Trained.Select(parameter => ones_like(parameter.Value))]);
        }

        Assert.Equal(before, Tensor.TotalCount);
    }
}
