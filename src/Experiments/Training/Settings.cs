namespace Experiments.Training;

/// <summary>Which training images are used, if not all.</summary>
public enum Subset
{
    /// <summary>
    /// Each seed draws its own, the same in all variants: the first of one permutation of them, so that a smaller number is a part of a
    /// greater one.
    /// </summary>
    PerSeed,

    /// <summary>The first ones, the same for all seeds.</summary>
    First,
}

/// <summary>What pixels are made into before a network sees them, by the training images that a seed uses.</summary>
public enum InputScale
{
    /// <summary>From 0 to 1.</summary>
    Unit,

    /// <summary>From 0 to 255, as files have them.</summary>
    Raw,

    /// <summary>From 0 to 1, minus each pixel's mean.</summary>
    Centered,

    /// <summary>Each pixel minus its mean, over its standard deviation; pixels that never change are only centred.</summary>
    PerPixel,

    /// <summary>Minus the mean of all pixels, over the standard deviation of all.</summary>
    Together,
}

/// <summary>
/// The settings of a training run. A recipe's defaults are its published run; variants differ by <c>with</c>. Every property is part of the
/// hash of the results (unless it is off: null, false or 0) and can be overridden as <c>--set name=value</c>; a recipe that needs settings
/// of its own derives a record.
/// </summary>
public record Settings
{
    /// <summary>Passes through the training images.</summary>
    [Meaning("passes through the training images", AtLeast = 1)]
    public int Epochs { get; init; } = 30;

    /// <summary>
    /// Images in a step's batch; the last, smaller batch of an epoch is kept. As many as there are training images means full-batch
    /// gradient descent; more are refused.
    /// </summary>
    [Meaning("images per step; as many as there are for full-batch gradient descent", AtLeast = 1)]
    public int BatchSize { get; init; } = 10;

    /// <summary>The optimizer.</summary>
    [Meaning("optimizer")]
    public Optimizer Optimizer { get; init; } = new Sgd();

    /// <summary>The cost.</summary>
    [Meaning("the cost")]
    public Loss Loss { get; init; } = Loss.SoftmaxCrossEntropy;

    /// <summary>The weight penalty.</summary>
    [Meaning("weight penalty")]
    public Penalty Penalty { get; init; } = Penalty.None;

    /// <summary>How the learning rate changes in the course of training; null for not at all.</summary>
    [Meaning("how the learning rate changes in the course of training", Null = "none")]
    public Schedule? Schedule { get; init; }

    /// <summary>
    /// The greatest norm of the gradient over all parameters: a greater one is scaled down to it before a step; null for no limit.
    /// </summary>
    [Meaning("greatest norm of the whole gradient; a greater one is scaled down to it", Above = 0, Null = "none")]
    public double? ClipNorm { get; init; }

    /// <summary>
    /// The greatest size of each number of the gradient: those beyond are cut to it before a step, and before the norm is limited; null
    /// for no limit.
    /// </summary>
    [Meaning("greatest size of each number of the gradient; those beyond are cut to it", Above = 0, Null = "none")]
    public double? ClipValue { get; init; }

    /// <summary>
    /// The greatest norm of each unit's incoming weights, outputs' too: after every step, longer ones are scaled back to it (max-norm
    /// regularization; Srivastava et al. 2014, section 5.1); null for no limit.
    /// </summary>
    [Meaning("greatest norm of each unit's incoming weights; longer ones are scaled back to it after every step", Above = 0, Null = "none")]
    public double? MaxNorm { get; init; }

    /// <summary>Which trainer trains: both give the same up to rounding.</summary>
    [Meaning("auto: our SIMD kernels where they know the model; eager: TorchSharp's autograd and torch.optim")]
    public TrainerKind Trainer { get; init; }

    /// <summary>When a seed's training ends before its last epoch; null for never.</summary>
    [Meaning("what decides, seed by seed, when training ends early", Null = "none")]
    public EarlyStopping? Monitor { get; init; }

    /// <summary>
    /// How the data are cut: <c>default</c> for 50,000 training, 10,000 validation and 10,000 test images (Nielsen's), or three ratios such
    /// as <c>60/20/20</c> over all images.
    /// </summary>
    [Meaning("default (50,000 / 10,000 / 10,000 images) or ratios of training, validation and test images such as 60/20/20")]
    public string Split { get; init; } = "default";

    /// <summary>How many of the training images are used; null for all.</summary>
    [Meaning("training images used", AtLeast = 1, Null = "all")]
    public int? TrainingImages { get; init; }

