using Experiments.Models;
using Experiments.Probes;
using Experiments.Results;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Running;

/// <summary>Measures a cell's module as its settings and its variant ask, and writes the rows.</summary>
internal sealed class CellProbes
{
    private readonly Settings settings;
    private readonly RandomStreams streams;
    private readonly nn.Module<Tensor, Tensor> module;
    private readonly IPasses passes;
    private readonly CellRecorder recorder;
    private readonly IReadOnlyList<Layer> layers;
    private readonly bool mayDraw;
    private readonly IReadOnlyList<ProbeSplit> splits;
    private readonly IReadOnlyList<IProbe> probes;
    private readonly ProbeSplit gradientImages;
    private readonly Dictionary<string, double> monitored = []; // of the validation images, since the last measurement

    public CellProbes(Variant variant, RandomStreams streams, SplitImages images, nn.Module<Tensor, Tensor> module, IPasses passes, CellRecorder recorder)
    {
        (settings, this.streams, this.module, this.passes, this.recorder) = (variant.Settings, streams, module, passes, recorder);
        layers = Layer.Of(module);
        mayDraw = Layer.MayDraw(module);
        splits =
        [
            Split(Splits.Train, images.Training, settings.EvaluationImages), Split(Splits.Validation, images.Validation, settings.EvaluationImages),
            Split(Splits.Test, images.Test, settings.EvaluationImages),
        ];
        gradientImages = Split(Splits.Train, images.Training, settings.GradientImages);
        probes = [.. Asked(settings), .. variant.Probes];
    }

    /// <summary>Validation accuracy when last measured; null before the first time.</summary>
    public double? ValidationAccuracy { get; private set; }

    /// <summary>What a rule watches; null if it was not measured after this epoch.</summary>
    public double? Monitored(EarlyStopping rule) => monitored.TryGetValue(rule.Metric, out var value) ? value : null;

    /// <summary>Measures everything that is due after this epoch.</summary>
    public void Measure(int epoch)
    {
        monitored.Clear();
        var context = new ProbeContext(
            module, passes, layers, epoch, epoch == settings.Epochs, gradientImages.Images, gradientImages.Targets, splits, settings.Loss.Mean);
        foreach (var probe in probes)
        {
            foreach (var reading in Measure(probe, context))
            {
                recorder.Add(reading);
                if (reading.Split == Splits.Validation)
                {
                    monitored[reading.Metric] = reading.Value;
                }
            }
        }

        ValidationAccuracy = monitored.TryGetValue(Metrics.Accuracy, out var accuracy) ? accuracy : ValidationAccuracy;
    }

    /// <summary>Measures loss and accuracy with the best parameters restored.</summary>
    public void MeasureRestored()
    {
        foreach (var split in splits)
        {
            var found = CellGenerator.Run(streams, "restored", () => Evaluation.Of(passes, split, settings.Loss.Mean), settings.Loss.MayDraw);
            recorder.Add(Metrics.RestoredLoss, found.Loss, split.Name);
            recorder.Add(Metrics.RestoredAccuracy, found.Accuracy, split.Name);
        }
    }

    // What a probe draws comes from a stream of its own, so that training goes on as if it had not been there.
    private List<Reading> Measure(IProbe probe, ProbeContext context)
    {
        using var section = NativeSection.Enter();
        using var scope = NewDisposeScope();
        var found = CellGenerator.Run(
            streams, $"probe {probe.Name}, epoch {context.Epoch}", () => probe.Measure(context).ToList(), MayDraw(probe));
        module.eval();
        return found;
    }

    // A probe of somebody's own may draw, and so do those that drop units. The passes of a model have generators of their own.
    private bool MayDraw(IProbe probe) => probe switch
    {
        GradientNorms => false,
        EvaluationProbe => settings.Loss.MayDraw,
        ActivationStatistics or ActivationHistogram => mayDraw,
        _ => true,
    };

    private static IEnumerable<IProbe> Asked(Settings settings)
    {
        var measures = settings.GradientImages > 0;
        if (settings.DropoutMasks > 0 && measures)
        {
            yield return new DropoutExpectation(settings.DropoutMasks);
        }

        yield return new EvaluationProbe(settings.EvaluateEvery);
        if (measures)
        {
            yield return new GradientNorms();
        }

        if ((settings.Activations || settings.ActivationsEveryEpoch) && measures)
        {
            yield return new ActivationStatistics(settings.ActivationsEveryEpoch);
        }

        if (settings.HistogramBins > 0 && measures)
        {
            yield return new ActivationHistogram(settings.HistogramBins);
        }
    }

    private ProbeSplit Split(string name, Images images, int most)
    {
        var count = Math.Min(most, images.Classes.shape[0]);
        var classes = images.Classes.narrow(0, 0, count);
        return new(name, images.Inputs.narrow(0, 0, count), classes, settings.Loss.SeededTargets(classes, Images.ClassCount, streams));
    }
}
