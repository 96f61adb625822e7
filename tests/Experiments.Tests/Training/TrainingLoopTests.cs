using Experiments.Networks;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Training;

public sealed class TrainingLoopTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    // A single layer on one image from zero weights: a = 1/2, so ∂C/∂b = 1/2 − y and ∂C/∂w = x (1/2 − y).
    [Fact]
    public void One_step_of_sgd_moves_parameters_by_minus_the_rate_times_the_gradient()
    {
        using var network = Zeros(inputs: 2);
        Run(network, new() { Epochs = 1, BatchSize = 1, Optimizer = new Sgd(0.5), Loss = Loss.CrossEntropyPerUnit }, tensor(new[] { 1f, 3f }, [1, 2]), Targets.OneHot([0]));

        var weights = network.Trained[0].Value;
        Assert.Equal(0.25f, weights[0, 0, 0].item<float>(), 1e-6f);
        Assert.Equal(0.75f, weights[0, 1, 0].item<float>(), 1e-6f);
        Assert.Equal(-0.75f, weights[0, 1, 9].item<float>(), 1e-6f);
        Assert.Equal(-0.25f, network.Trained[1].Value[0, 0, 5].item<float>(), 1e-6f);
    }

    [Fact]
    public void An_L2_penalty_shrinks_weights_and_leaves_biases()
    {
        using var network = Zeros(inputs: 1);
        using (no_grad())
        {
            network.Trained[0].Value.fill_(2);
            network.Trained[1].Value.fill_(-2);
        }

        // The image is blank and its targets are the outputs' own values, so the cost has no gradient at all.
        Run(network, new() { Epochs = 1, BatchSize = 1, Optimizer = new Sgd(0.5), Penalty = new L2(0.1), Loss = Loss.CrossEntropyPerUnit }, zeros(1, 1), network.Trained[1].Value.detach().sigmoid()[0]);

        Assert.Equal(2 * (1 - (0.5f * 0.1f)), network.Trained[0].Value[0, 0, 0].item<float>(), 1e-6f);
        Assert.Equal(-2, network.Trained[1].Value[0, 0, 0].item<float>(), 1e-6f);
    }

    [Theory]
    [InlineData(10, 3, 4)]
    [InlineData(10, 5, 2)]
    [InlineData(10, 10, 1)]
    [InlineData(10, 99, 1)]
    public void The_last_smaller_batch_is_kept(int images, int batchSize, int stepsPerEpoch)
    {
        using var network = Zeros(inputs: 1);
        var steps = new List<(int, long)>();
        Run(network, new() { Epochs = 2, BatchSize = batchSize }, ones(images, 1), Targets.OneHot(new int[images]), (epoch, step) => steps.Add((epoch, step)));

        Assert.Equal([(0, 0L), (1, stepsPerEpoch), (2, 2L * stepsPerEpoch)], steps);
    }

    [Fact]
    public void Every_epoch_sees_every_image_once()
    {
        // The rate is so small that each step adds rate × its own image to the weights, nearly linearly: the sum counts the images.
        using var network = Zeros(inputs: 7);
        Run(network, new() { Epochs = 3, BatchSize = 2, Optimizer = new Sgd(1e-6), Loss = Loss.CrossEntropyPerUnit }, eye(7), Targets.OneHot([0, 0, 0, 0, 0, 0, 0]));

        var moved = Enumerable.Range(0, 7).Select(pixel => network.Trained[0].Value[0, pixel, 0].item<float>()).ToArray();

        // In units of rate × ½ / batch size, an epoch moves six weights by 1 and the one of the last, single image by 2.
        var units = moved.Select(value => value / (0.5e-6f / 2)).ToList();
        Assert.Equal(24, units.Sum(), 0.05f);
        Assert.All(units, value => Assert.InRange(value, 2.95f, 6.05f));
    }

    [Fact]
    public void Training_stops_when_it_is_cancelled()
    {
        using var network = Zeros(inputs: 1);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            new TrainingLoop(network, new(), [new(0)], ones(1, 1), Targets.OneHot([0])).Run((_, _) => true, cancelled.Token));
    }

    private static Network Zeros(int inputs) => new Mlp([inputs, 10], Activation.Sigmoid, Init.Zeros, Init.Zeros).Build([new(0)]);

    private static void Run(Network network, Settings settings, Tensor images, Tensor targets, Action<int, long>? measure = null) =>
        new TrainingLoop(network, settings, [new(0)], images, targets).Run(
            (epoch, step) =>
            {
                measure?.Invoke(epoch, step);
                return true;
            },
            CancellationToken.None);
}
