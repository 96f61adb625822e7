using Experiments.Models;
using Experiments.Probes;
using Experiments.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Probes;

[Collection(nameof(Alone))]
public sealed class WeightSizesTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Norms_and_shares_of_small_weights_are_those_by_hand_after_the_last_epoch()
    {
        using var module = Model.Of(SmallModels.Mlp, new[] { 2, 2, 1 }, Activation.Identity, Initializer.Zeros).Build(0);
        using (no_grad())
        {
            module.parameters().First().copy_(tensor(new[] { 3f, -4, 0.0009f, -0.0011f }, [2, 2]));
        }

        var context = SizeHistogramTests.Context(module);
        var found = new WeightSizes().Measure(context with { IsLast = true }).ToList();

        Assert.Equal(
            [("weight.norm", 1), ("weight.small", 1), ("weight.norm", 2), ("weight.small", 2)],
            found.Select(reading => (reading.Metric, reading.Layer!.Value)));
        Assert.Equal([5, 0.25, 0, 1], found.Select(reading => Math.Round(reading.Value, 5)));
        Assert.Empty(new WeightSizes().Measure(context with { IsLast = false }));
    }
}
