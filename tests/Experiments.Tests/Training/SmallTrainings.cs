using Experiments.Models;
using Experiments.Training;
using Experiments.Training.Fused;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Training;

/// <summary>Trainings of a moment.</summary>
internal static class SmallTrainings
{
    /// <summary>Images of 36 pixels, four fifths of them 0 as in handwritten digits, and their classes.</summary>
    public static TrainingData SmallData(Loss loss, int count, int pixels = 36)
    {
        using var generator = new Generator(42);
        var grey = zeros(count, pixels).uniform_(0, 1, generator);
        var ink = zeros(count, pixels).uniform_(0, 1, generator).lt(0.2);
        return new(grey * ink, loss.SeededTargets(Classes(count), 10, new(0)));
    }

    /// <summary>Classes in turn, but not in order.</summary>
    public static Tensor Classes(int count) => (arange(count, dtype: ScalarType.Int64) * 7).remainder(10);

    /// <summary>Trains the module of a model and seed.</summary>
    /// <param name="model">The model.</param>
    /// <param name="settings">How long and how.</param>
    /// <param name="data">The images.</param>
    /// <param name="isFused">Whether by the fused trainer.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The trained module.</returns>
    public static nn.Module<Tensor, Tensor> Train(Model model, Settings settings, TrainingData data, bool isFused, int seed = 0)
    {
        var module = model.Build(seed);
        using var trainer = Trainer(module, settings, data, isFused, seed);
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            trainer.TrainEpoch(epoch, CancellationToken.None);
        }

        return module;
    }

    /// <summary>A trainer of either kind.</summary>
    public static ITrainer Trainer(nn.Module<Tensor, Tensor> module, Settings settings, TrainingData data, bool isFused, int seed = 0) =>
        isFused ? new FusedTrainer(module, settings, new(seed), data) : new EagerTrainer(module, settings, new(seed), data);
}
