using System.Runtime.Intrinsics.X86;
using Experiments.Models;
using Experiments.Tests.Models;
using Experiments.Training;
using Experiments.Training.Fused;
using TorchSharp;
using static Experiments.Tests.Training.SmallTrainings;
using static TorchSharp.torch;

namespace Experiments.Tests.Training.Fused;

/// <summary>The fused trainer against the eager one, which defines what a training is.</summary>
[Collection(nameof(Alone))]
public sealed class FusedAgainstEagerTests : IDisposable
{
    // Widths around the length of a vector.
    private static readonly int[] Sizes = [36, 20, 17, 10];

    // Adaptive rules divide by the gradient's own size, so that of a gradient that is nothing but rounding they make a whole step. An
    // epsilon of 1e-3 keeps such steps small; nothing else of the rules changes.
    private const double Epsilon = 1e-3;

    private static readonly Optimizer[] Optimizers =
    [
        new Sgd(0.1), new Sgd(0.1, Momentum: 0.9), new Sgd(0.1, Momentum: 0.9, Nesterov: true), new Sgd(0.1, 0.9, Averaged: true),
        new Adam(0.01, Epsilon: Epsilon),
        new AdamW(0.01, Epsilon: Epsilon, WeightDecay: 0.1),
        new RmsProp(0.01, Epsilon: Epsilon), new Adagrad(0.01, Epsilon: Epsilon),
    ];

    private static readonly Dictionary<string, (double DropRate, bool IsStandard)> Dropouts =
        new() { ["none"] = (0, false), ["inverted"] = (0.4, false), ["standard"] = (0.3, true) };

    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    public static TheoryData<Activation, Loss> ActivationsAndLosses =>
        [.. from activation in Activation.All from loss in Loss.All select new TheoryDataRow<Activation, Loss>(activation, loss)];

    [Theory]
    [MemberData(nameof(ActivationsAndLosses))]
    public void All_parameters_are_the_same_after_one_step(Activation activation, Loss loss)
    {
        var combinations = Combinations(activation).ToList();

        Assert.Equal(((Optimizers.Length * 2) - 1) * Dropouts.Count, combinations.Count);
        AssertSame(combinations, new Settings { Epochs = 1, BatchSize = 13, Loss = loss }, SmallData(loss, 13), tolerance: 1e-6);
    }

    [Theory]
    [MemberData(nameof(ActivationsAndLosses))]
    public void All_parameters_are_nearly_the_same_after_two_epochs(Activation activation, Loss loss) =>
        AssertSame(Combinations(activation), new Settings { Epochs = 2, BatchSize = 8, Loss = loss }, SmallData(loss, 50), tolerance: 1e-3);

    [Fact]
    public void A_gradient_that_is_clipped_gives_the_same_step() =>
        AssertSame(
            Combinations(Activation.Tanh), new Settings { Epochs = 1, BatchSize = 13, ClipNorm = 0.01 },
            SmallData(Loss.SoftmaxCrossEntropy, 13), tolerance: 1e-6);

    [Fact]
    public void A_gradient_whose_numbers_are_cut_gives_the_same_step() =>
        AssertSame(
            Combinations(Activation.Tanh), new Settings { Epochs = 1, BatchSize = 13, ClipValue = 0.001, ClipNorm = 0.01 },
            SmallData(Loss.SoftmaxCrossEntropy, 13), tolerance: 1e-6);

    public static TheoryData<Penalty> Penalties => [new L1(0.01), new ElasticNet(0.01, 0.1)];

    [Theory]
    [MemberData(nameof(Penalties))]
    public void Penalties_with_signs_of_weights_give_the_same_parameters(Penalty penalty) =>
        AssertSame(
            from optimizer in Optimizers where optimizer is not AdamW select (Dropping(Activation.Tanh, "none"), optimizer, penalty),
            new Settings { Epochs = 1, BatchSize = 8 }, SmallData(Loss.SoftmaxCrossEntropy, 50), tolerance: 1e-3);

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    public void Weights_that_are_scaled_back_after_every_step_are_the_same(double longest) =>
        AssertSame(
            Combinations(Activation.Relu), new Settings { Epochs = 1, BatchSize = 8, MaxNorm = longest },
            SmallData(Loss.SoftmaxCrossEntropy, 20), tolerance: 1e-4);

    public static TheoryData<Schedule> Schedules =>
        [new StepSchedule(1), new ExponentialSchedule(0.5), new CosineSchedule(0.01), new WarmUpSchedule(5), new OneCycleSchedule()];

