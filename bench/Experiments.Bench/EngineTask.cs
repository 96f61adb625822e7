using Experiments.Networks;
using Experiments.Training;

namespace Experiments.Bench;

/// <summary>What of the engine is to be timed.</summary>
/// <param name="Setting">The training.</param>
/// <param name="Seeds">Networks trained on every thread.</param>
internal sealed record EngineTask(BenchSetting Setting, int Seeds)
{
    /// <summary>How long.</summary>
    public TimeBox Time { get; init; } = new(5, null);

    /// <summary>Fewer training images, for a quick look; null for the setting's.</summary>
    public int? Images { get; init; }

    /// <summary>Whether to measure what the recipe's table holds after every epoch.</summary>
    public bool Measured { get; init; }

    /// <summary>Threads, each with networks of its own.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Other than the setting's number of hidden layers; null for that.</summary>
    public int? Hidden { get; init; }

    /// <summary>Other than the setting's units of a hidden layer; null for that.</summary>
    public int? Width { get; init; }

    /// <summary>Other than the setting's batch size; null for that.</summary>
    public int? Batch { get; init; }

    /// <summary>The network.</summary>
    public Mlp Network
    {
        get
        {
            var network = Setting.Network;
            var hidden = Hidden ?? (network.Sizes.Count - 2);
            return network with { Sizes = [network.Sizes[0], .. Enumerable.Repeat(Width ?? network.Sizes[1], hidden), network.Sizes[^1]] };
        }
    }

    /// <summary>Activation, cost, optimizer, initial values and dropout, as bench/peers/settings.py writes them.</summary>
    public string How
    {
        get
        {
            var (network, settings) = (Network, Settings);
            var momentum = settings.Optimizer is Sgd sgd ? sgd.Momentum : 0;
            return FormattableString.Invariant(
                $"{network.Activation.Name.ToLowerInvariant()}, {settings.Loss.Name}, {settings.Optimizer.Name} {settings.Optimizer.LearningRate} momentum {momentum} ")
                + FormattableString.Invariant($"decay {settings.Penalty.WeightDecay}, weights {network.Weights}, biases {network.Biases}, drop {network.Dropout.DropRate}");
        }
    }

    /// <summary>How it is trained: no end but the time's.</summary>
    public Settings Settings
    {
        get
        {
            var settings = Setting.Variant.Settings;
            var images = Math.Min(settings.TrainingImages ?? int.MaxValue, Images ?? int.MaxValue);
            return settings with
            {
                Epochs = int.MaxValue,
                BatchSize = Batch ?? settings.BatchSize,
                TrainingImages = images == int.MaxValue ? null : images,
            };
        }
    }
}

/// <summary>How long epochs are timed after warming up for half of it.</summary>
/// <param name="Seconds">So long, and 3 epochs at least.</param>
/// <param name="Epochs">Instead: so many epochs after one to warm up; null for by time.</param>
internal sealed record TimeBox(double Seconds, int? Epochs)
{
    private const int LeastEpochs = 3;

    /// <summary>Whether these epochs were enough to warm up.</summary>
    public bool IsWarm(IReadOnlyList<double> warm) => warm.Count > 0 && (Epochs is not null || warm.Sum() >= Seconds / 2);

    /// <summary>Whether these epochs are all that is to be timed.</summary>
    public bool IsOver(IReadOnlyList<double> blocks) =>
        Epochs is { } epochs ? blocks.Count >= epochs : blocks.Count >= LeastEpochs && blocks.Sum() >= Seconds;
}
