using Experiments.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim.lr_scheduler;

namespace Experiments.Tests.Training;

/// <summary>Schedules against the schedulers of torch.optim, in every step of a training of 6 epochs with 4 steps each.</summary>
public sealed class ScheduleTests : IDisposable
{
    private const double Rate = 0.2;
    private const int Epochs = 6;
    private const int StepsPerEpoch = 4;

    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Step_is_StepLR() => AssertByEpoch(optimizer => StepLR(optimizer, 2, 0.3), new StepSchedule(2, 0.3));

    [Fact]
    public void Exponential_is_ExponentialLR() => AssertByEpoch(optimizer => ExponentialLR(optimizer, 0.7), new ExponentialSchedule(0.7));

    [Fact]
    public void Cosine_is_CosineAnnealingLR_over_all_epochs() =>
        AssertByEpoch(optimizer => CosineAnnealingLR(optimizer, Epochs, 0.01), new CosineSchedule(0.01));

    [Fact]
    public void Warm_up_is_LinearLR_of_steps() =>
        AssertByStep(optimizer => LinearLR(optimizer, start_factor: 0.25, end_factor: 1, total_iters: 10), new WarmUpSchedule(10, 0.25));

    [Fact]
    public void One_cycle_is_OneCycleLR_of_all_steps() => AssertByStep(
        optimizer => OneCycleLR(optimizer, Rate, total_steps: Epochs * StepsPerEpoch, pct_start: 0.4, div_factor: 10,
            final_div_factor: 100, cycle_momentum: false),
        new OneCycleSchedule(0.4, 10, 100));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(7, 1)]
    [InlineData(8, 0.3)]
    [InlineData(23, 0.09)]
    public void Step_changes_after_so_many_epochs(int step, double factor) => AssertRate(new StepSchedule(2, 0.3), step, Rate * factor);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(12, 0.343)]
    [InlineData(23, 0.16807)]
    public void Exponential_changes_by_a_factor_each_epoch(int step, double factor) =>
        AssertRate(new ExponentialSchedule(0.7), step, Rate * factor);

    [Theory]
    [InlineData(0, 0.2)]
    [InlineData(12, 0.105)]
    [InlineData(23, 0.01 + (0.19 * (1 - 0.8660254037844386) / 2))]
    public void Cosine_falls_to_the_minimum_that_the_next_epoch_would_have(int step, double rate) =>
        AssertRate(new CosineSchedule(0.01), step, rate);

    [Theory]
    [InlineData(0, 0.25)]
    [InlineData(5, 0.625)]
    [InlineData(10, 1)]
    [InlineData(23, 1)]
    public void Warm_up_rises_in_even_steps_and_stays(int step, double factor) =>
        AssertRate(new WarmUpSchedule(10, 0.25), step, Rate * factor);

    // 24 steps with a rise of 0.375: the greatest rate is that of step 8.
    [Theory]
    [InlineData(0, 0.02)]
    [InlineData(4, 0.11)]
    [InlineData(8, 0.2)]
    [InlineData(23, 0.0002)]
    public void One_cycle_rises_to_the_rate_and_falls_far_below_its_start(int step, double rate) =>
        AssertRate(new OneCycleSchedule(0.375, 10, 100), step, rate);

    [Fact]
    public void One_cycle_of_a_single_step_has_a_finite_rate() =>
        Assert.True(double.IsFinite(new OneCycleSchedule().Rate(Rate, new(0, 1, 1))));

    // A quarter of four steps is one: nothing is left to rise in.
    [Fact]
    public void One_cycle_whose_rise_is_a_single_step_starts_at_the_rate() =>
        Assert.Equal(Rate, new OneCycleSchedule(0.25).Rate(Rate, new(0, 4, 1)), 1e-12);

    private static void AssertRate(Schedule schedule, int step, double rate) =>
        Assert.Equal(rate, schedule.Rate(Rate, new(step, StepsPerEpoch, Epochs)), 1e-12);

    private static void AssertByEpoch(Func<optim.Optimizer, LRScheduler> scheduler, Schedule schedule) =>
        AssertSame(scheduler, schedule, stepsOfScheduler: StepsPerEpoch);

    private static void AssertByStep(Func<optim.Optimizer, LRScheduler> scheduler, Schedule schedule) =>
        AssertSame(scheduler, schedule, stepsOfScheduler: 1);

    private static void AssertSame(Func<optim.Optimizer, LRScheduler> create, Schedule schedule, int stepsOfScheduler)
    {
        using var optimizer = optim.SGD([new Parameter(zeros(1))], Rate);
        var scheduler = create(optimizer);
        for (var step = 0; step < Epochs * StepsPerEpoch; step++)
        {
            if (step > 0 && step % stepsOfScheduler == 0)
            {
                scheduler.step();
            }

            Assert.True(
                Math.Abs(optimizer.ParamGroups.Single().LearningRate - schedule.Rate(Rate, new(step, StepsPerEpoch, Epochs))) < 1e-12,
                $"step {step}: {optimizer.ParamGroups.Single().LearningRate} of torch.optim, "
                + $"{schedule.Rate(Rate, new(step, StepsPerEpoch, Epochs))} here");
        }
    }
}
