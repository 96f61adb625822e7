namespace Experiments.Recipes;

/// <summary>Normalizing inputs: means of 0 and equal variances make second moments rounder, and training mostly faster.</summary>
public sealed class Normalization : Recipe
{
    private static readonly (InputScale Scale, string Name)[] Scales =
    [
        (InputScale.Raw, "0 to 255"), (InputScale.Unit, "0 to 1"), (InputScale.Centered, "means removed"),
        (InputScale.PerPixel, "mean 0, variance 1"), (InputScale.Together, "one mean and variance"),
    ];

    private static readonly string[] Trainings = ["ReLU, rate 0.1", "ReLU, rate 0.01", "sigmoid, rate 0.1", "sigmoid, rate 0.01"];
    private static readonly Source LeCun = new("LeCun et al. 1998, Efficient BackProp", "sec. 4.3, normalizing the inputs");

    public override string Question => "Does normalizing the inputs speed up training?";
    public override Source Source => Sources.ImprovingNetworks("normalizing inputs");
    public override int Seeds => 10;

    public override Settings Defaults => new()
    {
        Epochs = 1, BatchSize = 10, Optimizer = new Sgd(LearningRate: 0.1), TrainingImages = 10_000, GradientImages = 0,
        EvaluationsPerEpoch = 20,
    };

    // What varies is what pixels are made into; then the activation and the rate, since what is fast with one need not be with another.
    public override IEnumerable<Variant> Variants(Settings settings) =>
        from activation in new[] { Activation.Relu, Activation.Sigmoid }
        from factor in new[] { 1, 10 }
        let rate = settings.Optimizer.LearningRate / factor
        let training = settings with { Optimizer = settings.Optimizer with { LearningRate = rate } }
        from input in Scales
        let measures = activation == Activation.Relu && factor == 1 // the inputs are the same in the others
        select new Variant(
            Model.Of(Network, activation),
            training with { Inputs = input.Scale, GradientImages = measures ? training.TrainingImages ?? 50_000 : training.GradientImages })
        {
            ["training"] = FormattableString.Invariant($"{activation.Name}, rate {rate}"), ["inputs"] = input.Name,
            Probes = measures ? [new EigenvalueSpread()] : [],
        };

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new LearningCurves("loss", "Does normalizing the inputs speed up training?")
        {
            Panels = "training", Lines = "inputs", Metric = Metrics.Loss, LogScale = true, LogEpochs = true,
            Where = [.. from input in Scales.Skip(1) select ("inputs", (Level)input.Name)],
        },
        new Heatmap("accuracy", "How far does one epoch get, as inputs, activation and learning rate have it?", "inputs", "training",
            Accuracy),
        new DotPlot("eigenvalues", "How stretched is what the first layer sees?",
            "largest over median eigenvalue of the mean of x xᵀ", ("one seed", Spread))
            { Lines = "inputs", Where = [("training", Trainings[0])], LogScale = true },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        VariantResults Of(string training, InputScale scale) => results[$"{training}, {Scales.First(input => input.Scale == scale).Name}"];
        SeedValues Loss(string training, InputScale scale) => Of(training, scale).ValidationLoss.At(epoch: 1).OnLogScale();
        SeedValues Stretched(InputScale scale) => Spread(Of(Trainings[0], scale));
        return
        [
            .. from training in Trainings select new Claim(
                $"It speeds up training: with mean 0 and variance 1 the loss after an epoch is lower than with 0 to 1 ({training})", Source,
                Loss(training, InputScale.PerPixel) / Loss(training, InputScale.Unit), Below(1)),
            .. from training in new[] { Trainings[0], Trainings[2] } select new Claim(
                $"Convergence is faster if the average of each input is close to zero ({training})", LeCun,
                Loss(training, InputScale.Centered) / Loss(training, InputScale.Unit), Below(1)),
            new("One mean and one variance for all pixels do, too (sigmoid, rate 0.1)", Source,
                Loss(Trainings[2], InputScale.Together) / Loss(Trainings[2], InputScale.Unit), Below(1)),
            new("Without any of it, at pixels of 0 to 255, ReLU at a rate of 0.1 learns next to nothing", Source,
                Accuracy(Of(Trainings[0], InputScale.Raw)), Below(20)),
            new("Removing the means makes the second moments rounder: largest over median eigenvalue falls", LeCun,
                Stretched(InputScale.Centered) / Stretched(InputScale.Unit), Below(1)),
            new("Equal variances make them rounder still", LeCun,
                Stretched(InputScale.PerPixel) / Stretched(InputScale.Centered), Below(1)),
        ];
    }

    private static SeedValues Accuracy(VariantResults variant) => variant.ValidationAccuracy.At(epoch: 1);
    private static SeedValues Spread(VariantResults variant) => variant.Metric(EigenvalueSpread.Metric).At(epoch: 0)
        .Named($"largest over median eigenvalue ({variant.Name})").OnLogScale();

    private static Module<Tensor, Tensor> Network(Activation activation) =>
        Mlp.Of([784, 30, 10], activation, activation == Activation.Relu ? Initializer.HeNormal : Initializer.LeCunNormal);

    // Of the matrix of second moments of the inputs, X'X / n, which is the Hessian of a linear layer with squared errors.
    private sealed class EigenvalueSpread : IProbe
    {
        public const string Metric = "inputs.eigenvalue-spread";

        public string Name => "largest over median eigenvalue of the inputs' second moments";

        public IEnumerable<Reading> Measure(ProbeContext context)
        {
            if (context.Epoch == 0)
            {
                var inputs = context.Inputs.to(ScalarType.Float64);
                var eigenvalues = linalg.eigvalsh(inputs.t().mm(inputs) / inputs.shape[0]);
                yield return new(Metric, (eigenvalues.max() / eigenvalues.median()).item<double>());
            }
        }
    }
}
