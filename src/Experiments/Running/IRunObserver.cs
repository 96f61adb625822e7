namespace Experiments.Running;

/// <summary>What a run reports while it works. Calls come from worker threads, several at a time.</summary>
internal interface IRunObserver
{
    /// <summary>A cell starts.</summary>
    void Started(PlannedCell cell);

    /// <summary>A cell's trainer was chosen.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="whyEager">Why it is the eager one; null for the fused one.</param>
    void Trains(PlannedCell cell, string? whyEager)
    {
    }

    /// <summary>A cell's training completed an epoch (0: measured before training).</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="epoch">Epochs completed.</param>
    /// <param name="accuracy">Validation accuracy when last measured, 0 to 1; null before the first time.</param>
    void Advanced(PlannedCell cell, int epoch, double? accuracy);

    /// <summary>A cell is on disk.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="time">How long it took to compute, all attempts together if it was interrupted.</param>
    void Finished(PlannedCell cell, TimeSpan time);

    /// <summary>Nothing is left to do but cells that other commands work on. Cells that they finish are not computed again.</summary>
    /// <param name="cell">A cell that is waited for; reported once.</param>
    /// <param name="holder">Who works on it; null if unknown.</param>
    void Waits(PlannedCell cell, LockHolder? holder)
    {
    }

    /// <summary>Another command has finished a cell that was to be computed.</summary>
    void FoundDone(PlannedCell cell)
    {
    }

    /// <summary>A cell continues a training that was interrupted.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="epoch">Epochs completed by then.</param>
    void Resumed(PlannedCell cell, int epoch)
    {
    }

    /// <summary>Something that users must know, such as a damaged file.</summary>
    /// <param name="subject">The cell or the variant, as people read it.</param>
    /// <param name="text">What to know.</param>
    void Noted(string subject, string text)
    {
    }

    /// <summary>A cell failed; others go on.</summary>
    void Failed(PlannedCell cell, Exception problem);

    /// <summary>A variant's damaged record could not be restored, so its cells cannot be used.</summary>
    void RecordFailed(PlannedVariant variant, Exception problem)
    {
    }
}
