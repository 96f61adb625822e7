using System.Diagnostics;
using Experiments.Results;
using Experiments.Running;

namespace Experiments.CommandLine.Progress;

/// <summary>Keeps track of a run and shows nothing of it: what <c>--quiet</c> gets, and what the other displays are built on.</summary>
/// <param name="plan">What is being carried out.</param>
internal class RunProgress(Plan plan) : IRunObserver
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<CellProgress> running = [];
    private readonly List<RunFailure> failures = [];
    private readonly List<string> notes = [];
    private readonly HashSet<string> said = []; // what need not be said again

    /// <summary>Whether to show why a variant trains eagerly.</summary>
    public bool ShowsTrainers { private get; init; }

    /// <summary>What failed, and why.</summary>
    public IReadOnlyList<RunFailure> Failures
    {
        get
        {
            lock (Gate)
            {
                return [.. failures];
            }
        }
    }

    /// <summary>What users must know of the run and was not shown while it went on.</summary>
    public IReadOnlyList<string> NotShown
    {
        get
        {
            lock (Gate)
            {
                return [.. notes];
            }
        }
    }

    /// <summary>Cells that are done or failed.</summary>
    protected int Ended { get; private set; }

    /// <summary>Cells to compute.</summary>
    protected int Cells { get; } = plan.MissingCells;

    /// <summary>Guards everything here: calls come from several threads.</summary>
    protected Lock Gate { get; } = new();

    /// <summary>Cells under way; only to be touched inside <see cref="Gate"/>.</summary>
    protected IReadOnlyList<CellProgress> Running => running;

    /// <summary>Time since the run began.</summary>
    protected TimeSpan Elapsed => clock.Elapsed;

    /// <summary>Part of the cells that is done, 0 to 1, those under way by their epochs; only inside <see cref="Gate"/>.</summary>
    protected double Fraction => Cells > 0 ? Math.Min(1, (Ended + running.Sum(cell => cell.Fraction)) / Cells) : 1;

    /// <summary>Time left of the whole run if it goes on as so far; only inside <see cref="Gate"/>.</summary>
    protected TimeSpan? Left => Fraction > 0.01 ? Elapsed * ((1 - Fraction) / Fraction) : null;

    /// <summary>Does the work and shows how it goes.</summary>
    public virtual void Follow(Action work) => work();

    /// <inheritdoc/>
    public void Started(PlannedCell cell)
    {
        lock (Gate)
        {
            running.Add(new(cell));
        }
    }

    /// <inheritdoc/>
    public void Trains(PlannedCell cell, string? whyEager)
    {
        lock (Gate)
        {
            if (ShowsTrainers && whyEager is not null && said.Add(cell.Variant.Name))
            {
                Note($"{cell.Variant.Name} trains eagerly: {whyEager}");
            }
        }
    }

    /// <inheritdoc/>
    public void Advanced(PlannedCell cell, int epoch, double? accuracy)
    {
        lock (Gate)
        {
            if (Find(cell) is { } progress)
            {
                (progress.Epoch, progress.Accuracy) = (epoch, accuracy);
                OnAdvanced(progress);
            }
        }
    }

    /// <inheritdoc/>
    public void Finished(PlannedCell cell, TimeSpan time)
    {
        lock (Gate)
        {
            OnEnded(End(cell), null);
        }
    }

    /// <inheritdoc/>
    public void Waits(PlannedCell cell, LockHolder? holder)
    {
        lock (Gate)
        {
            OnSaid($"{cell}: waits for {holder?.ToString() ?? "another command"}, which computes it");
        }
    }

    /// <inheritdoc/>
    public void FoundDone(PlannedCell cell)
    {
        lock (Gate)
        {
            End(cell);
            OnSaid($"{cell}: done by another command ({Ended:N0} of {Cells:N0})");
        }
    }

    /// <inheritdoc/>
    public void Resumed(PlannedCell cell, int epoch)
    {
        lock (Gate)
        {
            if (Find(cell) is { } progress)
            {
                progress.ContinueAfter(epoch);
                OnSaid($"{cell}: continues after epoch {epoch}/{progress.Epochs}, where it was interrupted");
            }
        }
    }

    /// <inheritdoc/>
    public void Noted(string subject, string text)
    {
        lock (Gate)
        {
            if (said.Add($"{subject}: {text}"))
            {
                Note($"{subject}: {text}");
            }
        }
    }

    /// <inheritdoc/>
    public void Failed(PlannedCell cell, Exception problem)
    {
        lock (Gate)
        {
            failures.Add(new(cell.Variant, cell.Seed, problem));
            OnEnded(End(cell), problem);
        }
    }

    /// <inheritdoc/>
    public void RecordFailed(PlannedVariant variant, Exception problem)
    {
        lock (Gate)
        {
            failures.Add(new(variant, null, problem));
        }
    }

    /// <summary>Shows that a cell's training completed an epoch.</summary>
    protected virtual void OnAdvanced(CellProgress cell)
    {
    }

    /// <summary>Shows that a cell is done, or failed.</summary>
    protected virtual void OnEnded(CellProgress cell, Exception? problem)
    {
    }

    /// <summary>Shows a line about a cell or a variant.</summary>
    /// <returns>Whether it stays visible.</returns>
    protected virtual bool OnSaid(string line) => false;

    private void Note(string line)
    {
        if (!OnSaid(line))
        {
            notes.Add(line);
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
