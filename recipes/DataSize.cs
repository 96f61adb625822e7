namespace Experiments.Recipes;

/// <summary>Bias and variance by the number of images, what the basic recipe advises, and how sure a development set is.</summary>
public sealed class DataSize : Recipe
{
    private const double High = 5; // points of error that are "high"

    public override string Question => "Bias or variance: a larger network, or more images? And how many to measure it by?";
    public override Source Source => Sources.ImprovingNetworks("bias and variance, the basic recipe");
    public override int Seeds => 6; // eight are published

    public override Settings Defaults => new()
    {
        Epochs = 20, BatchSize = 50, Optimizer = new Adam(LearningRate: 0.001), TrainingImages = 5_000, GradientImages = 0,
    };

    public override Settings QuickSettings => base.QuickSettings with { Epochs = 1 };

    // What varies is the number of images and the network. All take as many steps as the epochs and images of the settings make; last, the
    // small network takes four times as many.
    public override IEnumerable<Variant> Variants(Settings settings) =>
        from network in new[] { "small", "large", "longer" }
        let isLonger = network == "longer"
        from images in isLonger ? [50_000] : new[] { 100, 300, 1_000, 3_000, 10_000, 50_000 }
        let seen = (isLonger ? 4L : 1) * settings.Epochs * (settings.TrainingImages ?? 50_000)
        let epochs = (int)Math.Max(1, seen / images)
        let model = network == "large" ? Model.Of(Large) : Model.Of(Small)
        select new Variant(model, settings with { TrainingImages = images, Epochs = epochs, EvaluateEvery = epochs })
        {
            Factors = isLonger ? [("network", "small"), ("images", images), ("steps", "4 times the steps")]
                : [("network", network), ("images", images)],
            Probes = images == 10_000 ? [new DevelopmentSets()] : [],
        };

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        .. from network in new[] { "small", "large" } select new SettingSweep(
            $"errors-{network}", $"What do more images do to the errors of the {network} network?", "images", "error (%)",
            ("development", DevelopmentError), ("training", TrainingError))
            { Where = [("network", network)], FactorLabel = "training images", LogFactor = true, Possible = (0, 100), FromZero = true },
        new DotPlot("development-sets", "How sure is the error of a development set?", "standard deviation of the estimate (points)",
            [.. from m in DevelopmentSets.Sizes select ($"{m:#,0} images", (Func<VariantResults, SeedValues>)(of => Deviation(of, m)))])
            { Lines = "network", Where = [("images", 10_000)], LogScale = true },
    ];

    public override IEnumerable<PrintedTable> Tables(ResultTable results) =>
    [
        new("Bias or variance, and what the basic recipe advises", "variant", "training error", "development error", "diagnosis", "advice")
            { Rows = [.. results.Variants.Select(name => Diagnosed(results[name]))] },
    ];

    // By means over seeds. People hardly err on these digits, so the training error is all bias.
    private static string[] Diagnosed(VariantResults variant) =>
    [
        variant.Name, Text(TrainingError(variant)), Text(DevelopmentError(variant)),
        .. (TrainingError(variant).Mean.Estimate > High, Gap(variant).Mean.Estimate > High) switch
        {
            (true, true) => new[] { "high bias and variance", "bigger network, train longer; more data, regularization" },
            (true, false) => ["high bias", "bigger network, train longer, better optimizer, other architecture"],
            (false, true) => ["high variance", "more data, regularization, other architecture"],
            _ => ["neither", "done"],
        },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        VariantResults Of(string network, int images) => results[FormattableString.Invariant($"{network}, {images:N0} images")];
        var (small, large, measured) = (Of("small", 50_000), Of("large", 50_000), Of("large", 10_000));
        return
        [
            .. from network in new[] { "small", "large" } select new Claim(
                $"High variance is a development error far above the training error: of 100 images and the {network} network", Source,
                Gap(Of(network, 100)), Above(High)),
            new("High bias is a high training error: of 50,000 images and the small network", Source, TrainingError(small), Above(High)),
            new("The large network has neither with 50,000 images: training error and gap are both low", Source,
                SeedValues.MaxOf("greater of training error and gap", TrainingError(large), Gap(large)), Below(High)),
            new("Against high bias: a bigger network has a lower training error", Source,
                TrainingError(large) - TrainingError(small), Below(0)),
            new("Against high bias: training longer lowers the training error", Source,
                TrainingError(results["small, 50,000 images, 4 times the steps"]) - TrainingError(small), Below(0)),
            .. from network in new[] { "large", "small" } select new Claim(
                $"Against high variance: more data makes the gap smaller, 10,000 images over 1,000 in the {network} network", Source,
                Gap(Of(network, 10_000)) - Gap(Of(network, 1_000)), Below(0)),
            new("For 500 images 20 % are few: an error estimated by 100 is uncertain by more than a point", Source,
                Deviation(measured, 100), Above(1)),
            new("For a million images 1 % is enough: an error estimated by 10,000 is certain to a quarter of a point", Source,
                Deviation(measured, 10_000), Below(0.25)),
            new("The uncertainty falls as one over the root of the number of images: tenfold from 100 to 10,000", Source,
                Deviation(measured, 100) / Deviation(measured, 10_000), About(10, factor: 1.2)) { OnAnyData = true },
        ];
    }

    private static SeedValues TrainingError(VariantResults of) => Error(of.TrainingAccuracy, $"training error ({of.Name})");
    private static SeedValues DevelopmentError(VariantResults of) => Error(of.ValidationAccuracy, $"development error ({of.Name})");
    private static SeedValues Gap(VariantResults of) => (of.TrainingAccuracy.Last() - of.ValidationAccuracy.Last())
        .Named($"development error − training error ({of.Name})");
    private static SeedValues Error(MetricSeries accuracy, string what) => accuracy.Last().Each("%", share => 100 - share).Named(what);
    private static SeedValues Deviation(VariantResults variant, int size) => variant.Metric(DevelopmentSets.Deviation(size)).Last()
        .Each("points", share => 100 * share).Named($"standard deviation with {size:#,0} images ({variant.Name})").OnLogScale();
    private static string Text(SeedValues error) => $"{NumberText.PlusMinus(error.Mean.Estimate, error.Mean.High - error.Mean.Estimate)} %";

    // ReLU; weights of variance 2 / n_in, biases 0.
    private static Module<Tensor, Tensor> Small() => Mlp.Of([784, 10, 10], Activation.Relu, Initializer.HeNormal);
    private static Module<Tensor, Tensor> Large() => Mlp.Of([784, 512, 512, 10], Activation.Relu, Initializer.HeNormal);
}
