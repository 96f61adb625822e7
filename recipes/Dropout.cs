namespace Experiments.Recipes;

public sealed record DropoutSettings : Settings
{
    [Meaning("probability to drop a unit where the form of dropout or the training images vary", AtLeast = 0, Below = 1, NotHashedAt = 0.5)]
    public double Drop { get; init; } = 0.5;
    [Meaning("units of each hidden layer", AtLeast = 1, NotHashedAt = 512)]
    public int Width { get; init; } = 512;
}

/// <summary>Dropout: the more units are dropped, the less a network overfits, up to a point. p is the probability to drop.</summary>
public sealed class Dropout : Recipe<DropoutSettings>
{
    private const int Late = 10; // Adam's late epochs jitter, so the last of them are averaged
    private const string DropRate = "probability to drop a unit";
    private static readonly Source Srivastava = Sources.Srivastava("sec. 7.3 and 7.4");
    private static readonly Source Tricks = Sources.TrainingTricks("overfitting");

    public override string Question => "What does the drop rate buy?";
    public override Source Source => Sources.DeepVision("Dropout");
    public override DropoutSettings Defaults => new()
    {
        Epochs = 30, BatchSize = 100, Optimizer = new Adam(LearningRate: 0.001), TrainingImages = 5_000, DropoutMasks = 20,
        EvaluateEvery = 2, EvaluationImages = 5_000,
    };
    public override Factors Baseline(DropoutSettings settings) =>
        [("form", "inverted"), ("images", settings.TrainingImages is { } images ? images : (Level)("all", "all images"))];

