using System.Diagnostics;
using Experiments.Results;
using Experiments.Running;

namespace Experiments.CommandLine;

/// <summary>Keeps track of a run and shows nothing of it: what <c>--quiet</c> gets, and what the other displays are built on.</summary>
/// <param name="plan">What is being carried out.</param>
internal class RunProgress(Plan plan) : IRunObserver
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly double allWork = plan.Cohorts.Sum(cohort => cohort.Work);
    private readonly List<CohortProgress> running = [];
    private readonly List<(Cohort Cohort, Exception Problem)> failures = [];
    private readonly List<string> notes = [];
    private double workDone;

    /// <summary>Cohorts that failed, and why.</summary>
    public IReadOnlyList<(Cohort Cohort, Exception Problem)> Failures
    {
        get
        {
            lock (Gate)
            {
                return [.. failures];
            }
        }
    }

    /// <summary>What must be known of the run and was not shown while it went on.</summary>
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

    /// <summary>Cohorts that are done or failed.</summary>
    protected int Ended { get; private set; }

    /// <summary>Cohorts with something to do.</summary>
    protected int Cohorts { get; } = plan.Cohorts.Count(cohort => cohort.Missing.Count > 0);

    /// <summary>Guards everything here: calls come from several threads.</summary>
    protected Lock Gate { get; } = new();

    /// <summary>Cohorts under way; only to be touched inside <see cref="Gate"/>.</summary>
    protected IReadOnlyList<CohortProgress> Running => running;

    /// <summary>Time since the run began.</summary>
    protected TimeSpan Elapsed => clock.Elapsed;

    /// <summary>Part of all work that is done, 0 to 1; only inside <see cref="Gate"/>.</summary>
    protected double Fraction => allWork > 0 ? Math.Min(1, (workDone + running.Sum(one => one.Fraction * one.Cohort.Work)) / allWork) : 1;

    /// <summary>Time left of the whole run if it goes on as so far; only inside <see cref="Gate"/>.</summary>
    protected TimeSpan? Left => Fraction > 0.01 ? Elapsed * ((1 - Fraction) / Fraction) : null;

    /// <summary>Does the work and shows how it goes.</summary>
    public virtual void Follow(Action work) => work();

    /// <summary>Time that a cohort under way has taken so far.</summary>
    public TimeSpan ElapsedOf(Cohort cohort)
    {
        lock (Gate)
        {
            return running.Find(one => one.Cohort.Key == cohort.Key)?.Elapsed ?? TimeSpan.Zero;
        }
    }

    /// <inheritdoc/>
    public void Started(Cohort cohort)
    {
        lock (Gate)
        {
            running.Add(new(cohort));
            OnStarted(running[^1]);
        }
    }

    /// <inheritdoc/>
    public void Advanced(Cohort cohort, int epoch, double? accuracy)
    {
        lock (Gate)
        {
            if (running.Find(one => one.Cohort.Key == cohort.Key) is { } progress)
            {
                (progress.Epoch, progress.Accuracy) = (epoch, accuracy);
                OnAdvanced(progress);
            }
        }
    }

    /// <inheritdoc/>
    public void Finished(Cohort cohort, TimeSpan time)
    {
        lock (Gate)
        {
            OnEnded(End(cohort), null);
        }
    }

    /// <inheritdoc/>
    public void Waits(Cohort cohort, LockHolder? holder)
    {
        lock (Gate)
        {
            OnSaid(cohort, $"waits: {holder?.ToString() ?? "another command"} is at it; what that finishes is not computed again");
        }
    }

    /// <inheritdoc/>
    public void FoundDone(Cohort cohort)
    {
        lock (Gate)
        {
            End(cohort);
            OnSaid(cohort, $"done by another command ({Ended} of {Formats.Count(Cohorts, "variant")})");
        }
    }

    /// <inheritdoc/>
    public void Resumed(Cohort cohort, int epoch)
    {
        lock (Gate)
        {
            if (running.Find(one => one.Cohort.Key == cohort.Key) is { } progress)
            {
                progress.GoOnFrom(epoch);
            }

            OnSaid(cohort, $"goes on after epoch {epoch}/{cohort.Rounds}, where it was interrupted");
        }
    }

    /// <inheritdoc/>
    public void Noted(Cohort cohort, string text)
    {
        lock (Gate)
        {
            if (!OnSaid(cohort, text))
            {
                notes.Add($"{cohort.Variant.Name}: {text}");
            }
        }
    }

    /// <inheritdoc/>
    public void Failed(Cohort cohort, Exception problem)
    {
        lock (Gate)
        {
            failures.Add((cohort, problem));
            OnEnded(End(cohort), problem);
        }
    }

    /// <summary>Shows that a cohort started.</summary>
    protected virtual void OnStarted(CohortProgress cohort)
    {
    }

    /// <summary>Shows that a cohort completed an epoch.</summary>
    protected virtual void OnAdvanced(CohortProgress cohort)
    {
    }

    /// <summary>Shows that a cohort is done, or failed.</summary>
    protected virtual void OnEnded(CohortProgress cohort, Exception? problem)
    {
    }

    /// <summary>Shows something else about a cohort; says whether it did.</summary>
    protected virtual bool OnSaid(Cohort cohort, string text) => false;

    private CohortProgress End(Cohort cohort)
    {
        var progress = running.Find(one => one.Cohort.Key == cohort.Key) ?? new(cohort);
        running.Remove(progress);
        workDone += cohort.Work;
        Ended++;
        return progress;
    }
}
