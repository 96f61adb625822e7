using Experiments.Data;
using Experiments.Models;
using Experiments.Results;
using Experiments.Running;
using Experiments.Training;

namespace Experiments.Tests.Running;

/// <summary>Computes cells on a small data set and gives their rows.</summary>
internal static class Cells
{
    public static readonly Settings Small = new()
    {
        Epochs = 6, BatchSize = 7, Optimizer = new Sgd(0.5), Split = "60/20/20", GradientImages = 30,
    };

    /// <summary>The rows of every seed.</summary>
    public static Dictionary<int, IReadOnlyList<Measurement>> Run(Workload workload, Settings settings, params int[] seeds) =>
        Run(workload, settings, seeds, jobs: 1);

    /// <summary>The rows of every seed, computed by a number of workers.</summary>
    public static Dictionary<int, IReadOnlyList<Measurement>> Run(Workload workload, Settings settings, int[] seeds, int jobs) =>
        Run(new Variant("variant", workload, settings), seeds, jobs);

    /// <summary>The rows of every seed of a variant, computed by a number of workers, on some images or on these.</summary>
    public static Dictionary<int, IReadOnlyList<Measurement>> Run(Variant variant, int[] seeds, int jobs = 1, DataSet? images = null)
    {
        var data = images ?? Digits.Of(100, 20);
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var store = new ResultStore(folder);
            var plan = Plan.Make(new("study", [variant], seeds), data.Sha256, store);
            Assert.Empty(new Runner(store) { Jobs = jobs }.Run(plan, data, CancellationToken.None));
            return seeds.ToDictionary(seed => seed, seed => store.Read(plan.Variants[0].Key, seed));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static double Value(this IEnumerable<Measurement> rows, string metric, string split = "", int? epoch = null) =>
        Assert.Single(rows, row => row.Metric == metric && row.Split == split && (epoch is null || row.Epoch == epoch)).Value;
}
