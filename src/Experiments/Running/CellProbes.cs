using static TorchSharp.torch;

namespace Experiments.Running;

/// <summary>Measures a cell's module as its settings and its variant ask, and writes the rows.</summary>
internal sealed class CellProbes(
    Variant variant, RandomStreams streams, SplitImages images, nn.Module<Tensor, Tensor> module, IPasses passes, CellRecorder recorder,
    Tensor? seen = null)
{
    private readonly Settings settings = variant.Settings;
    private readonly IReadOnlyList<Layer> layers = Layer.Of(module);
    private readonly bool mayDraw = Layer.MayDraw(module);
    private readonly IReadOnlyList<IProbe> probes = [.. Asked(variant.Settings, seen), .. variant.Probes];
    private readonly Dictionary<string, double> monitored = []; // of the validation images, since the last measurement
    private readonly ProbeSplit gradients = OfTraining(images, variant.Settings.GradientImages, variant, streams);
    private readonly IReadOnlyList<ProbeSplit> splits =
    [
        OfTraining(images, variant.Settings.EvaluationImages, variant, streams),
        Part(Splits.Validation, images.Validation, variant.Settings.EvaluationImages, variant, streams),
        Part(Splits.Test, images.Test, variant.Settings.EvaluationImages, variant, streams),
    ];

    /// <summary>Validation accuracy; null if it was not measured after this epoch.</summary>
    public double? ValidationAccuracy => monitored.TryGetValue(Metrics.Accuracy, out var accuracy) ? accuracy : null;

    /// <summary>What a rule watches; null if it was not measured after this epoch.</summary>
    public double? Monitored(EarlyStopping rule) => monitored.TryGetValue(rule.Metric, out var value) ? value : null;

    /// <summary>Measures everything that is due after this epoch.</summary>
    public void Measure(int epoch)
    {
        monitored.Clear();
        foreach (var split in splits.Append(gradients))
        {
            passes.Keep(split.Images);
        }

        var context = Context(epoch);
        foreach (var reading in probes.SelectMany(probe => Run(probe, context, probe.Measure)))
        {
            recorder.Add(reading);
            if (reading.Split == Splits.Validation)
            {
                monitored[reading.Metric] = reading.Value;
            }
        }
    }

    /// <summary>Measures what is due when training has ended after this epoch.</summary>
    public void MeasureAtEnd(int epoch)
    {
        var context = Context(epoch);
        foreach (var reading in probes.SelectMany(probe => Run(probe, context, probe.MeasureAtEnd)))
        {
            recorder.Add(reading);
        }
    }

    /// <summary>Measures what settings ask for within epochs: it decides nothing.</summary>
    public void MeasureWithinEpoch()
    {
        var split = splits.First(split => split.Name == Splits.Validation);
        var found = CellGenerator.Run(
            streams, "within epochs", () => Evaluation.Of(passes, split, settings.Loss.Mean), settings.Loss.MayDraw);
        recorder.Add(Metrics.WithinEpoch + Metrics.Loss, found.Loss, split.Name);
        recorder.Add(Metrics.WithinEpoch + Metrics.Accuracy, found.Accuracy, split.Name);
        if (settings.GradientsWithinEpochs && settings.GradientImages > 0)
        {
            foreach (var norms in passes.GradientNorms(gradients.Images, gradients.Targets))
            {
                recorder.Add(Metrics.WithinEpoch + Metrics.BiasGradient, norms.Bias, layer: norms.Layer);
                recorder.Add(Metrics.WithinEpoch + Metrics.WeightGradient, norms.Weight, layer: norms.Layer);
            }
        }
    }

    /// <summary>Measures loss and accuracy with the best parameters restored.</summary>
    public void MeasureRestored()
    {
        foreach (var split in splits)
        {
            var found = CellGenerator.Run(
                streams, "restored", () => Evaluation.Of(passes, split, settings.Loss.Mean), settings.Loss.MayDraw);
            recorder.Add(Metrics.RestoredLoss, found.Loss, split.Name);
            recorder.Add(Metrics.RestoredAccuracy, found.Accuracy, split.Name);
        }
    }

    private ProbeContext Context(int epoch) => new(
        module, passes, layers, epoch, epoch == settings.Epochs, gradients.Images, gradients.Targets, splits, settings.Loss.Mean)
    {
        Probabilities = settings.Loss.Probabilities,
    };

    // What a probe draws comes from a stream of its own, so that training goes on as if it had not been there.
    private List<Reading> Run(IProbe probe, ProbeContext context, Func<ProbeContext, IEnumerable<Reading>> measure)
    {
        using var section = NativeSection.Enter();
        using var scope = NewDisposeScope();
        var found = CellGenerator.Run(
            streams, $"probe {probe.Name}, epoch {context.Epoch}", () => measure(context).ToList(), MayDraw(probe));
        module.eval();
        return found;
    }

    // A probe of somebody's own may draw, and so do those that drop units. The passes of a model have generators of their own.
    private bool MayDraw(IProbe probe) => probe switch
    {
        GradientNorms or SizeHistogram or FirstLayerImages or ImagesSeen => false,
        EvaluationProbe or TestPredictions => settings.Loss.MayDraw,
        ActivationStatistics or ActivationHistogram => mayDraw,
        _ => true,
    };

    private static IEnumerable<IProbe> Asked(Settings settings, Tensor? seen)
    {
        var (measures, everyEpoch) = (settings.GradientImages > 0, settings.ActivationsEveryEpoch);
        IProbe?[] asked =
        [
            measures && settings.DropoutMasks > 0 ? new DropoutExpectation(settings.DropoutMasks) : null,
            new EvaluationProbe(settings.EvaluateEvery),
            measures ? new GradientNorms() : null,
            measures && (settings.Activations || everyEpoch) ? new ActivationStatistics(everyEpoch) : null,
            measures && settings.HistogramBins > 0 ? new ActivationHistogram(settings.HistogramBins) : null,
            measures && settings.GradientHistograms ? SizeHistogram.OfGradients : null,
            settings.WeightHistograms ? SizeHistogram.OfWeights : null,
            settings.TestPredictions ? new TestPredictions() : null,
            settings.FirstLayerImages > 0 ? new FirstLayerImages(settings.FirstLayerImages) : null,
            seen is null ? null : new ImagesSeen(seen),
        ];
        return asked.OfType<IProbe>();
    }

    // The first images of those that are trained on, with the targets that they have in training.
    private static ProbeSplit OfTraining(SplitImages images, int most, Variant variant, RandomStreams streams)
    {
        if (images.Subset is not { } subset)
        {
            return Part(Splits.Train, images.Training, most, variant, streams);
        }

        var (numbers, (inputs, classes)) = (subset.narrow(0, 0, Math.Min(most, subset.shape[0])), images.Training);
        var targets = variant.Settings.Loss.SeededTargets(classes, Images.ClassCount, streams);
        return new(
            Splits.Train, inputs.index_select(0, numbers), classes.index_select(0, numbers), targets.index_select(0, numbers));
    }

    private static ProbeSplit Part(string name, Images all, int most, Variant variant, RandomStreams streams)
    {
        var first = most < all.Classes.shape[0] ? all.First(most) : all; // the very tensors that other cells take, too
        return new(name, first.Inputs, first.Classes, variant.Settings.Loss.SeededTargets(first.Classes, Images.ClassCount, streams));
    }
}
