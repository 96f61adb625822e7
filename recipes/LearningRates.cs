namespace Experiments.Recipes;

/// <summary>Learning rates: too small is slow, too large does not settle.</summary>
public sealed class LearningRates : Recipe
{
    public override string Question => "How large should the learning rate be?";

    public override Source Source => Sources.Nielsen("ch. 3, how to choose hyper-parameters");

    public override Settings Defaults => new()
    {
        Epochs = 30, BatchSize = 10, Optimizer = new Sgd(LearningRate: 0.25),
        Loss = Loss.CrossEntropyPerUnit, Penalty = new L2(5.0 / 50_000),
    };

    // Only the learning rate varies, by factors of the one that is set.
    public override IEnumerable<Variant> Variants(Settings settings) =>
        from factor in new[] { 0.1, 1, 10 }
        let optimizer = settings.Optimizer with { LearningRate = factor * settings.Optimizer.LearningRate }
        select new Variant(Model.Of(Network, 30), settings with { Optimizer = optimizer })
        { ["learning rate"] = optimizer.LearningRate };

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new LearningCurves("loss", "What does the learning rate do to the training loss?")
            { Lines = "learning rate", Metric = Metrics.Loss, Split = Splits.Train, LogScale = true },
        new SettingSweep("accuracy", "Which learning rate classifies best?", "learning rate", "best validation accuracy (%)",
            variant => variant.ValidationAccuracy.Max()) { LogFactor = true, Possible = (0, 100) },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results) =>
    [
        new("A rate of 0.025 is slow: after one epoch its training loss is above that of 0.25", Source,
            results["learning rate 0.025"].TrainingLoss.At(epoch: 1) / results["learning rate 0.25"].TrainingLoss.At(epoch: 1), Above(1)),
        new("A rate of 2.5 does not settle: its training loss never gets as low as that of 0.25", Source,
            results["learning rate 2.5"].TrainingLoss.Min() / results["learning rate 0.25"].TrainingLoss.Min(), Above(1)),
    ];

    // 784-30-10, sigmoid. Weights ~ N(0, 1/n_in), biases ~ N(0, 1), as in the source.
    private static Module<Tensor, Tensor> Network(int width) => Sequential(
        Linear(784, width).Start(Initializer.LeCunNormal, Initializer.StandardNormal), Sigmoid(),
        Linear(width, 10).Start(Initializer.LeCunNormal, Initializer.StandardNormal));
}
