using Experiments.Charts;
using Experiments.Claims;
using Experiments.Data;
using Experiments.Naming;
using Experiments.Results;
using Experiments.Running;
using Experiments.Training;
using static Experiments.Results.Splits;

namespace Experiments.Bench;

/// <summary>
/// A sweep whose cells are small and made up: what the program does with many cells takes time, and computing them takes none.
/// </summary>
/// <param name="variants">Number of variants, each with <see cref="SeedsOfEach"/> cells.</param>
internal sealed class ManyCells(int variants) : Recipe
{
    /// <summary>Seeds of each variant.</summary>
    public const int SeedsOfEach = 20;

    private const int Epochs = 8;
    private static readonly string[] AllSplits = [Train, Validation, Test];

    public override string Question => "What do many cells cost?";

    public override Source Source => new("this project, bench", "many cells");

    public override Settings Defaults => new() { Epochs = Epochs };

    public override int Seeds => SeedsOfEach;

    public override IEnumerable<Variant> Variants(Settings settings) =>
        from units in Enumerable.Range(1, variants)
        select new Variant(
            new Computation($"many-cells({units})", (streams, _) => Rows(units, streams.Seed)), settings)
        { ["units"] = units };

    public override IEnumerable<Chart> Charts(ResultTable results) =>
        [new SettingSweep("accuracy", "Do more units help?", "units", "test accuracy (%)", variant => variant.TestAccuracy.Last())];

    public override IEnumerable<Claim> Claims(ResultTable results) =>
        from units in Enumerable.Range(1, Math.Min(10, variants))
        let name = ((Level)units).LabelOf("units")
        select new Claim($"{name}: more than half are right", Source, results[name].TestAccuracy.Last(), Expected.Above(50))
        {
            OnAnyData = true,
        };

    /// <summary>Writes all cells with their records, as a run leaves them.</summary>
    public void Write(ResultStore store)
    {
        var study = new Study(Name, [.. Variants(Defaults)], [.. Enumerable.Range(0, SeedsOfEach)]);
        var plan = Plan.Make(study, DataSet.None.Sha256, store, force: true);
        Parallel.ForEach(plan.Variants.Index(), variant =>
        {
            store.Write(variant.Item.Record(DataSet.None, fingerprint: null), seed: 0);
            foreach (var seed in variant.Item.Missing)
            {
                store.Write(CellProvenance.Of(variant.Item.Key, seed, TimeSpan.FromSeconds(1), Circumstances));
                store.Write(variant.Item.Key, seed, Rows(variant.Index + 1, seed));
            }
        });
    }

    // As long as those of a run.
    private static Dictionary<string, string> Circumstances { get; } = Enumerable.Range(1, 12)
        .ToDictionary(number => $"circumstance-{number}", number => new string((char)('a' + number), 40));

    private static IEnumerable<Measurement> Rows(int units, int seed) =>
        from epoch in Enumerable.Range(0, Epochs + 1)
        from split in AllSplits
        from metric in (string[])[Metrics.Loss, Metrics.Accuracy]
        select new Measurement(epoch, 100 * epoch, split, metric, null, Value(units, seed, epoch, metric.Length + split.Length));

    // Between 0.5 and 1, and with all nine digits.
    private static double Value(int units, int seed, int epoch, int what)
    {
        var hash = (((((uint)units * 31) + (uint)seed) * 31 + (uint)epoch) * 31 + (uint)what) * 2654435761u;
        return 0.5 + (hash / (2.0 * uint.MaxValue));
    }
}
