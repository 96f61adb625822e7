using System.Globalization;
using Experiments.Charts;
using Experiments.Claims;
using Experiments.Models;
using Experiments.Results;
using Experiments.Training;
using static Experiments.Claims.Expected;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Experiments.Recipes;

/// <summary>Early stopping: it saves most epochs and a good deal of validation loss. Whether it saves accuracy is another question.</summary>
public sealed class EarlyStopping : Recipe
{
    private const string NoStopping = "no stopping";
    private const string Loss = "loss";
    private const string Accuracy = "accuracy";

    private static readonly int[] Patiences = [3, 5, 10];

    private static readonly Source Tricks = new("Notes on Hung-yi Lee's lecture on training tricks", "early stopping");

    public override string Question => "When should training stop?";

    public override Source Source => Tricks;

    // What the monitor has besides patience holds for every variant that stops.
    public override Settings Defaults => new()
    {
        Epochs = 100, BatchSize = 64, Optimizer = new Adam(LearningRate: 0.001), TrainingImages = 2_000, Monitor = Training.EarlyStopping.OnValidationLoss,
    };

    public override Settings QuickLook => base.QuickLook with { Epochs = 12 };

    // What is watched and how long nothing may improve. All variants go the same way until they stop.
    public override IEnumerable<Variant> Variants(Settings settings) =>
    [
        new(NoStopping, Model.Of(Network), settings with { Monitor = null }),
        .. from watched in new[] { Loss, Accuracy }
           from patience in Patiences.Append(settings.Monitor?.Patience ?? Patiences[0]).Distinct().Order()
           select new Variant(Stopping(watched, patience), Model.Of(Network), settings with { Monitor = Rule(settings, watched) with { Patience = patience } }),
    ];

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new SplitCurves("loss", "When does training stop, and when should it have?", Metrics.Loss)
        {
            Panels = [.. StoppingVariants(results).Select(variant => new SplitPanel($"watching {variant}", NoStopping, [new("best check", BestEpochs(variant)), new("stop", StopEpochs(variant))]))],
            Range = (0, 0.5), Reading = ReadLoss,
        },
        new PairedSeeds("test-accuracy", "Does stopping early raise the test accuracy?", "best check's weights", "after the last epoch", TestPairs, "test accuracy (%)")
        {
            Variants = StoppingVariants(results), Possible = (0, 100), Reading = ReadTest,
        },
        new VariantPoints("epochs-saved", "How many epochs does stopping early save?", EpochsSaved, "epochs saved (%)")
        {
            Variants = StoppingVariants(results), Possible = (0, 100), Reading = ReadSaved,
        },
        new LayerCurves("gradients", "What becomes of the gradients along the way, layer by layer?", Metrics.WeightGradient, "‖∂C/∂W‖") { Variants = [NoStopping], Reading = ReadGradients },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        var (never, stopped) = (results.Of(NoStopping), results.Of(Stopping(Loss, 5)));
        yield return new("A network trained to the end overfits: it is very good on the training images and worse on all others", Tricks,
            never.Last(Metrics.Accuracy, Splits.Train).InPercent() - never.Last(Metrics.Accuracy, Splits.Validation).InPercent(), Above(0));
        yield return new("Stopping early is a remedy against overfitting: the validation loss is lower than after the last epoch", Tricks,
            stopped.Least(Metrics.Loss, Splits.Validation) / never.Last(Metrics.Loss, Splits.Validation), Below(1));
        foreach (var watched in new[] { Loss, Accuracy })
        {
            var variant = Stopping(watched, 5);
            yield return new($"The best check's parameters, kept by watching the validation {watched} with patience 5, do better on the test images than the last epoch's", Tricks,
                Kept(results, variant) - never.Last(Metrics.Accuracy, Splits.Test).InPercent(), Above(0));
        }

