using Experiments.Models;
using Experiments.Tests.Models;
using Experiments.Training;
using TorchSharp;
using TorchSharp.Modules;
using static Experiments.Tests.Training.SmallTrainings;
using static TorchSharp.torch;
using Adagrad = Experiments.Training.Adagrad;
using Adam = Experiments.Training.Adam;
using AdamW = Experiments.Training.AdamW;
using Optimizer = Experiments.Training.Optimizer;

namespace Experiments.Tests.Training;

public sealed class OptimizerTests : IDisposable
{
    private const double Decay = 0.3; // of the penalty

    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    public static TheoryData<Optimizer> Optimizers =>
    [
        new Sgd(0.1), new Sgd(0.1, Momentum: 0.9), new Sgd(0.1, Momentum: 0.9, Nesterov: true),
        new Sgd(0.1, Momentum: 0.9, Averaged: true), new Sgd(0.1, 0.9, Nesterov: true, Averaged: true), new Adam(0.1),
        new Adam(0.1, 0.5, 0.6, 0.1), new AdamW(0.1, WeightDecay: 0.2),
        new AdamW(0.1, 0.5, 0.6, 0.1, 0.4), new RmsProp(0.1), new RmsProp(0.1, 0.5, 0.1), new Adagrad(0.1), new Adagrad(0.1, 0.1),
    ];

