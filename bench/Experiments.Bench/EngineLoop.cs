using Experiments.Models;
using Experiments.Running;
using Experiments.Training;
using Experiments.Training.Fused;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Bench;

/// <summary>A loop whose epochs are timed.</summary>
internal interface ITimedLoop
{
    /// <summary>What is trained, in words.</summary>
    string Task { get; }

    /// <summary>Steps of an epoch.</summary>
    int StepsPerEpoch { get; }

    /// <summary>Trains an epoch.</summary>
    /// <param name="epoch">Epochs completed.</param>
    void TrainEpoch(int epoch);

    /// <summary>The share of images that are classified correctly, 0 to 1.</summary>
    double Accuracy(Tensor inputs, Tensor classes);
}

/// <summary>One of the engine's own trainers, on the recipe's model.</summary>
internal sealed class EngineLoop : ITimedLoop
{
    private readonly Settings settings;
    private readonly nn.Module<Tensor, Tensor> module;
    private readonly TrainingData data;
    private readonly ITrainer trainer;
    private readonly CellRecorder recorder = new();
    private readonly CellProbes probes;

    public EngineLoop(BenchSetting setting, SplitImages images, Settings settings, bool fused, int seed)
    {
        this.settings = settings;
        var streams = new RandomStreams(seed);
        module = setting.Model.Build(seed);
        module.eval();
        data = new(images.Training.Inputs, settings.Loss.Targets(images.Training.Classes, Images.ClassCount));
        trainer = fused ? new FusedTrainer(module, settings, streams, data) : new EagerTrainer(module, settings, streams, data);
        probes = new(setting.Variant with { Settings = settings }, streams, images, module, trainer, recorder);
    }

    public string Task => $"{TaskText.Layers(module)}, {TaskText.How(settings, data.Count)}";

    public int StepsPerEpoch => trainer.StepsPerEpoch;

    public void TrainEpoch(int epoch) => trainer.TrainEpoch(epoch, CancellationToken.None);

    /// <summary>Measures what the recipe measures after every epoch.</summary>
    public void Measure(int epoch)
    {
        recorder.At(epoch, (long)epoch * StepsPerEpoch);
        probes.Measure(epoch);
    }

    public double Accuracy(Tensor inputs, Tensor classes)
    {
        using var scope = NewDisposeScope();
        return trainer.Logits(inputs).argmax(1).eq(classes).to(ScalarType.Float64).mean().item<double>();
    }
}
