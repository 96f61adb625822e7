using System.Globalization;
using Experiments.Charts;
using Experiments.Claims;
using Experiments.Models;
using Experiments.Results;
using Experiments.Training;
using TorchSharp.Modules;
using static Experiments.Claims.Expected;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Experiments.Recipes;

/// <summary>Deeper sigmoid networks: their first layers hardly learn.</summary>
public sealed class Depth : Recipe
{
    private const int FullBatchImages = 1_000;

    // Nielsen's figures: best validation accuracy in per cent, and the norms of one network's bias gradients before training.
    private static readonly Dictionary<string, double> PublishedAccuracy = new()
    {
        ["1 hidden"] = 96.48, ["2 hidden"] = 96.90, ["3 hidden"] = 96.57, ["4 hidden"] = 96.53,
    };

    private static readonly Dictionary<string, IReadOnlyList<double>> PublishedNorms = new()
    {
        ["2 hidden"] = [0.07, 0.31], ["3 hidden"] = [0.012, 0.060, 0.283], ["4 hidden"] = [0.003, 0.017, 0.070, 0.285],
    };

    // Medians over 60 networks, by the source's procedure, of the last hidden layer's norm over the first's.
    private static readonly Dictionary<int, double> MedianRatio = new() { [2] = 4.7, [3] = 24, [4] = 120 };

    private static readonly Source Script = new("A plain PyTorch script with the source's settings", "bench/peers");

    public override string Question => "Why can a deeper network learn worse than a shallower one?";

    public override Source Source => new("M. Nielsen, Neural Networks and Deep Learning", "ch. 5");

    // λ is 5.0 in the source, as λ/2n Σ w²
    public override Settings Defaults => new()
    {
        Epochs = 30, BatchSize = 10, Optimizer = new Sgd(LearningRate: 0.1),
        Loss = Loss.CrossEntropyPerUnit, Penalty = new L2(5.0 / 50_000),
    };

