using Experiments.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Training;

/// <summary>The cost of a network on one batch, penalty included, with its gradient from two sources.</summary>
/// <param name="network">The network, R replicas in double precision.</param>
/// <param name="images">(R, B, pixels).</param>
/// <param name="targets">One-hot, (R, B, classes).</param>
/// <param name="loss">The cost of an image.</param>
/// <param name="penalty">What is added to the mean over the batch.</param>
internal sealed class CheckedCost(Network network, Tensor images, Tensor targets, Loss loss, Penalty penalty)
{
    private readonly int replicas = (int)images.shape[0];

    /// <summary>What the cost is differentiated with respect to.</summary>
    public IReadOnlyList<NetworkParameter> Parameters => network.Trained;

    /// <summary>Every replica's cost.</summary>
    public double[] Values() => OfReplicas().data<double>().ToArray();

    /// <inheritdoc cref="Network.SidesOfKinks"/>
    public IReadOnlyList<Tensor> SidesOfKinks() => network.SidesOfKinks(images);

    /// <summary>
    /// The gradient that the engine trains with: what a step of gradient descent with learning rate 1 takes off every parameter, so the
    /// penalty is the one that the optimizer really applies.
    /// </summary>
    /// <returns>Every replica's gradient, parameter by parameter.</returns>
    public IReadOnlyList<double[]> GradientByHand()
    {
        using var withoutGraph = no_grad();
        using var scope = NewDisposeScope();
        var before = Parameters.Select(parameter => parameter.Value.clone()).ToList();
        using var update = new Sgd(LearningRate: 1).Start(network, penalty);
        update.Step(network.Gradients(images, logits => loss.LogitGradient(logits, targets)));
        var steps = before.Zip(Parameters, (value, parameter) => value - parameter.Value).ToList();
        foreach (var (value, parameter) in before.Zip(Parameters))
        {
            parameter.Value.copy_(value);
        }

        return ByReplica(steps);
    }

    /// <summary>Autograd's gradient of the cost.</summary>
    /// <returns>Every replica's gradient, parameter by parameter.</returns>
    public IReadOnlyList<double[]> GradientByAutograd()
    {
        using var graph = enable_grad();
        using var scope = NewDisposeScope();
        return ByReplica(autograd.grad([OfReplicas().sum()], [.. Parameters.Select(parameter => parameter.Value)]));
    }

    // (R)
    private Tensor OfReplicas() =>
        Parameters.Where(parameter => !parameter.IsBias)
            .Aggregate(loss.OfEachImage(network.forward(images), targets).mean([1L]), (sum, weights) => sum + PenaltyOf(weights));

    // (R), 0 for replicas that the weights do not belong to
    private Tensor PenaltyOf(NetworkParameter weights) => weights.Replica is { } replica
        ? penalty.Cost(weights.Value.reshape(1, -1, 1)) * Only(replica)
        : penalty.Cost(weights.Value.reshape(replicas, -1, 1));

    private Tensor Only(int replica) => tensor(Enumerable.Range(0, replicas).Select(index => index == replica ? 1.0 : 0.0).ToArray());

    private List<double[]> ByReplica(IEnumerable<Tensor> gradients)
    {
        List<double>[] collected = [.. Enumerable.Range(0, replicas).Select(_ => new List<double>())];
        foreach (var (gradient, parameter) in gradients.Zip(Parameters))
        {
            var values = gradient.contiguous().data<double>().ToArray();
            var length = values.Length / (parameter.Replica is null ? replicas : 1);
            foreach (var (slice, index) in values.Chunk(length).Select((slice, index) => (slice, index)))
            {
                collected[parameter.Replica ?? index].AddRange(slice);
            }
        }

        return [.. collected.Select(values => values.ToArray())];
    }
}
