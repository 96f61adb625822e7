using Experiments.Claims;
using Experiments.Results;
using Experiments.Tests.Charts;

namespace Experiments.Tests.Claims;

/// <summary>
/// Two seeds over epochs 0 to 3. Accuracies: .1 .6 .5 .4 and .1 .2 .7 .7. Norms before training: 1, 2, 8 and 1, 3, 4 for layers 1 to 3; layer 1 grows by 1 an epoch.
/// </summary>
public sealed class MeasuringTests : IDisposable
{
    private static readonly double[][] Accuracies = [[0.1, 0.6, 0.5, 0.4], [0.1, 0.2, 0.7, 0.7]];
    private static readonly double[][] Norms = [[1, 2, 8], [1, 3, 4]];

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;
    private readonly VariantMeasures a;

    public MeasuringTests() => a = MadeUpResults.Of(folder, ["a", "b"], 2, Rows).Of("a");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Numbers_of_the_whole_network_are_taken_by_seed()
    {
        Assert.Equal([0.6, 0.2], Values(a.At(Metrics.Accuracy, 1, Splits.Validation)));
        Assert.Equal([0.4, 0.7], Values(a.Last(Metrics.Accuracy, Splits.Validation)));
        Assert.Equal([0.6, 0.7], Values(a.Greatest(Metrics.Accuracy, Splits.Validation)));
        Assert.Equal([0.1, 0.1], Values(a.Least(Metrics.Accuracy, Splits.Validation)));
        Assert.Equal([0.45, 0.7], Values(a.MeanOfLast(2, Metrics.Accuracy, Splits.Validation)));
        Assert.Equal([1, 2], Values(a.EpochOfGreatest(Metrics.Accuracy, Splits.Validation)));
        Assert.Equal([0, 0], Values(a.EpochOfLeast(Metrics.Accuracy, Splits.Validation)));
        Assert.Equal([0, 1], Values(a.EpochsBelow(0.5, Metrics.Accuracy, Splits.Validation)));
        Assert.Equal([60, 70], Values(a.Greatest(Metrics.Accuracy, Splits.Validation).InPercent()));
        Assert.Equal([4, 4], Values(a.From("count", "epochs", Metrics.Accuracy, Splits.Validation, null, rows => rows.Count)));
    }

    [Fact]
    public void Ratios_between_layers_are_taken_by_seed()
    {
        Assert.Equal([8, 4], Values(a.Ratio(Metrics.BiasGradient, 3, over: 1, epoch: 0)));
        Assert.Equal([Math.Sqrt(8), 2], Values(a.RatioPerLayer(Metrics.BiasGradient, 1, 3, epoch: 0)));
        Assert.Equal([2, 4 / 3.0], Values(a.LeastStep(Metrics.BiasGradient, 1, 3, epoch: 0)));
        Assert.Equal([2, 1], Values(a.LeastRatio(Metrics.BiasGradient, 3, over: 1)));
        Assert.Equal([8, 4], Values(a.GreatestRatio(Metrics.BiasGradient, 3, over: 1)));
        Assert.Equal([8 / Math.Pow(24, 0.25), 4 / Math.Pow(24, 0.25)], Values(a.TypicalRatio(Metrics.BiasGradient, 3, over: 1)), Close);
        Assert.Equal(Scale.Logarithmic, a.LeastRatio(Metrics.BiasGradient, 3, over: 1).Scale);
    }

    [Fact]
    public void Two_measurements_are_paired_by_seed_and_name_both_variants()
    {
        var b = MadeUpResults.Of(folder, ["a", "b"], 2, Rows).Of("b");

        var difference = a.Last(Metrics.Accuracy, Splits.Validation).InPercent() - b.At(Metrics.Accuracy, 0, Splits.Validation).InPercent();
        var ratio = a.Last(Metrics.Accuracy, Splits.Validation) / b.At(Metrics.Accuracy, 0, Splits.Validation);

        Assert.Equal([30, 60], Values(difference), Close);
        Assert.Equal(("points", Scale.Linear), (difference.Unit, difference.Scale));
        Assert.Equal([4, 7], Values(ratio), Close);
        Assert.Equal(("×", Scale.Logarithmic), (ratio.Unit, ratio.Scale));
        Assert.Equal(["a", "b"], difference.Variants);
    }

    [Fact]
    public void A_variant_without_results_has_nothing_for_any_seed()
    {
        var none = MadeUpResults.Of(folder, [], 0, Rows).Of("a");

        Assert.Empty(none.At(Metrics.Accuracy, 1, Splits.Validation).BySeed);
        Assert.Empty(none.Last(Metrics.Accuracy).BySeed);
        Assert.Empty(none.LeastStep(Metrics.BiasGradient, 1, 3, epoch: 0).BySeed);
        Assert.Empty(none.TypicalRatio(Metrics.BiasGradient, 3, 1).BySeed);
    }

    [Fact]
    public void The_least_and_the_greatest_pass_over_epochs_after_a_divergence()
    {
        var table = MadeUpResults.Of(Path.Combine(folder, "diverged"), ["a"], 1, (_, _) =>
            [new(0, 0, Splits.Train, Metrics.Loss, null, 2), new(1, 1, Splits.Train, Metrics.Loss, null, 1), new(2, 2, Splits.Train, Metrics.Loss, null, double.NaN)]);

        Assert.Equal([1], Values(table.Of("a").Least(Metrics.Loss, Splits.Train)));
        Assert.Equal([1], Values(table.Of("a").EpochOfLeast(Metrics.Loss, Splits.Train)));
        Assert.Equal([double.NaN], Values(table.Of("a").Last(Metrics.Loss, Splits.Train)));
    }

    private static IEnumerable<double> Values(Measured measured) => measured.BySeed.OrderBy(one => one.Key).Select(one => one.Value);

    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) < 1e-9;

    private static IEnumerable<Measurement> Rows(string variant, int seed)
    {
        for (var epoch = 0; epoch < 4; epoch++)
        {
            yield return new(epoch, epoch, Splits.Validation, Metrics.Accuracy, null, Accuracies[seed][epoch]);
            yield return new(epoch, epoch, "", Metrics.BiasGradient, 1, Norms[seed][0] + epoch);
            yield return new(epoch, epoch, "", Metrics.BiasGradient, 2, Norms[seed][1]);
            yield return new(epoch, epoch, "", Metrics.BiasGradient, 3, Norms[seed][2]);
        }
    }
}
