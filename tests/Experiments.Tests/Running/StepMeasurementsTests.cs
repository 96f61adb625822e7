using Experiments.Models;
using Experiments.Results;
using Experiments.Tests.Training;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Running;

/// <summary>What is measured at steps within epochs. The small cells train on 72 images, so 7 at a time are 11 steps of an epoch.</summary>
public sealed class StepMeasurementsTests
{
    private const int StepsPerEpoch = 11;

    private static readonly Settings Finely = Cells.Small with
    {
        EvaluationsPerEpoch = 4,
        EvaluationsPerEpochUntil = 2,
        GradientsWithinEpochs = true,
        BatchLossEvery = 4,
    };

    public static TheoryData<string, TrainerKind> Trainings =>
        [.. from name in Models.Keys from trainer in Enum.GetValues<TrainerKind>() select (name, trainer)];

    private static Dictionary<string, (Model Model, Func<Settings, Settings> Settings)> Models { get; } = new()
    {
        ["plain"] = (SmallNetworks.Plain, settings => settings),
        ["dropout, momentum"] = (SmallNetworks.Dropped, settings => settings with { Optimizer = new Sgd(0.1, 0.9) }),
        ["standard dropout, Adam"] = (SmallNetworks.Dropping("standard", 0.3), settings => settings with { Optimizer = new Adam() }),
        ["full batch"] = (SmallNetworks.Plain, settings => settings with { BatchSize = 72 }),
        ["a module of its own"] = (Model.Of(SmallNetworks.Own), settings => settings with { Optimizer = new AdamW() }),
        ["early stopping"] = (SmallNetworks.Dropped, settings => settings with
        {
            Optimizer = new Sgd(0.05, 0.9),
            Monitor = EarlyStopping.OnValidationAccuracy with { Patience = 2 },
        }),
        ["every other epoch"] = (SmallNetworks.Plain, settings => settings with { EvaluateEvery = 2 }),
    };

    [Theory]
    [MemberData(nameof(Trainings))]
    public void Measuring_within_epochs_leaves_every_other_row_as_it_is(string name, TrainerKind trainer)
    {
        var (model, change) = Models[name];

        var plain = Cells.Run(model, change(Cells.Small) with { Trainer = trainer }, 3)[3];
        var finely = Cells.Run(model, change(Finely) with { Trainer = trainer }, 3)[3];

        Assert.Equal(plain, finely.Where(row => !Metrics.IsByStep(row.Metric)));
        Assert.Contains(finely, row => row.Metric == Metrics.BatchLoss);
    }

