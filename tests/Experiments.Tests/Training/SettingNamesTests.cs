using Experiments.Training;

namespace Experiments.Tests.Training;

public class SettingNamesTests
{
    [Fact]
    public void Settings_are_described_by_name()
    {
        var all = SettingNames.Describe(new() { Penalty = new L2(1e-4), TrainingImages = 500 });

        Assert.Equal("30", all["epochs"]);
        Assert.Equal("sgd", all["optimizer"]);
        Assert.Equal("0.1", all["optimizer.learning-rate"]);
        Assert.Equal("0.0001", all["penalty.strength"]);
        Assert.Equal("500", all["training-images"]);
        Assert.Equal("false", all["quick"]);
    }

    [Fact]
    public void Every_setting_is_described() =>
        Assert.All(typeof(Settings).GetProperties().Where(property => property.CanWrite), property =>
            Assert.Contains(SettingNames.Of(property.Name), SettingNames.Describe(new Settings()).Keys));

    [Fact]
    public void What_is_off_does_not_determine_results_and_what_is_on_does()
    {
        var off = SettingNames.Determining(new() { EvaluateEvery = 0 }).Keys;
        var on = SettingNames.Determining(new() { EvaluateEvery = 3, Quick = true, TrainingImages = 0, Penalty = new L2(1e-4) }).Keys;

        Assert.Equal(
            ["evaluate-every", "penalty", "penalty.strength", "quick", "subset", "training-images"],
            on.Except(off).Order(StringComparer.Ordinal));
        Assert.Empty(off.Except(on));
    }

    [Theory]
    [InlineData("epochs", "7", "epochs", "7")]
    [InlineData("Batch-Size", "128", "batch-size", "128")]
    [InlineData("learning-rate", "1e-3", "optimizer.learning-rate", "0.001")]
    [InlineData("optimizer.learning-rate", "0.5", "optimizer.learning-rate", "0.5")]
    [InlineData("lr", "0.5", "optimizer.learning-rate", "0.5")]
    [InlineData("learning_rate", "0.5", "optimizer.learning-rate", "0.5")]
    [InlineData("batch_size", "128", "batch-size", "128")]
    [InlineData("loss", "cross-entropy-per-unit", "loss", "cross-entropy-per-unit")]
    [InlineData("training-images", "all", "training-images", "all")]
    [InlineData("penalty", "L2", "penalty.strength", "0.0001")]
    [InlineData("split", "60/20/20", "split", "60/20/20")]
    [InlineData("optimizer", "Adam", "optimizer.learning-rate", "0.001")]
    [InlineData("momentum", "0.9", "optimizer.momentum", "0.9")]
    [InlineData("monitor", "validation-loss", "monitor.patience", "5")]
    [InlineData("monitor", "none", "monitor", "none")]
    [InlineData("nesterov", "true", "optimizer.nesterov", "true")]
    [InlineData("optimizer", "adamw", "optimizer.weight-decay", "0.01")]
    [InlineData("schedule", "one-cycle", "schedule.rise", "0.3")]
    [InlineData("schedule", "warm-up", "schedule.steps", "100")]
    [InlineData("schedule", "none", "schedule", "none")]
    [InlineData("clip-norm", "0.5", "clip-norm", "0.5")]
    [InlineData("clip-norm", "none", "clip-norm", "none")]
    [InlineData("trainer", "eager", "trainer", "eager")]
    public void A_setting_can_be_changed_by_name(string name, string value, string described, string expected) =>
        Assert.Equal(expected, SettingNames.Describe(SettingNames.With(new() { TrainingImages = 5 }, name, value))[described]);

    [Fact]
    public void A_name_of_other_frameworks_gives_way_to_a_recipes_own()
    {
        Assert.Equal("7", SettingNames.Describe(SettingNames.With(new WithWidth(), "hidden_size", "7"))["width"]);
        Assert.Equal("7", SettingNames.Describe(SettingNames.With(new WithUnits(), "units", "7"))["units"]);
    }

    [Fact]
    public void A_setting_that_a_recipe_gets_later_is_not_hashed_where_it_has_its_former_value()
    {
        Assert.DoesNotContain("width", SettingNames.Determining(new WithWidth()).Keys);
        Assert.Equal("64", SettingNames.Determining(new WithWidth { Width = 64 })["width"]);
    }

    private sealed record WithWidth : Settings
    {
        [Meaning("units of each hidden layer", AtLeast = 1, NotHashedAt = 30)]
        public int Width { get; init; } = 30;
    }

    [Fact]
    public void A_recipes_own_settings_are_guessed_too() => Assert.StartsWith(
        "There is no setting 'widht'. Did you mean 'width'?",
        Assert.Throws<ArgumentException>(() => SettingNames.With(new WithWidth(), "widht", "3")).Message, StringComparison.Ordinal);

    private sealed record WithUnits : Settings
    {
        public int Units { get; init; } = 4;
    }

    [Fact]
    public void Changing_a_setting_leaves_the_original_as_it_was()
    {
        var original = new Settings();

        _ = SettingNames.With(original, "learning-rate", "9");

        Assert.Equal(0.1, original.Optimizer.LearningRate);
    }

