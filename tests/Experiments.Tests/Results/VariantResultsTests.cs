using System.Globalization;
using Experiments.Naming;
using Experiments.Results;
using Experiments.Tests.MadeUp;

namespace Experiments.Tests.Results;

/// <summary>
/// Two seeds over epochs 0 to 3. Accuracies: .1 .6 .5 .4 and .1 .2 .7 .7. Norms before training: 1, 2, 8 and 1, 3, 4 for layers 1 to 3;
/// layer 1 grows by 1 an epoch.
/// </summary>
public sealed class VariantResultsTests : IDisposable
{
    private static readonly double[][] Accuracies = [[0.1, 0.6, 0.5, 0.4], [0.1, 0.2, 0.7, 0.7]];
    private static readonly double[][] Norms = [[1, 2, 8], [1, 3, 4]];

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;
    private readonly VariantResults a;

    public VariantResultsTests() => a = MadeUpResults.Of(folder, ["a", "b"], 2, Rows)["a"];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Numbers_of_the_whole_network_are_taken_by_seed()
    {
        Assert.Equal([60, 20], Values(a.ValidationAccuracy.At(1)), Close);
        Assert.Equal([40, 70], Values(a.ValidationAccuracy.Last()), Close);
        Assert.Equal([60, 70], Values(a.ValidationAccuracy.Max()), Close);
        Assert.Equal([40, 20], Values(a.ValidationAccuracy.Min()), Close);
        Assert.Equal([45, 70], Values(a.ValidationAccuracy.MeanOfLast(2)), Close);
        Assert.Equal([3, 1], Values(a.ValidationAccuracy.EpochOfMin()));
        Assert.Equal([4, 4], Values(a.ValidationAccuracy.Of("count", "epochs", rows => rows.Count)));
        Assert.Equal("%", a.ValidationAccuracy.Max().Unit);
    }

    [Fact]
    public void Ratios_between_layers_are_taken_by_seed()
    {
        Assert.Equal([8, 4], Values(a.BiasGradient.Ratio(3, over: 1, epoch: 0)));
        Assert.Equal([Math.Sqrt(8), 2], Values(a.BiasGradient.RatioPerLayer(1, 3, epoch: 0)));
        Assert.Equal([2, 4 / 3.0], Values(a.BiasGradient.MinRatioPerLayer(1, 3, epoch: 0)));
        Assert.Equal([2, 1], Values(a.BiasGradient.MinRatio(3, over: 1)));
        Assert.Equal([8 / Math.Pow(24, 0.25), 4 / Math.Pow(24, 0.25)], Values(a.BiasGradient.MeanRatio(3, over: 1)), Close);
        Assert.Equal(Scale.Logarithmic, a.BiasGradient.MinRatio(3, over: 1).Scale);
        Assert.Equal([8, 4], Values(a.BiasGradient[3].GeometricMeanOfLast(4)), Close);
    }

