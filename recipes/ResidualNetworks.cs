namespace Experiments.Recipes;

/// <summary>Residual connections: a way for the gradient past every block.</summary>
public sealed class ResidualNetworks : Recipe
{
    private static readonly double[] Rates = [0.01, 0.1];
    private static readonly string[] Blocks = ["plain", "residual", "residual/√depth", "plain, batch norm", "residual, batch norm"];

    public override string Question => "Do residual connections let very deep networks train?";
    public override Source Source => Sources.TrainingTricks("underfitting, ResNet instead of a plain CNN");

    public override Settings Defaults => new() { Epochs = 3, BatchSize = 64, TrainingImages = 10_000 };
    public override Settings QuickSettings => base.QuickSettings with { Epochs = 1, TrainingImages = 1_000, EvaluationImages = 1_000 };

    // Dense networks with and without connections, over depths and two learning rates; then convolutional ones.
    public override IEnumerable<Variant> Variants(Settings settings)
    {
        var images = settings with { TrainingImages = Math.Min(3_000, settings.TrainingImages ?? 3_000), BatchSize = 50 };
        var longer = images with { Epochs = settings.Epochs + 1, EvaluationImages = Math.Min(2_000, settings.EvaluationImages) };
        var convolutional = longer with { Optimizer = new Sgd(0.02, Momentum: 0.9) };
        return
        [
            .. from block in Blocks
               from depth in new[] { 10, 20, 40 }
               from rate in Rates
               select new Variant(Model.Of(Dense, block, depth), settings with { Optimizer = new Sgd(rate) })
               { ["block"] = block, ["depth"] = (depth, $"{depth} blocks"), ["rate"] = rate },
            .. from block in Blocks.Where(block => !block.Contains('√'))
               from layers in new[] { 8, 14 }
               select new Variant(Model.Of(Convolutional, block, layers), convolutional)
               { ["network"] = "convolutional", ["block"] = block, ["layers"] = layers },
        ];
    }

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new LayerProfile("gradients", "Does the gradient get through 40 blocks, before training?", Metrics.WeightGradient)
            { Lines = "block", Where = [("depth", 40), ("rate", 0.01)], LayerLabel = "layer, the output last" },
        new SettingSweep("accuracy", "How deep can a dense network be?", "depth", "test accuracy (%), better of two rates",
            variant => Best(results, variant.Name.Replace(", rate 0.01", "", StringComparison.Ordinal)))
            { Lines = "block", Where = [("rate", 0.01)], FactorLabel = "blocks", Possible = (0, 100) },
        new LearningCurves("convolutional", "Do residual connections help convolutional networks?")
            { Panels = "layers", Lines = "block", Where = [("network", "convolutional")], Metric = Metrics.Error, LogScale = true },
        new LayerProfile("convolutional-gradients", "Does the gradient get through convolutions, before training?", Metrics.WeightGradient)
            { Panels = "layers", Lines = "block", Where = [("network", "convolutional")], LayerLabel = "layer, the output last" },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        VariantResults Layers(string block) => results[$"convolutional, {block}, 14 layers"];
        SeedValues Through(string block) => results[$"{block}, 40 blocks, rate 0.01"].WeightGradient.Ratio(2, over: 41, epoch: 0);
        SeedValues OfDepth(string block, int depth) => Best(results, $"{block}, {depth} blocks");
        return
        [
            new("In a plain network of 40 dense layers the gradient vanishes on its way back", Source, Through("plain"), Below(1)),
            new("With connections past 40 blocks it does not", Source, Through("residual/√depth"), Above(0.1)),
            new("Connections let 40 dense layers learn", Source, OfDepth("residual/√depth", 40) - OfDepth("plain", 40), Above(0)),
            new("They do so as they are, without a factor", Source, OfDepth("residual", 40) - OfDepth("plain", 40), Above(0)),
            new("ResNet instead of a plain CNN: the convolutional network with 14 layers does better", Source,
                Layers("residual").TestAccuracy.Last() - Layers("plain").TestAccuracy.Last(), Above(0)),
            new("The first block's gradient is larger with connections in 14 convolutional layers", Source,
                Layers("residual").WeightGradient[2].At(0) / Layers("plain").WeightGradient[2].At(0), Above(1)),
            new("Plain networks degrade with depth: 40 layers do worse than 10", Sources.ResNet("sec. 4.1"),
                OfDepth("plain, batch norm", 40) - OfDepth("plain, batch norm", 10), Below(0)),
            new("With batch normalization gradients are healthy: plain, 40 layers, first and last within a factor of 10",
                Sources.ResNet("sec. 4.1"), Through("plain, batch norm"), About(1, factor: 10)),
            new("Residual networks do better the deeper they are: 40 blocks better than 10", Sources.ResNet("sec. 4.1"),
                OfDepth("residual, batch norm", 40) - OfDepth("residual, batch norm", 10), Above(0)),
        ];
    }

    // On the test images, of the better of two learning rates.
    private static SeedValues Best(ResultTable results, string network) => SeedValues.MaxOf(
        "test accuracy after training, the better of two learning rates",
        [.. Rates.Select(rate => results[FormattableString.Invariant($"{network}, rate {rate}")].TestAccuracy.Last())]);

    // 784 pixels, then 64 units of ReLU in every layer, 10 logits. Weights by He's rule, the outputs' by LeCun's, biases 0.
    private static Module<Tensor, Tensor> Dense(string block, int depth)
    {
        var network = Sequential(Linear(784, 64).Start(Initializer.HeNormal), ReLU());
        for (var number = 0; number < depth; number++)
        {
            var layer = Linear(64, 64).Start(Initializer.HeNormal with { Gain = block == "residual/√depth" ? 1.0 / depth : 1 });
            var branch = block.EndsWith("norm", StringComparison.Ordinal) ? Sequential(layer, BatchNorm1d(64), ReLU())
                : Sequential(layer, ReLU());
            network.append(block.StartsWith("residual", StringComparison.Ordinal) ? new Residual(branch) : branch);
        }

        return network.append(Linear(64, 10).Start(Initializer.LeCunNormal));
    }

    // A convolution to 14 × 14 pixels of 8 channels, then blocks of two convolutions, pooling, 10 logits (He et al. 2016, in small).
    private static Module<Tensor, Tensor> Convolutional(string block, int layers)
    {
        var network = Sequential(Unflatten(1, [1, 28, 28]), Convolution(1, stride: 2), ReLU());
        for (var number = 0; number < (layers - 2) / 2; number++)
        {
            var branch = Sequential(Convolution(8), Norm(), ReLU(), Convolution(8), Norm());
            network.append(block.StartsWith("residual", StringComparison.Ordinal) ? new Residual(branch) : branch).append(ReLU());
        }

        return network.append(AvgPool2d(2)).append(Flatten()).append(Linear(8 * 7 * 7, 10));

        Module<Tensor, Tensor> Norm() => block.EndsWith("norm", StringComparison.Ordinal) ? BatchNorm2d(8) : Identity();
    }

    private static Module<Tensor, Tensor> Convolution(int channels, int stride = 1) =>
        Conv2d(channels, 8, 3, stride: stride, padding: 1).Start(Initializer.HeNormal);
}
