namespace Experiments.Recipes;

public sealed record InitSettings : Settings
{
    [Meaning("factor of the variance of all initial weights: one more hyperparameter", Above = 0)]
    public double Gain { get; init; } = 1;
    [Meaning("passes through the training images for the networks with 30 hidden layers", AtLeast = 1)]
    public int DeepEpochs { get; init; } = 10; // enough to tell slow from stalled
    [Meaning("units of each hidden layer, but for the networks with 30", AtLeast = 1, NotHashedAt = 100)]
    public int Width { get; init; } = 100;
}

/// <summary>Initialization: where signals and gradients vanish or explode before training, nothing is learned.</summary>
public sealed class Init : Recipe<InitSettings>
{
    private static readonly (string Name, Initializer Weights)[] Rules = // the same on all layers; biases 0
    [
        ("zeros", Initializer.Zeros), ("N(0,1)", Initializer.StandardNormal), ("N(0,0.01²)", Initializer.Normal(0.01)),
        ("LeCun", Initializer.LeCunNormal), ("Glorot", Initializer.GlorotNormal), ("He", Initializer.HeNormal),
    ];
    private static readonly double[] Factors = [0.5, 0.9, 1, 1.1, 1.5]; // of the identity, in linear networks
    private static readonly Source Notes = Sources.ImprovingNetworks("vanishing and exploding");
    private static readonly Source He = Sources.He("sec. 2.2");

    public override string Question => "Which initialization lets a deep network train?";
    public override Source Source => Sources.Ng("1.11");
    public override InitSettings Defaults => new()
    {
        Epochs = 3, BatchSize = 128, Optimizer = new Sgd(LearningRate: 0.01, Momentum: 0.9), Activations = true, HistogramBins = 40,
        EvaluationsPerEpoch = 10, GradientHistograms = true, UpdateRatios = true,
    };
    public override Settings QuickSettings => (InitSettings)base.QuickSettings with { DeepEpochs = 2 };
    public override Factors Baseline(InitSettings settings) => [("activation", "ReLU"), ("layers", 10)];

