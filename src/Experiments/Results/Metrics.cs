namespace Experiments.Results;

/// <summary>Names of the metrics as they stand in cells, tables and charts.</summary>
public static class Metrics
{
    /// <summary>Mean cost per image of a split, without penalties.</summary>
    public const string Loss = "loss";

    /// <summary>Fraction of a split's images classified correctly, 0 to 1.</summary>
    public const string Accuracy = "accuracy";

    /// <summary>Fraction of a split's images classified wrongly, 0 to 1: 1 minus the accuracy, from which it is read.</summary>
    public const string Error = "error";

    /// <summary>L2 norm of the cost's gradient with respect to one layer's biases.</summary>
    public const string BiasGradient = "gradient.bias";

    /// <summary>Frobenius norm of the cost's gradient with respect to one layer's weights.</summary>
    public const string WeightGradient = "gradient.weight";

    /// <summary>Mean of one hidden layer's activations over units and images.</summary>
    public const string ActivationMean = "activation.mean";

    /// <summary>Standard deviation of one hidden layer's activations over units and images.</summary>
    public const string ActivationDeviation = "activation.std";

    /// <summary>
    /// Fraction of one hidden layer's activations where the function is flat, 0 to 1: |a| &gt; 0.99 of tanh, a &lt; 0.01 or &gt; 0.99 of
    /// the sigmoid, a = 0 of ReLU.
    /// </summary>
    public const string ActivationSaturated = "activation.saturated";

    /// <summary>Fraction of one hidden layer's units that are saturated for every image measured, 0 to 1.</summary>
    public const string DeadUnits = "activation.dead";

    /// <summary>What the names of all bins of histograms begin with.</summary>
    internal const string HistogramBins = "activation.histogram.";

    /// <summary>Where the first bin of a layer's histogram of activations begins.</summary>
    public const string HistogramLow = "activation.histogram.low";

    /// <summary>Where the last bin of a layer's histogram of activations ends.</summary>
    public const string HistogramHigh = "activation.histogram.high";

    /// <summary>
    /// Mean activation of one hidden layer over dropout's masks, units and images, divided by that in testing: 1 if expectations are equal.
    /// </summary>
    public const string DropoutExpectedActivation = "dropout.expected-activation";

    /// <summary>‖mean over dropout's masks of a hidden layer's activations − those in testing‖ / ‖those in testing‖.</summary>
    public const string DropoutDistance = "dropout.distance";

    /// <summary>The learning rate over what the optimizer divides it by, averaged over one layer's weights.</summary>
    public const string StepSize = "step-size";

    /// <summary>
    /// By how much a step changes one layer's weights: ‖ΔW‖ / ‖W‖, W being those before the step. The mean over 100 steps that are spread
    /// evenly over the epoch and end with its last, over all if it has fewer. About 1e-3 is usual in trainings that go well.
    /// </summary>
    public const string UpdateRatio = "update.ratio";

    /// <summary>Frobenius norm of one layer's weights.</summary>
    public const string WeightNorm = "weight.norm";

    /// <summary>Share of one layer's weights that are nearly 0, smaller than 0.001.</summary>
    public const string SmallWeights = "weight.small";

    /// <summary>
    /// Size of the gradient with respect to what one time step takes, ‖∂C/∂xₜ‖, before training; steps stand where metrics have layers.
    /// </summary>
    public const string InputGradient = "input.gradient";

    /// <summary>Counts of one layer's gradients with respect to its weights in <see cref="SizeBins"/>.</summary>
    public const string GradientHistogram = "gradient.histogram";

    /// <summary>Counts of one layer's weights in <see cref="SizeBins"/>.</summary>
    public const string WeightHistogram = "weight.histogram";

    /// <summary>
    /// Expected calibration error of the trained model, 0 to 1: the mean over images of |accuracy − mean confidence| in their bin of
    /// confidence, of which there are 15 (Guo et al. 2017, On Calibration of Modern Neural Networks).
    /// </summary>
    public const string CalibrationError = "calibration.error";

    /// <summary>
    /// Mean confidence of the trained model minus its accuracy, on the same images: above 0 for a model that is surer than right.
    /// </summary>
    public const string Overconfidence = "calibration.overconfidence";