        yield return new("Patience 5 on the validation loss saves more than half of the epochs", Tricks, Saved(results, Stopping(Loss, 5)), Above(50));
    }

    // 784-256-256-10, ReLU. Weights of variance 2 / n_in, biases 0.
    private static Module<Tensor, Tensor> Network() => Sequential(
        Linear(784, 256).Start(Initializer.HeNormal), ReLU(),
        Linear(256, 256).Start(Initializer.HeNormal), ReLU(),
        Linear(256, 10).Start(Initializer.HeNormal));

    private static string Stopping(string watched, int patience) => $"{watched}, patience {patience}";

    private static Training.EarlyStopping Rule(Settings settings, string watched)
    {
        var rule = watched == Loss ? Training.EarlyStopping.OnValidationLoss : Training.EarlyStopping.OnValidationAccuracy;
        return settings.Monitor is not { } own ? rule : rule with { MinDelta = own.MinDelta, StartFromEpoch = own.StartFromEpoch, RestoreBest = own.RestoreBest };
    }

    private static List<string> StoppingVariants(ResultTable results) => [.. results.Variants.Where(variant => variant != NoStopping)];

    private static Measured BestEpoch(ResultTable results, string variant) =>
        variant == NoStopping ? results.Of(variant).EpochOfLeast(Metrics.Loss, Splits.Validation) : TheOne(results, variant, Metrics.Best, "");

    // A training that nothing stopped went through to its last epoch.
    private static Measured StopEpoch(ResultTable results, string variant) => results.Of(variant).From(
        "epoch of the last check", "epochs", Metrics.Loss, Splits.Validation, null, rows => rows.Last(row => !double.IsNaN(row.Value)).Epoch);

    // Accuracy on the test images with the weights that training left behind.
    private static Measured Kept(ResultTable results, string variant) => TheOne(results, variant, Metrics.RestoredAccuracy, Splits.Test).InPercent();

    // Seeds end at different epochs, and have such a number at their last one alone.
    private static Measured TheOne(ResultTable results, string variant, string metric, string split) =>
        results.Of(variant).From(split.Length > 0 ? $"{split} {metric} ({variant})" : $"{metric} epoch ({variant})", "", metric, split, null, rows => rows.Last(row => !double.IsNaN(row.Value)).Value);

    private static Measured Saved(ResultTable results, string variant)
    {
        var all = results.Curve(NoStopping, Metrics.Loss, Splits.Validation).Epochs is [.., var last] ? last : double.NaN;
        return (StopEpoch(results, variant).Each("%", epoch => 100 * (1 - (epoch / all))) with { Variants = [variant, NoStopping] }).Named($"epochs saved ({variant})");
    }

    private static IReadOnlyList<double> EpochsSaved(ResultTable results, string variant) => [.. Saved(results, variant).BySeed.Values];

    private static Func<ResultTable, IEnumerable<(int, int)>> BestEpochs(string variant) => results => Epochs(BestEpoch(results, variant));

    // Seeds that went through to the last epoch were not stopped.
    private static Func<ResultTable, IEnumerable<(int, int)>> StopEpochs(string variant) => results => Epochs(TheOne(results, variant, Metrics.Stopped, ""));

    private static IEnumerable<(int, int)> Epochs(Measured epochs) => epochs.BySeed.Select(one => (one.Key, (int)one.Value));

    private static IReadOnlyList<SeedPair> TestPairs(ResultTable results, string variant)
    {
        var end = results.Of(NoStopping).Last(Metrics.Accuracy, Splits.Test).BySeed;
        return [.. Kept(results, variant).BySeed.Where(one => end.ContainsKey(one.Key)).Select(one => new SeedPair(one.Key, one.Value, 100 * end[one.Key]))];
    }

    private static string ReadLoss(ResultTable results)
    {
        var best = Statistics.Mean([.. results.Of(NoStopping).Least(Metrics.Loss, Splits.Validation).BySeed.Values]);
        var end = Statistics.Mean([.. results.Of(NoStopping).Last(Metrics.Loss, Splits.Validation).BySeed.Values]);
        return best.Count == 0 ? "" : $"Without stopping the validation loss is least, {InWords.Number(best.Estimate)}, in epoch {InWords.List(Epochs(BestEpoch(results, NoStopping)).Select(one => $"{one.Item2}"))}"
            + $" (seed by seed), and {InWords.Number(end.Estimate)} at the end. Curves run to the end; marks are where each seed would have stopped.";
    }

    private static string ReadTest(ResultTable results) => ByWatched(
        results, variant => [.. TestPairs(results, variant).Select(pair => pair.First - pair.Second)], "+0.00;−0.00", "changes it by", "points");

    private static string ReadSaved(ResultTable results) => ByWatched(results, variant => EpochsSaved(results, variant), "0", "saves", "% of the epochs");

    // One number of each patience: "Watching loss with patience 3, 5 and 10 saves 89, 87 and 82 % of the epochs."
    private static string ByWatched(ResultTable results, Func<string, IReadOnlyList<double>> measure, string format, string verb, string unit) => string.Join(" ",
        from watched in new[] { Loss, Accuracy }
        let means = (from variant in StoppingVariants(results)
                     where variant.StartsWith(watched, StringComparison.Ordinal)
                     let mean = Statistics.Mean(measure(variant))
                     where mean.Count > 0
                     select (Patience: variant[(variant.LastIndexOf(' ') + 1)..], Mean: mean.Estimate.ToString(format, CultureInfo.InvariantCulture))).ToList()
        where means.Count > 0
        select $"Watching {watched} with patience {InWords.List(means.Select(one => one.Patience))} {verb} {InWords.List(means.Select(one => one.Mean))} {unit}.")
        is { Length: > 0 } text ? text + " Means over seeds." : "";

    private static string ReadGradients(ResultTable results)
    {
        var first = results.Curve(NoStopping, Metrics.WeightGradient, layer: 1);
        return first.IsEmpty ? "" : $"The first layer's norm is {InWords.Number(Statistics.GeometricMean(first.At(0)).Estimate)} before training and "
            + $"{InWords.Number(Statistics.GeometricMean(first.At(first.Epochs[^1])).Estimate)} after {first.Epochs[^1]} epochs (geometric means over seeds).";
    }
}
