using Experiments.Models;
using Experiments.Probes;
using Experiments.Results;
using Experiments.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Probes;

[Collection(nameof(Alone))]
public sealed class DevelopmentSetsTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    // A model that says class 0 to all, right for a tenth of the validation and test images together: √(p(1 − p)/m).
    [Fact]
    public void The_deviation_is_the_binomial_one_after_the_last_epoch()
    {
        using var module = Model.Of(SmallModels.Mlp, new[] { 1, 2 }, Activation.Identity, Initializer.Zeros).Build(0);
        var context = SizeHistogramTests.Context(module) with
        {
            IsLast = true,
            Splits = [Split(Splits.Train, right: 10), Split(Splits.Validation, right: 2), Split(Splits.Test, right: 0)],
        };

        random.manual_seed(1);
        var found = new DevelopmentSets().Measure(context).ToList();

        Assert.Equal(["100", "1000", "10000"], found.Select(reading => reading.Metric.Split('.')[^1]));
        Assert.All(found, reading => Assert.Equal(
            1, reading.Value / Math.Sqrt(0.1 * 0.9 / double.Parse(reading.Metric.Split('.')[^1])), 0.1));
        Assert.Empty(new DevelopmentSets().Measure(context with { IsLast = false }));
    }

    private static ProbeSplit Split(string name, int right)
    {
        var classes = ones(10, ScalarType.Int64);
        classes.narrow(0, 0, right).zero_();
        return new(name, zeros(10, 1), classes, classes);
    }
}