    /// <summary>Which training images are used where <see cref="TrainingImages"/> is fewer than there are.</summary>
    [Meaning("which training images are used if not all: others in each seed, or the first ones in every seed")]
    public Subset Subset { get; init; }

    /// <summary>What pixels are made into before a network sees them.</summary>
    [Meaning("pixels from 0 to 1, from 0 to 255, minus their means, standardized each, or standardized together")]
    public InputScale Inputs { get; init; }

    /// <summary>How training images are distorted at random, anew in every epoch; null for not at all.</summary>
    [Meaning("distort the training images at random, anew in every epoch", Null = "none")]
    public Augmentation? Augmentation { get; init; }

    /// <summary>Epochs between two measurements of loss and accuracy; the last epoch is always measured. 0: never.</summary>
    [Meaning("epochs between two measurements of loss and accuracy; 0 for never", AtLeast = 0)]
    public int EvaluateEvery { get; init; } = 1;

    /// <summary>
    /// Measurements of validation loss and accuracy within an epoch, evenly spaced, and in the first epoch at steps 1, 2, 4, 8 … before
    /// them. They decide nothing, early stopping included. Curves over steps show them (<c>ResultTable.StepCurve</c>). 0: none.
    /// </summary>
    [Meaning("measurements of validation loss and accuracy per epoch, its end included; 0 or 1 for none within epochs",
        AtLeast = 0, OnlyMeasures = true)]
    public int EvaluationsPerEpoch { get; init; }

    /// <summary>The epochs that <see cref="EvaluationsPerEpoch"/> is for, from the first; null for all.</summary>
    [Meaning("first epochs within which evaluations-per-epoch measures", AtLeast = 1, Null = "all", OnlyMeasures = true)]
    public int? EvaluationsPerEpochUntil { get; init; }

    /// <summary>Whether gradients are measured within epochs, too, where <see cref="EvaluationsPerEpoch"/> says.</summary>
    [Meaning("measure gradients by layer within epochs, too, as often as evaluations-per-epoch says", OnlyMeasures = true)]
    public bool GradientsWithinEpochs { get; init; }

    /// <summary>
    /// Steps over which the loss of training's own batches is averaged for one row; an epoch's last row may have fewer. 0: no rows.
    /// </summary>
    [Meaning("steps over which the mini-batch training loss is averaged and recorded; 1 for each step, 0 for none",
        AtLeast = 0, OnlyMeasures = true)]
    public int BatchLossEvery { get; init; }

    /// <summary>The steps, from the first, whose loss is recorded if it is; null for all.</summary>
    [Meaning("first steps whose mini-batch training loss is recorded", AtLeast = 1, Null = "all", OnlyMeasures = true)]
    public int? BatchLossSteps { get; init; }

    /// <summary>Whether it is measured by how much steps change each layer's weights: see <c>Metrics.UpdateRatio</c>.</summary>
    [Meaning("measure by how much steps change each layer's weights, ‖ΔW‖ / ‖W‖, epoch by epoch", OnlyMeasures = true)]
    public bool UpdateRatios { get; init; }

    /// <summary>Whether the sizes of gradients are counted by layer, at epochs 0, 1, 2, 4, 8 … and the last.</summary>
    [Meaning("histograms of the gradients' sizes by layer, at epochs 0, 1, 2, 4, 8 … and the last", OnlyMeasures = true)]
    public bool GradientHistograms { get; init; }

    /// <summary>Whether the sizes of weights are counted by layer, at the same epochs.</summary>
    [Meaning("histograms of the weights' sizes by layer, at the same epochs", OnlyMeasures = true)]
    public bool WeightHistograms { get; init; }

    /// <summary>Whether the confusion matrix, calibration and the misclassified test images are recorded at the end of training.</summary>
    [Meaning("confusion matrix, calibration and misclassified test images at the end of training", OnlyMeasures = true)]
    public bool TestPredictions { get; init; }

    /// <summary>Units of the first layer whose weights are recorded as images at the end of training. 0: none.</summary>
    [Meaning("units of the first layer whose weights are recorded as images at the end of training; 0 for none",
        AtLeast = 0, OnlyMeasures = true)]
    public int FirstLayerImages { get; init; }

    /// <summary>Training images that are recorded as the first epoch sees them, before training. 0: none.</summary>
    [Meaning("first training images recorded as the first epoch sees them, distorted if it distorts; 0 for none",
        AtLeast = 0, OnlyMeasures = true)]
    public int ImagesSeen { get; init; }

