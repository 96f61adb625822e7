using System.Collections.Concurrent;

namespace Experiments.Running;

/// <summary>Carries out a plan: worker threads take its cells in declared order, each with one libtorch thread of its own.</summary>
/// <param name="store">Where cells go.</param>
/// <param name="displays">What hears how the run goes; nulls are passed over.</param>
internal sealed class Runner(ResultStore store, params IReadOnlyList<IProgress<RunEvent>?> displays)
{
    private readonly GuardedProgress progress = new(displays);
    private readonly ConcurrentQueue<RunFailure> failures = [];
    private readonly Lock records = new(); // workers write the record of one variant in turns

    /// <summary>Number of worker threads.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Least time between two checkpoints of a training, and before its first; those are written at the ends of epochs.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Stop at the first cell that fails.</summary>
    public bool FailFast { get; init; }

    /// <summary>What is written of how cells came about: versions, machine, threads, command line, by name.</summary>
    public IReadOnlyDictionary<string, string> Circumstances { get; init; } = new Dictionary<string, string>();

    /// <summary>The fingerprint of a variant's model; null if it is not known.</summary>
    public Func<Variant, string?> Fingerprint { get; init; } = _ => null;

    /// <summary>What a display threw; null if nothing.</summary>
    public Exception? DisplayProblem => progress.Problem;

    /// <summary>
    /// Computes and writes the missing cells of the plan. Several commands may do so in one folder at once: what one of them works on, the
    /// others leave to it.
    /// </summary>
    /// <returns>What failed.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled; what is on disk stays there, cells and checkpoints.</exception>
    public IReadOnlyList<RunFailure> Run(Plan plan, DataSet data, CancellationToken cancellation)
    {
        NativeLibraries.Require();
        torch.set_num_threads(1);
        foreach (var variant in plan.Variants.Where(variant => variant.RecordProblem is not null))
        {
            RestoreRecord(variant, data);
        }

        using var images = new ImageStore(data);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var queue = new CellQueue(plan.Cells, store, progress, FailCell);
        List<Thread> workers = [.. from number in Enumerable.Range(1, Math.Min(Jobs, plan.MissingCells)) select new Thread(Work)];
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        cancellation.ThrowIfCancellationRequested();
        return [.. failures];

        void Work()
        {
            while (queue.Take(stop.Token) is var (cell, taken))
            {
                using var owned = taken;
                try
                {
                    Run(cell, data, images, stop.Token);
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested)
                {
                    return;
                }
                catch (Exception problem)
                {
                    FailCell(cell, problem);
                }
            }
        }

        void FailCell(PlannedCell cell, Exception problem)
        {
            Fail(new(cell.Variant, cell.Seed, problem));
            if (FailFast)
            {
                stop.Cancel();
            }
        }
    }

    private void Fail(RunFailure failure)
    {
        failures.Enqueue(failure);
        progress.Report(failure);
    }

    /// <summary>The number of threads that libtorch uses for one operator if nobody says otherwise. Loads libtorch.</summary>
    /// <exception cref="DllNotFoundException">It does not load.</exception>
    public static int LibtorchThreads()
    {
        NativeLibraries.Require();
        return torch.get_num_threads();
    }

    private void Run(PlannedCell cell, DataSet data, ImageStore images, CancellationToken cancellation)
    {
        var (variant, key) = (cell.Variant, cell.Variant.Key);
        StaleFiles.Clear(store, key, cell.Seed);
        var isThere = store.Has(key, cell.Seed);
        var damage = isThere ? store.Problem(key, cell.Seed) : null;
        if (isThere && damage is null && !variant.Forced)
        {
            progress.Report(new RunEvent.FoundDone(cell));
            return;
        }

        progress.Report(new RunEvent.Started(cell));
        if (damage is not null)
        {
            SetAside($"{cell}", damage, store.PathOf(key, cell.Seed));
        }

        var (rows, time) = Compute(cell, images, cancellation);
        WriteRecord(variant, cell.Seed, data);
        store.Write(CellProvenance.Of(key, cell.Seed, time, Circumstances) with { Fingerprint = Fingerprint(variant.Variant) });
        store.Write(key, cell.Seed, rows);
        StaleFiles.Clear(store, key, cell.Seed);
        var diverged = rows.Where(row => row is { Metric: Metrics.Diverged, Value: 1 }).Select(row => (int?)row.Epoch).FirstOrDefault();
        progress.Report(new RunEvent.Finished(cell, time, diverged));
    }

    private (IReadOnlyList<Measurement> Rows, TimeSpan Time) Compute(PlannedCell cell, ImageStore images, CancellationToken cancellation)
    {
        using var scope = torch.NewDisposeScope();
        if (cell.Variant.Variant.Workload is Model model)
        {
            var checkpoint = new Checkpoint(cell, store.FolderOf(cell.Variant.Key), CheckpointEvery, progress);
            return new CellTraining(cell, model, images, checkpoint, progress).Run(cancellation);
        }

        var clock = Stopwatch.StartNew();
        using var section = NativeSection.Enter();
        return (((Computation)cell.Variant.Variant.Workload).Rows(new RandomStreams(cell.Seed), cancellation), clock.Elapsed);
    }

    // Cells say themselves whose they are, so a record that is damaged or lost costs no computing.
    private void RestoreRecord(PlannedVariant variant, DataSet data)
    {
        try
        {
            using var taken = WorkLock.TryTake(store.LockOf(variant.Key, variant.Seeds[0]), out _);
            if (taken is not null && WriteRecord(variant, variant.Seeds[0], data))
            {
                progress.Report(new RunEvent.Noted(variant.Name, $"{store.PathOfRecord(variant.Key)} is restored."));
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Fail(new(variant, null, problem));
        }
    }

    // Under the lock of a seed. An earlier fingerprint stays: on another machine its last digits may differ.
    private bool WriteRecord(PlannedVariant variant, int seed, DataSet data)
    {
        lock (records)
        {
            var (key, path) = (variant.Key, store.PathOfRecord(variant.Key));
            var wasThere = File.Exists(path); // before it is read: another command may write it any time
            var problem = store.RecordProblem(key);
            var written = problem is null ? store.Record(key) : null;
            var earlier = variant.Forced ? null
                : written is not null ? written.Fingerprint
                : store.History(key) is [.., var last] ? last.Fingerprint : null;
            var record = variant.Record(data, earlier ?? Fingerprint(variant.Variant));
            if (written?.ToJson() == record.ToJson())
            {
                return false;
            }

            if (problem is not null && wasThere)
            {
                SetAside(variant.Name, problem, path);
            }

            store.Write(record, seed);
            return true;
        }
    }

    private void SetAside(string subject, BadResultException problem, string path) =>
        progress.Report(new RunEvent.Noted(subject, $"{problem.Message} It is now {Path.GetFileName(ResultStore.SetAside(path))}."));
}
