namespace Experiments.Recipes;

/// <summary>Large weights: gradients grow from layer to layer on their way back, where units are not saturated.</summary>
public sealed class Exploding : Recipe
{
    private const int Hidden = 5;
    private const float Grey = 0.13f; // MNIST's mean pixel
    private static readonly double[] Scales = [0.5, 1, 3, 10, 30, 100];
    private static readonly double[] ReluScales = [0.5, 1, 2, 3];
    private static readonly Source Pascanu = Sources.Pascanu("sec. 3.2");

    public override string Question => "What do large weights do to gradients?";
    public override Source Source => Sources.Nielsen("ch. 5, the exploding gradient problem");

    public override Settings Defaults =>
        new() { Epochs = 5, BatchSize = 10, Optimizer = new Sgd(LearningRate: 0.1), TrainingImages = 10_000 };

    // The initial weights' scale k varies, and whether gradients are clipped: sigmoid as in the source, ReLU for what clipping cures.
    public override IEnumerable<Variant> Variants(Settings settings) =>
        from activation in new[] { Activation.Sigmoid, Activation.Relu }
        from clip in new double?[] { null, 1 }
        from k in activation == Activation.Relu ? ReluScales : Scales
        select new Variant(Model.Of(Network, k, activation), settings with { ClipNorm = clip })
        {
            ["activation"] = activation.Name, ["k"] = k, ["gradient"] = clip is null ? "as it is" : "clipped", Probes = [new AtRest()],
        };

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new LayerProfile("at-rest", "How large is the gradient in each layer, where z is 0?", AtRest.Metric)
            { Lines = "k", Where = [Sigmoid, AsItIs], Label = "‖∂C/∂b‖ for an image with z = 0 in all layers", HiddenOnly = true },
        new LayerProfile("gradients", "And over 1,000 images, for most of which z is not 0?", Metrics.BiasGradient)
            { Lines = "k", Where = [Sigmoid, AsItIs], HiddenOnly = true },
        new SettingSweep("first-over-last", "From which scale on do gradients explode?", "k", "first hidden layer over the last, ‖∂C/∂b‖",
            ("where z is 0", variant => Explosion(variant.ByLayer(AtRest.Metric))),
            ("over 1,000 images", variant => Explosion(variant.BiasGradient)))
            { Where = [Sigmoid, AsItIs], FactorLabel = Scale, LogFactor = true, LogScale = true, Reference = (1, "layers alike") },
        new SettingSweep("accuracy", "Which scale lets 5 layers of sigmoid train?", "k", "validation accuracy after training (%)", Final)
            { Lines = "gradient", Where = [Sigmoid], FactorLabel = Scale, LogFactor = true, Possible = (0, 100) },
        new SettingSweep("clipping", "Does clipping cure large weights, with ReLU?", "k", "validation accuracy after training (%)", Final)
        {
            Lines = "gradient", Where = [("activation", "ReLU")], FactorLabel = "k: weights ~ N(0, 2 k² / inputs)", LogFactor = true,
            Possible = (0, 100),
        },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        var (small, large) = (results["sigmoid, k 1, as it is"], results["sigmoid, k 100, as it is"]);
        return
        [
            new("With weights that are mostly below 1 the gradient vanishes: every layer has less than the next, in every network", Source,
                small.ByLayer(AtRest.Metric).MinRatioPerLayer(1, Hidden, epoch: 0), AlwaysAbove(1)) { OnAnyData = true },
            new("Large weights with z at 0 make it explode instead: every layer has more than the next, in every network", Source,
                SeedValues.MinOf("least ratio of a layer to the next, k = 100", [.. Enumerable.Range(1, Hidden - 1).Select(layer =>
                    large.ByLayer(AtRest.Metric).Ratio(layer, over: layer + 1, epoch: 0))]), AlwaysAbove(1)) { OnAnyData = true },
            new("With weights of 100 every layer multiplies the gradient by 25 on its way back", Source,
                large.ByLayer(AtRest.Metric).RatioPerLayer(Hidden, 1, epoch: 0).Each("×", factor => 1 / factor).OnLogScale(),
                About(25, factor: 2)) { OnAnyData = true },
            new("It explodes over all images, too, for which z is only near 0", Source, Explosion(large.BiasGradient), Above(1)),
            new("Clipping the gradient's norm cures it: with ReLU and k = 3 the network does better", Pascanu,
                Final(results["ReLU, k 3, clipped"]) - Final(results["ReLU, k 3, as it is"]), Above(0)),
            new("Clipping cures it with sigmoid and k = 100, too: the network gets more than half of the images right", Pascanu,
                Final(results["sigmoid, k 100, clipped"]), Above(50)),
        ];
    }

    private const string Scale = "k: weights ~ N(0, k² / inputs)";
    private static (string, Level) Sigmoid => ("activation", "sigmoid");
    private static (string, Level) AsItIs => ("gradient", "as it is");
    private static SeedValues Final(VariantResults variant) => variant.ValidationAccuracy.Last();
    private static SeedValues Explosion(LayerMetric metric) => metric.Ratio(1, over: Hidden, epoch: 0)
        .Named("gradient of the first hidden layer over the last one's, before training");

    // 784 pixels, 5 hidden layers of 30 units, 10 logits. Weights ~ N(0, k²/n_in), with ReLU twice that variance. With sigmoid, biases are
    // such that z is 0 in all layers for an image of mean grey, and so near 0 for others; with ReLU they are 0.
    private static Module<Tensor, Tensor> Network(double k, Activation activation)
    {
        var weights = (activation == Activation.Relu ? Initializer.HeNormal : Initializer.LeCunNormal) with { Gain = k * k };
        var network = Sequential();
        for (var layer = 1; layer <= Hidden + 1; layer++)
        {
            var linear = Linear(layer == 1 ? 784 : 30, layer > Hidden ? 10 : 30).Start(weights);
            using var withoutGraph = no_grad();
            var input = activation == Activation.Relu ? 0 : layer == 1 ? Grey : 0.5; // a sigmoid at 0 is ½
            linear.bias!.copy_(linear.weight.sum(1).mul(-input));
            network.append(linear).append(layer > Hidden ? Identity() : activation.Module());
        }

        return network;
    }

    // The gradient for the image of mean grey alone, before training.
    private sealed class AtRest : IProbe
    {
        public const string Metric = "gradient.bias.at-rest";

        public string Name => "gradient at rest";

        public IEnumerable<Reading> Measure(ProbeContext context) => context.Epoch > 0 ? []
            : context.Passes.GradientNorms(full_like(context.Inputs.narrow(0, 0, 1), Grey), context.Targets.narrow(0, 0, 1))
                .Select(layer => new Reading(Metric, layer.Bias, Layer: layer.Layer));
    }
}
