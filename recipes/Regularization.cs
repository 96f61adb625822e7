namespace Experiments.Recipes;

/// <summary>Penalties, dropout and max-norm on few images: what they do to overfitting, and what to the weights.</summary>
public sealed class Regularization : Recipe
{
    private static readonly string[] All = ["none", "L2", "L1", "elastic net", "max-norm", "dropout", "dropout + L2", "dropout + max-norm"];
    private static readonly double[] L2Strengths = [2e-5, 2e-4, 2e-3, 2e-2];
    private static readonly double[] L1Strengths = [1e-6, 1e-5, 1e-4, 1e-3];
    private static readonly Source Notes = Sources.ImprovingNetworks("basic recipe, L2 regularization");
    private static readonly Source Tricks = Sources.TrainingTricks("overfitting");
    private static readonly Source Srivastava = Sources.Srivastava("sec. 6.5, table 9");

    public override string Question => "What do penalties do to overfitting, and what to the weights?";
    public override Source Source => Sources.DeepVision("L2, L1, elastic net");
    public override int Seeds => 10;
    public override int ChoosingSeeds => 3; // they choose strengths, by validation loss; the others report, by test loss

    public override Settings Defaults => new()
    {
        Epochs = 40, BatchSize = 50, Optimizer = new Adam(LearningRate: 0.001), TrainingImages = 2_000, GradientImages = 0,
        EvaluateEvery = 2, EvaluationImages = 5_000,
    };

    public override Settings QuickSettings => base.QuickSettings with { Epochs = 4, TrainingImages = 1_000, EvaluationImages = 1_000 };

    // What varies is what keeps the network from overfitting, and how strongly: λ of ½ λ w² (L2) and of λ |w| (L1), as in the source; of
    // the elastic net that of its L1. Then softmax regression, a network of one layer, with L2.
    public override IEnumerable<Variant> Variants(Settings settings) =>
    [
        Deep(settings, 0, "none"),
        .. from strength in L2Strengths select Deep(settings with { Penalty = new L2(strength) }, 0, "L2", strength),
        .. from strength in L1Strengths select Deep(settings with { Penalty = new L1(strength) }, 0, "L1", strength),
        .. from strength in L1Strengths[1..3]
           select Deep(settings with { Penalty = new ElasticNet(strength, 20 * strength) }, 0, "elastic net", strength),
        .. from norm in new[] { 1.0, 2.0, 3.0 } select Deep(settings with { MaxNorm = norm }, 0, "max-norm", norm),
        Deep(settings, 0.5, "dropout"),
        .. from strength in L2Strengths[1..3] select Deep(settings with { Penalty = new L2(strength) }, 0.5, "dropout + L2", strength),
        .. from norm in new[] { 2.0, 3.0 } select Deep(settings with { MaxNorm = norm }, 0.5, "dropout + max-norm", norm),
        .. from strength in L2Strengths.Prepend(0).Append(0.2)
           let longer = settings with { Penalty = new L2(strength), Epochs = 2 * settings.Epochs }
           select new Variant(Model.Of(SoftmaxRegression), longer)
           { ["by"] = "softmax regression, L2", ["strength"] = strength, Probes = [new WeightSizes()] },
    ];

