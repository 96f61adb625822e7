namespace Experiments.Recipes;

/// <summary>The Keras project of the source: how good is a plain network, and what does it get wrong?</summary>
public sealed class Baseline : Recipe
{
    private static readonly Source LeNet = new("LeCun et al. 1998, Gradient-Based Learning Applied to Document Recognition", "sec. III");
    private static readonly Source Calibration = new("Guo et al. 2017, On Calibration of Modern Neural Networks", "sec. 1");

    public override string Question => "How well does a plain network read digits, and what does it get wrong?";
    public override Source Source => Sources.TrainingTricks("4, Keras project");

    public override Settings Defaults => new()
    {
        Epochs = 20, BatchSize = 100, Optimizer = new Adam(LearningRate: 0.001, Epsilon: 1e-7),
        TestPredictions = true, FirstLayerImages = 20,
    };

    // The source's network, and a small convolutional one, which takes half the epochs.
    public override IEnumerable<Variant> Variants(Settings settings) =>
    [
        new(Model.Of(Perceptron, 500), settings) { ["network"] = "perceptron" },
        new(Model.Of(Convolution, 16), settings with { Epochs = Math.Max(1, settings.Epochs / 2) }) { ["network"] = "convolutional" },
    ];

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new LearningCurves("error", "How many digits does each network get wrong, seen and unseen?")
            { Lines = "network", Metric = Metrics.Error, LogScale = true, Split = Splits.Test, Beside = Splits.Train },
        new ConfusionMatrix("confusion", "Which digits are taken for which?") { Lines = "network" },
        new ClassAccuracy("classes", "Which digits are hardest?") { Lines = "network" },
        new MisclassifiedDigits("misclassified", "Which digits do most seeds get wrong?") { Lines = "network", Count = 10 },
        new ReliabilityDiagram("reliability", "Are the networks as often right as they are sure?") { Lines = "network" },
        new WeightImages("first-layer", "What do the units of the first layer look for?") { Lines = "network" },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        var (perceptron, convolutional) = (results["perceptron"], results["convolutional"]);
        return
        [
            new("After 20 epochs the network of the Keras project reads 98.27 % of the test images", Sources.Script,
                perceptron.TestAccuracy.Last(), OneRunGave(98.27)),
            new("It is good on the training images and worse on others: overfitting, of more than a point", Sources.TrainingTricks("1"),
                perceptron.TrainingAccuracy.MeanOfLast(5) - perceptron.TestAccuracy.MeanOfLast(5), Above(1)),
            new("A convolutional network makes fewer errors than a fully connected one", LeNet,
                convolutional.TestAccuracy.MeanOfLast(5) - perceptron.TestAccuracy.MeanOfLast(5), Above(0)),
            new("Modern networks are overconfident: surer than right, on average", Calibration,
                perceptron.Metric(Metrics.Overconfidence, Splits.Test).Last(), Above(0)),
        ];
    }

    private static Module<Tensor, Tensor> Perceptron(int units) =>
        Mlp.Of([784, units, units, 10], Activation.Relu, Initializer.HeNormal);

    // Two convolutions that halve the image, and a linear layer; initial values as TorchSharp gives them.
    private static Module<Tensor, Tensor> Convolution(int channels) => Sequential(
        Unflatten(1, [1, 28, 28]),
        Conv2d(1, channels, 5, stride: 2, padding: 2), ReLU(),
        Conv2d(channels, 2 * channels, 3, stride: 2, padding: 1), ReLU(),
        Flatten(), Linear(2 * channels * 49, 10));
}