    [Theory]
    [MemberData(nameof(Schedules))]
    public void A_learning_rate_that_changes_gives_the_same_parameters(Schedule schedule) => AssertSame(
        Combinations(Activation.Sigmoid), new Settings { Epochs = 2, BatchSize = 8, Schedule = schedule },
        SmallData(Loss.SoftmaxCrossEntropy, 20), tolerance: 1e-4);

    // Image i is white but for pixel i, so the weights of that pixel move exactly where a unit is kept for that image.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Masks_are_the_same_bit_for_bit(bool isStandard)
    {
        const int images = 23;
        var model = Model.Of(SmallModels.DroppingMlp, new[] { images, 50, 40, 10 }, Activation.Identity, 0.4, isStandard);
        var settings = new Settings { Epochs = 1, BatchSize = 5, Optimizer = new Sgd(0.5) };
        var data = new TrainingData(eye(images), Classes(images));
        using var before = model.Build(0);

        var (eager, fused) = (Dropped(isFused: false), Dropped(isFused: true));

        Assert.Equal(eager, fused);
        Assert.Equal(0.4, eager.Count(isDropped => isDropped) / (50.0 * images), 0.08); // 5 deviations

        List<bool> Dropped(bool isFused)
        {
            using var after = Train(model, settings, data, isFused);
            return [.. StateOf.Numbers(before.parameters().First())
                .Zip(StateOf.Numbers(after.parameters().First()), (one, other) => one == other)];
        }
    }

    // Image i moves the weights of pixel i by its step's rate, which rises from step to step, times ½ (nothing else moves the outputs
    // noticeably).
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_order_of_the_images_is_that_of_the_seed(bool isFused)
    {
        const int images = 20;
        var model = Model.Of(SmallModels.Mlp, new[] { images, 10 }, Activation.Identity, Initializer.Zeros);
        var settings = new Settings
        {
            Epochs = 1, BatchSize = 1, Optimizer = new Sgd(1e-4), Loss = Loss.CrossEntropyPerUnit,
            Schedule = new WarmUpSchedule(images, 1.0 / images),
        };
        using var order = new ImageOrder(new(3), new(eye(images), eye(images)), 1);
        var expected = order.Next().data<long>().ToArray();

        using var module = Train(
            model, settings, new(eye(images), settings.Loss.Targets(zeros([images], ScalarType.Int64), 10)), isFused, seed: 3);

        var moved = StateOf.Numbers(module.parameters().First()).Take(images).ToList();
        Assert.Equal(expected, Enumerable.Range(0, images).OrderBy(image => moved[image]).Select(image => (long)image));
    }

    [Theory]
    [MemberData(nameof(ActivationsAndLosses))]
    public void Gradients_are_those_of_autograd_in_double_precision(Activation activation, Loss loss)
    {
        var data = SmallData(loss, 7);
        Assert.All(Dropouts, dropout =>
        {
            using var module = Dropping(activation, dropout.Key).Build(0);
            module.eval();
            Assert.Null(SequentialPattern.Match(module, out var pattern));
            double[] found =
                [.. new FusedPasses(pattern, FusedLoss.Of(loss)!).Gradient(data.Images, data.Targets).Select(value => (double)value)];

            module.to(ScalarType.Float64);
            var targets = data.Targets.is_floating_point() ? data.Targets.to(ScalarType.Float64) : data.Targets;
            loss.Mean(module.call(data.Images.to(ScalarType.Float64)), targets).backward();

            Assert.InRange(StateOf.RelativeError(StateOf.Gradients(module), found), 0, 1e-5);
        });
    }

    // More images than a block of the passes takes, and no multiple of it.
    [Theory]
    [MemberData(nameof(ActivationsAndLosses))]
    public void Logits_and_gradient_norms_are_the_same(Activation activation, Loss loss)
    {
        var data = SmallData(loss, 207);
        Assert.All(Dropouts.Keys, dropout =>
        {
            using var module = Dropping(activation, dropout).Build(0);
            module.eval();
            using var eager = Trainer(module, new() { Loss = loss }, data, isFused: false);
            using var fused = Trainer(module, new() { Loss = loss }, data, isFused: true);

            Assert.InRange(
                StateOf.RelativeError(StateOf.Numbers(eager.Logits(data.Images)), StateOf.Numbers(fused.Logits(data.Images))), 0, 1e-6);
            Assert.InRange(StateOf.RelativeError(Norms(eager), Norms(fused)), 0, 1e-5);
        });

        double[] Norms(ITrainer trainer) =>
            [.. trainer.GradientNorms(data.Images, data.Targets).SelectMany(norms => new[] { norms.Layer, norms.Weight, norms.Bias })];
    }

