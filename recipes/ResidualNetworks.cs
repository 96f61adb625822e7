namespace Experiments.Recipes;

/// <summary>Residual connections: a way for the gradient past every block.</summary>
public sealed class ResidualNetworks : Recipe
{
    private static readonly string[] Blocks = ["plain", "residual", "scaled residual", "plain + norm", "residual + norm"];
    private static readonly int[] Depths = [10, 20, 40];

    public override string Question => "Do residual connections let very deep networks train?";
    public override Source Source => Sources.TrainingTricks("underfitting, ResNet instead of a plain CNN");
    public override int Seeds => 6; // five and a half minutes; eight, which are published, decide what every seed does
    public override int ChoosingSeeds => 2;

    // 156 whole batches: a small last one would leave its noise in the weights and in the statistics of normalization.
    public override Settings Defaults =>
        new() { Epochs = 3, BatchSize = 64, TrainingImages = 156 * 64, EvaluationImages = 2_000, EvaluateEvery = 3 };
    public override Settings QuickSettings => base.QuickSettings with { Epochs = 1, TrainingImages = 500, EvaluationImages = 500 };

    // Blocks and how many, in dense networks at two learning rates of which seeds choose one, and in convolutional ones.
    public override IEnumerable<Variant> Variants(Settings settings)
    {
        var few = settings with { TrainingImages = Math.Min(3_000, settings.TrainingImages ?? 3_000), BatchSize = 50, EvaluateEvery = 1 };
        var convolutional = few with { Epochs = settings.Epochs + 1, Optimizer = new Sgd(0.02, Momentum: 0.9), GradientImages = 200 };
        return
        [
            .. from block in Blocks
               from depth in Depths
               from rate in new[] { 0.01, 0.1 }
               select new Variant(Model.Of(Dense, block, depth), settings with { Optimizer = new Sgd(rate) })
               { ["block"] = block, ["depth"] = (depth, $"{depth} blocks"), ["rate"] = rate },
            .. from block in Blocks
               from layers in new[] { 8, 14 }
               select new Variant(Model.Of(Convolutional, block, layers), convolutional)
               { ["network"] = "convolutional", ["block"] = block, ["layers"] = layers },
        ];
    }

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new LayerProfile("gradients", "Does the gradient get through 40 blocks, before training?", Metrics.WeightGradient)
            { Lines = "block", Where = [("depth", 40), ("rate", 0.01)], LayerLabel = "layer, the output last" },
        new SettingSweep("accuracy", "How deep can a dense network be, at the rate chosen on validation images?", "depth",
            "test accuracy (%)", variant => variant.TestAccuracy.Last())
            { Lines = "block", FactorLabel = "blocks", Possible = (0, 100), Only = Chosen },
        new LearningCurves("convolutional", "Do residual connections help convolutional networks?")
            { Panels = "layers", Lines = "block", Where = [("network", "convolutional")], Metric = Metrics.Error, LogScale = true },
        new DotPlot("seeds", "How many convolutional networks learn?", "test accuracy (%)", variant => variant.TestAccuracy.Last())
            { Lines = "block, layers", Where = [("network", "convolutional")], Possible = (0, 100) },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        SeedValues Deep(string block) => results[$"convolutional, {block}, 14 layers"].TestAccuracy.Last();
        SeedValues Learns(string block) => Deep(block).Whether("more than half of the test images are right", accuracy => accuracy > 50);
        SeedValues Through(string block) => results[$"{block}, 40 blocks, rate 0.01"].WeightGradient.Ratio(2, over: 41, epoch: 0);
        SeedValues OfDepth(string block, int depth) => Best(results, block, depth).TestAccuracy.Last();
        return
        [
            new("In a plain network of 40 layers the gradient vanishes: less than a tenth of it comes back to the first", Source,
                Through("plain"), Below(0.1)),
            new("Connections let 40 blocks learn more", Source, OfDepth("residual", 40) - OfDepth("plain", 40), Above(0)),
            new("They do so if blocks are scaled by 1/√40", Source, OfDepth("scaled residual", 40) - OfDepth("plain", 40), Above(0)),
            new("ResNet instead of a plain CNN: with 14 layers every one learns to get more than half of the images right", Source,
                Learns("residual"), EverySeed()),
            new("Every one does so if blocks are scaled by 1/√6", Source, Learns("scaled residual"), EverySeed()),
            new("ResNet instead of a plain CNN, with 14 layers and batch normalization, does better", Source,
                Deep("residual + norm") - Deep("plain + norm"), Above(0)),
            new("Plain networks degrade with depth: 40 layers do worse than 10", Sources.ResNet("sec. 4.1"),
                OfDepth("plain + norm", 40) - OfDepth("plain + norm", 10), Below(0)),
            new("With batch normalization gradients are healthy: plain, 40 layers, first and last within a factor of 10",
                Sources.ResNet("sec. 4.1"), Through("plain + norm"), About(1, factor: 10)),
            new("Residual networks do better the deeper they are: 40 blocks better than 10", Sources.ResNet("sec. 4.1"),
                OfDepth("residual + norm", 40) - OfDepth("residual + norm", 10), Above(0)),
        ];
    }

    private static IEnumerable<VariantResults> Chosen(ResultTable results) =>
        Blocks.SelectMany(_ => Depths, (block, depth) => Best(results, block, depth));

    private static VariantResults Best(ResultTable results, string block, int depth) =>
        results.ChooseGreatest(variant => variant.ValidationAccuracy.Last(), ("block", block), ("depth", depth));

    // 784 pixels, then blocks of 64 units of ReLU, 10 logits. Weights by He's rule, the outputs' by LeCun's, biases 0.
    private static Module<Tensor, Tensor> Dense(string block, int depth) => Sequential(
    [
        Linear(784, 64).Start(Initializer.HeNormal), ReLU(),
        .. Enumerable.Range(0, depth).Select(_ =>
            Block(block, Linear(64, 64).Start(He(block, depth)), Norm(block, BatchNorm1d(64)), ReLU())),
        Linear(64, 10).Start(Initializer.LeCunNormal),
    ]);

    // A convolution to 14 × 14 pixels of 8 channels, then blocks of two convolutions, pooling, 10 logits (He et al. 2016, in small).
    private static Module<Tensor, Tensor> Convolutional(string block, int layers) => Sequential(
    [
        Unflatten(1, [1, 28, 28]), Conv2d(1, 8, 3, stride: 2, padding: 1).Start(Initializer.HeNormal), ReLU(),
        .. Enumerable.Range(0, (layers - 2) / 2).Select(_ => Sequential(Block(block,
            Conv2d(8, 8, 3, padding: 1).Start(Initializer.HeNormal), Norm(block, BatchNorm2d(8)), ReLU(),
            Conv2d(8, 8, 3, padding: 1).Start(He(block, (layers - 2) / 2)), Norm(block, BatchNorm2d(8))), ReLU())),
        AvgPool2d(2), Flatten(), Linear(8 * 7 * 7, 10).Start(Initializer.LeCunNormal),
    ]);

    private static Module<Tensor, Tensor> Block(string block, params Module<Tensor, Tensor>[] parts) =>
        block.Contains("residual", StringComparison.Ordinal) ? new Residual(Sequential(parts)) : Sequential(parts);

    private static Module<Tensor, Tensor> Norm(string block, Module<Tensor, Tensor> norm) =>
        block.EndsWith("norm", StringComparison.Ordinal) ? norm : Identity();

    private static Initializer He(string block, int of) => Initializer.HeNormal with { Gain = block == "scaled residual" ? 1.0 / of : 1 };
}