    [Theory]
    [InlineData("epoch", "3", "There is no setting 'epoch'. Did you mean 'epochs'?")]
    [InlineData("xyzzy", "3", "There is no setting 'xyzzy'. Known: ")]
    [InlineData("epochs", "many", "The setting 'epochs' takes a whole number, at least 1, but got 'many'.")]
    [InlineData(
        "learning-rate", "fast", "The setting 'optimizer.learning-rate' takes a number such as 0.1 or 1e-4, above 0, but got 'fast'.")]
    [InlineData(
        "loss", "mse",
        "The setting 'loss' takes one of cross-entropy-per-unit, softmax-cross-entropy, sigmoid-mse, softmax-mse, but got 'mse'.")]
    [InlineData("batch", "3", "There is no setting 'batch'. Did you mean 'batch-size'?")]
    [InlineData("learningrate", "3", "There is no setting 'learningrate'. Did you mean 'optimizer.learning-rate'?")]
    [InlineData("learning_rat", "3", "There is no setting 'learning_rat'. Did you mean 'optimizer.learning-rate'?")]
    [InlineData("patiense", "3", "There is no setting 'patiense'. Did you mean 'monitor.patience'?")]
    [InlineData("weight-dekay", "3", "There is no setting 'weight-dekay'. Did you mean 'optimizer.weight-decay'?")]
    [InlineData(
        "optimizer", "adamm",
        "The setting 'optimizer' takes one of sgd, adam, adamw, rmsprop, adagrad, but got 'adamm'. Did you mean 'adam'?")]
    [InlineData("subset", "perseed", "The setting 'subset' takes one of per-seed, first, but got 'perseed'. Did you mean 'per-seed'?")]
    [InlineData(
        "monitor", "loss",
        "The setting 'monitor' takes one of none, validation-loss, validation-accuracy, but got 'loss'. Did you mean 'validation-loss'?")]
    [InlineData("quick", "yes", "The setting 'quick' takes true or false, but got 'yes'.")]
    [InlineData("optimizer", "lion", "The setting 'optimizer' takes one of sgd, adam, adamw, rmsprop, adagrad, but got 'lion'.")]
    public void A_mistake_says_what_would_do(string name, string value, string message) =>
        Assert.StartsWith(
            message, Assert.Throws<ArgumentException>(() => SettingNames.With(new(), name, value)).Message, StringComparison.Ordinal);

    [Fact]
    public void Choosing_what_is_chosen_already_keeps_its_numbers() =>
        Assert.Equal(0.3, SettingNames.With(new() { Optimizer = new Sgd(0.3) }, "optimizer", "sgd").Optimizer.LearningRate);

    [Fact]
    public void A_setting_of_a_choice_not_made_says_which_choice_brings_it() => Assert.Equal(
        "The setting 'monitor.patience' comes with monitor=validation-loss or monitor=validation-accuracy: set that, too.",
        Assert.Throws<ArgumentException>(() => SettingNames.With(new(), "patience", "3")).Message);

    [Fact]
    public void A_choice_of_words_is_set_by_its_word()
    {
        var rule = SettingNames.With(new() { Monitor = EarlyStopping.OnValidationLoss }, "direction", "max").Monitor!;

        Assert.Equal(Direction.Max, rule.Direction);
        Assert.Contains(
            "one of auto, min, max",
            Assert.Throws<ArgumentException>(() => SettingNames.With(new() { Monitor = rule }, "direction", "up")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_is_listed_with_what_it_takes_and_means()
    {
        var all = SettingNames.List(new());

        // 35 of the settings, 4 of augmentation, 9 of optimizers, 3 of penalties, 8 of schedules, 5 of the monitor
        Assert.Equal(64, all.Count);
        Assert.All(all, line => Assert.NotEmpty(line.Meaning));
        Assert.All(all, line => Assert.NotEmpty(line.Takes));
        var epochs = all.Single(line => line.Name == "epochs");
        Assert.Equal(
            ("30", "a whole number, at least 1", "passes through the training images", null),
            (epochs.Value, epochs.Takes, epochs.Meaning, epochs.OnlyWith));
        Assert.Equal("optimizer=adam or optimizer=adamw", all.Single(line => line.Name == "optimizer.beta1").OnlyWith);
        Assert.Equal("1E-08 or 1E-07", all.Single(line => line.Name == "optimizer.epsilon").Value);
        Assert.Equal("a whole number, at least 1, or all", all.Single(line => line.Name == "training-images").Takes);
    }

    [Fact]
    public void Settings_that_came_later_leave_the_hash_of_earlier_results_alone() => Assert.Equal(
        ["batch-size", "epochs", "evaluate-every", "evaluation-images", "gradient-images", "loss", "optimizer", "optimizer.learning-rate",
            "split"],
        SettingNames.Determining(new()).Keys);

    [Fact]
    public void Impossible_settings_are_named_all_at_once()
    {
        var mistakes = new Settings { Epochs = 0, BatchSize = -1, Optimizer = new Sgd(double.NaN), Penalty = new L2(-1) }.Mistakes();

        Assert.Equal(
            ["batch-size must be at least 1, but is -1", "epochs must be at least 1, but is 0",
                "optimizer.learning-rate must be above 0 and finite, but is NaN",
                "penalty.strength must be at least 0, but is -1"],
            mistakes);
    }
}
