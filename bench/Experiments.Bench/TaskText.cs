using Experiments.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Experiments.Bench;

/// <summary>A training in words, from what really is trained, so that a difference between loops is found.</summary>
internal static class TaskText
{
    /// <summary>The layers of a Sequential: <c>784-30 Sigmoid 30-10</c>.</summary>
    public static string Layers(nn.Module module) => string.Join(' ', module.children().Select(part => part switch
    {
        Linear linear => $"{linear.in_features}-{linear.out_features}",
        Dropout dropout => dropout.p > 0 ? FormattableString.Invariant($"Dropout({dropout.p})") : "",
        _ => part.GetType().Name,
    }).Where(text => text.Length > 0));

    /// <summary>Everything else.</summary>
    public static string How(string loss, string optimizer, double rate, double momentum, double decay, int images, int batch) =>
        FormattableString.Invariant($"{loss}, {optimizer} {rate} momentum {momentum} decay {decay}, {images} images in batches of {batch}");

    /// <summary>Everything else of a recipe's training.</summary>
    public static string How(Settings settings, int images) => How(
        settings.Loss.Name, settings.Optimizer.Name, settings.Optimizer.LearningRate, settings.Optimizer is Sgd sgd
            ? sgd.Momentum
            : 0, settings.Penalty.WeightDecay, images, settings.BatchSize);
}
