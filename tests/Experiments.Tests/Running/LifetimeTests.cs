using Experiments.Models;
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
    // By what the models are made of, and with which trainer.
    private static readonly (Model Model, Settings Settings)[] Trainings =
    [
        (SmallNetworks.Dropping("standard", 0.5), All),
        (SmallNetworks.Dropping("standard", 0.5), All with { Trainer = TrainerKind.Eager }),
        (SmallNetworks.Dropping("DropConnect", 0.5), All),
        (Model.Of(SmallNetworks.Convolution), All),
        (Model.Of(SmallNetworks.Recurrent), All),
        (Model.Of(SmallNetworks.Own), All),
    ];

    private static Settings All => Cells.Small with
    {
        Epochs = 3,
        Optimizer = new Adam(),
        Penalty = new L2(0.1),
        Schedule = new CosineSchedule(),
        ClipNorm = 1,
        Monitor = EarlyStopping.OnValidationLoss with { Patience = 2 },
        Activations = true,
        HistogramBins = 3,
        DropoutMasks = 2,
    };

    [Fact]
    public void No_tensor_outlives_a_run()
    {
        Assert.All(Trainings, training =>
        {
            var finalized = 2 * Finalized(training.Model);
            Cells.Run(training.Model, training.Settings, 0);
            FinalizeAll();
            var before = Tensor.TotalCount;

            Cells.Run(training.Model, training.Settings, 0, 1);

            Assert.InRange(Tensor.TotalCount, before, before + finalized);
        });
    }

    [Fact]
    public void No_tensor_outlives_a_training_that_diverges()
    {
        var seed = SmallNetworks.PoisonedSeeds.Poisoned;
        var finalized = Finalized(SmallNetworks.Poisoned);
        Cells.Run(SmallNetworks.Poisoned, All with { Optimizer = new Sgd(0.5) }, seed);
        FinalizeAll();
        var before = Tensor.TotalCount;

        Cells.Run(SmallNetworks.Poisoned, All with { Optimizer = new Sgd(0.5) }, seed);

        Assert.InRange(Tensor.TotalCount, before, before + finalized);
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
        var settings = All with { Epochs = 2 };
        var (fused, eager) = (SmallNetworks.Dropping("standard", 0.5), Model.Of(SmallNetworks.Normalized));
        var finalized = (2 * Finalized(fused)) + Finalized(eager);
        Once();
        FinalizeAll();
        var before = Held();
        for (var run = 1; run <= runs; run++)
        {
            Once();
            after?.Invoke(run);
        }

        var (tensors, handles, threads) = Held();
        Assert.InRange(tensors, before.Tensors, before.Tensors + (runs * finalized));
        Assert.InRange(handles, 0, before.Handles + 3); // the thread pool comes and goes as it likes
        Assert.InRange(threads, 0, before.Threads + 5);

        void Once()
        {
            Cells.Run(fused, settings, 0, 1);
            Cells.Run(eager, settings, 0);
        }
    }

    // TorchSharp leaves the tensor that a parameter is made of to the finalizer, which comes when it likes.
    private static long Finalized(Model model)
    {
        FinalizeAll();
        var before = Tensor.TotalCount;
        using (NewDisposeScope())
        {
            model.Build(SmallNetworks.PoisonedSeeds.Poisoned).Dispose();
        }

        return Tensor.TotalCount - before;
    }

    // So that nothing of earlier tests is counted out later.
    private static void FinalizeAll()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    // Finalizers close what nobody disposed of; that would hide it.
    private static (long Tensors, int Handles, int Threads) Held()
    {
        var tensors = Tensor.TotalCount;
        var handles = Directory.Exists("/proc/self/fd") ? Directory.GetFiles("/proc/self/fd").Length : 0;
        using var own = System.Diagnostics.Process.GetCurrentProcess();
        return (tensors, handles, own.Threads.Count);
    }

    private static long ResidentMemory()
    {
        GC.Collect();
        using var own = System.Diagnostics.Process.GetCurrentProcess();
        return own.WorkingSet64;
    }
}
