using System.Diagnostics;
using Experiments.Data;
using Experiments.Models;
using Experiments.Results;
using TorchSharp;

namespace Experiments.Running;

/// <summary>Carries out a plan: cohorts on worker threads, the longest first, each with one libtorch thread of its own.</summary>
/// <param name="store">Where the cells go.</param>
/// <param name="observer">Is told what happens.</param>
public sealed class Runner(ResultStore store, IRunObserver observer)
{
    /// <summary>Number of worker threads.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Least time between two checkpoints of a training, and before its first; those are written at the ends of epochs.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Stop at the first cohort that fails.</summary>
    public bool FailFast { get; init; }

    /// <summary>
    /// Runs every cohort of the plan that has missing cells and writes its cells. Several commands may do so in one folder at once: what one of
    /// them works on, the others leave to it.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="data">The images.</param>
    /// <param name="record">Makes what stands in a cohort's <c>settings.json</c>.</param>
    /// <param name="cancellation">Stops the run; cells on disk are kept, and of trainings under way what their last checkpoints have.</param>
    /// <returns>Number of cells that failed.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public int Run(Plan plan, DataSet data, Func<Cohort, RunRecord> record, CancellationToken cancellation)
    {
        NativeLibraries.Require();
        torch.set_num_threads(1);
        using var images = new ImageStore(data);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        List<Cohort> toDo = [.. plan.Cohorts.Where(cohort => cohort.HasWork).OrderByDescending(cohort => cohort.Work)];
        var queue = new CohortQueue(toDo, store, observer);
        var failed = 0;
        var workers = Enumerable.Range(0, Math.Max(1, Math.Min(Jobs, toDo.Count))).Select(number => new Thread(Work) { Name = $"worker {number + 1}" }).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        cancellation.ThrowIfCancellationRequested();
        return failed;

        void Work()
        {
            while (queue.Take(stop.Token) is { } claimed)
            {
                using var taken = claimed.Lock;
                try
                {
                    Run(claimed, images, record, stop.Token);
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested)
                {
                    return;
                }
                catch (Exception problem)
                {
                    // Some of its cells may have been written before.
                    var left = claimed.Cohort.Forced ? claimed.Cohort : claimed.Cohort.Against(store);
                    observer.Failed(left, problem);
                    Interlocked.Add(ref failed, left.Missing.Count);
                    if (FailFast)
                    {
                        stop.Cancel();
                    }
                }
            }
        }
    }

    /// <summary>The number of threads that libtorch uses for one operator if nobody says otherwise. Loads libtorch.</summary>
    /// <exception cref="DllNotFoundException">It does not load.</exception>
    public static int LibtorchThreads()
    {
        NativeLibraries.Require();
        return torch.get_num_threads();
    }

    private void Run(Claimed claimed, ImageStore images, Func<Cohort, RunRecord> record, CancellationToken cancellation)
    {
        if (claimed.Problem is { } problem)
        {
            throw new IOException(problem.Message, problem);
        }

        var clock = Stopwatch.StartNew();
        var cohort = ReadyToWrite(claimed.Cohort);
        if (cohort.Missing.Count == 0)
        {
            RestoreRecord(cohort, record);
            if (claimed.Cohort.Missing.Count > 0)
            {
                observer.FoundDone(cohort);
            }

            return;
        }

        observer.Started(cohort);
        foreach (var part in new CohortCheckpoints(cohort, store.FolderOf(cohort.Key), observer).Parts())
        {
            var cells = CohortRun.Run(part, images, observer, CheckpointEvery, cancellation);
            store.Write(cohort.Key, record(part.Cohort));
            for (var index = 0; index < cells.Count; index++)
            {
                store.Write(cohort.Key, part.Cohort.Missing[index], cells[index]);
            }

            part.Checkpoint.Remove();
        }

        observer.Finished(cohort, clock.Elapsed);
    }

    // Clears away what cannot be used, and leaves out what somebody else has finished since the plan was made.
    private Cohort ReadyToWrite(Cohort planned)
    {
        DurableFile.RemoveLeftovers(store.FolderOf(planned.Key));
        var now = planned.Against(store);
        foreach (var seed in now.Missing.Where(seed => store.Has(planned.Key, seed)))
        {
            SetAside(planned, store.PathOf(planned.Key, seed), store.Problem(planned.Key, seed));
        }

        if (now.RecordProblem is not null && File.Exists(store.PathOfRecord(planned.Key)))
        {
            SetAside(planned, store.PathOfRecord(planned.Key), now.RecordProblem);
        }

        return planned.Forced ? planned with { Damaged = now.Damaged, RecordProblem = now.RecordProblem } : now;
    }

    private void SetAside(Cohort cohort, string path, BadResultException? problem)
    {
        var beside = ResultStore.SetAside(path);
        observer.Noted(cohort, $"{problem?.Message} It is now {Path.GetFileName(beside)}.");
    }

    // The cells say themselves whose they are, so they need not be computed again because their record was lost.
    private void RestoreRecord(Cohort cohort, Func<Cohort, RunRecord> record)
    {
        if (cohort.RecordProblem is null)
        {
            return;
        }

        var kept = store.History(cohort.Key);
        store.Write(cohort.Key, kept.Count > 0 ? kept[^1] : record(cohort));
        observer.Noted(cohort, $"{store.PathOfRecord(cohort.Key)} is restored{(kept.Count > 0 ? "" : "; how its cells came about is lost, and the date is that of today")}.");
    }
}