    public static TheoryData<Optimizer> AllOptimizers => [.. Optimizers];

    [Theory]
    [MemberData(nameof(AllOptimizers))]
    public void Effective_steps_are_the_same(Optimizer optimizer)
    {
        var settings = new Settings { Epochs = 2, BatchSize = 8, Optimizer = optimizer, Schedule = new ExponentialSchedule(0.5) };
        var data = SmallData(settings.Loss, 20);
        using var first = Dropping(Activation.Tanh, "none").Build(0);
        using var second = Dropping(Activation.Tanh, "none").Build(0);
        using var eager = Trainer(first, settings, data, isFused: false);
        using var fused = Trainer(second, settings, data, isFused: true);

        Assert.Empty(eager.StepSizes());
        Assert.Empty(fused.StepSizes());
        for (var epoch = 0; epoch < 2; epoch++)
        {
            eager.TrainEpoch(epoch, CancellationToken.None);
            fused.TrainEpoch(epoch, CancellationToken.None);
            Assert.Equal(3, fused.StepSizes().Count);
            Assert.InRange(StateOf.RelativeError(eager.StepSizes(), fused.StepSizes()), 0, 1e-4);
        }
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(1)]
    public void Images_that_are_kept_give_the_same_bits_and_others_are_looked_at_anew(double ink)
    {
        using var generator = new Generator(1);
        var training = rand(300, 36, generator: generator) * rand(300, 36, generator: generator).le(ink);
        var (first, others) = (training.narrow(0, 0, 207), rand(120, 36, generator: generator));
        var targets = Loss.SoftmaxCrossEntropy.Targets(Classes(300), 10);
        using var module = Dropping(Activation.Relu, "none").Build(0);
        module.eval();
        using var kept = Trainer(module, new(), new(training, targets), isFused: true);
        using var anew = Trainer(module, new(), new(training, targets), isFused: true);
        kept.Keep(first);

        Assert.Equal(StateOf.Numbers(anew.Logits(first)), StateOf.Numbers(kept.Logits(first)));
        Assert.Equal(anew.GradientNorms(first, targets.narrow(0, 0, 207)), kept.GradientNorms(first, targets.narrow(0, 0, 207)));
        var before = StateOf.Numbers(kept.Logits(others));
        others.mul_(0.5);
        Assert.NotEqual(before, StateOf.Numbers(kept.Logits(others)));
    }

    [Fact]
    public void This_run_has_the_vectors_that_it_was_started_for()
    {
        var without = Environment.GetEnvironmentVariable(OtherVectorWidthsTests.Without) ?? "";

        Assert.False(without.Contains("AVX512", StringComparison.Ordinal) && Avx512F.IsSupported);
        Assert.False(without.Contains("AVX2", StringComparison.Ordinal) && Avx2.IsSupported);
    }

    private static IEnumerable<(Model Model, Optimizer Optimizer, Penalty Penalty)> Combinations(Activation activation) =>
        from optimizer in Optimizers
        from penalty in optimizer is AdamW ? [Penalty.None] : new[] { Penalty.None, new L2(0.1) }
        from dropout in Dropouts.Keys
        select (Dropping(activation, dropout), optimizer, penalty);

    private static Model Dropping(Activation activation, string dropout) =>
        Model.Of(SmallModels.DroppingMlp, Sizes, activation, Dropouts[dropout].DropRate, Dropouts[dropout].IsStandard);

    private static void AssertSame(
        IEnumerable<(Model Model, Optimizer Optimizer, Penalty Penalty)> combinations, Settings settings, TrainingData data,
        double tolerance) =>
        Assert.All(combinations, combination =>
        {
            using var inner = NewDisposeScope();
            var all = settings with { Optimizer = combination.Optimizer, Penalty = combination.Penalty };
            using var eager = Train(combination.Model, all, data, isFused: false);
            using var fused = Train(combination.Model, all, data, isFused: true);
            Assert.InRange(StateOf.RelativeError(StateOf.Parameters(eager), StateOf.Parameters(fused)), 0, tolerance);
        });
}