    /// <summary>Number of pixels of an image of which a cell holds pixels.</summary>
    internal const string ImagePixels = "image.pixels";

    /// <summary>Number of pixels of a unit's weights as an image.</summary>
    internal const string FirstLayerPixels = "first-layer.pixels";

    /// <summary>Pixels of a row of a unit's weights as an image.</summary>
    internal const string FirstLayerWidth = "first-layer.width";

    /// <summary>The greatest size of the weights that are drawn as images.</summary>
    internal const string FirstLayerScale = "first-layer.scale";

    /// <summary>Number of pixels of a training image of which a cell holds pixels as the first epoch sees it.</summary>
    internal const string SeenPixels = "seen.pixels";

    /// <summary>
    /// Mean cost per image of the batches of some steps, as training sees them: with dropout, each before its step, without penalties. Its
    /// step is the last of them. See <see cref="ResultTable.StepCurve"/>.
    /// </summary>
    public const string BatchLoss = "batch.loss";

    /// <summary>What the names of metrics begin with where they are measured within an epoch, as <c>within-epoch.accuracy</c>.</summary>
    internal const string WithinEpoch = "within-epoch.";

    /// <summary>
    /// 1 at the epoch at which a seed's loss, gradient or parameters were found not to be finite. It is the seed's last epoch; the numbers
    /// measured there stand as they are.
    /// </summary>
    public const string Diverged = "diverged";

    /// <summary>
    /// The epoch at which early stopping ended a seed's training; absent if training ran through. A seed has no rows of later epochs.
    /// </summary>
    public const string Stopped = "stopped";

    /// <summary>The epoch of the best check of early stopping, at a seed's last epoch; absent if no check had a finite value.</summary>
    public const string Best = "best";

    /// <summary>Loss of a split with the best check's parameters restored, at a seed's last epoch.</summary>
    public const string RestoredLoss = "restored.loss";

    /// <summary>Accuracy of a split with the best check's parameters restored, at a seed's last epoch.</summary>
    public const string RestoredAccuracy = "restored.accuracy";

    /// <summary>The number of exact zeros beside the bins of <see cref="GradientHistogram"/> or <see cref="WeightHistogram"/>.</summary>
    internal static string ZerosOf(string histogram) => $"{histogram}.zeros";

    /// <summary>The number of numbers in a bin, from 0, of <see cref="GradientHistogram"/> or <see cref="WeightHistogram"/>.</summary>
    internal static string BinOf(string histogram, int bin) => $"{histogram}.{bin}";

    /// <summary>How many images of a class a trained model takes for one of another, or of the same; absent for none.</summary>
    public static string Confusion(int right, int predicted) => $"confusion.{right}.{predicted}";

    /// <summary>Images in a bin of confidence, from 1.</summary>
    internal static string CalibrationCount(int bin) => $"calibration.count.{bin}";

    /// <summary>Mean confidence in a bin of confidence.</summary>
    internal static string CalibrationConfidence(int bin) => $"calibration.confidence.{bin}";

    /// <summary>Accuracy in a bin of confidence.</summary>
    internal static string CalibrationAccuracy(int bin) => $"calibration.accuracy.{bin}";

    /// <summary>The confidence, 0 to 1, with which a trained model gets an image wrong; the image's number counts from 0.</summary>
    internal static string Misclassified(int image, int right, int predicted) => $"misclassified.{image}.{right}.{predicted}";

    /// <summary>Some pixels of an image, as <see cref="PackedPixels.Greys"/> packs them.</summary>
    internal static string ImagePart(int image, int place) => $"image.{image}.{place}";

    /// <summary>Some weights of a unit, from 1, of the first layer, as <see cref="PackedPixels.Weights"/> packs them.</summary>
    internal static string FirstLayerPart(int unit, int place) => $"first-layer.{unit}.{place}";

    /// <summary>Some pixels of a training image, from 1, as the first epoch sees it, packed by <see cref="PackedPixels.Greys"/>.</summary>
    internal static string SeenPart(int image, int place) => $"seen.{image}.{place}";

