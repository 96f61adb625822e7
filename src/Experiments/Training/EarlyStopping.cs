namespace Experiments.Training;

/// <summary>Which way a monitored value improves.</summary>
public enum Direction
{
    /// <summary>As the metric wants it: a loss down, an accuracy up.</summary>
    Auto,

    /// <summary>Lower is better.</summary>
    Min,

    /// <summary>Higher is better.</summary>
    Max,
}

/// <summary>
/// When training ends early, decided for every seed on its own, as Keras' EarlyStopping does: every measurement after an epoch is a check;
/// it is an improvement if it beats the best so far by more than <see cref="MinDelta"/>, and training ends when <see cref="Patience"/>
/// checks in a row were none. The first finite value always improves; a value that is not finite never does.
/// </summary>
public sealed record EarlyStopping
{
    private EarlyStopping(string name, string metric, Direction better)
    {
        Name = name;
        Metric = metric;
        Better = better;
    }

    /// <summary>Watches the validation loss.</summary>
    public static EarlyStopping OnValidationLoss { get; } = new("validation-loss", "loss", Direction.Min);

    /// <summary>Watches the validation accuracy.</summary>
    public static EarlyStopping OnValidationAccuracy { get; } = new("validation-accuracy", "accuracy", Direction.Max);

    /// <summary>The rule's name as it stands in settings.</summary>
    public string Name { get; }

    /// <summary>The metric of the validation images that is watched.</summary>
    public string Metric { get; }

    /// <summary>Which way it improves.</summary>
    [Meaning("which way the monitored value improves; auto: a loss down, an accuracy up")]
    public Direction Direction { get; init; }

    /// <summary>Checks without improvement after which training ends. 0 and 1 both mean the first one.</summary>
    [Meaning("checks in a row without improvement after which training ends", AtLeast = 0)]
    public int Patience { get; init; } = 5;

    /// <summary>By how much a check must beat the best, strictly.</summary>
    [Meaning("by how much a check must beat the best so far to be an improvement", AtLeast = 0)]
    public double MinDelta { get; init; }

    /// <summary>Epochs that pass without checks at the start of training.</summary>
    [Meaning("epochs at the start of training that are not checked", AtLeast = 0)]
    public int StartFromEpoch { get; init; }

    /// <summary>Whether the parameters of the best check come back at the end, also of a training that ran through.</summary>
    [Meaning("whether the best check's parameters come back when training ends, early or not")]
    public bool RestoreBest { get; init; } = true;

    private Direction Better { get; }

    /// <summary>Whether a value beats the best so far.</summary>
    internal bool Beats(double value, double best) =>
        (Direction == Direction.Auto ? Better : Direction) == Direction.Min ? value + MinDelta < best : value - MinDelta > best;
}
