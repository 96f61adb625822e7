using Experiments.Probes;
using Members = Experiments.Models.Ensemble;

namespace Experiments.Recipes;

/// <summary>Dropout as an average of sub-networks, beside averages of networks that were trained apart.</summary>
public sealed class Ensemble : Recipe
{
    private const double Half = 0.5;
    private static readonly int[] Counts = [1, 2, 5, 10, 20, 50]; // of masks
    private static readonly Source Gal = new("Gal and Ghahramani 2016, Dropout as a Bayesian Approximation", "sec. 5");
    private static readonly Source Deep = new("Lakshminarayanan et al. 2017, Simple and Scalable Predictive Uncertainty", "sec. 3");

    public override string Question => "Is dropout an average of many networks?";
    public override Source Source => Sources.DeepVision("Dropout, two readings");

    public override Settings Defaults => new()
    {
        Epochs = 20, BatchSize = 100, Optimizer = new Adam(LearningRate: 0.001), TrainingImages = 5_000,
        TestPredictions = true, EvaluateEvery = 1_000, GradientImages = 0,
    };

    public override Settings QuickSettings => base.QuickSettings with { TrainingImages = 2_000, EvaluationImages = 1_000 };

    // One network or five that know nothing of each other, with dropout and without.
    public override IEnumerable<Variant> Variants(Settings settings) =>
        from networks in new[] { (Count: 1, Label: "one network"), (Count: 5, Label: "five networks") }
        from drop in new[] { 0, Half }
        select new Variant(
            networks.Count == 1 ? Model.Of(Network, drop) : Model.Of(Networks, networks.Count, drop),
            networks.Count == 1 ? settings : settings with { Loss = new EnsembleLoss() })
        {
            ["networks"] = networks, ["drop"] = drop, Probes = [new AveragedPredictions(Counts, Half)],
        };

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        .. from chart in new (string Of, string Title, string Label, Func<VariantResults, SeedValues> AllUnits)[]
           {
               ("loss", "How many masks does an average need?", "test loss", Loss),
               ("error", "Does an average over masks err less often than a single one?", "test error (%)", Error),
               ("calibration", "Is an average over masks as often right as it is sure?", "calibration error (%)", Calibration),
           }
           select new LayerProfile($"masks-{chart.Of}", chart.Title, $"masks.{chart.Of}")
           {
               Lines = "drop", Where = [("networks", 1), ("drop", Half)], LayerLabel = "masks averaged", Label = chart.Label, AtEnd = true,
               LogScale = false,
               Reference = (chart.AllUnits(results["one network, drop 0.5"]).Mean.Estimate, "testing with all units, mean"),
           },
        new LayerProfile("members", "What does each further network add?", "members.error")
        {
            Lines = "drop", Where = [("networks", 5)], LayerLabel = "networks averaged", Label = "test error (%)", AtEnd = true,
            LogScale = false,
        },
        new ReliabilityDiagram("reliability", "Which of them are as often right as they are sure?") { Lines = "networks, drop" },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        var (plain, dropout) = (results["one network, drop 0"], results["one network, drop 0.5"]);
        var five = results["five networks, drop 0"];
        SeedValues Masks(VariantResults variant, string what, int masks) => variant.ByLayer($"masks.{what}")[masks].Last();
        SeedValues Cost(VariantResults variant) => Masks(variant, "error", 1) - Error(variant);
        return
        [
            new("Testing with all units averages the sub-networks: an average over 50 masks errs as often, within half a point",
                Sources.Srivastava("sec. 7.5"), Masks(dropout, "error", 50) - Error(dropout), Between(-0.5, 0.5)),
            new("A sub-network alone errs more often than all of them together", Source, Cost(dropout), Above(0)),
            new("An average over 50 masks has a lower loss than testing with all units", Gal,
                Masks(dropout, "loss", 50) - Loss(dropout), Below(0)),
            new("Five networks that were trained apart err less often than one", Sources.Srivastava("sec. 1"),
                Error(five) - Error(plain), Below(0)),
            new("Five networks are better calibrated than one", Deep, Calibration(five) - Calibration(plain), Below(0)),
            new("One network with dropout does what five do: it errs as often, within half a point", Source,
                Error(dropout) - Error(five), Between(-0.5, 0.5)),
            new("Dropout stops units from co-adapting: to lose half of them in testing costs less where they were trained for it", Source,
                Cost(dropout) - Cost(plain), Below(0)),
        ];
    }

    private static SeedValues Loss(VariantResults variant) => variant.TestLoss.Last();
    private static SeedValues Error(VariantResults variant) => variant.TestError.Last();
    private static SeedValues Calibration(VariantResults variant) => variant.Metric(Metrics.CalibrationError, Splits.Test).Last();

    // 784-512-512-10, ReLU, dropout after both hidden layers. Weights of variance 2 / n_in, biases 0.
    private static Module<Tensor, Tensor> Network(double drop) =>
        Mlp.Of([784, 512, 512, 10], Initializer.HeNormal, Initializer.Zeros, after: _ => [ReLU(), nn.Dropout(drop)]);

    private static Module<Tensor, Tensor> Networks(int count, double drop) =>
        new Members([.. Enumerable.Range(0, count).Select(_ => Network(drop))]);
}
