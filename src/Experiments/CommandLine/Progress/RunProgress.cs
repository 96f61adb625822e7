namespace Experiments.CommandLine.Progress;

/// <summary>Something that failed in a run.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Seed">The seed of the cell that failed; null if the variant's record could not be restored.</param>
/// <param name="Problem">Why.</param>
internal sealed record RunFailure(PlannedVariant Variant, int? Seed, Exception Problem);

/// <summary>
/// Follows a run and shows nothing of it: for <c>--quiet</c>, and the base of the displays, whose hooks are called by one thread at a
/// time.
/// </summary>
/// <param name="plan">What is being carried out.</param>
internal class RunProgress(Plan plan) : IRunObserver
{
    private readonly Lock gate = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<CellProgress> running = [];
    private readonly List<RunFailure> failures = [];
    private readonly List<string> notShown = [];
    private readonly HashSet<string> notes = [];

    /// <summary>Whether to show why a variant trains eagerly.</summary>
    public bool ShowsTrainers { private get; init; }

    /// <summary>What failed, and why; complete when the run has ended.</summary>
    public IReadOnlyList<RunFailure> Failures => failures;

    /// <summary>What users must know of the run and was not shown while it went on; complete when the run has ended.</summary>
    public IReadOnlyList<string> NotShown => notShown;

    /// <summary>Cells that are done or failed.</summary>
    protected int Ended { get; private set; }

    /// <summary>Cells to compute.</summary>
    protected int Cells { get; } = plan.MissingCells;

    /// <summary>Cells under way.</summary>
    protected IReadOnlyList<CellProgress> Running => running;

    /// <summary>Cells that are done, those under way by their epochs.</summary>
    protected double Done => Math.Min(Cells, Ended + running.Sum(cell => cell.Fraction));

    /// <summary>Time left of the whole run at the pace so far; null at its start.</summary>
    protected TimeSpan? Left => Done > 0.01 * Cells ? clock.Elapsed * ((Cells - Done) / Done) : null;

    /// <summary>Does the work and shows how it goes.</summary>
    public virtual void Follow(Action work) => work();

    /// <inheritdoc/>
    public void Started(PlannedCell cell) => Update(() => running.Add(new(cell)));

    /// <inheritdoc/>
    public void Trains(PlannedCell cell, string? whyEager) => Update(() =>
    {
        if (ShowsTrainers && whyEager is not null)
        {
            Note($"{cell.Variant.Name} trains eagerly: {whyEager}");
        }
    });

    /// <inheritdoc/>
    public void Advanced(PlannedCell cell, int epoch, double? accuracy) => Update(() =>
    {
        if (Find(cell) is { } progress)
        {
            (progress.Epoch, progress.Accuracy) = (epoch, accuracy);
            OnAdvanced(progress);
        }
    });

    /// <inheritdoc/>
    public void Finished(PlannedCell cell, TimeSpan time) => Update(() => OnEnded(End(cell), null));

    /// <inheritdoc/>
    public void Waits(PlannedCell cell, LockHolder? holder) =>
        Update(() => Show($"{cell}: waits for {holder?.ToString() ?? "another command"}, which computes it"));

    /// <inheritdoc/>
    public void FoundDone(PlannedCell cell) => Update(() =>
    {
        End(cell);
        Show($"{cell}: done by another command ({Ended:N0} of {Cells:N0})");
    });

    /// <inheritdoc/>
    public void Resumed(PlannedCell cell, int epoch) => Update(() =>
    {
        if (Find(cell) is { } progress)
        {
            progress.ContinueAfter(epoch);
            Show($"{cell}: continues after epoch {epoch}/{progress.Epochs}, where it was interrupted");
        }
    });

    /// <inheritdoc/>
    public void Noted(string subject, string text) => Update(() => Note($"{subject}: {text}"));

    /// <inheritdoc/>
    public void Failed(PlannedCell cell, Exception problem) => Update(() =>
    {
        failures.Add(new(cell.Variant, cell.Seed, problem));
        OnEnded(End(cell), problem);
    });

    /// <inheritdoc/>
    public void RecordFailed(PlannedVariant variant, Exception problem) => Update(() => failures.Add(new(variant, null, problem)));

    /// <summary>Called when a cell's training completed an epoch.</summary>
    protected virtual void OnAdvanced(CellProgress cell)
    {
    }

    /// <summary>Called when a cell is done, or failed.</summary>
    protected virtual void OnEnded(CellProgress cell, Exception? problem)
    {
    }

    /// <summary>Called after every event.</summary>
    protected virtual void OnChanged()
    {
    }

    /// <summary>Shows a line about a cell or a variant.</summary>
    /// <returns>Whether it is shown.</returns>
    protected virtual bool Show(string line) => false;

    private void Update(Action change)
    {
        lock (gate)
        {
            change();
            OnChanged();
        }
    }

    // Once, however often it is reported.
    private void Note(string line)
    {
        if (notes.Add(line) && !Show(line))
        {
            notShown.Add(line);
        }
    }

    private CellProgress? Find(PlannedCell cell) => running.Find(progress => progress.Cell == cell);

    private CellProgress End(PlannedCell cell)
    {
        var progress = Find(cell) ?? new(cell);
        running.Remove(progress);
        Ended++;
        return progress;
    }
}
