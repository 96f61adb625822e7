namespace Experiments.Recipes;

/// <summary>Bias and variance by the number of images, what the basic recipe advises, and how sure a development set is.</summary>
public sealed class DataSize : Recipe
{
    private const double High = 5; // points of error that are "high"
    private static readonly Source Tricks = Sources.TrainingTricks("overfitting");

    public override string Question => "Bias or variance: a larger network, or more images? And how many to measure it by?";
    public override Source Source => Sources.ImprovingNetworks("bias and variance, the basic recipe");
    public override int Seeds => 6;

    public override Settings Defaults => new()
    {
        Epochs = 20, BatchSize = 50, Optimizer = new Adam(LearningRate: 0.001), TrainingImages = 5_000, GradientImages = 0,
    };

    public override Settings QuickSettings => base.QuickSettings with { Epochs = 1 };

    // What varies is the number of images and the network. All take as many steps as the epochs and images of the settings make; last, the
    // small network takes four times as many.
    public override IEnumerable<Variant> Variants(Settings settings) =>
    [
        .. from network in new[] { (Name: "small", Model: Model.Of(Small)), (Name: "large", Model: Model.Of(Large)) }
           from images in new[] { 100, 300, 1_000, 3_000, 10_000, 50_000 }
           select Of(settings, network.Model, images) with
           {
               Factors = [("network", network.Name), ("images", images)],
               Probes = images == 10_000 ? [new DevelopmentSets()] : [],
           },
        Of(settings with { Epochs = 4 * settings.Epochs }, Model.Of(Small), 50_000) with
        {
            Factors = [("network", "small"), ("images", 50_000), ("steps", "4 times the steps")],
        },
    ];

    private static Variant Of(Settings settings, Model model, int images)
    {
        var seen = (long)settings.Epochs * (settings.TrainingImages ?? 50_000);
        var epochs = (int)Math.Max(1, seen / images);
        return new(model, settings with { TrainingImages = images, Epochs = epochs, EvaluateEvery = epochs });
    }

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        .. from network in new[] { "small", "large" } select new SettingSweep(
            $"errors-{network}", $"What do more images do to the errors of the {network} network?", "images", "error (%)",
            ("development", DevelopmentError), ("training", TrainingError))
        {
            Where = [("network", network)], FactorLabel = "training images", LogFactor = true, Possible = (0, 100), FromZero = true,
        },
        new SettingSweep("gap", "What do more images do to the variance?", "images", "development error − training error (points)", Gap)
            { Lines = "network", FactorLabel = "training images", LogFactor = true, Reference = (High, "high variance above this") },
        new DotPlot("diagnosis", "Bias or variance, and what does the basic recipe advise?", "error (%)",
            ("training", TrainingError), ("development", DevelopmentError))
            { Lines = "network, images", Possible = (0, 100), Remark = Diagnosis },
        new DotPlot("development-sets", "How sure is an error that some images of a development set estimate?",
            "standard deviation of the estimate (points)",
            [.. from size in DevelopmentSets.Sizes
                select ($"{size:#,0} images", (Func<VariantResults, SeedValues>)(of => DevelopmentSets.Deviation(of, size)))])
            { Lines = "network", Where = [("images", 10_000)], LogScale = true },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        VariantResults Of(string network, int images) => results[FormattableString.Invariant($"{network}, {images:N0} images")];
        SeedValues Deviation(int size) => DevelopmentSets.Deviation(Of("large", 10_000), size);
        var (small, large) = (Of("small", 50_000), Of("large", 50_000));
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
            new("Against high variance: more data makes the gap smaller, 10,000 images over 1,000 in the large network", Source,
                Gap(Of("large", 10_000)) / Gap(Of("large", 1_000)), Below(1)),
            new("More training data lower variance in the small network, too: 10,000 images over 1,000", Tricks,
                Gap(Of("small", 10_000)) - Gap(Of("small", 1_000)), Below(0)),
            new("For 500 images 20 % are few: an error estimated by 100 is uncertain by more than a point", Source,
                Deviation(100), Above(1)),
            new("For a million images 1 % is enough: an error estimated by 10,000 is certain to a quarter of a point", Source,
                Deviation(10_000), Below(0.25)),
            new("The uncertainty falls as one over the root of the number of images: tenfold from 100 to 10,000", Source,
                Deviation(100) / Deviation(10_000), About(10, factor: 1.2)) { OnAnyData = true },
        ];
    }

    // What the basic recipe says of the means over seeds. Nobody errs on these digits by much, so the training error is all bias.
    private static string Diagnosis(VariantResults variant)
    {
        var (bias, variance) = (TrainingError(variant).Mean.Estimate > High, Gap(variant).Mean.Estimate > High);
        return (bias, variance) switch
        {
            (true, true) => "high bias and variance: bigger network, then more data",
            (true, false) => "high bias: bigger network, train longer",
            (false, true) => "high variance: more data, regularize",
            _ => "neither: done",
        };
    }

    private static SeedValues TrainingError(VariantResults variant) => Error(variant.TrainingAccuracy, $"training error ({variant.Name})");
    private static SeedValues DevelopmentError(VariantResults variant) =>
        Error(variant.ValidationAccuracy, $"development error ({variant.Name})");
    private static SeedValues Gap(VariantResults variant) => (variant.TrainingAccuracy.Last() - variant.ValidationAccuracy.Last())
        .Named($"development error − training error ({variant.Name})");
    private static SeedValues Error(MetricSeries accuracy, string what) => accuracy.Last().Each("%", share => 100 - share).Named(what);

    // ReLU; weights of variance 2 / n_in, biases 0.
    private static Module<Tensor, Tensor> Small() => Sequential(
        Linear(784, 10).Start(Initializer.HeNormal), ReLU(), Linear(10, 10).Start(Initializer.HeNormal));

    private static Module<Tensor, Tensor> Large() => Sequential(
        Linear(784, 512).Start(Initializer.HeNormal), ReLU(), Linear(512, 512).Start(Initializer.HeNormal), ReLU(),
        Linear(512, 10).Start(Initializer.HeNormal));

    // How much the error differs between 1,000 development sets, drawn from validation and test images together.
    private sealed class DevelopmentSets : IProbe
    {
        public static readonly int[] Sizes = [100, 1_000, 10_000];

        public string Name => "errors on 1,000 development sets of 100, 1,000 and 10,000 images";

        public static SeedValues Deviation(VariantResults variant, int size) =>
            variant.Metric(MetricOf(size)).Last().Each("points", share => 100 * share)
                .Named($"standard deviation with {size:#,0} images ({variant.Name})").OnLogScale();

        public IEnumerable<Reading> Measure(ProbeContext context)
        {
            if (!context.IsLast)
            {
                return [];
            }

            var right = cat([.. from split in context.Splits
                                where split.Name != Splits.Train
                                select context.Module.call(split.Images).argmax(1).eq(split.Classes).to(ScalarType.Float32)]);
            return [.. from size in Sizes
                       let sets = right.index_select(0, randint(right.shape[0], [1_000 * size])).reshape(1_000, size)
                       select new Reading(MetricOf(size), sets.mean([1]).std().item<float>())];
        }

        private static string MetricOf(int size) => $"development-sets.deviation.{size}";
    }
}