    // Only the number of hidden layers varies.
    public override IEnumerable<Variant> Variants(Settings settings) =>
    [
        .. from hidden in Enumerable.Range(1, 5) select new Variant($"{hidden} hidden", Model.Of(Network, hidden), settings),
        .. from hidden in Enumerable.Range(2, 3) select new Variant($"{hidden} hidden, full batch", Model.Of(Network, hidden), FullBatch(settings)),
    ];

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new LayerBars("speed-before-training", "How fast does each layer learn, before training?", Metrics.BiasGradient, "‖∂C/∂b‖")
        {
            Variants = Depths, HiddenOnly = true, Published = PublishedNorms, PublishedLabel = "Nielsen, one network", Reading = ReadSpeed,
        },
        new LayerCurves("speed-full-batch", "How fast does each layer learn, through full-batch gradient descent on 1,000 images?", Metrics.BiasGradient, "‖∂C/∂b‖")
        {
            Variants = [.. Depths.Select(depth => $"{depth}, full batch")], HiddenOnly = true, EpochLabel = "step", Reading = ReadFullBatch,
        },
        new LearningCurves("accuracy", "Does depth help?", Metrics.Accuracy, Splits.Validation) { Variants = Depths, Closer = (92, 98), Reading = ReadAccuracy },
        new VariantPoints("best-accuracy", "How well does each depth do at its best?", BestAccuracy, "best validation accuracy (%)")
        {
            Variants = Depths, Published = PublishedAccuracy, PublishedLabel = "Nielsen, one run", Possible = (0, 100), Reading = ReadBest,
        },
        new LayerCurves("speed-while-training", "How fast does each layer learn, from epoch to epoch?", Metrics.BiasGradient, "‖∂C/∂b‖")
        {
            Variants = Depths, HiddenOnly = true, Reading = ReadTraining,
        },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results) =>
    [
        .. MiddleDepths.SelectMany(hidden => BeforeTraining(results, hidden)),
        .. from hidden in MiddleDepths select new Claim(
            $"Through 500 steps of full-batch gradient descent the first of {hidden} hidden layers stays slower than the last, in every network", Source,
            results.Of($"{hidden} hidden, full batch").LeastRatio(Metrics.BiasGradient, hidden, over: 1), AlwaysAbove(1)),
        new("Through these steps the last of 4 hidden layers learns about 100 times faster than the first", Source,
            results.Of("4 hidden, full batch").TypicalRatio(Metrics.BiasGradient, 4, over: 1), About(100, factor: 2)),
        .. from depth in PublishedAccuracy select new Claim(
            $"The best validation accuracy with {depth.Key} layer{(depth.Key[0] == '1' ? "" : "s")} is what the source got", Source, Best(results, depth.Key), OneRunGave(depth.Value)),
        new("After one epoch a single hidden layer classifies as well as in the source", Source with { Place = "ch. 3" },
            AfterOneEpoch(results, "1 hidden"), OneRunGave(92.70)),
        new("A second hidden layer helps", Source, Best(results, "2 hidden") - Best(results, "1 hidden"), Above(0)),
        .. from hidden in Enumerable.Range(3, 3) select new Claim(
            $"{hidden} hidden layers do worse than 2", hidden < 5 ? Source : Script, Best(results, "2 hidden") - Best(results, $"{hidden} hidden"), Above(0)),
        new("After one epoch, 4 hidden layers still err more often than not", Script, AfterOneEpoch(results, "4 hidden"), Below(50)),
        new("After one epoch, 5 hidden layers still guess", Script, AfterOneEpoch(results, "5 hidden"), Below(15)),
    ];

    private IEnumerable<Claim> BeforeTraining(ResultTable results, int hidden)
    {
        var network = results.Of($"{hidden} hidden");
        var published = PublishedNorms[$"{hidden} hidden"];
        var ratio = network.Ratio(Metrics.BiasGradient, hidden, over: 1, epoch: 0);
        yield return new($"Before training, each of {hidden} hidden layers learns faster than the one before it, in every network", Source,
            network.LeastStep(Metrics.BiasGradient, 1, hidden, epoch: 0), AlwaysAbove(1));
        yield return new($"Going back through {hidden} hidden layers, the speed falls to less than a quarter from layer to layer", Source,
            network.RatioPerLayer(Metrics.BiasGradient, 1, hidden, epoch: 0), Above(4));
        yield return new($"The last of {hidden} hidden layers learns as much faster than the first as in the source's network", Source, ratio, OneRunGave(Math.Round(published[^1] / published[0], 1)));
        yield return new($"The last of {hidden} hidden layers learns about {MedianRatio[hidden]} times faster than the first", Script, ratio, About(MedianRatio[hidden], factor: 2));
    }

    private static IEnumerable<int> MiddleDepths => Enumerable.Range(2, 3);

    private static Measured Best(ResultTable results, string variant) => results.Of(variant).Greatest(Metrics.Accuracy, Splits.Validation).InPercent();

    private static Measured AfterOneEpoch(ResultTable results, string variant) => results.Of(variant).At(Metrics.Accuracy, epoch: 1, Splits.Validation).InPercent();

    private static string[] Depths => [.. from hidden in Enumerable.Range(1, 5) select $"{hidden} hidden"];

    // 784 pixels, then 30 sigmoid units in each hidden layer, 10 logits. Weights ~ N(0, 1/n_in), biases ~ N(0, 1), as in the source.
    private static Module<Tensor, Tensor> Network(int hidden)
    {
        var network = Sequential();
        for (var layer = 1; layer <= hidden; layer++)
        {
            network.append(Dense(layer == 1 ? 784 : 30, 30)).append(Sigmoid());
        }

        return network.append(Dense(30, 10));
    }

    private static Linear Dense(int inputs, int units) => Linear(inputs, units).Start(weights: Initializer.LeCunNormal, biases: Initializer.StandardNormal);

    // The source's second figure: gradient descent on all of 1,000 images at once, so an epoch is a step.
    private static Settings FullBatch(Settings settings) => settings with
    {
        Epochs = settings.Quick ? 100 : 500,
        TrainingImages = FullBatchImages,
        BatchSize = FullBatchImages,
        Penalty = new L2(5.0 / FullBatchImages),
        EvaluateEvery = settings.Quick ? 100 : 50,
    };

    private static IReadOnlyList<double> BestAccuracy(ResultTable results, string variant) =>
        [.. results.Curve(variant, Metrics.Accuracy, Splits.Validation).Best().Select(accuracy => 100 * accuracy)];

    private static string ReadSpeed(ResultTable results) => "Before training " + LastAgainstFirst(
        from hidden in Enumerable.Range(2, 4) select (hidden, LastOverFirst(results, $"{hidden} hidden", hidden, epoch: 0)));

    private static string ReadFullBatch(ResultTable results) => "At the last step " + LastAgainstFirst(
        from hidden in Enumerable.Range(2, 3)
        let variant = $"{hidden} hidden, full batch"
        select (hidden, LastOverFirst(results, variant, hidden, LastEpoch(results, variant))));

    private static string ReadTraining(ResultTable results) => "After the last epoch " + LastAgainstFirst(
        from hidden in Enumerable.Range(2, 4)
        let variant = $"{hidden} hidden"
        select (hidden, LastOverFirst(results, variant, hidden, LastEpoch(results, variant))));

    private static string ReadAccuracy(ResultTable results)
    {
        var best = Best(results).ToList();
        return best.Count == 0 ? "" : Invariant(
            $"Best of {results.Curve(best[0].Depth, Metrics.Accuracy, Splits.Validation).Epochs[^1]} epochs, mean over seeds: {string.Join(", ", best.Select(one => Invariant($"{one.Depth} {one.Mean.Estimate:F2} %")))}. ")
            + "Bands are 95 % intervals.";
    }

    private static string ReadBest(ResultTable results)
    {
        var best = Best(results).ToList();
        if (best.Count < 2)
        {
            return "";
        }

        var (first, last) = (best.MaxBy(one => one.Mean.Estimate), best.MinBy(one => one.Mean.Estimate));
        return Invariant($"Best: {first.Depth} with {first.Mean.Estimate:F2} %. Worst: {last.Depth} with {last.Mean.Estimate:F2} %.");
    }

    private static IEnumerable<(string Depth, Interval Mean)> Best(ResultTable results) =>
        Depths.Select(depth => (depth, Statistics.Mean(BestAccuracy(results, depth)))).Where(one => one.Item2.Count > 0);

    private static Interval LastOverFirst(ResultTable results, string variant, int lastHidden, int epoch) => Statistics.GeometricMean(
    [
        .. results.Curve(variant, Metrics.BiasGradient, layer: lastHidden).At(epoch)
            .Zip(results.Curve(variant, Metrics.BiasGradient, layer: 1).At(epoch), (last, first) => last / first),
    ]);

    private static int LastEpoch(ResultTable results, string variant) =>
        results.Curve(variant, Metrics.BiasGradient, layer: 1).Epochs is [.., var last] ? last : 0;

    private static string LastAgainstFirst(IEnumerable<(int Hidden, Interval Ratio)> ratios) => "the last hidden layer's speed is "
        + string.Join(", ", ratios.Where(one => one.Ratio.Count > 0).Select(one => Invariant($"{Rounded(one.Ratio.Estimate)} times the first's with {one.Hidden} hidden layers")))
        + " (geometric means over seeds).";

    private static string Rounded(double ratio) => ratio.ToString(ratio < 1 ? "F2" : ratio < 10 ? "F1" : "F0", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
