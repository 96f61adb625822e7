using Experiments.Data;
using Experiments.Networks;
using Experiments.Probes;
using Experiments.Results;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Running;

/// <summary>Trains one cohort and measures it on the way.</summary>
internal sealed class CohortRun
{
    private readonly Cohort cohort;
    private readonly Settings settings;
    private readonly (string Name, Tensor Inputs, Tensor Targets)[] splits;
    private readonly Tensor gradientInputs;
    private readonly Tensor gradientTargets;
    private readonly Tensor trainingInputs;
    private readonly Tensor trainingTargets;
    private readonly List<Measurement>[] cells;
    private double? validationAccuracy;

    private CohortRun(Cohort cohort, Images training, Images validation, Images test)
    {
        this.cohort = cohort;
        settings = cohort.Variant.Settings;
        trainingInputs = training.Inputs;
        trainingTargets = training.Targets;
        gradientInputs = First(training.Inputs, settings.GradientImages);
        gradientTargets = First(training.Targets, settings.GradientImages);
        splits =
        [
            .. new[] { (Splits.Train, training), (Splits.Validation, validation), (Splits.Test, test) }.Select(split =>
                (split.Item1, First(split.Item2.Inputs, settings.EvaluationImages), First(split.Item2.Targets, settings.EvaluationImages))),
        ];
        cells = [.. cohort.Missing.Select(_ => new List<Measurement>())];
    }

    /// <summary>Runs a cohort to its end.</summary>
    /// <returns>The rows of every cell, in the order of the cohort's missing seeds.</returns>
    public static IReadOnlyList<IReadOnlyList<Measurement>> Run(Cohort cohort, ImageStore images, IRunObserver observer, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        var (training, validation, test) = images.Of(cohort.Variant.Settings);
        return new CohortRun(cohort, training, validation, test).Run(observer, cancellation);
    }

    private List<Measurement>[] Run(IRunObserver observer, CancellationToken cancellation)
    {
        SeedStreams[] seeds = [.. cohort.Missing.Select(seed => new SeedStreams(seed))];
        using var network = cohort.Variant.Architecture.Build(seeds);
        new TrainingLoop(network, settings, seeds, trainingInputs, trainingTargets).Run(
            (epoch, step) =>
            {
                Measure(network, epoch, step);
                observer.Advanced(cohort, epoch, validationAccuracy);
            },
            cancellation);
        return cells;
    }

    private void Measure(Network network, int epoch, long step)
    {
        if (settings.EvaluateEvery > 0 && (epoch % settings.EvaluateEvery == 0 || epoch == settings.Epochs))
        {
            foreach (var (split, inputs, targets) in splits)
            {
                var found = Evaluation.Of(network, inputs, targets, cells.Length, settings.Loss.OfEachImage);
                Record(epoch, step, split, Metrics.Loss, null, found.Loss);
                Record(epoch, step, split, Metrics.Accuracy, null, found.Accuracy);
                validationAccuracy = split == Splits.Validation ? found.Accuracy.Average() : validationAccuracy;
            }
        }

        if (settings.GradientImages > 0)
        {
            foreach (var norms in GradientNorms.Of(network, gradientInputs, cells.Length, logits => settings.Loss.LogitGradient(logits, gradientTargets)))
            {
                Record(epoch, step, "", Metrics.BiasGradient, norms.Layer, norms.Bias);
                Record(epoch, step, "", Metrics.WeightGradient, norms.Layer, norms.Weight);
            }
        }
    }

    private void Record(int epoch, long step, string split, string metric, int? layer, IReadOnlyList<double> perReplica)
    {
        for (var replica = 0; replica < cells.Length; replica++)
        {
            cells[replica].Add(new(epoch, step, split, metric, layer, perReplica[replica]));
        }
    }

    private static Tensor First(Tensor rows, int count) => rows.narrow(0, 0, Math.Min(count, rows.shape[0]));
}
