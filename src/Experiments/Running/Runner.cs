using System.Collections.Concurrent;
using System.Diagnostics;
using Experiments.Data;
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

    /// <summary>Stop at the first cohort that fails.</summary>
    public bool FailFast { get; init; }

    /// <summary>Runs every cohort of the plan that has missing cells and writes its cells.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="data">The images.</param>
    /// <param name="record">Makes what stands in a cohort's <c>settings.json</c>.</param>
    /// <param name="cancellation">Stops the run; cohorts under way are lost, cells on disk are kept.</param>
    /// <returns>Number of cells that failed.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public int Run(Plan plan, DataSet data, Func<Cohort, RunRecord> record, CancellationToken cancellation)
    {
        torch.set_num_threads(1);
        using var images = new ImageStore(data);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var waiting = new ConcurrentQueue<Cohort>(plan.Cohorts.Where(cohort => cohort.Missing.Count > 0).OrderByDescending(cohort => cohort.Work));
        var failed = 0;
        var workers = Enumerable.Range(0, Math.Max(1, Math.Min(Jobs, waiting.Count))).Select(number => new Thread(Work) { Name = $"worker {number + 1}" }).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        cancellation.ThrowIfCancellationRequested();
        return failed;

        void Work()
        {
            while (!stop.IsCancellationRequested && waiting.TryDequeue(out var cohort))
            {
                try
                {
                    Run(cohort, images, record, stop.Token);
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested)
                {
                    return;
                }
                catch (Exception problem)
                {
                    observer.Failed(cohort, problem);
                    Interlocked.Add(ref failed, cohort.Missing.Count);
                    if (FailFast)
                    {
                        stop.Cancel();
                    }
                }
            }
        }
    }

    /// <summary>The number of threads that libtorch uses for one operator if nobody says otherwise. Loads libtorch.</summary>
    public static int LibtorchThreads() => torch.get_num_threads();

    private void Run(Cohort cohort, ImageStore images, Func<Cohort, RunRecord> record, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        observer.Started(cohort);
        var cells = CohortRun.Run(cohort, images, observer, cancellation);
        store.Write(cohort.Key, record(cohort));
        for (var index = 0; index < cells.Count; index++)
        {
            store.Write(cohort.Key, cohort.Missing[index], cells[index]);
        }

        observer.Finished(cohort, clock.Elapsed);
    }
}
