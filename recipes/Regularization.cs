namespace Experiments.Recipes;

/// <summary>Penalties, dropout and max-norm on few images: what they do to overfitting, and what to the weights.</summary>
public sealed class Regularization : Recipe
{
    private static readonly double[] L2Strengths = [2e-4, 2e-3, 2e-2];
    private static readonly double[] L1Strengths = [1e-5, 1e-4, 1e-3];
    private static readonly Source Notes = Sources.ImprovingNetworks("L2 regularization");
    private static readonly Source Tricks = Sources.TrainingTricks("overfitting");
    private static readonly Source Srivastava = Sources.Srivastava("sec. 6.5, table 9");

    // What varies: the remedy and its strength, λ of ½ λ w² (L2) and of λ |w| (L1), as in the source; of the elastic net that of its L1;
    // of max-norm the greatest norm; 0 for no strength. Last, a network of one layer.
    private static readonly (string By, Model Model, double[] Strengths, Func<Settings, double, Settings> With)[] Remedies =
    [
        ("none", Model.Of(Network, 0.0), [0], (settings, _) => settings),
        ("L2", Model.Of(Network, 0.0), L2Strengths, WithL2),
        ("L1", Model.Of(Network, 0.0), L1Strengths, (settings, by) => settings with { Penalty = new L1(by) }),
        ("elastic net", Model.Of(Network, 0.0), L1Strengths, (settings, by) => settings with { Penalty = new ElasticNet(by, 20 * by) }),
        ("max-norm", Model.Of(Network, 0.0), [0.5, 1, 2], (settings, norm) => settings with { MaxNorm = norm }),
        ("dropout", Model.Of(Network, 0.5), [0], (settings, _) => settings),
        ("dropout + L2", Model.Of(Network, 0.5), L2Strengths, WithL2),
        ("softmax regression", Model.Of(SoftmaxRegression), [0], (settings, _) => Longer(settings)),
        ("softmax regression, L2", Model.Of(SoftmaxRegression), [.. L2Strengths, 0.2], (settings, by) => WithL2(Longer(settings), by)),
    ];

    public override string Question => "What do penalties do to overfitting, and what to the weights?";
    public override Source Source => Sources.DeepVision("L2, L1, elastic net");
    public override int Seeds => 15;
    public override int ChoosingSeeds => 3; // they choose strengths, by validation loss; the others report, by test loss

    public override Settings Defaults => new()
    {
        Epochs = 40, BatchSize = 50, Optimizer = new Adam(LearningRate: 0.001), TrainingImages = 2_000, GradientImages = 0,
        EvaluateEvery = 2, EvaluationImages = 5_000, WeightHistograms = true,
    };

    public override Settings QuickSettings => base.QuickSettings with { Epochs = 4, TrainingImages = 1_000, EvaluationImages = 1_000 };

