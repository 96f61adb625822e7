using Experiments.Models;
using Experiments.Probes;
using Experiments.Results;
using Experiments.Tests.Models;
using Experiments.Training;
using TorchSharp;
using static Experiments.Tests.Training.SmallTrainings;
using static TorchSharp.torch;

namespace Experiments.Tests.Probes;

public sealed class ProbeTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    public static TheoryData<bool> Trainers => [false, true];

    // From zero weights every output is ½; with all images of class 0 the mean bias gradient is (−½, ½, …, ½), its norm √10 / 2.
    [Theory]
    [MemberData(nameof(Trainers))]
    public void Gradient_norms_of_a_zero_network_are_known_in_closed_form(bool isFused)
    {
        var norms = Norms([3, 10], tensor(new[] { 1f, 0, 0, 0, 2f, 0 }, [2, 3]), Targets.OneHot(0, 0), isFused);

        Assert.Equal(Math.Sqrt(10) / 2, norms[(Metrics.BiasGradient, 1)], 1e-6);

        // ∂C/∂W is the mean of δ xᵀ: columns (½ δ, δ, 0), and ‖δ‖ = √10 / 2
        Assert.Equal(Math.Sqrt(1.25) * Math.Sqrt(10) / 2, norms[(Metrics.WeightGradient, 1)], 1e-6);
    }

    // One image of each class: the mean gradient of an output's bias is ½ − 1/10.
    [Theory]
    [MemberData(nameof(Trainers))]
    public void A_gradient_norm_is_the_norm_of_the_mean_gradient_and_not_the_mean_of_norms(bool isFused) => Assert.Equal(
        Math.Sqrt(10) * 0.4,
        Norms([1, 10], zeros(10, 1), Targets.OneHot(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), isFused)[(Metrics.BiasGradient, 1)], 1e-6);

    [Fact]
    public void Gradients_too_small_to_be_squared_in_single_precision_are_measured()
    {
        using var module = Model.Of(SmallModels.Mlp, new[] { 1, 1 }, Activation.Identity, Initializer.Zeros).Build(0);
        using var trainer = Trainer(module, new() { Loss = new Tiny() }, new(ones(1, 1), zeros(1, 1)), isFused: false);

        Assert.Equal(1e-25, trainer.GradientNorms(ones(1, 1), zeros(1, 1))[0].Bias, 1e-30);
    }

    // 600 images, more than a block of the passes; a quarter are of class 3. An even network's greatest logit is the first.
    [Theory]
    [MemberData(nameof(Trainers))]
    public void Evaluation_counts_right_images_and_averages_the_loss(bool isFused)
    {
        using var module = Model.Of(SmallModels.Mlp, new[] { 36, 10 }, Activation.Identity, Initializer.Zeros).Build(0);
        var classes = arange(600, dtype: ScalarType.Int64).remainder(4);
        var split = new ProbeSplit("validation", zeros(600, 36), classes, classes);
        using var trainer = Trainer(module, new(), SmallData(Loss.SoftmaxCrossEntropy, 10), isFused);

        var even = Evaluation.Of(trainer, split, Loss.SoftmaxCrossEntropy.Mean);
        using (no_grad())
        {
            module.parameters().Last()[3] = tensor(50f);
        }

        var sure = Evaluation.Of(trainer, split, Loss.SoftmaxCrossEntropy.Mean);

        Assert.Equal((0.25, Math.Log(10)), (even.Accuracy, Math.Round(even.Loss, 12)),
            (a, b) => a.Item1 == b.Item1 && Math.Abs(a.Item2 - b.Item2) < 1e-9);
        Assert.Equal(0.25, sure.Accuracy);
        Assert.Equal(0.75 * 50, sure.Loss, 1e-9);
    }

    [Theory]
    [InlineData(2, 0, false, true)]
    [InlineData(2, 1, false, false)]
    [InlineData(2, 1, true, true)]
    [InlineData(0, 1, true, false)]
    public void Evaluation_is_due_every_so_many_epochs_and_after_the_last(int every, int epoch, bool isLast, bool isDue)
    {
        using var module = Model.Of(SmallModels.Mlp, new[] { 36, 10 }, Activation.Identity, Initializer.Zeros).Build(0);

        Assert.Equal(
            isDue ? 2 : 0, new EvaluationProbe(every).Measure(Context(module, zeros(4, 36), epoch) with { IsLast = isLast }).Count());
    }

    // Weights 0 and biases 3, 0, −3, 0: every image has the activations tanh 3, 0, −tanh 3, 0.
    [Fact]
    public void Mean_deviation_and_saturation_of_activations_are_those_of_the_numbers()
    {
        using var module = WithBiases(Activation.Tanh, 3, 0, -3, 0);

        var found = new ActivationStatistics(everyEpoch: false).Measure(Context(module, zeros(6, 2)))
            .ToDictionary(reading => reading.Metric);

        Assert.All(found.Values, reading => Assert.Equal(1, reading.Layer));
        Assert.Equal(0, found[Metrics.ActivationMean].Value, 1e-7);
        Assert.Equal(Math.Tanh(3) / Math.Sqrt(2), found[Metrics.ActivationDeviation].Value, 1e-6);
        Assert.Equal(0.5, found[Metrics.ActivationSaturated].Value);
    }

    [Theory]
    [InlineData("sigmoid", 0.75)] // σ(±5) lies within 0.01 of 0 and 1; so does σ(9)
    [InlineData("ReLU", 0.5)] // 0 and −5 give 0
    [InlineData("tanh", 0.75)]
    [InlineData("identity", 0)]
    public void Saturation_is_where_the_function_is_flat(string name, double expected)
    {
        using var module = WithBiases(Activation.All.Single(activation => activation.Name == name), 5, 0, -5, 9);

        Assert.Equal(expected, new ActivationStatistics(false).Measure(Context(module, zeros(3, 2)))
            .Single(reading => reading.Metric == Metrics.ActivationSaturated).Value);
    }

    // Of four units one is on for all images, one for the first alone, two for none.
    [Fact]
    public void A_unit_that_is_saturated_for_every_image_is_dead()
    {
        using var module = WithBiases(Activation.Relu, 1, -1, -1, 0);
        using (no_grad())
        {
            module.parameters().First()[1].copy_(tensor(new[] { 2f, 0 }));
        }

        var found = Assert.Single(new DeadUnits().Measure(Context(module, tensor(new[] { 1f, 0, 0, 0, 0, 1 }, [3, 2]), epoch: 2)));

        Assert.Equal(new(Metrics.DeadUnits, 0.5, Layer: 1), found);
    }

    [Fact]
    public void Activations_of_a_tiny_scale_keep_their_deviation()
    {
        using var module = WithBiases(Activation.Identity, 1e-25f, -1e-25f, 1e-25f, -1e-25f);

        Assert.Equal(1e-25, new ActivationStatistics(false).Measure(Context(module, zeros(3, 2)))
            .Single(reading => reading.Metric == Metrics.ActivationDeviation).Value, 1e-30);
    }

    [Theory]
    [InlineData(false, 1, 0)]
    [InlineData(true, 1, 3)]
    [InlineData(false, 0, 3)]
    public void Activations_are_measured_before_training_and_after_every_epoch_if_asked_for(bool everyEpoch, int epoch, int readings)
    {
        using var module = WithBiases(Activation.Tanh, 1, 2, 3, 4);

        Assert.Equal(readings, new ActivationStatistics(everyEpoch).Measure(Context(module, zeros(3, 2), epoch)).Count());
    }

    [Fact]
    public void A_histogram_has_its_bins_between_the_functions_bounds()
    {
        using var module = WithBiases(Activation.Tanh, 3, 0.1f, -3, 0.6f);

        Assert.Equal((-1.0, 1.0, "0.25 0 0.25 0.5"), Histogram(module, bins: 4));
    }

    [Fact]
    public void A_histogram_without_bounds_reaches_from_the_least_to_the_greatest_activation()
    {
        using var module = WithBiases(Activation.Relu, 8, 2, -3, 5);

        Assert.Equal((0.0, 8.0, "0.5 0.5"), Histogram(module, bins: 2));
    }

    [Fact]
    public void Activations_that_are_all_the_same_have_one_bin()
    {
        using var module = WithBiases(Activation.Identity, 2, 2, 2, 2);

        Assert.Equal((2.0, 2.0, "1 0 0"), Histogram(module, bins: 3));
    }

    [Fact]
    public void Activations_that_are_not_finite_have_no_histogram()
    {
        using var module = WithBiases(Activation.Relu, float.PositiveInfinity, 1, 2, 3);

        Assert.Empty(new ActivationHistogram(3).Measure(Context(module, zeros(3, 2))));
    }

    [Fact]
    public void A_histogram_is_measured_before_training_alone()
    {
        using var module = WithBiases(Activation.Tanh, 1, 2, 3, 4);

        Assert.Empty(new ActivationHistogram(3).Measure(Context(module, zeros(3, 2), epoch: 1)));
    }

    // 400 masks over 64 units and 20 images at p ½: the ratio spreads by about 1 / √(400 · 64).
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Under_dropout_a_layers_expected_activation_is_that_of_testing(bool isStandard)
    {
        using var module = Model.Of(SmallModels.DroppingMlp, new[] { 36, 64, 64, 10 }, Activation.Relu, 0.5, isStandard).Build(0);
        module.eval();

        var found = SmallModels.Drawn(
            () => new DropoutExpectation(400).Measure(Context(module, SmallData(Loss.SoftmaxCrossEntropy, 20).Images)).ToList());

        Assert.Equal(
            [1, 2], found.Where(reading => reading.Metric == Metrics.DropoutExpectedActivation).Select(reading => reading.Layer!.Value));
        Assert.Equal(1, found.Single(reading => reading is { Metric: Metrics.DropoutExpectedActivation, Layer: 1 }).Value, 0.03);
        Assert.InRange(found.Single(reading => reading is { Metric: Metrics.DropoutDistance, Layer: 1 }).Value,
            0.02, 0.1); // √(p / (1 − p) / 400) = 0.05
        Assert.False(module.training);
    }

    private static Dictionary<(string Metric, int Layer), double> Norms(int[] sizes, Tensor images, Tensor targets, bool isFused)
    {
        using var module = Model.Of(SmallModels.Mlp, sizes, Activation.Sigmoid, Initializer.Zeros).Build(0);
        using var trainer = Trainer(module, new() { Loss = Loss.CrossEntropyPerUnit }, new(images, targets), isFused);
        return new GradientNorms().Measure(Context(module, images) with { Passes = trainer, Targets = targets })
            .ToDictionary(reading => (reading.Metric, reading.Layer!.Value), reading => reading.Value);
    }

    private static (double Low, double High, string Fractions) Histogram(nn.Module<Tensor, Tensor> module, int bins)
    {
        var found = new ActivationHistogram(bins).Measure(Context(module, zeros(3, 2)))
            .ToDictionary(reading => reading.Metric, reading => reading.Value);
        return (found[Metrics.HistogramLow], found[Metrics.HistogramHigh],
            FormattableString.Invariant($"{string.Join(' ', Enumerable.Range(1, bins).Select(bin => found[Metrics.HistogramBin(bin)]))}"));
    }

    private static ProbeContext Context(nn.Module<Tensor, Tensor> module, Tensor images, int epoch = 0)
    {
        var classes = Classes((int)images.shape[0]);
        return new(
            module, new EagerPasses(module, Loss.SoftmaxCrossEntropy, new(0)), Layer.Of(module), epoch, IsLast: false, images, classes,
            [new("validation", images, classes, classes)], Loss.SoftmaxCrossEntropy.Mean);
    }

    private static nn.Module<Tensor, Tensor> WithBiases(Activation activation, params float[] biases)
    {
        var module = Model.Of(SmallModels.Mlp, new[] { 2, 4, 2 }, activation, Initializer.Zeros).Build(0);
        using var withoutGraph = no_grad();
        module.parameters().ElementAt(1).copy_(tensor(biases));
        module.eval();
        return module;
    }

    // The slope with respect to the one logit is 1e-25.
    private sealed record Tiny() : Loss("tiny")
    {
        public override Tensor Mean(Tensor logits, Tensor targets) => (logits * 1e-25f).sum();
    }
}
