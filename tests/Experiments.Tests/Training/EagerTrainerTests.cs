using Experiments.Models;
using Experiments.Tests.Models;
using Experiments.Training;
using Experiments.Training.Fused;
using TorchSharp;
using static Experiments.Tests.Training.SmallTrainings;
using static TorchSharp.torch;

namespace Experiments.Tests.Training;

public sealed class EagerTrainerTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    // A single layer on one image from zero weights: a = 1/2, so ∂C/∂b = 1/2 − y and ∂C/∂w = x (1/2 − y).
    [Fact]
    public void One_step_of_sgd_moves_parameters_by_minus_the_rate_times_the_gradient()
    {
        var settings = new Settings { Epochs = 1, BatchSize = 1, Optimizer = new Sgd(0.5), Loss = Loss.CrossEntropyPerUnit };

        using var module = Train(Zeros(inputs: 2), settings, new(tensor(new[] { 1f, 3f }, [1, 2]), Targets.OneHot(0)), isFused: false);

        Assert.Equal([0.25, 0.75, .. Enumerable.Repeat(new[] { -0.25, -0.75 }, 9).SelectMany(pair => pair)],
            StateOf.Numbers(module.parameters().First()));
        Assert.Equal([0.25, .. Enumerable.Repeat(-0.25, 9)], StateOf.Numbers(module.parameters().Last()));
    }

    [Fact]
    public void An_L2_penalty_shrinks_weights_and_leaves_biases()
    {
        using var module = Zeros(inputs: 1).Build(0);
        using (no_grad())
        {
            module.parameters().First().fill_(2);
            module.parameters().Last().fill_(-2);
        }

        // The image is blank and its targets are the outputs' own values, so the cost has no gradient at all.
        var settings = new Settings
        {
            Epochs = 1, BatchSize = 1, Optimizer = new Sgd(0.5), Penalty = new L2(0.1), Loss = Loss.CrossEntropyPerUnit,
        };
        using var trainer = Trainer(module, settings, new(zeros(1, 1), full([1, 10], -2f).sigmoid()), isFused: false);
        trainer.TrainEpoch(0, CancellationToken.None);

        Assert.All(StateOf.Numbers(module.parameters().First()), weight => Assert.Equal(2 * (1 - (0.5 * 0.1)), weight, 1e-6));
        Assert.All(StateOf.Numbers(module.parameters().Last()), bias => Assert.Equal(-2, bias, 1e-6));
    }

    // Nothing but the penalty has a gradient, as above.
    [Fact]
    public void An_elastic_net_shrinks_weights_by_an_amount_and_by_a_share()
    {
        using var module = Zeros(inputs: 2).Build(0);
        using (no_grad())
        {
            module.parameters().First().copy_(tensor(new[] { 2f, -2f }).expand(10, 2));
            module.parameters().Last().fill_(-2);
        }

        var settings = new Settings
        {
            Epochs = 1, BatchSize = 1, Optimizer = new Sgd(0.5), Penalty = new ElasticNet(0.2, 0.1), Loss = Loss.CrossEntropyPerUnit,
        };
        using var trainer = Trainer(module, settings, new(zeros(1, 2), full([1, 10], -2f).sigmoid()), isFused: false);
        trainer.TrainEpoch(0, CancellationToken.None);

        var expected = 2 - (0.5 * (0.2 + (0.1 * 2)));
        Assert.All(StateOf.Numbers(module.parameters().First()).Chunk(2), pair =>
        {
            Assert.Equal(expected, pair[0], 1e-6);
            Assert.Equal(-expected, pair[1], 1e-6);
        });
        Assert.All(StateOf.Numbers(module.parameters().Last()), bias => Assert.Equal(-2, bias, 1e-6));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Units_whose_weights_are_longer_than_the_greatest_norm_are_scaled_back_and_others_are_left(bool isFused)
    {
        using var module = Zeros(inputs: 2).Build(0);
        using (no_grad())
        {
            module.parameters().First().fill_(0.1);
            module.parameters().First()[0].copy_(tensor(new[] { 3f, 4f }));
            module.parameters().Last().fill_(9);
        }

        var settings = new Settings { Epochs = 1, BatchSize = 1, Optimizer = new Sgd(1e-9), MaxNorm = 2.5 };
        using var trainer = Trainer(module, settings, new(zeros(1, 2), tensor(new[] { 0L })), isFused);
        trainer.TrainEpoch(0, CancellationToken.None);

        var weights = StateOf.Numbers(module.parameters().First());
        Assert.Equal(1.5, weights[0], 1e-6);
        Assert.Equal(2, weights[1], 1e-6);
        Assert.All(weights.Skip(2), weight => Assert.Equal(0.1, weight, 1e-6));
        Assert.All(StateOf.Numbers(module.parameters().Last()), bias => Assert.Equal(9, bias, 1e-6));
    }

    // With a rate of 1, what the parameters moved is the gradient: no number of it is beyond the limit, and some are at it.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Numbers_of_the_gradient_are_cut_to_the_greatest_size(bool isFused)
    {
        var model = Model.Of(SmallModels.Mlp, new[] { 36, 10 }, Activation.Identity, Initializer.LeCunNormal);
        var settings = new Settings { Epochs = 1, BatchSize = 12, Optimizer = new Sgd(1), ClipValue = 0.01 };
        using var before = model.Build(0);

        using var after = Train(model, settings, SmallData(settings.Loss, 12), isFused);

        var moved = StateOf.Parameters(before).Zip(StateOf.Parameters(after), (a, b) => Math.Abs(a - b)).ToList();
        Assert.Equal(0.01, moved.Max(), 1e-6);
        Assert.InRange(moved.Count(size => size < 0.0099), 1, moved.Count);
        Assert.InRange(moved.Count(size => size > 0.0099), 1, moved.Count);
    }

    // From zero weights on one image: ∂C/∂w = x (1/2 − y), so Adagrad's root of v is |x| / 2 after one step; the mean of 1/2 and 3/2 is 1.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_effective_step_is_the_rate_over_the_mean_of_its_divisors(bool isFused)
    {
        var settings = new Settings
        {
            Epochs = 1, BatchSize = 1, Optimizer = new Adagrad(0.3), Loss = Loss.CrossEntropyPerUnit,
        };
        using var module = Zeros(inputs: 2).Build(0);
        using var trainer = Trainer(module, settings, new(tensor(new[] { 1f, 3f }, [1, 2]), Targets.OneHot(0)), isFused);
        trainer.TrainEpoch(0, CancellationToken.None);

        Assert.Equal(0.3, Assert.Single(trainer.StepSizes()), 1e-6);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Adagrads_effective_step_only_ever_shrinks(bool isFused)
    {
        var settings = new Settings { Epochs = 5, BatchSize = 8, Optimizer = new Adagrad(0.1) };
        using var module = Model.Of(SmallModels.Mlp, new[] { 36, 10 }, Activation.Identity, Initializer.LeCunNormal).Build(0);
        using var trainer = Trainer(module, settings, SmallData(settings.Loss, 20), isFused);
        List<double> steps = [];
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            trainer.TrainEpoch(epoch, CancellationToken.None);
            steps.AddRange(trainer.StepSizes());
        }

        Assert.Equal(5, steps.Distinct().Count());
        Assert.Equal(steps.OrderDescending(), steps);
    }

    public static TheoryData<int, int, int, bool> Batches =>
        [.. from isFused in new[] { false, true } from row in new[] { (10, 3, 4), (10, 5, 2), (10, 10, 1), (10, 99, 1) }
            select new TheoryDataRow<int, int, int, bool>(row.Item1, row.Item2, row.Item3, isFused)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void The_last_smaller_batch_is_kept(int images, int batchSize, int steps, bool isFused)
    {
        using var module = Zeros(inputs: 36).Build(0);
        var settings = new Settings { BatchSize = batchSize };
        using var trainer = Trainer(module, settings, SmallData(settings.Loss, images), isFused);

        Assert.Equal(steps, trainer.StepsPerEpoch);
    }

    // The rate is so small that each step adds rate × its own image / batch to the weights, nearly linearly. In units of rate × ½ / 2, an
    // epoch moves six weights by 1 and the one of the last, single image by 2.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_epoch_sees_every_image_once(bool isFused)
    {
        var settings = new Settings { Epochs = 3, BatchSize = 2, Optimizer = new Sgd(1e-6), Loss = Loss.CrossEntropyPerUnit };

        using var module = Train(Zeros(inputs: 7), settings, new(eye(7), Targets.OneHot(0, 0, 0, 0, 0, 0, 0)), isFused);

        var units = StateOf.Numbers(module.parameters().First()).Take(7).Select(value => value / (0.5e-6 / 2)).ToList();
        Assert.Equal(24, units.Sum(), 0.05);
        Assert.All(units, value => Assert.InRange(value, 2.95, 6.05));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Training_stops_when_it_is_cancelled(bool isFused)
    {
        using var module = Zeros(inputs: 36).Build(0);
        using var trainer = Trainer(module, new(), SmallData(Loss.SoftmaxCrossEntropy, 10), isFused);

        Assert.Throws<OperationCanceledException>(() => trainer.TrainEpoch(0, new CancellationToken(canceled: true)));
    }

    // With a rate of 1, what the parameters moved is the gradient.
    [Theory]
    [InlineData(0.1, false)]
    [InlineData(0.1, true)]
    [InlineData(1e6, false)]
    [InlineData(1e6, true)]
    public void A_step_with_a_greatest_norm_is_that_of_clip_grad_norm(double limit, bool isFused)
    {
        var model = Model.Of(SmallModels.Mlp, new[] { 36, 20, 10 }, Activation.Tanh, Initializer.LeCunNormal);
        var settings = new Settings { Epochs = 1, BatchSize = 12, Optimizer = new Sgd(1), ClipNorm = limit };
        var data = SmallData(settings.Loss, 12);
        using var byHand = model.Build(0);
        var before = StateOf.Parameters(byHand);
        settings.Loss.Mean(byHand.call(data.Images), data.Targets).backward();
        var norm = nn.utils.clip_grad_norm_(byHand.parameters(), limit);
        Assert.InRange(norm, 0.2, 1e5); // between the two limits
        var gradients = StateOf.Gradients(byHand);

        using var module = Train(model, settings, data, isFused);

        double[] moved = [.. before.Zip(StateOf.Parameters(module), (a, b) => a - b)];
        Assert.InRange(StateOf.RelativeError(gradients, moved), 0, 1e-5);
        Assert.Equal(Math.Min(limit, norm), Math.Sqrt(moved.Sum(value => value * value)), 1e-4 * Math.Min(limit, norm));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_penalty_is_no_part_of_the_norm_that_is_clipped(bool isFused)
    {
        // Zero images: the gradient of the weights is 0, and that of the biases far below the limit. Decay alone moves the weights.
        var settings = new Settings { Epochs = 1, BatchSize = 5, Optimizer = new Sgd(0.5), Penalty = new L2(0.1), ClipNorm = 10 };
        var model = Model.Of(SmallModels.Mlp, new[] { 36, 10 }, Activation.Identity, Initializer.Normal(100));
        using var before = model.Build(0);

        using var module = Train(model, settings, new(zeros(5, 36), Classes(5)), isFused);

        Assert.InRange(StateOf.RelativeError([.. StateOf.Numbers(before.parameters().First()).Select(weight => 0.95 * weight)],
            StateOf.Numbers(module.parameters().First())), 0, 1e-6);
    }

    [Fact]
    public void A_module_is_in_the_mode_for_testing_after_an_epoch()
    {
        using var module = Train(
            Model.Of(SmallModels.Cnn), new Settings { Epochs = 1, BatchSize = 5 }, SmallData(Loss.SoftmaxCrossEntropy, 10), isFused: false);

        Assert.All(module.modules(), part => Assert.False(part.training));
    }

    [Fact]
    public void Passes_in_testing_leave_no_gradients_and_no_graph()
    {
        using var module = Model.Of(SmallModels.Cnn).Build(0);
        module.eval();
        var data = SmallData(Loss.SoftmaxCrossEntropy, 10);
        using var trainer = Trainer(module, new(), data, isFused: false);
        trainer.GradientNorms(data.Images, data.Targets);

        Assert.False(trainer.Logits(data.Images).requires_grad);
        Assert.All(module.parameters(),
            parameter => Assert.True(parameter.grad is null || StateOf.Numbers(parameter.grad).All(value => value == 0)));
    }

    [Fact]
    public void A_module_that_draws_in_testing_too_gives_the_same_logits_each_time()
    {
        using var module = Model.Of(Noisy).Build(0);
        module.eval();
        var data = SmallData(Loss.SoftmaxCrossEntropy, 10);
        using var trainer = Trainer(module, new(), data, isFused: false);

        Assert.Equal(StateOf.Numbers(trainer.Logits(data.Images)), StateOf.Numbers(trainer.Logits(data.Images)));
    }

    [Fact]
    public void Auto_is_fused_for_a_plain_perceptron_and_eager_with_a_reason_for_all_else()
    {
        var plain = Zeros(inputs: 36);

        Assert.Null(WhyEager(plain, new()));
        Assert.Equal("trainer=eager", WhyEager(plain, new() { Trainer = TrainerKind.Eager }));
        Assert.Equal("RowReader is no Sequential", WhyEager(Model.Of(SmallModels.Lstm), new()));
        Assert.Equal("it does not know the loss squared", WhyEager(plain, new() { Loss = new Squared() }));
        Assert.Equal("it does not know the penalty L1", WhyEager(plain, new() { Penalty = new L1() }));

        static string? WhyEager(Model model, Settings settings)
        {
            using var module = model.Build(0);
            var (trainer, why) = Experiments.Training.Trainer.Of(module, settings, new(0), SmallData(Loss.SoftmaxCrossEntropy, 4));
            using (trainer)
            {
                Assert.Equal(why is null, trainer is FusedTrainer);
                return why;
            }
        }
    }

    [Fact]
    public void A_loss_of_the_authors_own_trains()
    {
        var settings = new Settings { Epochs = 30, BatchSize = 10, Optimizer = new Sgd(0.5), Loss = new Squared() };
        var data = SmallData(settings.Loss, 10);
        var model = Model.Of(SmallModels.Mlp, new[] { 36, 10 }, Activation.Identity, Initializer.Zeros);
        using var before = model.Build(0);
        using var after = Train(model, settings, data, isFused: false);

        var (first, last) = (settings.Loss.Mean(before.call(data.Images), data.Targets).item<float>(),
            settings.Loss.Mean(after.call(data.Images), data.Targets).item<float>());
        Assert.True(last < first / 2, $"{first} to {last}");
    }

    private static Model Zeros(int inputs) => Model.Of(SmallModels.Mlp, new[] { inputs, 10 }, Activation.Sigmoid, Initializer.Zeros);

    private static nn.Module<Tensor, Tensor> Noisy() => new NoisyLayer();

    private sealed class NoisyLayer : nn.Module<Tensor, Tensor>
    {
        private readonly TorchSharp.Modules.Linear linear = nn.Linear(36, 10);

        public NoisyLayer()
            : base(nameof(NoisyLayer)) => RegisterComponents();

        public override Tensor forward(Tensor input) => linear.call(input + randn_like(input));
    }

    private sealed record Squared() : Loss("squared")
    {
        public override Tensor Mean(Tensor logits, Tensor targets) => (logits - targets).pow(2).sum(1).mean();
    }

    private sealed record L1() : Penalty("L1");
}
