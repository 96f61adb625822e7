using Experiments.Training.Fused;
using static TorchSharp.torch;

namespace Experiments.Training;

/// <summary>Which trainer trains.</summary>
public enum TrainerKind
{
    /// <summary>The fused trainer where it knows the module and the settings; the eager one for everything else.</summary>
    Auto,

    /// <summary>TorchSharp's autograd and torch.optim, always.</summary>
    Eager,
}

/// <summary>The images that a module trains on.</summary>
/// <param name="Images">(n, pixels), 0 to 1.</param>
/// <param name="Targets">As the loss takes them, n rows.</param>
/// <param name="Subset">The numbers of those that it trains on, 64-bit integers; null for all.</param>
internal sealed record TrainingData(Tensor Images, Tensor Targets, Tensor? Subset = null)
{
    /// <summary>Number of images that it trains on.</summary>
    public int Count => (int)(Subset ?? Images).shape[0];

    /// <summary>
    /// Gives the images as an epoch sees them, (n, pixels), in the caller's dispose scope; epochs count from 0. Null: they stay as they
    /// are.
    /// </summary>
    public Func<int, Tensor>? Distorted { get; init; }
}

/// <summary>Trains one module, epoch by epoch.</summary>
internal interface ITrainer : IPasses, IDisposable
{
    /// <summary>Steps of an epoch.</summary>
    int StepsPerEpoch { get; }

    /// <summary>Why training cannot be saved; null if it can.</summary>
    string? WhyNotSaved => null;

    /// <summary>Trains one epoch. The module's parameters are up to date before and after.</summary>
    /// <param name="epoch">Epochs completed.</param>
    /// <param name="cancellation">Asked before every step.</param>
    /// <param name="observer">Reads what it wants of steps; null for nobody.</param>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    void TrainEpoch(int epoch, CancellationToken cancellation, IStepObserver? observer = null);

    /// <summary>Writes everything that training keeps from epoch to epoch beside the module's parameters and buffers.</summary>
    void Save(BinaryWriter writer);

    /// <summary>Goes on from what was saved.</summary>
    void Load(BinaryReader reader);
}

/// <summary>Chooses a trainer.</summary>
internal static class Trainer
{
    /// <summary>A trainer for a module, with the reason why it is not the fused one if it is not.</summary>
    public static (ITrainer Trainer, string? WhyEager) Of(
        nn.Module<Tensor, Tensor> module, Settings settings, RandomStreams streams, TrainingData data)
    {
        var why = settings.Trainer == TrainerKind.Eager ? "trainer=eager" : FusedTrainer.WhyNot(module, settings);
        return (why is null ? new FusedTrainer(module, settings, streams, data) : new EagerTrainer(module, settings, streams, data), why);
    }
}