    [Fact]
    public void Evaluations_are_evenly_spaced_within_the_first_epochs_and_double_at_the_start()
    {
        var rows = Cells.Run(SmallNetworks.Plain, Finely, 0)[0].Where(row => row.Metric == "within-epoch.accuracy").ToList();

        Assert.Equal(
            [(0, 1L), (0, 2L), (0, 5L), (0, 8L), (1, 13L), (1, 16L), (1, 19L)], rows.Select(row => (row.Epoch, row.Step)));
        Assert.All(rows, row => Assert.Equal(Splits.Validation, row.Split));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void No_evaluation_or_the_one_at_an_epochs_end_is_none_within_it(int perEpoch)
    {
        var settings = Cells.Small with { EvaluationsPerEpoch = perEpoch, EvaluationsPerEpochUntil = 3, GradientsWithinEpochs = true };

        Assert.DoesNotContain(Cells.Run(SmallNetworks.Plain, settings, 0)[0], row => Metrics.IsByStep(row.Metric));
        Assert.Equal(SettingNames.Determining(Cells.Small), SettingNames.Determining(settings));
    }

    [Fact]
    public void Settings_that_measure_within_epochs_are_not_hashed_when_off() => Assert.DoesNotContain(
        SettingNames.Determining(Cells.Small with { BatchLossSteps = 5 }).Keys,
        name => name.Contains("evaluations-per", StringComparison.Ordinal) || name.Contains("batch-loss", StringComparison.Ordinal)
            || name.Contains("within", StringComparison.Ordinal));

    // Measured by hand, from the module's own parameters.
    [Theory]
    [InlineData(TrainerKind.Auto)]
    [InlineData(TrainerKind.Eager)]
    public void Within_an_epoch_the_module_has_the_parameters_after_the_step(TrainerKind trainer)
    {
        using var scope = NewDisposeScope();
        var data = SmallTrainings.SmallData(Loss.SoftmaxCrossEntropy, 30);
        using var module = Mlp();
        using var passes = SmallTrainings.Trainer(
            module, new() { Epochs = 1, BatchSize = 10, Optimizer = new Adam(0.01) }, data, trainer == TrainerKind.Auto);
        var watcher = new Watcher { Want = StepReadings.Parameters | StepReadings.Updates };
        var before = Weights(module);
        List<string> seen = [];
        watcher.At = step =>
        {
            var now = Weights(module);
            var expected = now.Zip(before, (after, then) => (after - then).norm().item<float>() / then.norm().item<float>());
            Assert.All(expected.Zip(watcher.Ratios), pair => Assert.Equal(pair.First, pair.Second, 1e-4 * pair.First));
            seen.Add($"{step} {module.training} {watcher.Ratios.Count}");
            before = now;
        };

        passes.TrainEpoch(0, CancellationToken.None, watcher);

        Assert.Equal(["1 False 2", "2 False 2", "3 False 2"], seen);
        Assert.False(module.training);
    }

    // The whole of the training images is a batch: its loss before a step is the training loss after the steps before.
    [Theory]
    [InlineData(TrainerKind.Auto, "softmax-cross-entropy")]
    [InlineData(TrainerKind.Eager, "softmax-cross-entropy")]
    [InlineData(TrainerKind.Auto, "cross-entropy-per-unit")]
    [InlineData(TrainerKind.Eager, "cross-entropy-per-unit")]
    [InlineData(TrainerKind.Auto, "sigmoid-mse")]
    [InlineData(TrainerKind.Auto, "softmax-mse")]
    public void The_loss_of_a_full_batch_is_the_training_loss_before_its_step(TrainerKind trainer, string loss)
    {
        var settings = Cells.Small with
        {
            BatchSize = 72,
            Trainer = trainer,
            Loss = Loss.All.Single(known => known.Name == loss),
            BatchLossEvery = 1,
        };

        var rows = Cells.Run(SmallNetworks.Plain, settings, 0)[0];
        var training = rows.Where(row => row is { Metric: Metrics.Loss, Split: Splits.Train }).Select(row => row.Value).ToList();
        var batches = rows.Where(row => row.Metric == Metrics.BatchLoss).ToList();

        Assert.Equal([1L, 2, 3, 4, 5, 6], batches.Select(row => row.Step));
        Assert.All(batches.Zip(training), pair => Assert.Equal(pair.Second, pair.First.Value, 1e-6 * pair.Second));
    }

    [Theory]
    [InlineData("softmax-cross-entropy")]
    [InlineData("cross-entropy-per-unit")]
    public void Both_trainers_see_the_same_losses_of_batches(string loss)
    {
        var settings = Cells.Small with { Epochs = 1, Loss = Loss.All.Single(known => known.Name == loss), BatchLossEvery = 1 };

        var (fused, eager) = (Losses(settings), Losses(settings with { Trainer = TrainerKind.Eager }));

        Assert.Equal(StepsPerEpoch, fused.Count);
        Assert.All(fused.Zip(eager), pair => Assert.Equal(pair.Second.Value, pair.First.Value, 1e-4 * pair.Second.Value));

        static List<Measurement> Losses(Settings settings) =>
            [.. Cells.Run(SmallNetworks.Dropped, settings, 0)[0].Where(row => row.Metric == Metrics.BatchLoss)];
    }

    [Fact]
    public void A_row_of_batch_loss_is_the_mean_over_the_images_of_its_steps()
    {
        var single = Losses(Cells.Small with { BatchLossEvery = 1 });
        var windows = Losses(Cells.Small with { BatchLossEvery = 4, BatchLossSteps = 19 });

        Assert.Equal([(0, 4L), (0, 8L), (1, 12L), (1, 16L), (1, 19L)], windows.Select(row => (row.Epoch, row.Step)));
        Assert.Equal(single.Take(4).Average(row => row.Value), windows[0].Value, 1e-8);
        var third = single.Skip(8).Take(4).Select((row, index) => (row.Value, Images: index == 2 ? 2 : 7)).ToList(); // 72 = 10 · 7 + 2
        Assert.Equal(third.Sum(row => row.Value * row.Images) / 23, windows[2].Value, 1e-8);

        static List<Measurement> Losses(Settings settings) =>
            [.. Cells.Run(SmallNetworks.Plain, settings, 0)[0].Where(row => row.Metric == Metrics.BatchLoss)];
    }

    [Theory]
    [InlineData(TrainerKind.Auto)]
    [InlineData(TrainerKind.Eager)]
    public void An_update_of_plain_descent_is_rate_times_gradient_over_weights(TrainerKind trainer)
    {
        using var scope = NewDisposeScope();
        var data = SmallTrainings.SmallData(Loss.SoftmaxCrossEntropy, 10);
        var settings = new Settings { Epochs = 1, BatchSize = 10, Optimizer = new Sgd(0.25) };
        using var module = Mlp();
        using var passes = SmallTrainings.Trainer(module, settings, data, trainer == TrainerKind.Auto);
        var gradients = passes.GradientNorms(data.Images, data.Targets);
        double[] weights = [.. Weights(module).Select(layer => (double)layer.norm().item<float>())];
        var watcher = new Watcher { Want = StepReadings.Updates };

        passes.TrainEpoch(0, CancellationToken.None, watcher);

        Assert.Equal(2, watcher.Ratios.Count);
        Assert.All(watcher.Ratios.Zip(gradients.Zip(weights)), pair =>
            Assert.Equal(0.25 * pair.Second.First.Weight / pair.Second.Second, pair.First, 1e-4 * pair.First));
    }

    private static nn.Module<Tensor, Tensor> Mlp()
    {
        var module = Model.Of(Tests.Models.SmallModels.Mlp, new[] { 36, 12, 10 }, Activation.Tanh, Initializer.LeCunNormal).Build(0);
        module.eval();
        return module;
    }

    private static List<Tensor> Weights(nn.Module module) => [.. Layer.Of(module).Select(layer => layer.Weights[0].detach().clone())];

    private sealed class Watcher : IStepObserver
    {
        public StepReadings Want { get; init; }

        public Action<int> At { get; set; } = _ => { };

        public IReadOnlyList<double> Ratios { get; private set; } = [];

        public StepReadings Wants(int step) => Want;

        public void Loss(int step, double loss, int images)
        {
        }

        public void Updates(int step, IReadOnlyList<double> ratios) => Ratios = ratios;

        public void Parameters(int step) => At(step);
    }
}
