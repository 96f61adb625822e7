namespace Experiments.Recipes;

public sealed record DepthSettings : Settings
{
    [Meaning("units of each hidden layer", AtLeast = 1, NotHashedAt = 30)]
    public int Width { get; init; } = 30;
}

/// <summary>Deeper sigmoid networks: their first layers hardly learn.</summary>
public sealed class Depth : Recipe<DepthSettings>
{
    // Nielsen's figures: best validation accuracy in %, and the norms of one network's bias gradients before training.
    private static readonly Dictionary<string, double> BestAccuracy =
        new() { ["1 hidden"] = 96.48, ["2 hidden"] = 96.90, ["3 hidden"] = 96.57, ["4 hidden"] = 96.53 };
    private static readonly Dictionary<string, IReadOnlyList<double>> Norms =
        new() { ["2 hidden"] = [0.07, 0.31], ["3 hidden"] = [0.012, 0.060, 0.283], ["4 hidden"] = [0.003, 0.017, 0.070, 0.285] };
    private static readonly Dictionary<int, double> PublishedRatio = new() { [2] = 4.4, [3] = 23.6, [4] = 95 }; // last over first

    public override string Question => "Why can a deeper network learn worse than a shallower one?";
    public override Source Source => Sources.Nielsen("ch. 5");

    public override DepthSettings Defaults => new()
    {
        Epochs = 30, BatchSize = 10, Optimizer = new Sgd(LearningRate: 0.1),
        Loss = Loss.CrossEntropyPerUnit, Penalty = new L2(5.0 / 50_000), // λ is 5.0 in the source, as λ/2n Σ w²
        EvaluationsPerEpoch = 10, EvaluationsPerEpochUntil = 3, GradientsWithinEpochs = true, // most happens in the first epochs
        GradientHistograms = true, UpdateRatios = true,
    };

    // Only the number of hidden layers varies; then the same by gradient descent on all of 1,000 images at once, where an epoch is a step.
    public override IEnumerable<Variant> Variants(DepthSettings settings) =>
    [
        .. from hidden in new[] { 1, 2, 3, 4, 5 }
           select new Variant(Model.Of(Network, hidden, settings.Width), settings) { ["hidden"] = hidden },
        .. from hidden in new[] { 2, 3, 4 }
           let ends = settings with { EvaluationsPerEpoch = 0, GradientHistograms = false, UpdateRatios = false }
           let whole = ends with { TrainingImages = 1_000, BatchSize = 1_000, Penalty = new L2(5.0 / 1_000) }
           let steps = settings.Quick ? whole with { Epochs = 100, EvaluateEvery = 100 } : whole with { Epochs = 500, EvaluateEvery = 50 }
           select new Variant(Model.Of(Network, hidden, settings.Width), steps) { ["hidden"] = hidden, ["batch"] = "full batch" },
    ];

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new LayerProfile("speed-before-training", "How fast does each layer learn, before training?", Metrics.BiasGradient)
            { Panels = "hidden", Where = Deep, HiddenOnly = true, Published = Norms, PublishedLabel = "Nielsen, one network" },
        new LayerHistory("speed-full-batch", "How fast does each layer learn, in full-batch gradient descent?", Metrics.BiasGradient)
            { Panels = "hidden", Where = [("batch", "full batch")], HiddenOnly = true },
        new LearningCurves("accuracy", "Does depth help?") { Lines = "hidden", Metric = Metrics.Error, LogScale = true, LogEpochs = true },
        new DotPlot("best-accuracy", "How well does each depth do at its best?", "best validation accuracy (%)", Best)
            { Lines = "hidden", Published = BestAccuracy, PublishedLabel = "Nielsen, one run", Possible = (0, 100) },
        new LayerMap("speed-while-training", "How fast does each layer learn while the network trains?", Metrics.BiasGradient)
            { Panels = "hidden", Where = Deep, HiddenOnly = true, LogEpochs = true },
        new Ridges("gradients-before-training", "How small are the gradients of each layer, before training?", Metrics.GradientHistogram)
            { Panels = "hidden", Where = Deep },
        new Ridges("gradients-while-training", "What becomes of the gradients of 5 hidden layers?", Metrics.GradientHistogram)
            { Panels = "hidden", Where = [("hidden", 5)], Each = RidgeOf.Epoch, Layers = [1, 3, 5] },
        new LayerHistory("updates", "By how much does a step change each layer's weights?", Metrics.UpdateRatio)
            { Panels = "hidden", Where = Deep, Reference = (1e-3, "rule of thumb: 0.001") },
    ];

    // One claim for each sentence or figure of the source.
    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        SeedValues RatioPerLayer(int hidden) => results[$"{hidden} hidden"].BiasGradient.MinRatioPerLayer(1, hidden, epoch: 0);
        return
        [
            new("Before training each hidden layer learns faster than the one before it, in every network of 2 to 4 hidden layers", Source,
                SeedValues.MinOf("least ratio of neighbours", [.. PublishedRatio.Keys.Select(RatioPerLayer)]), AlwaysAbove(1)),
            new("Going back through 4 hidden layers, the speed falls to less than a quarter from layer to layer", Source,
                results["4 hidden"].BiasGradient.RatioPerLayer(1, 4, epoch: 0), Above(4)),
            .. from ratio in PublishedRatio select new Claim(
                $"Before training the last of {ratio.Key} hidden layers learns {ratio.Value} times faster than the first", Source,
                results[$"{ratio.Key} hidden"].BiasGradient.Ratio(ratio.Key, over: 1, epoch: 0), OneRunGave(ratio.Value)),
            .. from hidden in PublishedRatio.Keys select new Claim(
                $"Through 500 full-batch steps the first of {hidden} hidden layers stays slower than the last, in every network", Source,
                results[$"{hidden} hidden, full batch"].BiasGradient.MinRatio(hidden, over: 1), AlwaysAbove(1)),
            new("Through these steps the last of 4 hidden layers learns about 100 times faster than the first", Source,
                results["4 hidden, full batch"].BiasGradient.MeanRatio(4, over: 1), About(100, factor: 2)),
            .. from published in BestAccuracy select new Claim(
                $"The best validation accuracy, {published.Key}, is {published.Value:0.00} %", Source,
                Best(results[published.Key]), OneRunGave(published.Value)),
            new("After one epoch a single hidden layer classifies 92.70 % of the validation images", Sources.Nielsen("ch. 3"),
                results["1 hidden"].ValidationAccuracy.At(epoch: 1), OneRunGave(92.70)),
            new("A second hidden layer helps", Source, Best(results["2 hidden"]) - Best(results["1 hidden"]), Above(0)),
            .. from hidden in new[] { 3, 4 } select new Claim(
                $"{hidden} hidden layers do worse than 2", Source, Best(results["2 hidden"]) - Best(results[$"{hidden} hidden"]), Above(0)),
            new("After one epoch, 5 hidden layers still guess", Sources.Script,
                results["5 hidden"].ValidationAccuracy.At(epoch: 1), Below(15)),
        ];
    }

    // Of a single hidden layer there is nothing to compare.
    private static (string, Level)[] Deep => [("hidden", 2), ("hidden", 3), ("hidden", 4), ("hidden", 5)];

    private static SeedValues Best(VariantResults variant) => variant.ValidationAccuracy.Max();

    // Weights ~ N(0, 1/n_in), biases ~ N(0, 1), as in the source.
    private static Module<Tensor, Tensor> Network(int hidden, int width = 30) => Mlp.Of(
        [784, .. Enumerable.Repeat(width, hidden), 10], Activation.Sigmoid, Initializer.LeCunNormal, Initializer.StandardNormal);
}