    // The initial weights vary; then the same rules in networks three times as deep; then a signal's way through linear layers.
    public override IEnumerable<Variant> Variants(InitSettings settings) =>
    [
        .. from activation in new[] { Activation.Tanh, Activation.Relu }
           from rule in Rules
           let model = Model.Of(Network, 10, settings.Width, activation, rule.Weights with { Gain = settings.Gain })
           select new Variant(model, settings) { ["activation"] = activation.Name, ["init"] = rule.Name },
        .. from rule in Rules.TakeLast(3)
           let model = Model.Of(Network, 30, 64, Activation.Relu, rule.Weights with { Gain = settings.Gain })
           let longer = settings with { Epochs = settings.DeepEpochs, HistogramBins = 0 }
           select new Variant(model, longer) { ["layers"] = 30, ["init"] = rule.Name },
        .. from factor in Factors select new Variant(LinearSignal.Of(factor), Defaults with { Quick = settings.Quick }) // not trained
           { ["network"] = "linear", ["W"] = (factor, LinearSignal.NameOf(factor)) },
    ];

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new LayerProfile("activations", "How large are activations before training, layer by layer?", Metrics.ActivationDeviation)
            { Panels = "activation, layers", Lines = "init" },
        new LayerProfile("gradients", "How large are gradients before training, layer by layer?", Metrics.WeightGradient)
            { Panels = "activation, layers", Lines = "init", LayerLabel = "layer, the output last" },
        new Histograms("histograms", "What do activations look like before training where it works, and where it does not?", 1, 4, 7, 10)
            { Lines = "init", Range = (-1, 1), Where = Telling },
        new LearningCurves("accuracy", "Which initialization lets a network with 10 hidden layers train?")
            { Panels = "activation", Lines = "init", Metric = Metrics.Error, LogScale = true, LogEpochs = true },
        new Heatmap("final-accuracy", "Which initialization suits which activation?", "init", "activation", Final),
        new LearningCurves("thirty-layers", "Which initialization lets a network with 30 hidden layers of ReLU train?")
            { Panels = "init", Lines = "init", Where = [("layers", 30)], EachSeed = true },
        new LayerMap("thirty-layers-gradients", "How large are the gradients of 30 hidden layers of ReLU while they train?",
            Metrics.WeightGradient) { Panels = "init", Where = [("layers", 30)], LogEpochs = true },
        new Ridges("gradient-sizes", "Which initialization gives all layers gradients of one size, with tanh?", Metrics.GradientHistogram)
            { Panels = "init", Where = Telling },
        new LayerProfile("updates", "By how much do steps of the first epoch change each layer's weights?", Metrics.UpdateRatio)
            { Panels = "activation", Lines = "init", Epoch = 1, LayerLabel = "layer, the output last" },
        new LayerProfile("linear", "How does a signal fare in a deep network of linear layers?", LinearSignal.Norm)
        {
            Lines = "W", Where = [("network", "linear")], Label = "size of the signal, ‖W[L]…W[1] x‖ / ‖x‖", LayerLabel = "layers, L",
            Published = Factors.ToDictionary(factor => $"linear, {LinearSignal.NameOf(factor)}", LinearSignal.ClosedForm),
            PublishedLabel = "closed form, the factor to the power of L", PublishedHoldsAnywhere = true,
        },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results) =>
    [
        new("Weights slightly above the identity make the signal explode, as 1.5^L", Notes,
            LinearSignal.OverClosedForm(results["linear, W = 1.5 I"], 1.5), Near(1, within: 1e-4)) { OnAnyData = true },
        new("Weights slightly below the identity make it vanish, as 0.5^L", Notes,
            LinearSignal.OverClosedForm(results["linear, W = 0.5 I"], 0.5), Near(1, within: 1e-4)) { OnAnyData = true },
        new("The more inputs, the smaller each weight must be: with N(0,1) and 100 inputs most tanh units are saturated", Source,
            results["tanh, N(0,1)"].ActivationSaturated[10].At(0), Above(50)),
        new("With tanh, var(w) = 1/n_in lets activations neither vanish nor explode: less than a tenth per layer", Source,
            results["tanh, LeCun"].ActivationDeviation.RatioPerLayer(1, 10, epoch: 0), Between(0.9, 1.1)),
        new("With tanh, var(w) = 1/n_in is the choice: it trains better than 2/n_in", Source,
            Final(results["tanh, LeCun"]) - Final(results["tanh, He"]), Above(0)),
        new("With ReLU, var(w) = 2/n_in works better than 1/n_in", Source,
            Final(results["ReLU, He"]) - Final(results["ReLU, LeCun"]), Above(0)),
        new("A good initialization speeds training up: after one epoch He is ahead of N(0,0.01²) by more than 50 points", Source,
            results["ReLU, He"].ValidationAccuracy.At(1) - results["ReLU, N(0,0.01²)"].ValidationAccuracy.At(1), Above(50)),
        new("A multiplier on the variance is of low priority: twice the variance (He over LeCun, ReLU) gains less than one point", Source,
            Final(results["ReLU, He"]) - Final(results["ReLU, LeCun"]), Below(1)),
        new("With ReLU and var(w) = 1/n_in the signal's deviation shrinks by √½ per layer", He,
            results["ReLU, LeCun"].ActivationDeviation.RatioPerLayer(1, 10, epoch: 0), Near(Math.Sqrt(0.5), within: 0.03)),
        new("With ReLU and var(w) = 2/n_in it keeps its size", He,
            results["ReLU, He"].ActivationDeviation.RatioPerLayer(1, 10, epoch: 0), Near(1, within: 0.05)),
        new("With 30 layers of ReLU, var(w) = 1/n_in stalls completely", He,
            results["30 layers, LeCun"].ValidationAccuracy.Max(), Below(20)),
        new("With 30 layers of ReLU, var(w) = 2/n_in trains", He, results["30 layers, He"].ValidationAccuracy.Max(), Above(90)),
    ];

    private static (string, Level)[] Telling =>
        [("activation", "tanh"), ("init", "N(0,1)"), ("init", "N(0,0.01²)"), ("init", "LeCun"), ("init", "He")];
    private static SeedValues Final(VariantResults variant) => variant.ValidationAccuracy.Last();
    private static Module<Tensor, Tensor> Network(int hidden, int units, Activation activation, Initializer weights) =>
        Mlp.Of([784, .. Enumerable.Repeat(units, hidden), 10], activation, weights);
}
