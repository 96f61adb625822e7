namespace Experiments.Recipes;

public sealed record LearningRateSettings : Settings
{
    [Meaning("steps of each training where batches are compared at equal steps", AtLeast = 1)]
    public int Steps { get; init; } = 300;
}

/// <summary>Learning rates: too small a one is slow, too large a one does not settle, and the batch size decides where.</summary>
public sealed class LearningRate : Recipe<LearningRateSettings>
{
    private static readonly double[] Rates = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
    private static readonly Source Nielsen = Sources.Nielsen("ch. 3, how to choose hyper-parameters");
    private static readonly Source Goyal = new("Goyal et al. 2017, Accurate, Large Minibatch SGD", "sec. 2.1, linear scaling rule");
    private static readonly Source Goodfellow = new("I. Goodfellow et al., Deep Learning", "sec. 8.1.3");

    public override string Question => "How large should the learning rate be, and what has the batch to do with it?";
    public override Source Source => Sources.TrainingTricks("underfitting: learning rate, batch size");
    public override int Seeds => 10;

    public override LearningRateSettings Defaults => new()
    {
        Epochs = 3, BatchSize = 10, Optimizer = new Sgd(LearningRate: 0.1), TrainingImages = 5_000, GradientImages = 0,
    };

    public override Settings QuickSettings =>
        (LearningRateSettings)base.QuickSettings with { Epochs = 1, TrainingImages = 2_000, EvaluationImages = 1_000, Steps = 50 };

    public override Factors Baseline(LearningRateSettings settings) => [("at", "equal epochs")];

    // Rate and batch vary: first each training sees the images equally often, then it takes equally many steps.
    public override IEnumerable<Variant> Variants(LearningRateSettings settings) =>
    [
        .. from batch in Batches(settings)
           let measured = settings with { BatchSize = batch, EvaluationsPerEpoch = batch == settings.BatchSize ? 10 : 0 }
           select (Batch: batch, Settings: measured) into size
           from rate in RatesOf(settings)
           select new Variant(Model.Of(Network, 100), size.Settings with { Optimizer = settings.Optimizer with { LearningRate = rate } })
           { ["batch"] = (size.Batch, $"batch {size.Batch}"), ["rate"] = rate },
        .. from batch in Batches(settings)
           let images = Math.Min(settings.TrainingImages ?? 50_000, settings.Steps * batch)
           let epochs = Math.Max(1, settings.Steps * batch / images)
           let size = settings with { BatchSize = batch, TrainingImages = images, Epochs = epochs, EvaluateEvery = epochs }
           from rate in RatesOf(settings)
           select new Variant(Model.Of(Network, 100), size with { Optimizer = settings.Optimizer with { LearningRate = rate } })
           { ["batch"] = (batch, $"batch {batch}"), ["rate"] = rate, ["at"] = "equal steps" },
    ];

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new SettingSweep("error", "Which rate suits which batch, if all see the images equally often?", "rate",
            "validation error (%)", variant => variant.ValidationError.Last().OnLogScale())
        {
            Lines = "batch", Where = [("at", "equal epochs")], FactorLabel = "learning rate", LogFactor = true, LogScale = true,
            Possible = (0, 100),
        },
        new Heatmap("equal-epochs", "How well do rate and batch go together after equal epochs?", "rate", "batch", Accuracy)
            { Where = [("at", "equal epochs")] },
        new Heatmap("equal-steps", "How well do rate and batch go together after equally many steps?", "rate", "batch", Accuracy)
            { Where = [("at", "equal steps")] },
        new LearningCurves("oscillation", "What do too small and too large rates do to the loss in the course of training?")
        {
            Lines = "rate", Metric = Metrics.Loss, LogScale = true, EachSeed = true,
            Where = [("at", "equal epochs"), ("batch", (10, "batch 10")), ("rate", 0.001), ("rate", 0.01), ("rate", 0.1), ("rate", 1.0)],
        },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        VariantResults Of(int batch, double rate) => results[FormattableString.Invariant($"batch {batch}, rate {rate}")];
        SeedValues Best(int batch) =>
            SeedValues.LevelOfLeast($"best rate of batch {batch}", [.. Rates.Select(rate => (rate, End(Of(batch, rate))))]);
        SeedValues Least(int batch, string at) => SeedValues.MinOf($"least loss of batch {batch} over all rates",
            [.. Rates.Select(rate => End(results[FormattableString.Invariant($"batch {batch}, rate {rate}{at}")]))]);
        return
        [
            new("Too small a rate is slow: after the same epochs the training loss at 0.001 is above that at 0.1", Source,
                Of(10, 0.001).TrainingLoss.Last() / Of(10, 0.1).TrainingLoss.Last(), Above(1)),
            new("Too large a rate does not settle: the training loss at 1 never gets as low as that at 0.1", Nielsen,
                Of(10, 1).TrainingLoss.Min() / Of(10, 0.1).TrainingLoss.Min(), Above(1)),
            new("Too large a rate oscillates: at 1 the loss rises from one measurement to the next more often than at 0.1", Source,
                Rises(results, Of(10, 1)) - Rises(results, Of(10, 0.1)), Above(0)),
            new("The batch size is a remedy of underfitting: after equal epochs a batch of 10 is at a lower loss than any rate gives 1,000",
                Source, Least(10, "") / Least(1_000, ""), Below(1)),
            new("Larger batches give better gradients: after equal steps a batch of 1,000 is at a lower loss than any rate gives 10",
                Goodfellow, Least(1_000, ", equal steps") / Least(10, ", equal steps"), Below(1)),
            new("With the rate multiplied as the batch is, training goes the same way: 100 at 0.1 as 10 at 0.01", Goyal,
                End(Of(100, 0.1)) / End(Of(10, 0.01)), Near(1, within: 0.05)),
            new("The larger the batch, the larger its best rate: that of 100 is above that of 1", Goyal, Best(100) / Best(1), Above(1)),
            new("From a batch of 1 to one of 100 the best rate grows as the batch does, 100 times", Goyal,
                Best(100) / Best(1), About(100, factor: 2)),
        ];
    }

    private static IEnumerable<int> Batches(Settings settings) => new[] { 1, 10, 100, 1_000 }.Union([settings.BatchSize]).Order();
    private static IEnumerable<double> RatesOf(Settings settings) => Rates.Union([settings.Optimizer.LearningRate]).Order();
    private static SeedValues End(VariantResults variant) => variant.ValidationLoss.Last().OnLogScale();
    private static SeedValues Accuracy(VariantResults variant) => variant.ValidationAccuracy.Last();

    // How often the validation loss is higher than at the measurement before.
    private static SeedValues Rises(ResultTable results, VariantResults variant) =>
        results.StepCurve(variant.Name, Metrics.Loss, Splits.Validation).Of("rises of the validation loss", values =>
            values.Zip(values.Skip(1)).Count(pair => pair.Second > pair.First));

    private static Module<Tensor, Tensor> Network(int units) => Mlp.Of([784, units, 10], Activation.Relu, Initializer.HeNormal);
}
