namespace Experiments.Recipes;

/// <summary>Batch normalization: what it does to deep networks, to saturating units and to large learning rates.</summary>
public sealed class BatchNorm : Recipe
{
    private const int Deep = 10;
    private static readonly double[] Rates = [0.01, 0.1, 1];

    public override string Question => "What does batch normalization buy?";
    public override Source Source => Sources.Ioffe("sec. 1 to 3");

    // 156 whole batches: from a last one of few images batch normalization would take a tenth of the statistics that it is tested with.
    public override Settings Defaults => new() { Epochs = 4, BatchSize = 64, TrainingImages = 9_984, ActivationsEveryEpoch = true };

    public override Settings QuickSettings => base.QuickSettings with { Epochs = 2, TrainingImages = 2_000 };
    public override int QuickSeeds => 2;

    // With and without it, at two depths, with a saturating activation function and another one, over learning rates.
    public override IEnumerable<Variant> Variants(Settings settings) =>
        from activation in new[] { Activation.Sigmoid, Activation.Relu }
        from hidden in new[] { 3, Deep }
        from normalized in new[] { false, true }
        from rate in Rates
        let weights = activation == Activation.Relu ? Initializer.HeNormal : Initializer.LeCunNormal
        select new Variant(
            Model.Of(Network, hidden, activation, weights, normalized), settings with { Optimizer = new Sgd(rate) })
        {
            ["activation"] = activation.Name, ["hidden"] = hidden, ["normalization"] = normalized ? "batch norm" : "plain",
            ["rate"] = rate,
        };

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new SettingSweep("rates-deep", "How large may the learning rate be, with 10 hidden layers?", "rate",
            "validation accuracy after training (%)", Final)
            { Lines = "activation, normalization", Where = [("hidden", Deep)], FactorLabel = Rate, LogFactor = true, Possible = (0, 100) },
        new SettingSweep("rates-shallow", "And with 3?", "rate", "validation accuracy after training (%)", Final)
            { Lines = "activation, normalization", Where = [("hidden", 3)], FactorLabel = Rate, LogFactor = true, Possible = (0, 100) },
        new LearningCurves("accuracy", "Does batch normalization speed training up, at a rate of 0.1?")
            { Panels = "activation, hidden", Lines = "normalization", Where = [("rate", 0.1)], Metric = Metrics.Error, LogScale = true },
        new LayerHistory("activation-spread", "What becomes of the spread of activations, layer by layer?", Metrics.ActivationDeviation)
            { Panels = "activation, normalization", Where = [("hidden", Deep), ("rate", 0.1)] },
        new LayerHistory("activation-mean", "What becomes of the mean of activations, layer by layer?", Metrics.ActivationMean)
            { Panels = "activation, normalization", Where = [("hidden", Deep), ("rate", 0.1)] },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        VariantResults Of(string activation, int hidden, string normalization, double rate) =>
            results[FormattableString.Invariant($"{activation}, {hidden} hidden, {normalization}, rate {rate}")];
        SeedValues Gain(string activation, int hidden, double rate) =>
            Final(Of(activation, hidden, "batch norm", rate)) - Final(Of(activation, hidden, "plain", rate));
        var (plain, normalized) = (Of("ReLU", Deep, "plain", 0.1), Of("ReLU", Deep, "batch norm", 0.1));
        return
        [
            new("Batch normalization allows much higher learning rates: at 1, 10 layers of ReLU learn with it and not without", Source,
                Gain("ReLU", Deep, 1), Above(0)),
            new("It makes saturating units usable in deep networks: 10 layers of sigmoid learn at 0.1", Source,
                Gain("sigmoid", Deep, 0.1), Above(0)),
            new("It reaches the same accuracy in fewer steps: after an epoch 10 layers of ReLU are ahead", Source,
                normalized.ValidationAccuracy.At(epoch: 1) - plain.ValidationAccuracy.At(epoch: 1), Above(0)),
            new("It is ahead after training, too", Source, Gain("ReLU", Deep, 0.1), Above(0)),
            new("It keeps the distribution of a layer's inputs stable: the last hidden layer's deviation changes less in training", Source,
                Change(normalized) - Change(plain), Below(0)),
        ];
    }

    private const string Rate = "learning rate";

    private static SeedValues Final(VariantResults variant) => variant.ValidationAccuracy.Last();

    // |ln| of the factor by which training changes the deviation.
    private static SeedValues Change(VariantResults variant)
    {
        var deviation = variant.ActivationDeviation[Deep];
        return (deviation.Last() / deviation.At(0)).Each("", ratio => Math.Abs(Math.Log(ratio))) with { Scale = Scale.Linear };
    }

    // Normalization stands before the activation function, as in the paper.
    private static Module<Tensor, Tensor> Network(int hidden, Activation activation, Initializer weights, bool normalized) => Mlp.Of(
        [784, .. Enumerable.Repeat(100, hidden), 10], weights, Initializer.Zeros,
        after: units => [normalized ? BatchNorm1d(units) : Identity(), activation.Module()]);
}
