using TorchSharp.Modules;

namespace Experiments.Recipes;

/// <summary>What the literature offers against vanishing gradients, in the same deep network of sigmoid units.</summary>
public sealed class Cures : Recipe
{
    private const double Enough = 90; // % of the validation images
    private const double Half = 50;
    private const int Deep = 10;
    private static readonly string[] Names = ["plain", "ReLU + He", "batch normalization", "residual", "larger steps"];
    private static readonly Source Nielsen = Sources.Nielsen("ch. 5, and its notes' sec. 6.2");

    public override string Question => "What cures vanishing gradients?";
    public override Source Source => Sources.TrainingTricks("underfitting");

    public override Settings Defaults => new()
    {
        Epochs = 10, BatchSize = 20, Optimizer = new Sgd(LearningRate: 0.1), TrainingImages = 10_000,
    };

    public override Settings QuickSettings => base.QuickSettings with { Epochs = 2, TrainingImages = 2_000 };

    // The cure varies, at two depths.
    public override IEnumerable<Variant> Variants(Settings settings) =>
        from hidden in new[] { 5, Deep }
        from cure in Names
        let layerwise = settings with { Optimizer = new LayerwiseSgd(settings.Optimizer.LearningRate) }
        let isLayerwise = cure == "larger steps"
        select new Variant(Model.Of(Network, hidden, isLayerwise ? "plain" : cure), isLayerwise ? layerwise : settings)
        {
            ["cure"] = cure, ["hidden"] = hidden,
        };

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new LayerProfile("gradients", "Does the gradient get through, before training?", Metrics.WeightGradient)
            { Panels = "hidden", Lines = "cure", LayerLabel = "layer, the output last" },
        new LearningCurves("accuracy", "Which cure lets a deep network of sigmoids train?")
            { Panels = "hidden", Lines = "cure", Metric = Metrics.Error, LogScale = true },
        new DotPlot("epochs-to-90", "How many epochs does it take to get 90 % right?",
            "epochs until 90 % are right; never: one more than were trained", Until)
            { Lines = "cure, hidden", Remark = NeverOf, Possible = (0, double.PositiveInfinity) },
        new LayerMap("gradients-while-training", "What happens to the gradients of 10 hidden layers in training?", Metrics.WeightGradient)
            { Panels = "cure", Where = [("hidden", Deep)] },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        VariantResults Of(string cure) => results[$"{cure}, {Deep} hidden"];
        SeedValues Final(string cure) => Of(cure).ValidationAccuracy.Last();
        SeedValues Loss(string cure) => Of(cure).WeightGradient.RatioPerLayer(2, Deep, epoch: 0); // layer 1 has other inputs
        return
        [
            new("ReLU's products do not shrink: through 10 hidden layers the gradient loses less than a tenth per layer", Source,
                Loss("ReLU + He"), Between(0.9, 1.1)),
            new("Residual connections are against vanishing gradients: it loses less per layer than in a plain network", Source,
                Loss("residual") / Loss("plain"), Below(1)),
            new("So is batch normalization", Sources.Ioffe("sec. 1"), Loss("batch normalization") / Loss("plain"), Below(1)),
            new("ReLU instead of sigmoid lets 10 hidden layers learn: more than half of the images are right", Source,
                Final("ReLU + He"), Above(Half)),
            new("So do residual connections", Source, Final("residual"), Above(Half)),
            new("So does batch normalization: it allows saturating units in deep networks", Sources.Ioffe("sec. 1"),
                Final("batch normalization"), Above(Half)),
            new("So do steps that are four times larger from each layer to the one before it", Nielsen, Final("larger steps"), Above(Half)),
        ];
    }

    private static SeedValues Until(VariantResults variant) => variant.ValidationAccuracy.Of(
        "epochs until 90 % of the validation images are right", "epochs",
        rows => rows.Where(row => row.Value >= Enough).Select(row => row.Epoch).FirstOrDefault(rows[^1].Epoch + 1));

    private static string NeverOf(VariantResults variant) =>
        (Until(variant) - variant.LastEpoch).Values.Count(more => more > 0) is > 0 and var never
            ? $"{never} of {variant.LastEpoch.BySeed.Count} never" : "";

    // 784 pixels, hidden layers of 30 units, 10 logits. Weights ~ N(0, 1/n_in), or He's for ReLU; biases 0.
    private static Module<Tensor, Tensor> Network(int hidden, string cure)
    {
        var network = Sequential();
        for (var layer = 1; layer <= hidden; layer++)
        {
            var block = cure switch
            {
                "ReLU + He" => Sequential(Dense(layer, Initializer.HeNormal), ReLU()),
                "batch normalization" => Sequential(Dense(layer, Initializer.LeCunNormal), BatchNorm1d(30), Sigmoid()),
                _ => Sequential(Dense(layer, Initializer.LeCunNormal), Sigmoid()),
            };
            network.append(cure == "residual" && layer > 1 ? new Residual(block) : block);
        }

        return network.append(Linear(30, 10).Start(cure == "ReLU + He" ? Initializer.HeNormal : Initializer.LeCunNormal));
    }

    private static Linear Dense(int layer, Initializer weights) => Linear(layer == 1 ? 784 : 30, 30).Start(weights);

    // Going back each sigmoid layer multiplies the gradient by about a quarter, which a rate four times larger makes up for.
    private sealed record LayerwiseSgd(double LearningRate) : Training.Optimizer("layerwise-sgd", LearningRate)
    {
        public override optim.Optimizer Create(IEnumerable<Parameter> weights, IEnumerable<Parameter> others, double weightDecay)
        {
            var layers = weights.Zip(others, (weight, bias) => new[] { weight, bias }).Reverse().ToList();
            return optim.SGD(
                layers.Select((layer, back) => new SGD.ParamGroup(layer, new() { LearningRate = LearningRate * Math.Pow(4, back) })),
                LearningRate);
        }
    }
}