    // Gradients that change in size and sign from step to step.
    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Every_number_moves_by_the_published_formula(Optimizer optimizer)
    {
        var (weights, biases) = Parameters();
        using var created = optimizer.Create([weights], [biases], optimizer is AdamW ? 0 : Decay);
        var expected = StateOf.Numbers(weights).Concat(StateOf.Numbers(biases)).Select(value => new Number(value)).ToList();
        for (var step = 1; step <= 3; step++)
        {
            SetGradients(weights, biases, step);
            double[] gradients = [.. StateOf.Numbers(weights.grad!), .. StateOf.Numbers(biases.grad!)];
            for (var index = 0; index < expected.Count; index++)
            {
                expected[index].Move(optimizer, gradients[index], isWeight: index < weights.numel(), step);
            }

            created.step();
        }

        Assert.All(expected.Zip(StateOf.Numbers(weights).Concat(StateOf.Numbers(biases))),
            pair => Assert.Equal(pair.First.Value, pair.Second, 1e-9));
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Three_steps_are_those_of_torch_optim_with_decay_for_weights_alone(Optimizer optimizer)
    {
        var (ours, theirs) = (Parameters(), Parameters());
        using var created = optimizer.Create([ours.Weights], [ours.Biases], optimizer is AdamW ? 0 : Decay);
        using var ofWeights = ByHand(optimizer, theirs.Weights, optimizer is AdamW adam ? adam.WeightDecay : Decay);
        using var ofBiases = ByHand(optimizer, theirs.Biases, 0);
        for (var step = 1; step <= 3; step++)
        {
            SetGradients(ours.Weights, ours.Biases, step);
            SetGradients(theirs.Weights, theirs.Biases, step);
            created.step();
            ofWeights.step();
            ofBiases.step();
        }

        Assert.Equal(StateOf.Numbers(theirs.Weights), StateOf.Numbers(ours.Weights));
        Assert.Equal(StateOf.Numbers(theirs.Biases), StateOf.Numbers(ours.Biases));
    }

    [Fact]
    public void The_first_step_of_Adam_is_the_learning_rate_whatever_the_gradients_size()
    {
        var (weights, biases) = Parameters();
        var before = StateOf.Numbers(weights);
        using var created = new Adam(0.01).Create([weights], [biases], 0);
        weights.grad = full_like(weights.detach(), -1e3);
        biases.grad = zeros_like(biases.detach());
        created.step();

        Assert.All(before.Zip(StateOf.Numbers(weights)), pair => Assert.Equal(pair.First + 0.01, pair.Second, 1e-9));
    }

    // The gradient is 0, so only the decay moves anything: w (1 − η λ) and no division by a moment.
    [Fact]
    public void AdamWs_decay_is_apart_from_the_gradient_and_for_weights_alone()
    {
        var (weights, biases) = Parameters();
        var (before, biasesBefore) = (StateOf.Numbers(weights), StateOf.Numbers(biases));
        using var created = new AdamW(0.1, WeightDecay: 0.5).Create([weights], [biases], 0);
        weights.grad = zeros_like(weights.detach());
        biases.grad = zeros_like(biases.detach());
        created.step();

        Assert.All(before.Zip(StateOf.Numbers(weights)), pair => Assert.Equal(0.95 * pair.First, pair.Second, 1e-12));
        Assert.Equal(biasesBefore, StateOf.Numbers(biases));
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void A_module_without_biases_has_one_group(Optimizer optimizer)
    {
        var (weights, _) = Parameters();
        using var created = optimizer.Create([weights], [], 0);

        Assert.Single(created.ParamGroups);
    }

    [Fact]
    public void An_optimizer_of_the_authors_own_trains()
    {
        var settings = new Settings { Epochs = 1, BatchSize = 10, Optimizer = new ResilientPropagation(0.25) };
        var model = Model.Of(SmallModels.Mlp, new[] { 36, 10 }, Activation.Identity, Initializer.Zeros);
        var data = SmallData(settings.Loss, 10);

        using var module = model.Build(0);
        var (trainer, why) = Experiments.Training.Trainer.Of(module, settings, new(0), data);
        using (trainer)
        {
            trainer.TrainEpoch(0, CancellationToken.None);
        }

        Assert.Equal("it does not know the optimizer rprop", why);
        Assert.Equal([-0.25, 0, 0.25], StateOf.Numbers(module.parameters().First()).Distinct().Order());
    }

    private static (Parameter Weights, Parameter Biases) Parameters() =>
        (new(tensor(new[] { 0.5, -1, 2, 3, -0.1, 0 }, [2, 3])), new(tensor(new[] { 1.0, -2 })));

    private static void SetGradients(Parameter weights, Parameter biases, int step)
    {
        weights.grad = tensor(new[] { 0.3, -2, 1e-3, 0, 50, -0.7 }, [2, 3]) * (step == 2 ? -0.5 : step);
        biases.grad = tensor(new[] { 0.2, -1.5 }) * (step == 2 ? -0.5 : step);
    }

    private static optim.Optimizer ByHand(Optimizer optimizer, Parameter parameter, double decay) => optimizer switch
    {
        Sgd sgd => optim.SGD(
            [parameter], sgd.Averaged ? (1 - sgd.Momentum) * sgd.LearningRate : sgd.LearningRate, sgd.Momentum,
            weight_decay: decay, nesterov: sgd.Nesterov),
        Adam adam => optim.Adam([parameter], adam.LearningRate, adam.Beta1, adam.Beta2, adam.Epsilon, decay),
        AdamW adam => optim.AdamW([parameter], adam.LearningRate, adam.Beta1, adam.Beta2, adam.Epsilon, decay),
        RmsProp rms => optim.RMSProp([parameter], rms.LearningRate, rms.Decay, rms.Epsilon, decay),
        Adagrad adagrad => optim.Adagrad([parameter], adagrad.LearningRate, 0, decay, eps: adagrad.Epsilon),
        _ => throw new ArgumentException(optimizer.Name),
    };

    // One parameter with what the rules remember of it: v of momentum, m and v of Adam, v of the others.
    private sealed class Number(double value)
    {
        private double mean;
        private double square;

        public double Value { get; private set; } = value;

        public void Move(Optimizer optimizer, double gradient, bool isWeight, int step)
        {
            gradient += isWeight && optimizer is not AdamW ? Decay * Value : 0;
            switch (optimizer)
            {
                case Sgd sgd:
                    var renewed = sgd.Averaged ? 1 - sgd.Momentum : 1;
                    mean = (sgd.Momentum * mean) + (renewed * gradient);
                    Value -= sgd.LearningRate * (sgd.Nesterov ? (renewed * gradient) + (sgd.Momentum * mean) : mean);
                    break;
                case Adam adam:
                    MoveByMoments(adam.LearningRate, adam.Beta1, adam.Beta2, adam.Epsilon, gradient, step);
                    break;
                case AdamW adam:
                    Value *= isWeight ? 1 - (adam.LearningRate * adam.WeightDecay) : 1;
                    MoveByMoments(adam.LearningRate, adam.Beta1, adam.Beta2, adam.Epsilon, gradient, step);
                    break;
                case Adagrad adagrad:
                    square += gradient * gradient;
                    Value -= adagrad.LearningRate * gradient / (Math.Sqrt(square) + adagrad.Epsilon);
                    break;
                case RmsProp rms:
                    square = (rms.Decay * square) + ((1 - rms.Decay) * gradient * gradient);
                    Value -= rms.LearningRate * gradient / (Math.Sqrt(square) + rms.Epsilon);
                    break;
            }
        }

        private void MoveByMoments(double learningRate, double beta1, double beta2, double epsilon, double gradient, int step)
        {
            mean = (beta1 * mean) + ((1 - beta1) * gradient);
            square = (beta2 * square) + ((1 - beta2) * gradient * gradient);
            Value -= learningRate * (mean / (1 - Math.Pow(beta1, step))) / (Math.Sqrt(square / (1 - Math.Pow(beta2, step))) + epsilon);
        }
    }

    // Rprop's first step is the learning rate in the direction of the gradient's sign (Riedmiller and Braun 1993).
    private sealed record ResilientPropagation(double LearningRate) : Optimizer("rprop", LearningRate)
    {
        public override optim.Optimizer Create(IEnumerable<Parameter> weights, IEnumerable<Parameter> others, double weightDecay) =>
            optim.Rprop(weights.Concat(others), LearningRate);
    }
}
