using Experiments.Networks;
using Experiments.Probes;
using Experiments.Results;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Running;

/// <summary>Measures a cell's network as its settings ask, and writes the rows.</summary>
internal sealed class CellProbes
{
    private const int One = 1; // networks that a cell builds are for one seed
    private const int Only = 0;

    private readonly Settings settings;
    private readonly CellRows rows;
    private readonly (string Name, Tensor Inputs, Tensor Targets)[] splits;
    private readonly Tensor inputs; // of the images that gradients and activations are measured on
    private readonly Tensor targets;
    private Evaluation? validation;

    public CellProbes(Settings settings, (Images Training, Images Validation, Images Test) images, CellRows rows)
    {
        this.settings = settings;
        this.rows = rows;
        inputs = First(images.Training.Inputs, settings.GradientImages);
        targets = First(images.Training.Targets, settings.GradientImages);
        splits =
        [
            .. new[] { (Splits.Train, images.Training), (Splits.Validation, images.Validation), (Splits.Test, images.Test) }.Select(split =>
                (split.Item1, First(split.Item2.Inputs, settings.EvaluationImages), First(split.Item2.Targets, settings.EvaluationImages))),
        ];
    }

    /// <summary>Validation accuracy when last measured; null before the first time.</summary>
    public double? ValidationAccuracy { get; private set; }

    /// <summary>What a rule watches; null if it was not measured after this epoch.</summary>
    public double? Monitored(StoppingRule rule) => (rule.Metric == Metrics.Loss ? validation?.Loss : validation?.Accuracy)?[Only];

    /// <summary>Measures everything that is due after this epoch.</summary>
    public void Measure(Network network, int epoch)
    {
        validation = null;
        if (settings.EvaluateEvery > 0 && (epoch % settings.EvaluateEvery == 0 || epoch == settings.Epochs))
        {
            MeasureSplits(network);
        }

        if (settings.GradientImages > 0)
        {
            MeasureGradients(network);
            MeasureActivations(network, epoch);
        }
    }

    /// <summary>Measures loss and accuracy with the best parameters restored.</summary>
    public void MeasureRestored(Network network)
    {
        foreach (var (split, images, classes) in splits)
        {
            var found = Evaluation.Of(network, images, classes, One, settings.Loss.OfImage);
            rows.Add(Metrics.RestoredLoss, found.Loss[Only], split);
            rows.Add(Metrics.RestoredAccuracy, found.Accuracy[Only], split);
        }
    }

    /// <summary>Compares activations under dropout with those in testing, if the settings ask for it.</summary>
    /// <param name="build">Builds a network as it is before training, with mask streams of its own: those of training must not move on.</param>
    public void MeasureDropout(Func<Network> build)
    {
        if (settings.DropoutMasks == 0 || settings.GradientImages == 0)
        {
            return;
        }

        using var network = build();
        rows.At(0, 0);
        foreach (var layer in DroppedActivations.Of(network, inputs, One, settings.DropoutMasks))
        {
            rows.Add(Metrics.DropoutExpectedActivation, layer.Ratio[Only], layer: layer.Layer);
            rows.Add(Metrics.DropoutDistance, layer.Distance[Only], layer: layer.Layer);
        }
    }

    private void MeasureSplits(Network network)
    {
        foreach (var (split, images, classes) in splits)
        {
            var found = Evaluation.Of(network, images, classes, One, settings.Loss.OfImage);
            rows.AddVital(Metrics.Loss, found.Loss[Only], split);
            rows.Add(Metrics.Accuracy, found.Accuracy[Only], split);
            validation = split == Splits.Validation ? found : validation;
        }

        ValidationAccuracy = validation?.Accuracy[Only];
    }

    private void MeasureGradients(Network network)
    {
        foreach (var norms in GradientNorms.Of(network, inputs, One, logits => settings.Loss.LogitGradient(logits, targets)))
        {
            rows.AddVital(Metrics.BiasGradient, norms.Bias[Only], layer: norms.Layer);
            rows.AddVital(Metrics.WeightGradient, norms.Weight[Only], layer: norms.Layer);
        }
    }

    private void MeasureActivations(Network network, int epoch)
    {
        if ((settings.Activations && epoch == 0) || settings.ActivationsEveryEpoch)
        {
            foreach (var layer in ActivationStatistics.Of(network, inputs, One))
            {
                rows.Add(Metrics.ActivationMean, layer.Mean[Only], layer: layer.Layer);
                rows.Add(Metrics.ActivationDeviation, layer.Deviation[Only], layer: layer.Layer);
                rows.Add(Metrics.ActivationSaturated, layer.Saturated[Only], layer: layer.Layer);
            }
        }

        if (settings.HistogramBins > 0 && epoch == 0)
        {
            foreach (var histogram in ActivationHistogram.Of(network, inputs, One, settings.HistogramBins))
            {
                Write(histogram);
            }
        }
    }

    private void Write(ActivationHistogram histogram)
    {
        rows.Add(Metrics.HistogramLow, histogram.Low, layer: histogram.Layer);
        rows.Add(Metrics.HistogramHigh, histogram.High, layer: histogram.Layer);
        for (var bin = 0; bin < histogram.Fractions.Count; bin++)
        {
            rows.Add(Metrics.HistogramBin(bin + 1), histogram.Fractions[bin], layer: histogram.Layer);
        }
    }

    private static Tensor First(Tensor rows, int count) => rows.narrow(0, 0, Math.Min(count, rows.shape[0]));
}
