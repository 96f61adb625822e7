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

    [Fact]
    public void No_tensor_outlives_a_run()
    {
        var settings = Cohorts.Small with
        {
            Optimizer = new Adam(),
            Penalty = new L2(0.1),
            Monitor = StoppingRule.OnValidationLoss with { Patience = 2 },
            Activations = true,
            HistogramBins = 3,
            DropoutMasks = 2,
        };
        Cohorts.Run(Network, settings, 0);
        var before = Tensor.TotalCount;

        Cohorts.Run(Network, settings, 0, 1);
        Cohorts.Run(new Poisoned(Network, 1), settings with { Optimizer = new Sgd(0.5) }, 0, 1);

        Assert.Equal(before, Tensor.TotalCount);
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
