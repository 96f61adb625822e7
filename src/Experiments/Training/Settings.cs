namespace Experiments.Training;

/// <summary>
/// The settings of a training run. A recipe's defaults are its published run; variants differ by <c>with</c>. Every property is part of the
/// hash of the results and can be overridden as <c>--set name=value</c>; a recipe that needs settings of its own derives a record.
/// </summary>
public record Settings
{
    /// <summary>Passes through the training images.</summary>
    public int Epochs { get; init; } = 30;

    /// <summary>Images in a step's batch; the last, smaller batch of an epoch is kept. At least the number of training images means full-batch gradient descent.</summary>
    public int BatchSize { get; init; } = 10;

    /// <summary>How gradients become steps.</summary>
    public Optimizer Optimizer { get; init; } = new Sgd();

    /// <summary>The cost.</summary>
    public Loss Loss { get; init; } = Loss.SoftmaxCrossEntropy;

    /// <summary>What keeps the weights small.</summary>
    public Penalty Penalty { get; init; } = Penalty.None;

    /// <summary>
    /// How the data are cut: <c>default</c> for 50,000 training, 10,000 validation and 10,000 test images (Nielsen's), or three ratios such as
    /// <c>60/20/20</c> over all images.
    /// </summary>
    public string Split { get; init; } = "default";

    /// <summary>How many of the training images are used, the first ones; null for all.</summary>
    public int? TrainingImages { get; init; }

    /// <summary>Epochs between two measurements of loss and accuracy; the last epoch is always measured. 0: never.</summary>
    public int EvaluateEvery { get; init; } = 1;

    /// <summary>Loss and accuracy of each split are measured on its first images, at most this many.</summary>
    public int EvaluationImages { get; init; } = 10_000;

    /// <summary>Gradients are measured on the first training images, at most this many. 0: not at all.</summary>
    public int GradientImages { get; init; } = 1_000;

    /// <summary>A quick look: too short and too small to decide anything, and marked so wherever its results show.</summary>
    public bool Quick { get; init; }

    /// <summary>What is wrong with these settings, one line each; nothing if all is well.</summary>
    public virtual IEnumerable<string> Mistakes() =>
    [
        .. AtLeast(nameof(Epochs), Epochs, 1),
        .. AtLeast(nameof(BatchSize), BatchSize, 1),
        .. AtLeast(nameof(EvaluateEvery), EvaluateEvery, 0),
        .. AtLeast(nameof(EvaluationImages), EvaluationImages, 1),
        .. AtLeast(nameof(GradientImages), GradientImages, 0),
        .. AtLeast(nameof(TrainingImages), TrainingImages ?? 1, 1),
        .. Optimizer.Mistakes(),
        .. Penalty.Mistakes(),
    ];

    private static IEnumerable<string> AtLeast(string property, int value, int least) =>
        value >= least ? [] : [$"{SettingNames.Of(property)} must be at least {least}, but is {value}"];
}
