namespace Experiments.Recipes;

/// <summary>The cost: with the quadratic one an output that is saturated and wrong hardly learns.</summary>
public sealed class Losses : Recipe
{
    private const int OutputLayer = 2;

    private static readonly (string Outputs, string Cost, Loss Loss)[] Costs =
    [
        ("sigmoid", "MSE", Loss.SigmoidMse), ("sigmoid", "cross-entropy", Loss.CrossEntropyPerUnit),
        ("softmax", "MSE", Loss.SoftmaxMse), ("softmax", "cross-entropy", Loss.SoftmaxCrossEntropy),
    ];

    // Biases of all outputs, which move sigmoids but no softmax; and a factor of all weights, which saturates either.
    private static readonly (string Name, double OutputBias, double Scale)[] Starts =
        [("good start", 0, 1), ("outputs at σ(5)", 5, 1), ("weights × 10", 0, 10)];

    private static readonly Source Nielsen = Sources.Nielsen("ch. 3, the cross-entropy cost function");

    public override string Question => "Why cross-entropy, and not the squared error?";
    public override Source Source => Sources.TrainingTricks("underfitting, another loss");

    public override Settings Defaults => new()
    {
        Epochs = 5, BatchSize = 10, Optimizer = new Sgd(LearningRate: 0.5), TrainingImages = 10_000,
        EvaluationsPerEpoch = 50, EvaluationsPerEpochUntil = 1, GradientsWithinEpochs = true,
    };

    // The cost varies, what the outputs are, and where training starts; the learning rate is the same for all.
    public override IEnumerable<Variant> Variants(Settings settings) =>
        from start in Starts
        from cost in Costs
        select new Variant(Model.Of(Network, start.OutputBias, start.Scale), settings with { Loss = cost.Loss })
        {
            ["outputs"] = cost.Outputs, ["cost"] = cost.Cost, ["start"] = start.Name,
        };

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new LearningCurves("output-gradient", "How large is the output layer's gradient over the first 200 steps?")
        {
            Panels = "start", Lines = "outputs, cost", Metric = Metrics.BiasGradient, Layer = OutputLayer, FirstSteps = 200,
            LogScale = true,
        },
        new LearningCurves("accuracy", "Which cost lets the network learn faster?")
            { Panels = "start", Lines = "outputs, cost", Metric = Metrics.Error, LogScale = true, LogEpochs = true },
        new DotPlot("after-one-epoch", "How far has each come after an epoch?", "validation accuracy after an epoch (%)", Early)
            { Panels = "start", Lines = "outputs, cost", Possible = (0, 100) },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        VariantResults Of(string outputs, string cost, int start = 0) => results[$"{outputs}, {cost}, {Starts[start].Name}"];
        SeedValues Gain(string outputs) =>
            Of(outputs, "cross-entropy").TrainingAccuracy.Last() - Of(outputs, "MSE").TrainingAccuracy.Last();
        var (squared, cross) = (Of("sigmoid", "MSE", start: 1), Of("sigmoid", "cross-entropy", start: 1));
        return
        [
            new("Cross-entropy instead of MSE helps against underfitting, with sigmoid outputs: training accuracy is higher", Source,
                Gain("sigmoid"), Above(0)),
            new("It does so with softmax outputs, too", Source, Gain("softmax"), Above(0)),
            new("MSE's gradient is cross-entropy's times σ'(z), about 0.0066 where sigmoids are saturated at z = 5", Nielsen,
                Gradient(squared) / Gradient(cross), About(0.0066, factor: 2)),
            new("With cross-entropy, the larger the error the faster outputs learn: the saturated start has the larger gradient", Nielsen,
                Gradient(cross) / Gradient(Of("sigmoid", "cross-entropy")), Above(1)),
            new("With MSE it is the other way round: learning is slow to start where outputs are saturated and wrong", Nielsen,
                Gradient(squared) / Gradient(Of("sigmoid", "MSE")), Below(1)),
            new("From a saturated start cross-entropy does better than MSE after one epoch", Nielsen,
                Early(cross) - Early(squared), Above(0)),
            new("With softmax outputs, too, cross-entropy does better than MSE from a saturated start", Nielsen,
                Early(Of("softmax", "cross-entropy", start: 2)) - Early(Of("softmax", "MSE", start: 2)), Above(0)),
        ];
    }

    private static SeedValues Early(VariantResults variant) => variant.ValidationAccuracy.At(epoch: 1);

    private static SeedValues Gradient(VariantResults variant) => variant.BiasGradient[OutputLayer].At(0);

    // 784-30-10, sigmoid. Weights ~ N(0, scale²/n_in), hidden biases 0.
    private static Module<Tensor, Tensor> Network(double outputBias, double scale)
    {
        var weights = Initializer.LeCunNormal with { Gain = scale * scale };
        var output = Linear(30, 10).Start(weights);
        init.constant_(output.bias!, outputBias);
        return Sequential(Linear(784, 30).Start(weights), Sigmoid(), output);
    }
}
