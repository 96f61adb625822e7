using Distortion = Experiments.Training.Augmentation;

namespace Experiments.Recipes;

/// <summary>Data augmentation: distorted copies of few images against more real ones, after equally many steps.</summary>
public sealed class Augmentation : Recipe
{
    private const int Few = 1_000;

    // Limits as in usage: two pixels, ten degrees; elastic as in the paper.
    private static readonly (string Name, Distortion? How)[] Kinds =
    [
        ("none", null), ("shifted", new() { Shift = 2 }), ("rotated", new() { Rotation = 10 }),
        ("shifted and rotated", new() { Shift = 2, Rotation = 10 }), ("elastic", new() { Elastic = 34, Smoothness = 4 }),
    ];

    private static readonly Source Simard = new("Simard et al. 2003, Best Practices for Convolutional Neural Networks", "sec. 2 and 5");

    public override string Question => "Are distorted images worth as much as more images?";
    public override Source Source => Sources.Ng("week 1, other regularization methods");

    // Epochs are those of the dense network and 1,000 images. On more images trainings take as many steps, convolutional ones 40 % of them.
    public override Settings Defaults => new()
    {
        Epochs = 100, BatchSize = 50, Optimizer = new Adam(LearningRate: 0.001), EvaluateEvery = 1_000, GradientImages = 0, ImagesSeen = 10,
    };

    public override Settings QuickSettings => base.QuickSettings with { Epochs = 5, EvaluationImages = 1_000 };

    // The distortion varies, with few and with more images and two networks; then the number of images as they are.
    public override IEnumerable<Variant> Variants(Settings settings) =>
        from network in new[] { "dense", "convolutional" }
        let isDense = network == "dense"
        from images in new[] { Few, 5_000, 10_000, 50_000 }
        where isDense || images <= 10_000
        from kind in Kinds
        where kind.How is null || images == Few || (images == 5_000 && kind.Name is "shifted" or "elastic")
        let epochs = settings.Epochs * Few / images * (isDense ? 10 : 4) / 10
        let seen = isDense && images == Few ? settings.ImagesSeen : 0
        select new Variant(
            isDense ? Model.Of(Dense, 256) : Model.Of(Convolutional, 8),
            settings with { Epochs = Math.Max(1, epochs), TrainingImages = images, Augmentation = kind.How, ImagesSeen = seen })
        {
            ["network"] = network, ["images"] = images, ["distortion"] = kind.Name,
        };

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new DistortedDigits("digits", "What do distorted digits look like?")
            { Lines = "distortion", Where = [("network", "dense"), ("images", Few)] },
        .. from network in new[] { "dense", "convolutional" }
           select new SettingSweep(network, $"What is distortion worth in images, in a {network} network?", "images",
               "test error after training (%)", variant => variant.TestError.Last())
           {
               Lines = "distortion", Where = [("network", network)], FactorLabel = "training images", LogFactor = true, LogScale = true,
           },
        new SettingSweep("gap", "Does distortion keep a network from overfitting?", "images",
            "training accuracy − test accuracy (points)", Gap)
        {
            Lines = "distortion", Where = [("network", "dense")], FactorLabel = "training images", LogFactor = true, FromZero = true,
        },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        VariantResults Of(string network, string images, string kind) => results[$"{network}, {images} images, {kind}"];
        SeedValues Gain(string network, string kind, string images = "1,000") =>
            Of(network, images, kind).TestAccuracy.Last() - Of(network, images, "none").TestAccuracy.Last();
        var elastic = Of("dense", "1,000", "elastic");
        return
        [
            new("Shifted copies of 1,000 images raise test accuracy", Source, Gain("dense", "shifted"), Above(0)),
            new("Rotated copies do so, too", Source, Gain("dense", "rotated"), Above(0)),
            new("Distorted copies are not as good as new images: elastic ones of 1,000 do worse than 5,000 images as they are", Source,
                elastic.TestAccuracy.Last() - Of("dense", "5,000", "none").TestAccuracy.Last(), Below(0)),
            new("They help less where there are more images: with 5,000 than with 1,000", Source,
                Gain("dense", "elastic", "5,000") - Gain("dense", "elastic"), Below(0)),
            new("Augmentation is a regularizer: accuracies on training and test images lie closer together", Source,
                Gap(elastic) - Gap(Of("dense", "1,000", "none")), Below(0)),
            new("Elastic distortions do better than shifts and rotations together", Simard,
                elastic.TestAccuracy.Last() - Of("dense", "1,000", "shifted and rotated").TestAccuracy.Last(), Above(0)),
            new("They help a convolutional network, too", Simard, Gain("convolutional", "elastic"), Above(0)),
            new("Convolutional networks bear shifts by their structure: shifted copies gain them less than a dense network", Simard,
                Gain("convolutional", "shifted") - Gain("dense", "shifted"), Below(0)),
        ];
    }

    private static SeedValues Gap(VariantResults variant) => variant.TrainingAccuracy.Last() - variant.TestAccuracy.Last();

    // 784-256-10, ReLU. Weights of variance 2 / n_in, biases 0.
    private static Module<Tensor, Tensor> Dense(int units) => Mlp.Of([784, units, 10], Activation.Relu, Initializer.HeNormal);

    // Two convolutions, each followed by pooling, and a linear layer; initial values as TorchSharp gives them.
    private static Module<Tensor, Tensor> Convolutional(int channels) => Sequential(
        Unflatten(1, [1, 28, 28]),
        Conv2d(1, channels, 5), ReLU(), MaxPool2d(2),
        Conv2d(channels, 2 * channels, 5), ReLU(), MaxPool2d(2),
        Flatten(), Linear(2 * channels * 16, 10));
}
