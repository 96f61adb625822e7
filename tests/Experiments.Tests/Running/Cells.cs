using Experiments.Data;
using Experiments.Networks;
using Experiments.Results;
using Experiments.Running;
using Experiments.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Experiments.Tests.Running;

/// <summary>Computes cells on a small data set and gives their rows.</summary>
internal static class Cells
{
    public static readonly Settings Small = new()
    {
        Epochs = 6, BatchSize = 7, Optimizer = new Sgd(0.5), Split = "60/20/20", GradientImages = 30,
    };

    /// <summary>The rows of every seed.</summary>
    public static Dictionary<int, IReadOnlyList<Measurement>> Run(Subject subject, Settings settings, params int[] seeds) => Run(subject, settings, seeds, jobs: 1);

    /// <summary>The rows of every seed, computed by a number of workers.</summary>
    public static Dictionary<int, IReadOnlyList<Measurement>> Run(Subject subject, Settings settings, int[] seeds, int jobs)
    {
        var data = Digits.Of(100, 20);
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var store = new ResultStore(folder);
            var plan = Plan.Make(new("study", [new("variant", subject, settings)], seeds), data.Sha256, store);
            var observer = new Silent();
            Assert.Equal((0, null), (new Runner(store, observer) { Jobs = jobs }.Run(plan, data, Record, CancellationToken.None), observer.Problem));
            return seeds.ToDictionary(seed => seed, seed => store.Read(plan.Variants[0].Key, seed));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static RunRecord Record(PlannedVariant variant, CellTime? cell = null) => new()
    {
        Recipe = "study", Variant = variant.Name, Hash = variant.Key.Hash, Quick = false, Determines = variant.Determines,
        DataSet = "rows", Synthetic = true, Circumstances = new Dictionary<string, string> { [RunRecord.Seeds] = $"{cell?.Seed}" },
    };

    public static double Value(this IEnumerable<Measurement> rows, string metric, string split = "", int? epoch = null) =>
        Assert.Single(rows, row => row.Metric == metric && row.Split == split && (epoch is null || row.Epoch == epoch)).Value;

    private sealed class Silent : IRunObserver
    {
        public string? Problem { get; private set; }

        public void Started(PlannedCell cell)
        {
        }

        public void Advanced(PlannedCell cell, int epoch, double? accuracy)
        {
        }

        public void Finished(PlannedCell cell, TimeSpan time)
        {
        }

        public void Failed(PlannedCell cell, Exception problem) => Problem = problem.ToString();
    }
}

/// <summary>A network in which one seed starts with weights so large that it cannot but diverge.</summary>
internal sealed record Poisoned(Mlp Sound, int Seed) : Architecture
{
    public override string Description => $"{Sound.Description}, seed {Seed} poisoned";

    public override (int Layers, long Weights) Size => Sound.Size;

    public override Network Build(IReadOnlyList<SeedStreams> seeds)
    {
        var network = Sound.Build(seeds);
        using var withoutGraph = no_grad();
        using var scope = NewDisposeScope();
        for (var index = 0; index < seeds.Count; index++)
        {
            if (seeds[index].Seed == Seed)
            {
                network.Trained[0].Value[index].mul_(1e18);
            }
        }

        return network;
    }
}
