namespace Experiments.Training;

/// <summary>What came of one check.</summary>
public enum CheckOutcome
{
    /// <summary>It was too early to count.</summary>
    NotCounted,

    /// <summary>The value is the best so far.</summary>
    Improved,

    /// <summary>The value is no improvement; training goes on.</summary>
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
            return CheckOutcome.NotCounted;
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
