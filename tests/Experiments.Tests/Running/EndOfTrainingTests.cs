using Experiments.Models;
using Experiments.Results;
using Experiments.Training;

namespace Experiments.Tests.Running;

/// <summary>What is measured once, when a training has ended, and what is measured over epochs for charts alone.</summary>
public sealed class EndOfTrainingTests
{
    private static readonly Settings Everything = Cells.Small with
    {
        UpdateRatios = true,
        GradientHistograms = true,
        WeightHistograms = true,
        TestPredictions = true,
        FirstLayerImages = 4,
        ImagesSeen = 4,
    };

    [Theory]
    [InlineData(TrainerKind.Auto)]
    [InlineData(TrainerKind.Eager)]
    public void Everything_that_can_be_measured_leaves_every_other_row_as_it_is(TrainerKind trainer)
    {
        var plain = Cells.Run(SmallNetworks.Dropped, Cells.Small with { Trainer = trainer }, 1)[1];
        var all = Cells.Run(SmallNetworks.Dropped, Everything with { Trainer = trainer }, 1)[1];

        Assert.Equal(plain, all.Where(row => row.Metric is not (Metrics.UpdateRatio or Metrics.CalibrationError or Metrics.Overconfidence)
            && !Metrics.IsForCharts(row.Metric)));
        Assert.DoesNotContain(plain, row => Metrics.IsForCharts(row.Metric));
    }

    [Fact]
    public void Predictions_and_images_are_measured_at_the_end_alone()
    {
        var rows = Cells.Run(SmallNetworks.Plain, Everything, 0)[0];

        Assert.All(
            rows.Where(row => row.Metric.Split('.')[0] is "confusion" or "calibration" or "misclassified" or "image" or "first-layer"),
            row => Assert.Equal(6, row.Epoch));
        Assert.Equal(rows.Value(Metrics.Accuracy, Splits.Test, 6), Right(rows), 1e-9);
    }

    [Fact]
    public void Predictions_are_those_of_the_best_check_where_it_is_restored()
    {
        var settings = Everything with
        {
            Epochs = 40,
            Optimizer = new Adam(0.02),
            Monitor = EarlyStopping.OnValidationAccuracy with { Patience = 3 },
        };

        var rows = Cells.Run(SmallNetworks.Plain, settings, 0)[0];

        Assert.Contains(rows, row => row.Metric == Metrics.Stopped);
        Assert.Equal(rows.Value(Metrics.RestoredAccuracy, Splits.Test), Right(rows), 1e-9);
    }

    [Fact]
    public void A_training_that_diverged_has_no_predictions()
    {
        var rows = Cells.Run(SmallNetworks.Poisoned, Everything, SmallNetworks.PoisonedSeeds.Poisoned).Values.Single();

        Assert.Contains(rows, row => row.Metric == Metrics.Diverged);
        Assert.DoesNotContain(rows, row => row.Metric.StartsWith("confusion", StringComparison.Ordinal));
    }

    [Fact]
    public void Updates_are_measured_for_every_layer_after_every_epoch()
    {
        var rows = Cells.Run(SmallNetworks.Plain, Cells.Small with { UpdateRatios = true }, 0)[0];

        Assert.Equal(
            from epoch in Enumerable.Range(1, 6) from layer in new[] { 1, 2, 3 } select (epoch, layer),
            rows.Where(row => row.Metric == Metrics.UpdateRatio).Select(row => (row.Epoch, row.Layer!.Value)));
    }

    // Of the full batch there is one step in an epoch: rate · ‖g‖ / ‖W‖ with the gradient of all images.
    [Theory]
    [InlineData(TrainerKind.Auto)]
    [InlineData(TrainerKind.Eager)]
    public void The_update_of_a_full_batch_is_in_proportion_to_the_gradient_before_it(TrainerKind trainer)
    {
        var settings = Cells.Small with { BatchSize = 72, GradientImages = 72, UpdateRatios = true, Trainer = trainer };
        var (slow, fast) = (Ratio(settings with { Optimizer = new Sgd(0.1) }), Ratio(settings with { Optimizer = new Sgd(0.2) }));

        Assert.Equal(2, fast.Update / slow.Update, 1e-3);
        Assert.Equal(fast.Gradient, slow.Gradient);

        static (double Update, double Gradient) Ratio(Settings settings)
        {
            var rows = Cells.Run(SmallNetworks.Plain, settings, 0)[0];
            return (First(Metrics.UpdateRatio), First(Metrics.WeightGradient));

            double First(string metric) => rows.First(row => row.Metric == metric).Value;
        }
    }

    [Fact]
    public void Settings_that_only_measure_are_not_hashed_when_off() => Assert.Equal(
        SettingNames.Determining(Cells.Small).Keys.Concat(
            ["first-layer-images", "gradient-histograms", "images-seen", "test-predictions", "update-ratios", "weight-histograms"]).Order(),
        SettingNames.Determining(Everything).Keys.Order());

    private static double Right(IReadOnlyList<Measurement> rows)
    {
        var counts = rows.Where(row => row.Metric.StartsWith("confusion", StringComparison.Ordinal)).ToList();
        return counts.Where(row => row.Metric.Split('.') is [_, var right, var predicted] && right == predicted).Sum(row => row.Value)
            / counts.Sum(row => row.Value);
    }
}
