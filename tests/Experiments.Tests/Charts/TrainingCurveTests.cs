using Experiments.Charts;
using Experiments.Results;

namespace Experiments.Tests.Charts;

/// <summary>Curves over training as charts read them, and the axis of their epochs.</summary>
public sealed class TrainingCurveTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void An_error_is_1_minus_the_accuracy()
    {
        var table = MadeUpResults.Of(folder, ["a"], 2, (_, seed) => MadeUpResults.Learning(3, seed));
        var (error, accuracy) = (Read(table, Metrics.Error), Read(table, Metrics.Accuracy));

        Assert.Equal(accuracy.Values.SelectMany(values => values).Select(value => 1 - value), error.Values.SelectMany(values => values));
    }

    [Fact]
    public void What_was_measured_within_epochs_stands_between_their_ends()
    {
        var table = MadeUpResults.Of(folder, ["a"], 1, (_, _) =>
        [
            new(0, 0, Splits.Validation, Metrics.Accuracy, null, 0.1), new(1, 10, Splits.Validation, Metrics.Accuracy, null, 0.8),
            new(0, 5, Splits.Validation, $"within-epoch.{Metrics.Accuracy}", null, 0.5),
        ]);

        var curve = Read(table, Metrics.Accuracy);

        Assert.Equal([0, 0.5, 1], curve.Epochs);
        Assert.Equal([0.1, 0.5, 0.8], curve.Values[0]);
    }

    [Fact]
    public void In_a_median_a_seed_that_diverged_counts_with_its_last_value()
    {
        var curve = new TrainingCurve([0, 1, 2], [0, 1, 2], [[1, 2, double.NaN], [2, 3, 4], [3, double.NaN, double.NaN]]);

        Assert.Equal([2, 3, 3], curve.Medians());
    }

    [Fact]
    public void On_a_log_axis_before_training_has_a_place_left_of_all_else()
    {
        var axis = new EpochAxis(wantsLog: true, [Curve(0, 0.001, 0.1, 1, 10)]);

        Assert.Equal([-3, -1, 0, 1], axis.Positions([0.001, 0.1, 1, 10]).Select(position => Math.Round(position, 12)));
        Assert.True(axis.Position(0) < -3);
    }

    [Fact]
    public void Where_nothing_was_measured_within_the_first_epoch_the_axis_is_linear() =>
        Assert.Equal([0, 1, 30], new EpochAxis(wantsLog: true, [Curve(0, 1, 30)]).Positions([0, 1, 30]));

    private static TrainingCurve Curve(params double[] epochs) => new([0], epochs, [epochs]);

    private static TrainingCurve Read(ResultTable table, string metric) => TrainingCurve.Of(table, "a", metric, Splits.Validation);
}