    // Losses of 10 − epoch, and 100 before training.
    [Theory]
    [InlineData("50", 10, "41 to 50", -35.5)]
    [InlineData("3", 10, "1 to 3", 8.0)] // fewer, and nothing of before training
    [InlineData("1", 10, "epoch 1", 9.0)]
    [InlineData("0", 10, "each seed's last 10 epochs", null)]
    [InlineData("0,5,10,15,20,23", 10, "3 epochs from 15 to 23", -9 - (1 / 3.0))] // epochs, not measurements
    [InlineData("0,20", 10, "epoch 20", -10.0)]
    public void The_mean_of_the_last_epochs_says_which_these_are(string measured, int last, string expected, double? mean)
    {
        int[] epochs = measured.Contains(',', StringComparison.Ordinal) ? [.. measured.Split(',').Select(Number)]
            : [.. Enumerable.Range(0, Number(measured) + 1)];
        var table = MadeUpResults.Of(Path.Combine(folder, "late"), ["a"], 1, (_, _) => epochs.Select(epoch =>
            new Measurement(epoch, epoch, Splits.Train, Metrics.Loss, null, epoch == 0 ? 100 : 10 - epoch)));

        var late = table["a"].TrainingLoss.MeanOfLast(last);

        Assert.Contains(expected, late.What, StringComparison.Ordinal);
        Assert.Equal(mean is { } value ? [value] : [], Values(late), Close);

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Seeds_that_ended_at_different_epochs_each_have_their_own_last_ones()
    {
        var table = MadeUpResults.Of(
            Path.Combine(folder, "stopped"), ["a"], 2, (_, seed) => MadeUpResults.Learning(seed == 0 ? 5 : 9, seed));

        Assert.Contains("mean of each seed's last 3 epochs", table["a"].ValidationLoss.MeanOfLast(3).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_measurements_are_paired_by_seed_and_name_both_variants()
    {
        var b = MadeUpResults.Of(folder, ["a", "b"], 2, Rows)["b"];

        var difference = a.ValidationAccuracy.Last() - b.ValidationAccuracy.At(0);
        var ratio = a.ValidationAccuracy.Last() / b.ValidationAccuracy.At(0);

        Assert.Equal([30, 60], Values(difference), Close);
        Assert.Equal(("points", Scale.Linear), (difference.Unit, difference.Scale));
        Assert.Equal([4, 7], Values(ratio), Close);
        Assert.Equal(("×", Scale.Logarithmic), (ratio.Unit, ratio.Scale));
        Assert.Equal(["a", "b"], difference.Variants);
    }

    // 10,000 images: 0.01 %. Tests assume a deviation of half of it.
    [Fact]
    public void Accuracies_and_epochs_know_the_step_in_which_they_change()
    {
        var learning = MadeUpResults.Of(Path.Combine(folder, "steps"), ["a"], 3, (_, seed) => MadeUpResults.Learning(8, seed))["a"];

        Assert.Equal(0.005, learning.ValidationAccuracy.At(3).LeastDeviation, 1e-9);
        Assert.Equal(0.005, learning.TestError.Last().LeastDeviation, 1e-9);
        Assert.Equal(0.005, learning.ValidationAccuracy.Max().LeastDeviation, 1e-9);
        Assert.Equal(0.00125, learning.ValidationAccuracy.MeanOfLast(4).LeastDeviation, 1e-9);
        Assert.Equal(0.005, (learning.TestAccuracy.Last() - learning.TrainingAccuracy.Last()).LeastDeviation, 1e-6);
        Assert.Equal(0.5, learning.ValidationLoss.EpochOfMin().LeastDeviation);
        Assert.Equal(0.5, learning.LastEpoch.LeastDeviation);
        Assert.Equal(
            0.5, learning.ValidationAccuracy.Of("epochs above a half", "", rows => rows.Count(row => row.Value > 50)).LeastDeviation);
        Assert.InRange(learning.ValidationLoss.Last().LeastDeviation, 1e-9, 1e-7);
    }

    [Fact]
    public void A_variant_without_results_has_nothing_for_any_seed()
    {
        var none = ResultTable.Read(new ResultStore(folder), "recipe", [], variants: new Dictionary<string, Factors> { ["a"] = [] })["a"];

        Assert.Empty(none.ValidationAccuracy.At(1).BySeed);
        Assert.Empty(none.TestError.Last().BySeed);
        Assert.Empty(none.BiasGradient.MinRatioPerLayer(1, 3, epoch: 0).BySeed);
        Assert.Empty(none.BiasGradient.MeanRatio(3, over: 1).BySeed);
    }

    // A seed that stopped early has no rows of later epochs, which is not "not a number".
    [Fact]
    public void A_seed_that_ended_earlier_has_its_own_last_epoch()
    {
        var table = MadeUpResults.Of(
            Path.Combine(folder, "stopped"), ["a"], 2, (_, seed) => MadeUpResults.Learning(seed == 0 ? 5 : 9, seed));

        Assert.Equal([5, 9], Values(table["a"].LastEpoch));
        Assert.All(Values(table["a"].ValidationLoss.Last()), value => Assert.True(double.IsFinite(value)));
    }

    [Theory]
    [InlineData("variant", "There is no variant 'aa'. Did you mean 'a'? Known: a, b.")]
    [InlineData("metric", "There is no metric 'acuracy'. Did you mean 'accuracy'?")]
    [InlineData("split", "There is no split 'tset'. Did you mean 'test'? Known: train, validation, test.")]
    [InlineData("layer", "The metric 'gradient.bias' of 'a' has the layers 1, 2, 3, but not 4.")]
    [InlineData("no layer", "The metric 'gradient.bias' of 'a' has the layers 1, 2, 3, but not one for the whole network.")]
    [InlineData("no split", "The metric 'accuracy' belongs to a split: say which of validation.")]
    [InlineData("factor", "There is no factor 'varaint'. Did you mean 'variant'? Known: variant.")]
    public void What_is_misspelt_is_an_error_that_names_the_nearest(string what, string message)
    {
        var table = MadeUpResults.Of(folder, ["a", "b"], 2, Rows);

        var error = Assert.Throws<RecipeException>(() => _ = what switch
        {
            "variant" => table["aa"].ValidationAccuracy.Last().BySeed,
            "metric" => (a.Metric("acuracy", Splits.Validation).At(0) - a.ValidationAccuracy.At(0)).BySeed,
            "split" => a.Metric(Metrics.Accuracy, "tset").Max().BySeed,
            "layer" => a.BiasGradient.Ratio(4, over: 1, epoch: 0).Mean,
            "no layer" => a.Metric(Metrics.BiasGradient).At(0).Whether("large", value => value > 1).BySeed,
            "no split" => a.Metric(Metrics.Accuracy).MeanOfLast(2).Each("", value => value).Values,
            _ => (object)table.LevelsOf("varaint"),
        });

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_least_and_the_greatest_pass_over_epochs_after_a_divergence()
    {
        var table = MadeUpResults.Of(Path.Combine(folder, "diverged"), ["a"], 1, (_, _) =>
            [new(0, 0, Splits.Train, Metrics.Loss, null, 2), new(1, 1, Splits.Train, Metrics.Loss, null, 1), new(
                2, 2, Splits.Train, Metrics.Loss, null, double.NaN)]);

        Assert.Equal([1], Values(table["a"].TrainingLoss.Min()));
        Assert.Equal([1], Values(table["a"].TrainingLoss.EpochOfMin()));
        Assert.Equal([double.NaN], Values(table["a"].TrainingLoss.Last()));
    }

    private static IEnumerable<double> Values(SeedValues values) => values.Values;

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
