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
