using Experiments.Networks;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Networks;

/// <summary>Passes in plain memory against the same network's operators and libtorch's own differentiation.</summary>
public sealed class ReplicaTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    public static TheoryData<Activation, Loss> Networks =>
    [
        .. from activation in new[] { Activation.Sigmoid, Activation.Tanh, Activation.Relu, Activation.Identity }
           from loss in Loss.All
           select new TheoryDataRow<Activation, Loss>(activation, loss),
    ];

    // Widths around the length of a vector, and a batch that is no multiple of a block of rows.
    [Theory]
    [MemberData(nameof(Networks))]
    public void Gradients_are_those_of_automatic_differentiation(Activation activation, Loss loss)
    {
        using var network = new Mlp([37, 17, 16, 30, 10], activation, Init.LeCunNormal, Init.StandardNormal).Build([new(0), new(1)]);
        var (images, targets) = Batch(replicas: 2, count: 7, pixels: 37);
        network.eval();

        var found = network.Gradients(images, logits => loss.LogitGradient(logits, targets));

        loss.OfEachImage(network.forward(images), targets).mean([1L]).sum().backward();
        foreach (var (gradient, parameter) in found.Zip(network.Trained))
        {
            Assert.True(allclose(parameter.Value.grad!, gradient, rtol: 1e-4, atol: 1e-6));
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Logits_are_those_of_the_operators(Activation activation, Loss loss)
    {
        using var network = new Mlp([37, 100, 30, 10], activation, Init.LeCunNormal, Init.StandardNormal).Build([new(0), new(1), new(2)]);
        var (images, targets) = Batch(replicas: 3, count: 207, pixels: 37);
        network.eval();
        var byOperators = network.forward(images);

        using var withoutGraph = no_grad();
        var found = network.forward(images);

        Assert.True(allclose(byOperators, found, rtol: 1e-4, atol: 1e-5));
        Assert.Equal(loss.OfEachImage(byOperators, targets).mean().item<double>(), loss.OfEachImage(found, targets).mean().item<double>(), 1e-5);
    }

    public static TheoryData<DropoutRule> Dropouts => [DropoutRule.Inverted(0.5), DropoutRule.Standard(0.3)];

    // Two networks with the same seeds draw the same masks, one through operators and one in plain memory.
    [Theory]
    [MemberData(nameof(Dropouts))]
    public void Dropout_draws_the_masks_that_the_operators_draw(DropoutRule dropout)
    {
        var plan = new Mlp([37, 40, 30, 10], Activation.Relu, Init.HeNormal, Init.StandardNormal) { Dropout = dropout };
        using var network = plan.Build([new(0), new(1)]);
        using var other = plan.Build([new(0), new(1)]);
        var (images, targets) = Batch(replicas: 1, count: 12, pixels: 37);
        var settings = new Settings { Epochs = 3, BatchSize = 12, Optimizer = new Sgd(0.1) };
        using var byOperators = new EpochsOfOperators(other, settings, [new(0), new(1)], images[0], targets[0]);

        new TrainingLoop(network, settings, [new(0), new(1)], images[0], targets[0]).Run((_, _) => true, CancellationToken.None);
        using var withoutGraph = no_grad();
        other.train();
        Enumerable.Range(0, 3).ToList().ForEach(_ => byOperators.Train(CancellationToken.None));

        foreach (var (one, two) in network.Trained.Zip(other.Trained))
        {
            Assert.True(allclose(one.Value, two.Value, rtol: 1e-4, atol: 1e-5));
        }
    }

    public static TheoryData<Optimizer> Rules => [new Sgd(0.1), new Sgd(0.1, Momentum: 0.9), new Adam(0.01), new Adam(0.01, 0.5, 0.6, 0.1), new Adagrad(0.05), new RmsProp(0.01)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_in_plain_memory_moves_parameters_as_the_operators_do(Optimizer rule)
    {
        using var network = new Mlp([5, 16], Activation.Relu, Init.StandardNormal, Init.StandardNormal).Build([new(4)]);
        using var withoutGraph = no_grad();
        using var update = rule.Start(network, new L2(0.2));
        var flat = rule.Start(6 * 16);
        var values = Flat(network.Trained.Select(parameter => (Tensor)parameter.Value));
        using var generator = new Generator(5);

        for (var step = 0; step < 6; step++)
        {
            var gradients = network.Trained.Select(parameter => zeros(parameter.Value.shape).normal_(0, 1, generator)).ToList();
            flat.Step(values, Flat(gradients), weights: 5 * 16, weightDecay: 0.2);
            update.Step(gradients);
        }

        Assert.All(Flat(network.Trained.Select(parameter => (Tensor)parameter.Value)).Zip(values), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void An_images_cost_and_gradient_are_those_of_a_batch_of_one(Activation activation, Loss loss)
    {
        var logits = activation.Apply(zeros(1, 1, 10).normal_(0, 30, new Generator(1)));
        var target = Targets.OneHot([3]);
        var gradient = logits.data<float>().ToArray();

        Assert.Equal(loss.OfEachImage(logits, target).item<double>(), loss.OfImage(gradient, target.data<float>().ToArray()), 1e-9);
        loss.ToGradient(gradient, target.data<float>().ToArray());
        Assert.All(loss.LogitGradient(logits, target).data<float>().ToArray().Zip(gradient), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
    }

    private static (Tensor Images, Tensor Targets) Batch(int replicas, int count, int pixels)
    {
        using var generator = new Generator(3);
        return (zeros(replicas, count, pixels).uniform_(0, 1, generator), Targets.OneHot([.. Enumerable.Range(0, replicas * count).Select(image => image * 7 % 10)]).view(replicas, count, 10));
    }

    private static float[] Flat(IEnumerable<Tensor> tensors) => [.. tensors.SelectMany(values => values.detach().contiguous().data<float>().ToArray())];
}
