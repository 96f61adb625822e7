namespace Experiments.CommandLine.Progress;

/// <summary>
/// Follows a run and shows no more of it than what users must know: for <c>--quiet</c>, and the base of the displays. One event is dealt
/// with at a time.
/// </summary>
/// <param name="plan">What is being carried out.</param>
/// <param name="write">Writes a line.</param>
/// <param name="quiet">Whether to write nothing but what users must know.</param>
internal class RunProgress(Plan plan, Action<string> write, bool quiet = false) : IProgress<RunEvent>
{
    private readonly Lock gate = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<CellProgress> running = [];
    private readonly HashSet<string> notes = [];

    /// <summary>Whether to show why a variant trains eagerly.</summary>
    public bool ShowsTrainers { private get; init; }

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
    public void Report(RunEvent value)
    {
        lock (gate)
        {
            Update(value);
            OnChanged();
        }
    }

    /// <summary>What becomes of the tasks of a cluster's queue; empty where cells are computed here.</summary>
    protected string Queue { get; private set; } = "";

    /// <summary>Called when <see cref="Queue"/> changes.</summary>
    protected virtual void OnQueueChanged()
    {
    }

    /// <summary>Called when a cell's training completed an epoch.</summary>
    protected virtual void OnAdvanced(CellProgress cell)
    {
    }

    /// <summary>Called when a cell is done, or failed.</summary>
    protected virtual void OnEnded(CellProgress cell, bool failed)
    {
    }

    /// <summary>Called after every event.</summary>
    protected virtual void OnChanged()
    {
    }

    /// <summary>Shows a line about a cell.</summary>
    protected void Show(string line)
    {
        if (!quiet)
        {
            write(line);
        }
    }

    private void Update(RunEvent value)
    {
        switch (value)
        {
            case RunEvent.Started(var cell, var after):
                running.Add(new(cell, after));
                break;
            case RunEvent.PutBack(var cell):
                running.RemoveAll(progress => progress.Cell == cell);
                break;
            case RunEvent.Trains(var cell, { } why) when ShowsTrainers:
                Note($"{cell.Variant.Name} trains eagerly: {why}");
                break;
            case RunEvent.Resumed(var cell, var epoch):
                Find(cell).ContinueAfter(epoch);
                Show($"{cell}: continues after epoch {epoch}/{Find(cell).Epochs}, where it was interrupted");
                break;
            case RunEvent.Advanced(var cell, var epoch, var accuracy):
                Find(cell).Advance(epoch, accuracy);
                OnAdvanced(Find(cell));
                break;
            case RunEvent.Finished(var cell, _, var diverged):
                Find(cell).Diverged = diverged;
                OnEnded(End(cell), failed: false);
                break;
            case RunFailure { Seed: { } seed } failure:
                OnEnded(End(new(failure.Variant, seed)), failed: true);
                break;
            case RunEvent.FoundDone(var cell, var by):
                End(cell);
                Show($"{cell}: done by {by} ({Ended:N0} of {Cells:N0})");
                break;
            case RunEvent.Queue(var state) when state != Queue:
                Queue = state;
                OnQueueChanged();
                break;
            case RunEvent.Waiting(var cell, var holder):
                Show($"{cell}: waits for {holder ?? "another command"}, which computes it");
                break;
            case RunEvent.Noted(var subject, var text):
                Note($"{subject}: {text}");
                break;
        }
    }

    // Once, however often it is reported.
    private void Note(string line)
    {
        if (notes.Add(line))
        {
            write(line);
        }
    }

    private CellProgress Find(PlannedCell cell) => running.Find(progress => progress.Cell == cell) ?? new(cell);

    private CellProgress End(PlannedCell cell)
    {
        var progress = Find(cell);
        running.Remove(progress);
        Ended++;
        return progress;
    }
}