    private static Variant Deep(Settings settings, double drop, string by, double? strength = null) =>
        new(Model.Of(Network, drop), settings)
        {
            Factors = strength is { } level ? [("by", by), ("strength", level)] : [("by", by)], Probes = [new WeightSizes()],
        };

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new LearningCurves("loss", "What keeps a network of 2,000 images from overfitting, at the strength chosen on validation images?")
            { Lines = "by", Metric = Metrics.Loss, Only = Compared, Range = (0.2, 0.4), MarkBest = true },
        new SettingSweep("strength", "How strong should a penalty be?", "strength", "validation loss at the end", EndLoss)
        {
            Lines = "by", FactorLabel = "λ", LogFactor = true, LogScale = true, Where = Penalties,
            Reference = (EndLoss(results["none"]).Mean.Estimate, "without, mean"),
        },
        new SettingSweep("nearly-zero", "Which penalty makes weights nearly 0?", "strength",
            "weights of layer 1 under 0.001 (%)", NearlyZero)
        {
            Lines = "by", FactorLabel = "λ", LogFactor = true, Where = Penalties, Possible = (0, 100),
            Reference = (NearlyZero(results["none"]).Mean.Estimate, "without, mean"),
        },
        new SettingSweep("norms", "How small does L2 make the weights, layer by layer?", "strength", Metrics.AxisLabel(Metrics.WeightNorm),
            [.. from layer in Enumerable.Range(1, 3) select ($"layer {layer}", (Func<VariantResults, SeedValues>)(of => Norm(of, layer)))])
            { FactorLabel = "λ", Where = [("by", "L2")], LogFactor = true, LogScale = true, MeasuresInOrder = true },
        new DotPlot("test-loss", "What does each save, at the strength chosen on validation images?", "test loss at the end",
            variant => TestLoss(Compared(results).First(chosen => chosen.Name == variant.Name)))
            { Lines = "by, strength", Only = Compared },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        var (none, dropout, regression) = (results["none"], results["dropout"], "softmax regression, L2");
        SeedValues Loss(string by) => TestLoss(Best(results, by));
        return
        [
            new("L2 pushes weights to be small: in every layer of every network their norm is below that without", Source,
                SeedValues.MaxOf("greatest ratio of a layer's norms",
                    [.. from layer in Enumerable.Range(1, 3) select Norm(results["L2, strength 0.002"], layer) / Norm(none, layer)]),
                AlwaysBelow(1)),
            new("and spread: less than a tenth of them is nearly 0", Source, NearlyZero(Best(results, "L2")), Below(10)),
            new("L1 drives weights to nearly zero: most of the first layer's are", Source, NearlyZero(Best(results, "L1")), Above(50)),
            new("So does the elastic net", Source, NearlyZero(Best(results, "elastic net")), Above(50)),
            new("L2 usually wins: its test loss is below that of L1", Source, Loss("L2") / Loss("L1"), Below(1)),
            new("Regularization is a remedy against high variance: L2 lowers the test loss", Notes, Loss("L2") / TestLoss(none), Below(1)),
            .. from remedy in new[] { ("L1", Tricks), ("elastic net", Source), ("max-norm", Srivastava) } select new Claim(
                $"Against overfitting {remedy.Item1} is a remedy, too: it lowers the test loss", remedy.Item2,
                Loss(remedy.Item1) / TestLoss(none), Below(1)),
            new("And so is dropout", Tricks, TestLoss(dropout) / TestLoss(none), Below(1)),
            new("Max-norm does better than L2", Srivastava, Loss("max-norm") / Loss("L2"), Below(1)),
            new("Dropout with L2 does better than L2", Srivastava, Loss("dropout + L2") / Loss("L2"), Below(1)),
            new("Dropout with max-norm does better than dropout with L2", Srivastava,
                Loss("dropout + max-norm") / Loss("dropout + L2"), Below(1)),
            new("In logistic regression, L2 lowers the test loss", Notes,
                Loss(regression) / TestLoss(results[$"{regression}, strength 0"]), Below(1)),
            new("Too much of it underfits: λ = 0.2 raises the training loss", Notes,
                results[$"{regression}, strength 0.2"].TrainingLoss.Last() / results[$"{regression}, strength 0"].TrainingLoss.Last(),
                Above(1)),
        ];
    }

    // λ of the penalties of the network with two hidden layers.
    private static (string, Level)[] Penalties => [("by", "L2"), ("by", "L1"), ("by", "elastic net"), ("by", "dropout + L2")];

    private static IEnumerable<VariantResults> Compared(ResultTable results) => All.Select(by => Best(results, by));

    private static VariantResults Best(ResultTable results, string by) => results.ChooseLeast(EndLoss, ("by", by));

    private static SeedValues EndLoss(VariantResults variant) => variant.ValidationLoss.Last().OnLogScale();
    private static SeedValues TestLoss(VariantResults variant) => variant.Metric(Metrics.Loss, Splits.Test).Last().OnLogScale();
    private static SeedValues Norm(VariantResults variant, int layer) => variant.ByLayer(Metrics.WeightNorm)[layer].Last().OnLogScale();
    private static SeedValues NearlyZero(VariantResults variant) => variant.ByLayer(Metrics.SmallWeights)[1].Last();

    // 784-256-256-10, ReLU. Weights of variance 2 / n_in, biases 0.
    private static Module<Tensor, Tensor> Network(double drop)
    {
        var network = Sequential();
        foreach (var inputs in new[] { 784, 256 })
        {
            network.append(Linear(inputs, 256).Start(Initializer.HeNormal)).append(ReLU());
            if (drop > 0)
            {
                network.append(nn.Dropout(drop));
            }
        }

        return network.append(Linear(256, 10).Start(Initializer.HeNormal));
    }

    private static Module<Tensor, Tensor> SoftmaxRegression() => Sequential(Linear(784, 10).Start(Initializer.LeCunNormal));
}