    // First the rate alone varies, then what is dropped and when that is made up for, then the number of training images.
    public override IEnumerable<Variant> Variants(DropoutSettings settings)
    {
        var (drop, width, withoutMasks) = (settings.Drop, settings.Width, settings with { DropoutMasks = 0 });
        return
        [
            .. from rate in new[] { 0, 0.1, 0.2, 0.3, 0.5, 0.7 }.Union([drop]).Order()
               select new Variant(Model.Of(Network, rate, width), rate == drop ? settings : withoutMasks) { ["drop"] = rate },
            new(Model.Of(Standard, drop, width), settings) { ["form"] = "standard", ["drop"] = drop },
            new(Model.Of(DropConnect, drop, width), settings) { ["form"] = "DropConnect", ["drop"] = drop },
            .. from images in new[] { 500, 1_000, 10_000 }.Except([settings.TrainingImages ?? 0])
               from rate in new[] { 0, drop }.Distinct()
               let some = withoutMasks with { TrainingImages = images }
               select new Variant(Model.Of(Network, rate, width), some) { ["images"] = images, ["drop"] = rate },
        ];
    }

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new LearningCurves("loss", "Does the network overfit less, the more units are dropped?")
            { Lines = "drop", Metric = Metrics.Loss, Beside = Splits.Train, Range = (0, 0.4), MarkBest = true },
        new SettingSweep("gap", "Does dropout close the gap between the losses?", "drop", "validation loss − training loss",
            variant => Gap(variant).Named("mean gap of the last epochs")) { FactorLabel = DropRate, FromZero = true },
        new SettingSweep("least-validation-loss", "Which drop rate is best?", "drop", "least validation loss", LeastLoss)
            { FactorLabel = DropRate, Possible = (0, double.PositiveInfinity) },
        new SettingSweep("training-set-size", "Is dropout worth it with few or with many images?", "images",
            "test error that dropping half saves (points)",
            variant => (TestError(results.Twin(variant, "drop", 0.0)) - TestError(variant)).Named("mean saving in the last epochs"))
            { Where = [("drop", 0.5)], FactorLabel = "training images", LogFactor = true, Reference = (0, "no difference") },
        new DotPlot("forms", "Does it matter what is dropped, and when that is made up for?", "least validation loss", LeastLoss)
            { Lines = "form", Where = [("drop", 0.5)], Reference = (LeastLoss(results["drop 0"]).Mean.Estimate, "without dropout, mean") },
        new SettingSweep("gradients", "How large are gradients in the last epochs, with and without dropout?", "drop",
            Metrics.AxisLabel(Metrics.WeightGradient), [.. from layer in Enumerable.Range(1, 3) select ($"layer {layer}", Gradient(layer))])
            { FactorLabel = DropRate, LogScale = true, MeasuresInOrder = true },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        var (without, tenth, half, standard) = (results["drop 0"], results["drop 0.1"], results["drop 0.5"], results["standard, drop 0.5"]);
        return
        [
            new("Without dropout the network overfits: it is very good on the training images and worse on all others", Source,
                without.TrainingAccuracy.Last() - without.ValidationAccuracy.Last(), Above(0)),
            new("Dropping half of the units lowers the gap between both losses", Source, Gap(half) / Gap(without), Below(1)),
            new("Dropping half of the units lowers the least validation loss", Tricks, LeastLoss(half) - LeastLoss(without), Below(0)),
            new("p = 0.5, the usual choice, does better than dropping a tenth", Tricks, LeastLoss(half) - LeastLoss(tenth), Below(0)),
            new("Test error is flat between p = 0.2 and p = 0.5 (keep probability 0.5 to 0.8): within half a point", Srivastava,
                TestError(half) - TestError(results["drop 0.2"]), Between(-0.5, 0.5)),
            new("Inverted dropout has the same expected activations in training as in testing", Source,
                TrainOverTest(half), Near(1, within: 0.01)) { OnAnyData = true },
            new("So has standard dropout, which scales when testing", Source, TrainOverTest(standard), Near(1, within: 0.01))
                { OnAnyData = true },
            new("On the same masks the two agree", Source, TrainOverTest(half) / TrainOverTest(standard), Near(1, within: 1e-5))
                { OnAnyData = true },
            new("With 500 training images dropout gains nothing: less than half a point of test accuracy", Srivastava,
                TestError(results["500 images, drop 0"]) - TestError(results["500 images, drop 0.5"]), Below(0.5)),
            new("With 5,000 training images it gains test accuracy", Srivastava, TestError(without) - TestError(half), Above(0)),
            new("More training images lower variance: without dropout the gap is smaller with 10,000 than with 500", Tricks,
                Gap(results["10,000 images, drop 0"]) / Gap(results["500 images, drop 0"]), Below(1)),
        ];
    }

    // The default initialization of torch.nn; what is dropped is the units of both hidden layers.
    private static Module<Tensor, Tensor> Network(double drop, int width = 512) =>
        Mlp.Of([784, width, width, 10], null, null, after: _ => [ReLU(), nn.Dropout(drop)]);
    private static Module<Tensor, Tensor> Standard(double drop, int width = 512) =>
        Mlp.Of([784, width, width, 10], null, null, after: _ => [ReLU(), new StandardDropout(drop)]);

    // The weights out of both hidden layers are dropped instead.
    private static Module<Tensor, Tensor> DropConnect(double drop, int width = 512) => Sequential(
        Linear(784, width), ReLU(), new DropConnect(Linear(width, width), drop), ReLU(), new DropConnect(Linear(width, 10), drop));

    private static SeedValues Gap(VariantResults variant) =>
        variant.ValidationLoss.MeanOfLast(Late) - variant.TrainingLoss.MeanOfLast(Late);
    private static SeedValues LeastLoss(VariantResults variant) => variant.ValidationLoss.Min();
    private static SeedValues TestError(VariantResults variant) => variant.TestError.MeanOfLast(Late);
    private static Func<VariantResults, SeedValues> Gradient(int layer) =>
        variant => variant.WeightGradient[layer].GeometricMeanOfLast(Late).Named("geometric means of the last epochs");

    // Mean activation in training over that in testing, of the first hidden layer: what later layers make of it is not linear.
    private static SeedValues TrainOverTest(VariantResults variant) => variant.Metric(Metrics.DropoutExpectedActivation, layer: 1).At(0);
}
