using Experiments.Training;

namespace Experiments.Tests.Training;

public class SettingsTests
{
    public static TheoryData<Settings, string> Contradictions => new()
    {
        { new() { Optimizer = new AdamW(), Penalty = new L2(0.1) },
            "optimizer=adamw has a decay of its own (optimizer.weight-decay), so it takes no penalty: set penalty=none" },
        { new() { Optimizer = new Sgd(Nesterov: true) },
            "optimizer.nesterov looks ahead along the momentum, but optimizer.momentum is 0: set it, such as optimizer.momentum=0.9" },
        { new() { Optimizer = new Sgd(Averaged: true) },
            "optimizer.averaged is about the momentum, but optimizer.momentum is 0: set it, such as optimizer.momentum=0.9" },
        { new() { Optimizer = new AdamW(), Penalty = new L1(0.1) },
            "optimizer=adamw has a decay of its own (optimizer.weight-decay), so it takes no penalty: set penalty=none" },
        { new() { Monitor = EarlyStopping.OnValidationLoss, EvaluateEvery = 0 },
            "monitor needs measurements of loss and accuracy, but evaluate-every is 0, which means never" },
        { new() { ClipNorm = 0 }, "clip-norm must be above 0, but is 0" },
        { new() { ClipValue = 0 }, "clip-value must be above 0, but is 0" },
        { new() { MaxNorm = -1 }, "max-norm must be above 0, but is -1" },
        { new() { Optimizer = new Sgd(Momentum: 1) }, "optimizer.momentum must be at least 0 and below 1, but is 1" },
        { new() { Schedule = new OneCycleSchedule(Rise: 1) }, "schedule.rise must be above 0 and below 1, but is 1" },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Settings_that_contradict_each_other_or_their_range_are_a_mistake(Settings settings, string mistake) =>
        Assert.Equal([mistake], settings.Mistakes());

    [Fact]
    public void All_mistakes_are_reported_together() =>
        Assert.Equal(3, new Settings { Epochs = 0, BatchSize = 0, Optimizer = new Sgd(Nesterov: true) }.Mistakes().Count());

    [Fact]
    public void The_defaults_have_no_mistakes() => Assert.Empty(new Settings().Mistakes());

    // Off, they are no part of the hash of results that are older than they are.
    [Fact]
    public void A_schedule_a_greatest_norm_and_the_automatic_trainer_leave_earlier_hashes_alone()
    {
        var off = SettingNames.Determining(new()).Keys;

        Assert.Empty(off.Intersect(
            ["schedule", "clip-norm", "clip-value", "max-norm", "trainer", "optimizer.nesterov", "optimizer.averaged"]));
        Assert.Equal(
            ["clip-norm", "schedule", "schedule.gamma", "trainer"],
            SettingNames.Determining(
                new() { ClipNorm = 1, Trainer = TrainerKind.Eager, Schedule = new ExponentialSchedule() }).Keys.Except(off)
                    .Order(StringComparer.Ordinal));
    }

    public static TheoryData<Penalty, Penalty> PenaltiesInShort => new()
    {
        { new L2(0), Penalty.None }, { new L1(0), Penalty.None }, { new ElasticNet(0, 0), Penalty.None },
        { new ElasticNet(0.1, 0), new L1(0.1) }, { new ElasticNet(0, 0.1), new L2(0.1) },
        { new ElasticNet(0.1, 0.2), new ElasticNet(0.1, 0.2) },
    };

    [Theory]
    [MemberData(nameof(PenaltiesInShort))]
    public void A_penalty_whose_parts_have_no_effect_is_the_same_training_as_without_them(Penalty given, Penalty expected) =>
        Assert.Equal(
            SettingNames.Determining(new() { Penalty = expected }), SettingNames.Determining(new() { Penalty = given }));
}
