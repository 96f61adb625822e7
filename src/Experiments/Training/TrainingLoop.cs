using Experiments.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Training;

/// <summary>Trains the networks of one cohort. It owns the lifetimes of all tensors made on the way.</summary>
/// <param name="network">The networks, R replicas.</param>
/// <param name="settings">How to train them.</param>
/// <param name="seeds">The replicas' seeds: each shuffles its images its own way, the same way in every variant.</param>
/// <param name="images">Training images, (n, pixels).</param>
/// <param name="targets">Their classes, one-hot, (n, classes).</param>
public sealed class TrainingLoop(Network network, Settings settings, IReadOnlyList<SeedStreams> seeds, Tensor images, Tensor targets)
{
    /// <summary>Trains, epoch by epoch.</summary>
    /// <param name="measure">
    /// Called before training and after every epoch with the epochs and the steps completed, the network in the mode for testing. Says whether to go on.
    /// </param>
    /// <param name="cancellation">Asked before every step.</param>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    public void Run(Func<int, long, bool> measure, CancellationToken cancellation) => Run(measure, null, cancellation);

    /// <summary>Trains, epoch by epoch, from where a training that was kept had come to.</summary>
    /// <param name="measure">As above; not called before training if a training goes on.</param>
    /// <param name="checkpoints">Where it is kept; null for nowhere.</param>
    /// <param name="cancellation">Asked before every step.</param>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    internal void Run(Func<int, long, bool> measure, ITrainingCheckpoints? checkpoints, CancellationToken cancellation)
    {
        using var withoutGraph = no_grad();
        using var epochs = Start();
        var kept = checkpoints?.Restore(Keep) ?? 0;
        network.eval();
        var goOn = kept > 0 || measure(0, 0);
        for (var epoch = kept + 1; goOn && epoch <= settings.Epochs; epoch++)
        {
            network.train();
            epochs.Train(cancellation);
            network.eval();
            goOn = measure(epoch, (long)epoch * epochs.Steps);
            if (goOn && epoch < settings.Epochs)
            {
                checkpoints?.Keep(epoch, Keep);
            }
        }

        void Keep(StateStream state)
        {
            network.Keep(state, seeds.Count);
            epochs.Keep(state);
        }
    }

    private IEpochs Start() => network is DenseNetwork { HasReplicas: true } dense && images.dtype == ScalarType.Float32
        ? new EpochsOfReplicas(dense, settings, seeds, images, targets)
        : new EpochsOfOperators(network, settings, seeds, images, targets);
}
