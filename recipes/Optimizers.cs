namespace Experiments.Recipes;

/// <summary>Optimizers, each at the rate that some seeds choose on validation images and others report on test images.</summary>
public sealed class Optimizers : Recipe
{
    // As the source has them, but for ε, which is outside the root, as in torch.optim. Its momentum is a running mean.
    private static readonly (string Name, Optimizer Optimizer, double[] Rates)[] Forms =
    [
        ("SGD", new Sgd(), [0.01, 0.03, 0.1, 0.3, 1, 3]),
        ("momentum", new Sgd(Momentum: 0.9, Averaged: true), [0.01, 0.03, 0.1, 0.3, 1, 3]),
        ("classical momentum", new Sgd(Momentum: 0.9), [0.003, 0.01, 0.03, 0.1, 0.3]),
        ("Adagrad", new Adagrad(Epsilon: 1e-7), [0.003, 0.01, 0.03, 0.1, 0.3]),
        ("RMSProp", new RmsProp(Decay: 0.9, Epsilon: 1e-7), [0.0003, 0.001, 0.003, 0.01, 0.03]),
        ("Adam", new Adam(Epsilon: 1e-7), [0.0003, 0.001, 0.003, 0.01, 0.03]),
    ];

    private static readonly Source Tuned = new("Schmidt et al. 2021, Descending through a Crowded Valley", "sec. 4");

    public override string Question => "Which optimizer trains best, each at its best learning rate?";
    public override Source Source => Sources.TrainingTricks("optimizers");
    public override int Seeds => 15;
    public override int ChoosingSeeds => 5;

    public override Settings Defaults => new() { Epochs = 5, BatchSize = 64, TrainingImages = 10_000, GradientImages = 0 };
    public override Settings QuickSettings => base.QuickSettings with { TrainingImages = 3_000, EvaluationImages = 1_000 };

    // What varies is the optimizer, and for each its learning rate.
    public override IEnumerable<Variant> Variants(Settings settings) =>
        from form in Forms
        from rate in form.Rates
        select new Variant(Model.Of(Network, 100), settings with { Optimizer = form.Optimizer with { LearningRate = rate } })
        { ["optimizer"] = form.Name, ["rate"] = rate, Probes = [new StepSizes()] };

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new SettingSweep("rates", "Which learning rate suits which optimizer?", "rate", "training loss", TrainingLoss)
            { Lines = "optimizer", FactorLabel = "learning rate", LogFactor = true, LogScale = true },
        new LearningCurves("loss", "How fast does each optimizer learn, at the rate chosen on validation images?")
            { Lines = "optimizer, rate", Metric = Metrics.Loss, Split = Splits.Train, LogScale = true, Only = Chosen },
        new LayerHistory("steps", "What becomes of the step at a rate of 0.01?", Metrics.StepSize)
            { Panels = "optimizer", Where = [.. Adaptive, ("rate", 0.01)] },
        new DotPlot("best", "How well does each optimizer do at the rate chosen on validation images?", "test accuracy (%)",
            variant => variant.TestAccuracy.Last())
            { Lines = "optimizer, rate", Only = Chosen, Possible = (0, 100) },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        SeedValues Loss(string optimizer) => TrainingLoss(Best(results, optimizer));
        return
        [
            new("Momentum speeds SGD up: at the same rate, 0.1, its training loss is lower", Source,
                TrainingLoss(results["momentum, rate 0.1"]) / TrainingLoss(results["SGD, rate 0.1"]), Below(1)),
            new("Momentum speeds SGD up: each at its best rate, its training loss is lower", Source,
                Loss("momentum") / Loss("SGD"), Below(1)),
            new("Momentum damps oscillation: at a rate of 1 its training loss is lower than that of SGD", Source,
                TrainingLoss(results["momentum, rate 1"]) / TrainingLoss(results["SGD, rate 1"]), Below(1)),
            new("As a running mean of gradients, momentum is classical momentum at ten times the rate", Source,
                TrainingLoss(results["momentum, rate 0.1"]) / TrainingLoss(results["classical momentum, rate 0.01"]), Near(1, within: 0.01))
                { OnAnyData = true },
            new("Adagrad's step only ever shrinks, in every layer of every network", Source,
                Growth(results["Adagrad, rate 0.03"]), AlwaysBelow(1)),
            new("RMSProp's need not: as its mean decays, the step grows from some epoch to the next", Source,
                Growth(results["RMSProp, rate 0.003"]), Above(1)),
            new("So Adagrad can end too early: at its best, its training loss stays above that of RMSProp", Source,
                Loss("Adagrad") / Loss("RMSProp"), Above(1)),
            new("Adam, momentum and RMSProp together, is the better optimizer against underfitting: its training loss is below that of SGD",
                Source, Loss("Adam") / Loss("SGD"), Below(1)),
            new("Adam has a lower training loss than RMSProp alone", Source, Loss("Adam") / Loss("RMSProp"), Below(1)),
            new("Tuned, optimizers do about equally well: the best and the worst are within a point of test accuracy", Tuned,
                Spread([.. Chosen(results).Select(best => best.TestAccuracy.Last())]), Below(1)),
        ];
    }

    private static (string, Level)[] Adaptive => [("optimizer", "Adagrad"), ("optimizer", "RMSProp"), ("optimizer", "Adam")];

    private static IEnumerable<VariantResults> Chosen(ResultTable results) => Forms.Select(form => Best(results, form.Name));

    private static VariantResults Best(ResultTable results, string optimizer) =>
        results.ChooseLeast(variant => variant.ValidationLoss.Last(), ("optimizer", optimizer));

    private static SeedValues TrainingLoss(VariantResults variant) => variant.TrainingLoss.Last().OnLogScale();

    private static SeedValues Spread(SeedValues[] numbers) =>
        SeedValues.MaxOf("greatest test accuracy", numbers) - SeedValues.MinOf("least test accuracy", numbers);

    // By how much the mean step of a layer grows at most from an epoch to the next.
    private static SeedValues Growth(VariantResults variant) => SeedValues.MaxOf("greatest factor of a step from an epoch to the next",
        [.. from layer in new[] { 1, 2 }
            select variant.ByLayer(Metrics.StepSize)[layer].Of("greatest factor", "×", rows => rows.Count < 2 ? null
                : rows.Zip(rows.Skip(1)).Max(pair => pair.Second.Value / pair.First.Value)).OnLogScale()]);

    private static Module<Tensor, Tensor> Network(int units) => Mlp.Of([784, units, 10], Activation.Relu, Initializer.HeNormal);
}
