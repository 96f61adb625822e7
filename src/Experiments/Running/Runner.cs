using Experiments.Data;
using Experiments.Models;
using Experiments.Results;
using TorchSharp;

namespace Experiments.Running;

/// <summary>How long one cell took to compute.</summary>
/// <param name="Seed">The cell's seed.</param>
/// <param name="Time">All attempts together if it was interrupted.</param>
public sealed record CellTime(int Seed, TimeSpan Time);

/// <summary>Carries out a plan: worker threads take its cells in declared order, each with one libtorch thread of its own.</summary>
/// <param name="store">Where the cells go.</param>
/// <param name="observer">Hears what happens.</param>
public sealed class Runner(ResultStore store, IRunObserver observer)
{
    /// <summary>Number of worker threads.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Least time between two checkpoints of a training, and before its first; those are written at the ends of epochs.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Stop at the first cell that fails.</summary>
    public bool FailFast { get; init; }

    /// <summary>
    /// Computes and writes the missing cells of the plan. Several commands may do so in one folder at once: what one of them works on, the others
    /// leave to it.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="data">The images.</param>
    /// <param name="record">Makes the record of a variant and of how a cell came about; without a cell if that is lost.</param>
    /// <param name="cancellation">Stops the run; cells on disk are kept, and of trainings under way what their last checkpoints have.</param>
    /// <returns>Number of cells that failed.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public int Run(Plan plan, DataSet data, Func<PlannedVariant, CellTime?, RunRecord> record, CancellationToken cancellation)
    {
        NativeLibraries.Require();
        torch.set_num_threads(1);
        var repair = new RecordRepair(store, variant => record(variant, null), observer);
        foreach (var variant in plan.Variants.Where(variant => variant.RecordProblem is not null || (variant.Forced && File.Exists(store.PathOfRecord(variant.Key)))))
        {
            repair.Repair(variant);
        }

        using var images = new ImageStore(data);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var cells = plan.Cells;
        var queue = new CellQueue(cells, store, observer);
        var failed = 0;
        var workers = Enumerable.Range(1, Math.Min(Jobs, cells.Count)).Select(number => new Thread(Work) { Name = $"worker {number}" }).ToList();
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
                    observer.Failed(claimed.Cell, problem);
                    Interlocked.Increment(ref failed);
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

    private void Run(Claimed claimed, ImageStore images, Func<PlannedVariant, CellTime?, RunRecord> record, CancellationToken cancellation)
    {
        if (claimed.Problem is { } problem)
        {
            throw new IOException(problem.Message, problem);
        }

        var (cell, variant, folder) = (claimed.Cell, claimed.Cell.Variant, store.FolderOf(claimed.Cell.Variant.Key));
        DurableFile.RemoveLeftovers(folder, ResultStore.OwnerOf(cell.Seed));
        if (!variant.Forced && store.IsSound(variant.Key, cell.Seed))
        {
            Leftovers.ClearCheckpoints(folder, cell.Seed);
            observer.FoundDone(cell);
            return;
        }

        observer.Started(cell);
        SetAsideIfDamaged(cell);
        var result = CellRun.Run(cell, UsableCheckpoint(cell, folder), images, observer, CheckpointEvery, cancellation);
        store.Write(variant.Key, record(variant, new(cell.Seed, result.Time)), cell.Seed);
        store.Write(variant.Key, cell.Seed, result.Rows);
        Leftovers.ClearCheckpoints(folder, cell.Seed);
        observer.Finished(cell, result.Time);
    }

    private void SetAsideIfDamaged(PlannedCell cell)
    {
        var key = cell.Variant.Key;
        if (store.Has(key, cell.Seed) && store.Problem(key, cell.Seed) is { } problem)
        {
            observer.Noted($"{cell}", $"{problem.Message} It is now {Path.GetFileName(ResultStore.SetAside(store.PathOf(key, cell.Seed)))}.");
        }
    }

    // --force computes everything again, also the half that a checkpoint has.
    private Checkpoint UsableCheckpoint(PlannedCell cell, string folder)
    {
        var checkpoint = new Checkpoint(cell, folder);
        if (checkpoint.Exists && cell.Variant.Forced)
        {
            File.Delete(checkpoint.Path);
        }
        else if (checkpoint.Exists && checkpoint.Problem() is { } problem)
        {
            File.Delete(checkpoint.Path); // it will not get better
            observer.Noted($"{cell}", $"{problem} The training starts anew.");
        }
        else if (!checkpoint.Exists && Checkpoint.FilesIn(folder, cell.Seed).Count > 0)
        {
            observer.Noted($"{cell}", "its checkpoint is of another build or machine and is left alone. The training starts anew.");
        }

        return checkpoint;
    }
}