    public override IEnumerable<Variant> Variants(Settings settings) =>
        from remedy in Remedies
        from strength in remedy.Strengths
        select new Variant(remedy.Model, remedy.With(settings, strength))
        {
            Factors = strength > 0 ? [("by", remedy.By), ("strength", strength)] : [("by", remedy.By)], Probes = [new WeightSizes()],
        };

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new LearningCurves("loss", "What keeps a network from overfitting 2,000 images, at the strength chosen on validation images?")
            { Lines = "by", Metric = Metrics.Loss, Only = Compared, Range = (0.24, 0.4), MarkBest = true },
        .. from sweep in new (string Name, string Title, string Label, Func<VariantResults, SeedValues> Measure)[]
           {
               ("strength", "How strong should a penalty be?", "validation loss, last 10 epochs", EndLoss),
               ("nearly-zero", "Which penalty makes weights nearly 0?", "weights of layer 1 under 0.001 (%)", Small),
           }
           select new SettingSweep(sweep.Name, sweep.Title, "strength", sweep.Label, sweep.Measure)
           {
               Lines = "by", Where = [("by", "L2"), ("by", "L1"), ("by", "elastic net"), ("by", "dropout + L2")], FactorLabel = "λ",
               LogFactor = true, Reference = (sweep.Measure(results["none"]).Mean.Estimate, "without, mean"),
           },
        new DotPlot("test-loss", "What does each save, at the strength chosen on validation images?", "test loss, last 10 epochs", TestLoss)
            { Lines = "by, strength", Only = Compared },
        new Ridges("weights", "What becomes of the weights, at the strength chosen on validation images?", Metrics.WeightHistogram)
            { Lines = "by", Only = Compared, AtEnd = true },
        new LayerProfile("norms", "Which makes weights small, at the strength chosen on validation images?", Metrics.WeightNorm)
            { Lines = "by", Only = Compared, AtEnd = true },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        var (none, l2, regression, layers) = (results["none"], Best(results, "L2"), results["softmax regression"], new[] { 1, 2, 3 });
        SeedValues Loss(string by, string over = "none") => TestLoss(Best(results, by)) / TestLoss(Best(results, over));
        return
        [
            new("L2 pushes weights to be small: in all layers their norm is below that without", Source,
                SeedValues.MaxOf("greatest ratio of norms", [.. layers.Select(layer => Norm(l2, layer) / Norm(none, layer))]), Below(1)),
            new("and spread: less than a tenth of them is nearly 0", Source, Small(l2), Below(10)),
            new("L1 drives weights to nearly zero: most of the first layer's are", Source, Small(Best(results, "L1")), Above(50)),
            .. from remedy in new[] { "L2", "L1", "dropout", "elastic net", "max-norm" } select new Claim(
                $"Against overfitting: {remedy} lowers the test loss", remedy == "max-norm" ? Srivastava : Tricks, Loss(remedy), Below(1)),
            new("L2 usually wins: its test loss is below that of L1", Source, Loss("L2", over: "L1"), Below(1)),
            new("Max-norm does better than L2", Srivastava, Loss("max-norm", over: "L2"), Below(1)),
            new("Dropout with L2 does better than L2", Srivastava, Loss("dropout + L2", over: "L2"), Below(1)),
            new("In logistic regression, L2 lowers the test loss", Notes, Loss("softmax regression, L2", over: regression.Name), Below(1)),
            new("Too much of it underfits: λ = 0.2 raises the training loss", Notes,
                results["softmax regression, L2, strength 0.2"].TrainingLoss.Last() / regression.TrainingLoss.Last(), Above(1)),
        ];
    }

    private static IEnumerable<VariantResults> Compared(ResultTable results) => Remedies[..^2].Select(remedy => Best(results, remedy.By));
    private static VariantResults Best(ResultTable results, string by) => results.ChooseLeast(EndLoss, ("by", by));
    private static SeedValues EndLoss(VariantResults variant) => variant.ValidationLoss.GeometricMeanOfLast(10);
    private static SeedValues TestLoss(VariantResults variant) => variant.TestLoss.GeometricMeanOfLast(10);
    private static SeedValues Norm(VariantResults variant, int layer) => variant.ByLayer(Metrics.WeightNorm)[layer].Last().OnLogScale();
    private static SeedValues Small(VariantResults of) => of.ByLayer(Metrics.SmallWeights)[1].Last().Named($"small weights ({of.Name})");
    private static Settings WithL2(Settings settings, double strength) => settings with { Penalty = new L2(strength) };
    private static Settings Longer(Settings settings) => settings with { Epochs = settings.Epochs * 5 / 2 };

    // 784-256-256-10, ReLU. Weights of variance 2 / n_in, biases 0.
    private static Module<Tensor, Tensor> Network(double drop) =>
        Mlp.Of([784, 256, 256, 10], Initializer.HeNormal, Initializer.Zeros, after: _ => [ReLU(), nn.Dropout(drop)]);

    private static Module<Tensor, Tensor> SoftmaxRegression() => Sequential(Linear(784, 10).Start(Initializer.LeCunNormal));
}
