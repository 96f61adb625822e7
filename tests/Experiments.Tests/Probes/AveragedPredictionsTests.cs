using Experiments.Models;
using Experiments.Probes;
using Experiments.Results;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Probes;

/// <summary>Averages over members of an ensemble and over masks.</summary>
[Collection(nameof(Alone))]
public sealed class AveragedPredictionsTests
{
    [Fact]
    public void Averages_over_all_members_are_what_the_ensemble_says()
    {
        using var scope = NewDisposeScope();
        using var ensemble = new Ensemble(nn.Linear(9, 4), nn.Linear(9, 4), nn.Linear(9, 4));
        ensemble.eval();
        var (images, classes) = (rand(50, 9), randint(0, 4, [50], dtype: ScalarType.Int64));

        var found = Measure(ensemble, images, classes);

        var logits = ensemble.call(images);
        Assert.Equal([1, 1, 1, 2, 2, 2, 3, 3, 3], found.Select(reading => reading.Layer!.Value));
        Assert.Equal(nn.functional.cross_entropy(logits, classes).item<float>(), Value(found, "members.loss", 3), 1e-5);
        Assert.Equal(100 - (2 * logits.argmax(1).eq(classes).sum().item<long>()), Value(found, "members.error", 3), 1e-9);
    }

    // Masks that drop nothing leave the model as it is; the calibration error of one bin is |accuracy − confidence|.
    [Fact]
    public void Masks_drop_what_they_are_asked_to_and_leave_the_model_as_it_was()
    {
        using var scope = NewDisposeScope();
        using var dropout = nn.Dropout(0.7);
        using var module = nn.Sequential(dropout, nn.Linear(9, 4).Start(Initializer.Zeros));
        module.eval();
        var (images, classes) = (rand(40, 9), arange(40) % 4);

        var found = Measure(module, images, classes);

        Assert.Equal([1, 3], found.Select(reading => reading.Layer!.Value).Distinct());
        Assert.Equal(Math.Log(4), Value(found, "masks.loss", 3), 1e-6);
        Assert.Equal(0, Value(found, "masks.calibration", 3), 1e-6); // a quarter sure, and a quarter right
        Assert.Equal((0.7, false), (dropout.p, dropout.training));
    }

    [Fact]
    public void A_model_that_is_trained_without_dropout_loses_units_once()
    {
        using var scope = NewDisposeScope();
        using var module = nn.Sequential(nn.Dropout(0), nn.Linear(9, 4));
        module.eval();

        Assert.Equal([1, 1, 1], Measure(module, rand(10, 9), arange(10) % 4).Select(reading => reading.Layer!.Value));
    }

    private static List<Reading> Measure(nn.Module<Tensor, Tensor> module, Tensor images, Tensor classes)
    {
        var split = new ProbeSplit(Splits.Test, images, classes, classes);
        var passes = new EagerPasses(module, Loss.SoftmaxCrossEntropy, new(0));
        var context = new ProbeContext(
            module, passes, Layer.Of(module), 1, IsLast: true, images, classes, [split], Loss.SoftmaxCrossEntropy.Mean);
        return [.. new AveragedPredictions([1, 3], 0.5).MeasureAtEnd(context)];
    }

    private static double Value(List<Reading> readings, string metric, int layer) =>
        readings.Single(reading => reading.Metric == metric && reading.Layer == layer).Value;
}
