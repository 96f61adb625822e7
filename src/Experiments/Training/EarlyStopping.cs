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
public sealed record EarlyStopping : Choice
{
    private readonly Direction better;

    private EarlyStopping(string metric, Direction better)
        : base($"validation-{metric}") => (Metric, this.better) = (metric, better);

    /// <summary>Watches the validation loss.</summary>
    public static EarlyStopping OnValidationLoss { get; } = new("loss", Direction.Min);

    /// <summary>Watches the validation accuracy.</summary>
    public static EarlyStopping OnValidationAccuracy { get; } = new("accuracy", Direction.Max);

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

    /// <summary>The same rule as it is written if nobody writes more than needed.</summary>
    internal EarlyStopping Effective() =>
        this with { Direction = Direction == better ? Direction.Auto : Direction, Patience = Math.Max(Patience, 1) };

    /// <summary>Whether a value beats the best so far.</summary>
    internal bool Beats(double value, double best) =>
        (Direction == Direction.Auto ? better : Direction) == Direction.Min ? value + MinDelta < best : value - MinDelta > best;
}

/// <summary>What came of one check.</summary>
public enum CheckOutcome
{
    /// <summary>The value is the best so far.</summary>
    Improved,

    /// <summary>The value is no improvement, or it is too early to count; training goes on.</summary>
    NotImproved,

    /// <summary>The value is no improvement, and patience is at its end.</summary>
    Stop,
}

/// <summary>Early stopping of one training: the best check so far, and how many have come since.</summary>
/// <param name="rule">The rule.</param>
public sealed class EarlyStoppingState(EarlyStopping rule)
{
    private int checksSinceBest;

    /// <summary>The epoch of the best check; null before the first finite value.</summary>
    public int? BestEpoch { get; private set; }

    /// <summary>The value of the best check; NaN before the first finite value.</summary>
    public double BestValue { get; private set; } = double.NaN;

    /// <summary>Writes what it knows.</summary>
    internal void Save(BinaryWriter writer)
    {
        writer.Write(checksSinceBest);
        writer.Write(BestEpoch ?? -1);
        writer.Write(BestValue);
    }

    /// <summary>Goes on from what was saved.</summary>
    internal void Load(BinaryReader reader)
    {
        checksSinceBest = reader.ReadInt32();
        BestEpoch = reader.ReadInt32() is >= 0 and var epoch ? epoch : null;
        BestValue = reader.ReadDouble();
    }

    /// <summary>Checks the value measured after an epoch.</summary>
    /// <param name="epoch">Epochs completed; 0, before training, is not counted.</param>
    /// <param name="value">The monitored value.</param>
    public CheckOutcome Check(int epoch, double value)
    {
        if (epoch <= rule.StartFromEpoch)
        {
            return CheckOutcome.NotImproved;
        }

        checksSinceBest++;
        if (double.IsFinite(value) && (BestEpoch is null || rule.Beats(value, BestValue)))
        {
            (BestEpoch, BestValue, checksSinceBest) = (epoch, value, 0);
            return CheckOutcome.Improved;
        }

        return checksSinceBest >= rule.Patience ? CheckOutcome.Stop : CheckOutcome.NotImproved;
    }
}
