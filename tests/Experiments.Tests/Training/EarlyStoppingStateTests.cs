using Experiments.Training;

namespace Experiments.Tests.Training;

/// <summary>Early stopping as Keras decides it; epochs count from 1.</summary>
public class EarlyStoppingStateTests
{
    private static readonly EarlyStopping OnLoss = EarlyStopping.OnValidationLoss;

    [Fact]
    public void Training_ends_when_patience_checks_in_a_row_were_no_improvement()
    {
        var (stop, state) = Run(OnLoss with { Patience = 3 }, 5, 4, 3, 3.5, 3.4, 3.3, 1);

        Assert.Equal(6, stop);
        Assert.Equal((3, 3.0), (state.BestEpoch, state.BestValue));
    }

    [Fact]
    public void An_improvement_starts_patience_anew()
    {
        var (stop, state) = Run(OnLoss with { Patience = 2 }, 5, 6, 4, 6, 3, 6, 6);

        Assert.Equal((7, 5), (stop, state.BestEpoch));
    }

    [Fact]
    public void A_check_improves_only_if_it_beats_the_best_by_more_than_the_least_change()
    {
        // 4.5 beats 5 by exactly 0.5, which is not more; 4.4 does.
        Assert.Equal(1, Run(OnLoss with { Patience = 9, MinDelta = 0.5 }, 5, 4.5).State.BestEpoch);
        Assert.Equal(2, Run(OnLoss with { Patience = 9, MinDelta = 0.5 }, 5, 4.4).State.BestEpoch);
        Assert.Equal(1, Run(OnLoss with { Patience = 9 }, 5, 5).State.BestEpoch);
    }

    [Fact]
    public void Slow_drift_below_the_least_change_is_measured_from_the_best_and_not_from_the_last_check()
    {
        // Each step is 0.3 < 0.5, but the second is 0.6 below the best.
        Assert.Equal((null, 3), (Run(OnLoss with { Patience = 3, MinDelta = 0.5 }, 5, 4.7, 4.4).Stop,
            Run(OnLoss with { Patience = 3, MinDelta = 0.5 }, 5, 4.7, 4.4).State.BestEpoch));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void With_patience_0_or_1_the_first_check_without_improvement_ends_training(int patience) =>
        Assert.Equal(2, Run(OnLoss with { Patience = patience }, 5, 5, 4).Stop);

    [Fact]
    public void The_first_value_always_improves_however_bad() =>
        Assert.Equal(1, Run(OnLoss with { Patience = 1, MinDelta = 100 }, 1e30).State.BestEpoch);

    // In Keras nothing ever beats a first NaN.
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_value_that_is_not_finite_is_no_improvement_and_the_next_finite_one_is(double value)
    {
        Assert.Equal(2, Run(OnLoss with { Patience = 5 }, value, 7, 8).State.BestEpoch);
        Assert.Equal((3, 1),
            (Run(OnLoss with { Patience = 2 }, 5, value, value).Stop, Run(OnLoss with { Patience = 2 }, 5, value, value).State.BestEpoch));
        Assert.Null(Run(OnLoss with { Patience = 9 }, value, value).State.BestEpoch);
    }

    [Fact]
    public void An_accuracy_improves_upwards_unless_told_otherwise()
    {
        Assert.Equal(3, Run(EarlyStopping.OnValidationAccuracy with { Patience = 9 }, 0.5, 0.4, 0.6).State.BestEpoch);
        Assert.Equal(
            2, Run(EarlyStopping.OnValidationAccuracy with { Patience = 9, Direction = Direction.Min }, 0.5, 0.4, 0.6).State.BestEpoch);
        Assert.Equal(3, Run(OnLoss with { Patience = 9, Direction = Direction.Max }, 0.5, 0.4, 0.6).State.BestEpoch);
    }

    [Fact]
    public void Epochs_before_the_start_are_neither_improvements_nor_lack_of_them()
    {
        var (stop, state) = Run(OnLoss with { Patience = 2, StartFromEpoch = 3 }, 1, 1, 1, 5, 6, 7);

        Assert.Equal((6, 4), (stop, state.BestEpoch));
    }

    [Fact]
    public void What_was_measured_before_training_is_no_check()
    {
        var state = new EarlyStoppingState(OnLoss);

        Assert.Equal(CheckOutcome.NotImproved, state.Check(0, 1));
        Assert.Null(state.BestEpoch);
    }

    [Fact]
    public void Numbers_that_make_no_sense_are_refused()
    {
        var monitor = OnLoss with { Patience = -1, MinDelta = double.NaN, StartFromEpoch = -2 };
        var mistakes = new Settings { Monitor = monitor, EvaluateEvery = 0 }.Mistakes();

        Assert.Equal(
            [
                "monitor.min-delta must be at least 0 and finite, but is NaN", "monitor.patience must be at least 0, but is -1",
                "monitor.start-from-epoch must be at least 0, but is -2",
                "monitor needs measurements of loss and accuracy, but evaluate-every is 0, which means never",
            ],
            mistakes);
    }

    // The epoch at which training ended, null if it never did
    private static (int? Stop, EarlyStoppingState State) Run(EarlyStopping rule, params double[] values)
    {
        var state = new EarlyStoppingState(rule);
        for (var epoch = 1; epoch <= values.Length; epoch++)
        {
            if (state.Check(epoch, values[epoch - 1]) == CheckOutcome.Stop)
            {
                return (epoch, state);
            }
        }

        return (null, state);
    }
}