    /// <summary>Loss and accuracy of each split are measured on its first images, at most this many.</summary>
    [Meaning("images of each split that loss and accuracy are measured on, at most", AtLeast = 1)]
    public int EvaluationImages { get; init; } = 10_000;

    /// <summary>Gradients and activations are measured on the first training images, at most this many. 0: not at all.</summary>
    [Meaning("training images that gradients and activations are measured on, at most; 0 for no measuring", AtLeast = 0)]
    public int GradientImages { get; init; } = 1_000;

    /// <summary>Whether the hidden layers' activations are measured before training.</summary>
    [Meaning("measure mean, deviation and saturation of activations by layer before training")]
    public bool Activations { get; init; }

    /// <summary>Whether they are measured after every epoch, too.</summary>
    [Meaning("measure activations after every epoch, too")]
    public bool ActivationsEveryEpoch { get; init; }

    /// <summary>Bins of the histograms of the hidden layers' activations before training. 0: no histograms.</summary>
    [Meaning("bins of the histograms of activations by layer before training; 0 for none", AtLeast = 0)]
    public int HistogramBins { get; init; }

    /// <summary>
    /// Masks over which activations under dropout are averaged before training, to compare them with those in testing. 0: not at all.
    /// </summary>
    [Meaning("masks over which activations under dropout are averaged before training; 0 for no measuring", AtLeast = 0)]
    public int DropoutMasks { get; init; }

    /// <summary>A quick run: too short and too small to decide anything, and marked so wherever its results show.</summary>
    [Meaning("mark the results as a quick run that decides nothing")]
    public bool Quick { get; init; }

    /// <summary>The settings of the same training that say nothing without an effect: equal where trainings are.</summary>
    internal Settings Effective()
    {
        var measures = GradientImages > 0;
        var isWithinEpochs = EvaluationsPerEpoch > 1;
        return this with
        {
            Subset = TrainingImages is null ? Subset.First : Subset,
            EvaluateEvery = Math.Min(EvaluateEvery, Epochs),
            Penalty = Penalty.Effective,
            Schedule = Schedule?.HasEffect(Optimizer.LearningRate, Epochs) == true ? Schedule : null,
            Monitor = Monitor?.Effective(),
            Augmentation = Augmentation?.Effective(),
            EvaluationsPerEpoch = isWithinEpochs ? EvaluationsPerEpoch : 0,
            EvaluationsPerEpochUntil = isWithinEpochs ? EvaluationsPerEpochUntil : null,
            GradientsWithinEpochs = GradientsWithinEpochs && isWithinEpochs && measures,
            BatchLossSteps = BatchLossEvery > 0 ? BatchLossSteps : null,
            GradientHistograms = GradientHistograms && measures,
            Activations = Activations && measures && !ActivationsEveryEpoch,
            ActivationsEveryEpoch = ActivationsEveryEpoch && measures,
            HistogramBins = measures ? HistogramBins : 0,
            DropoutMasks = measures ? DropoutMasks : 0,
        };
    }

    /// <summary>What is wrong with these settings, one line each; nothing if all is well.</summary>
    public virtual IEnumerable<string> Mistakes()
    {
        foreach (var mistake in Setting.Of(this).Select(setting => setting.Mistake).OfType<string>())
        {
            yield return mistake;
        }

        if (Optimizer is AdamW && (Penalty.WeightDecay != 0 || Penalty.SignDecay != 0))
        {
            yield return "optimizer=adamw has a decay of its own (optimizer.weight-decay), so it takes no penalty: set penalty=none";
        }

        if (Optimizer is Sgd { Nesterov: true, Momentum: 0 })
        {
            yield return "optimizer.nesterov looks ahead along the momentum, but optimizer.momentum is 0: set it, such as "
                + "optimizer.momentum=0.9";
        }

        if (Optimizer is Sgd { Averaged: true, Momentum: 0 })
        {
            yield return "optimizer.averaged is about the momentum, but optimizer.momentum is 0: set it, such as optimizer.momentum=0.9";
        }

        if (Augmentation is not null && Inputs != InputScale.Unit)
        {
            yield return "augmentation distorts pixels from 0 to 1: leave inputs=unit";
        }

        if (Monitor is not null && EvaluateEvery == 0)
        {
            yield return "monitor needs measurements of loss and accuracy, but evaluate-every is 0, which means never";
        }

        if (Monitor is { } monitor && monitor.StartFromEpoch >= Epochs)
        {
            yield return $"monitor.start-from-epoch is {monitor.StartFromEpoch}, so of {Epochs} epochs none would be checked: "
                + "set more epochs, or a smaller monitor.start-from-epoch";
        }
    }
}