    /// <summary>Whether a metric is one of the many of a histogram, a matrix or a picture, which only charts can show.</summary>
    internal static bool IsForCharts(string metric) => ForCharts.Any(begin => metric.StartsWith(begin, StringComparison.Ordinal));

    private static readonly string[] ForCharts =
    [
        HistogramBins, $"{GradientHistogram}.", $"{WeightHistogram}.", "confusion.", "calibration.count.", "calibration.confidence.",
        "calibration.accuracy.", "misclassified.", "image.", "first-layer.", "seen.",
    ];

    /// <summary>Whether rows of a metric belong to steps within epochs, and not to whole epochs.</summary>
    internal static bool IsByStep(string metric) => metric == BatchLoss || metric.StartsWith(WithinEpoch, StringComparison.Ordinal);

    /// <summary>The least and the greatest value that a metric can have.</summary>
    public static (double Least, double Greatest) Possible(string metric) => metric switch
    {
        Accuracy or Error or RestoredAccuracy or ActivationSaturated or DeadUnits or CalibrationError or SmallWeights =>
            (0, 1),
        Loss or RestoredLoss or BatchLoss or UpdateRatio or BiasGradient or WeightGradient or ActivationDeviation or DropoutDistance
            or StepSize or WeightNorm or InputGradient =>
            (0, double.PositiveInfinity),
        _ => (double.NegativeInfinity, double.PositiveInfinity),
    };

    /// <summary>The metrics of the engine, without the bins of histograms.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Loss, Accuracy, BiasGradient, WeightGradient, ActivationMean, ActivationDeviation, ActivationSaturated, HistogramLow, HistogramHigh,
        DropoutExpectedActivation, DropoutDistance, Diverged, Stopped, Best, RestoredLoss, RestoredAccuracy,
        UpdateRatio, StepSize, CalibrationError, Overconfidence, WeightNorm, SmallWeights, InputGradient,
    ];

    /// <summary>The unit in which a metric is shown: % for fractions, which cells hold as 0 to 1; else empty.</summary>
    public static string Unit(string metric) =>
        metric is Accuracy or Error or RestoredAccuracy or ActivationSaturated or DeadUnits or CalibrationError or Overconfidence
            or SmallWeights
            ? "%" : "";

    /// <summary>A metric as it stands at an axis, with its unit.</summary>
    public static string AxisLabel(string metric) => metric switch
    {
        BiasGradient => "size of the gradient, ‖∂C/∂b‖",
        WeightGradient => "size of the gradient, ‖∂C/∂W‖",
        ActivationMean => "mean activation",
        ActivationDeviation => "standard deviation of activations",
        ActivationSaturated => "saturated activations (%)",
        DeadUnits => "dead units (%)",
        BatchLoss => "loss of the batches",
        UpdateRatio => "update-to-weight ratio, ‖ΔW‖ / ‖W‖",
        CalibrationError => "expected calibration error (%)",
        WeightNorm => "size of the weights, ‖W‖",
        SmallWeights => "weights nearly 0 (%)",
        InputGradient => "size of the gradient, ‖∂C/∂xₜ‖, mean over images",
        StepSize => "effective step, η / (√v + ε)",
        _ => Unit(metric) is { Length: > 0 } unit ? $"{metric} ({unit})" : metric,
    };

    /// <summary>A metric's value in its unit.</summary>
    internal static double Shown(string metric, double value) => Unit(metric) == "%" ? 100 * value : value;

    /// <summary>
    /// Fraction of one hidden layer's activations in one bin of its histogram; bins are equally wide from low to high, which is in the
    /// last.
    /// </summary>
    /// <param name="number">The bin, counted from 1.</param>
    public static string HistogramBin(int number) => $"{HistogramBins}{number}";
}

/// <summary>Names of the splits as they stand in cells, tables and charts.</summary>
public static class Splits
{
    /// <summary>The images trained on.</summary>
    public const string Train = "train";

    /// <summary>The images that choose between variants and epochs.</summary>
    public const string Validation = "validation";

    /// <summary>The images kept for the final word.</summary>
    public const string Test = "test";
}
