namespace Experiments.CommandLine.Progress;

/// <summary>How far one cell is.</summary>
/// <param name="cell">The cell.</param>
/// <param name="after">Epochs that it had completed when it was seen first.</param>
internal sealed class CellProgress(PlannedCell cell, int after = 0)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private int epochsBefore = after; // that an interrupted run had completed, or that nobody here saw

    public PlannedCell Cell => cell;

    public int Epochs => cell.Variant.Variant.Settings.Epochs;

    /// <summary>Epochs completed; stays 0 for what is computed without a training.</summary>
    public int Epoch { get; private set; } = after;

    /// <summary>Validation accuracy when last measured in training; null if it was measured only before training, or never.</summary>
    public double? Accuracy { get; private set; }

    /// <summary>The epoch at which training diverged; null if it did not, or goes on.</summary>
    public int? Diverged { get; set; }

    public TimeSpan Elapsed => clock.Elapsed;

    /// <summary>When a line was last written about it, counted from its start.</summary>
    public TimeSpan LastLine { get; set; }

    /// <summary>Part of the training that is done, 0 to 1.</summary>
    public double Fraction => Math.Min(1, (double)Epoch / Math.Max(1, Epochs));

    /// <summary>Time left at the pace so far; null before the first epoch.</summary>
    public TimeSpan? Left => Epoch > epochsBefore ? Elapsed * ((double)(Epochs - Epoch) / (Epoch - epochsBefore)) : null;

    /// <summary>It completed an epoch, after which this validation accuracy was measured; null if none was.</summary>
    public void Advance(int epoch, double? accuracy) => (Epoch, Accuracy) = (epoch, epoch > 0 ? accuracy ?? Accuracy : null);

    /// <summary>It continues after an epoch that an interrupted run completed.</summary>
    public void ContinueAfter(int epoch) => (epochsBefore, Epoch) = (epoch, epoch);
}
