namespace Experiments.Running;

/// <summary>Something that happens in a run. Workers report events to a display, several at a time.</summary>
internal abstract record RunEvent
{
    /// <summary>A cell starts, or is found under way after some epochs.</summary>
    internal sealed record Started(PlannedCell Cell, int After = 0) : RunEvent;

    /// <summary>A cell's trainer was chosen; if it is the eager one, why.</summary>
    internal sealed record Trains(PlannedCell Cell, string? WhyEager) : RunEvent;

    /// <summary>A cell continues a training that was interrupted after an epoch.</summary>
    internal sealed record Resumed(PlannedCell Cell, int Epoch) : RunEvent;

    /// <summary>A cell completed an epoch (0: before training), with its validation accuracy; null if it was not measured then.</summary>
    internal sealed record Advanced(PlannedCell Cell, int Epoch, double? Accuracy) : RunEvent;

    /// <summary>A cell is on disk; the time is that of all attempts together. If training diverged, at which epoch.</summary>
    internal sealed record Finished(PlannedCell Cell, TimeSpan Time, int? Diverged) : RunEvent;

    /// <summary>Nothing is left to do but cells like this one, which another command works on.</summary>
    internal sealed record Waiting(PlannedCell Cell, string? Holder) : RunEvent;

    /// <summary>A training under way is on disk as it was after an epoch: an interruption costs no more than what follows.</summary>
    internal sealed record Saved(PlannedCell Cell, int Epoch) : RunEvent;

    /// <summary>Another command, or a task of a cluster's queue, has finished a cell that was to be computed.</summary>
    internal sealed record FoundDone(PlannedCell Cell, string By = "another command") : RunEvent;

    /// <summary>The task that computed a cell does not do so any more, and has not brought it.</summary>
    internal sealed record PutBack(PlannedCell Cell) : RunEvent;

    /// <summary>What becomes of the tasks that compute the cells, in words: <c>4 tasks run, 12 wait in the queue</c>.</summary>
    internal sealed record Queue(string State) : RunEvent;

    /// <summary>Something about a cell or a variant that users must know, such as a damaged file.</summary>
    internal sealed record Noted(string Subject, string Text) : RunEvent;
}

/// <summary>Something failed; everything else goes on.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Seed">The seed of the cell that failed; null if the variant's record could not be restored.</param>
/// <param name="Problem">Why.</param>
internal sealed record RunFailure(PlannedVariant Variant, int? Seed, Exception Problem) : RunEvent;

/// <summary>Passes events on to displays. What a display throws costs no cell, and no other display its events.</summary>
internal sealed class GuardedProgress(IReadOnlyList<IProgress<RunEvent>?> displays) : IProgress<RunEvent>
{
    /// <summary>What a display threw first; null if nothing.</summary>
    public Exception? Problem { get; private set; }

    /// <inheritdoc/>
    public void Report(RunEvent value)
    {
        foreach (var display in displays)
        {
            try
            {
                display?.Report(value);
            }
            catch (Exception problem)
            {
                Problem ??= problem;
            }
        }
    }
}
