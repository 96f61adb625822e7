namespace Experiments.Recipes;

/// <summary>Activation functions: where products of their slopes shrink, first layers hardly learn.</summary>
public sealed class Activations : Recipe
{
    // Each with the initial variance that suits it; biases 0.
    private static readonly (Activation Function, Initializer Weights)[] Functions =
    [
        (Activation.Sigmoid, Initializer.LeCunNormal), (Activation.Tanh, Initializer.LeCunNormal),
        (Activation.Relu, Initializer.HeNormal), (Activation.LeakyRelu, Initializer.HeNormal), (Activation.Elu, Initializer.LeCunNormal),
    ];

    private static readonly int[] Depths = [1, 3, 5, 8];

    public override string Question => "Does ReLU cure vanishing gradients?";
    public override Source Source => Sources.TrainingTricks("underfitting, ReLU instead of sigmoid");

    public override Settings Defaults => new()
    {
        Epochs = 5, BatchSize = 10, Optimizer = new Sgd(LearningRate: 0.1), TrainingImages = 10_000,
        EvaluationsPerEpoch = 10, EvaluationsPerEpochUntil = 1,
    };

    // The activation function varies, and the number of hidden layers.
    public override IEnumerable<Variant> Variants(Settings settings) =>
        from function in Functions
        from hidden in Depths
        select new Variant(Model.Of(Network, hidden, function.Function, function.Weights), settings)
        {
            ["activation"] = function.Function.Name, ["hidden"] = hidden, Probes = [new DeadUnits()],
        };

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new SettingSweep("first-over-last", "Does the gradient get through to the first layer, before training?", "hidden",
            "‖∂C/∂b‖ of the first layer over the last hidden one's", FirstOverLast)
            { Lines = "activation", FactorLabel = "hidden layers", LogScale = true, Reference = (1, "all layers alike") },
        new LayerProfile("gradients", "How large are gradients before training, layer by layer?", Metrics.BiasGradient)
            { Panels = "hidden", Lines = "activation", Where = [("hidden", 3), ("hidden", 8)], HiddenOnly = true },
        new LearningCurves("accuracy", "Which activation function lets a deep network train?")
            { Panels = "hidden", Lines = "activation", Metric = Metrics.Error, LogScale = true, LogEpochs = true },
        new Heatmap("final-accuracy", "How deep can a network be with each activation function?", "hidden", "activation", Final),
        new LayerProfile("dead-units", "How many units are dead after training, with 8 hidden layers?", Metrics.DeadUnits)
            { Lines = "activation", Where = [("hidden", 8)], LogScale = false, AtEnd = true },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        VariantResults Of(string activation, int hidden) => results[$"{activation}, {hidden} hidden"];
        SeedValues Lower(int hidden) => Of("ReLU", hidden).TrainingLoss.Last() / Of("sigmoid", hidden).TrainingLoss.Last();
        var (relu, elu) = (Of("ReLU", 8), Of("ELU", 8));
        return
        [
            new("With sigmoid each of 8 hidden layers multiplies the gradient by less than a quarter on its way back",
                Sources.Nielsen("ch. 5"), Of("sigmoid", 8).BiasGradient.RatioPerLayer(1, 8, epoch: 0), Above(4)),
            new("With ReLU, whose slope is 1, products do not shrink: through 8 hidden layers less than a tenth per layer", Source,
                relu.BiasGradient.RatioPerLayer(1, 8, epoch: 0), Between(0.9, 1.1)),
            new("ReLU instead of sigmoid helps against underfitting: training loss is lower, at every depth", Source,
                SeedValues.MaxOf("training loss after training, ReLU over sigmoid, the greatest of all depths", [.. Depths.Select(Lower)]),
                Below(1)),
            new("With ReLU instead of sigmoid a network with 5 hidden layers trains", Source,
                Final(Of("ReLU", 5)) - Final(Of("sigmoid", 5)), Above(0)),
            new("SGD gets stuck where the gradient is next to 0: with 8 hidden layers of sigmoid the network guesses in all epochs",
                Sources.TrainingTricks("SGD"), Of("sigmoid", 8).ValidationAccuracy.Max(), Below(20)),
            new("Leaky ReLU does nearly the same as ReLU: with 8 hidden layers accuracy within a point", Sources.Maas("sec. 5"),
                Final(Of("leaky ReLU", 8)) - Final(relu), Between(-1, 1)),
            new("In networks with more than 5 layers, ELU learns faster than ReLU: after an epoch the training loss is lower",
                Sources.Clevert, elu.TrainingLoss.At(epoch: 1) / relu.TrainingLoss.At(epoch: 1), Below(1)),
            new("In networks with more than 5 layers, ELU generalizes better than ReLU", Sources.Clevert,
                Final(elu) - Final(relu), Above(0)),
        ];
    }

    private static SeedValues Final(VariantResults variant) => variant.ValidationAccuracy.Last();

    private static SeedValues FirstOverLast(VariantResults variant) =>
        variant.BiasGradient.Ratio(1, over: variant.BiasGradient.Layers.SkipLast(1).LastOrDefault(1), epoch: 0)
            .Named($"gradient of the first hidden layer over the last one's, before training ({variant.Name})");

    private static Module<Tensor, Tensor> Network(int hidden, Activation activation, Initializer weights) =>
        Mlp.Of([784, .. Enumerable.Repeat(30, hidden), 10], activation, weights);
}
