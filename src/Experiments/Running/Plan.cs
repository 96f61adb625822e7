namespace Experiments.Running;

/// <summary>Variants × seeds, minus the cells that are on disk already.</summary>
internal sealed record Plan(IReadOnlyList<PlannedVariant> Variants)
{
    /// <summary>Changes when the engine's numbers change, so that results of different engines never mix.</summary>
    private const string EngineResults = "3";

    /// <summary>The cells to compute, in the order in which workers take them: by variant, and within a variant by seed.</summary>
    public IReadOnlyList<PlannedCell> Cells =>
        [.. from variant in Variants from seed in variant.Missing select new PlannedCell(variant, seed)];

    /// <summary>Number of cells to compute.</summary>
    public int MissingCells => Variants.Sum(variant => variant.Missing.Count);

    /// <summary>Whether anything is to be done.</summary>
    public bool HasWork => Variants.Any(variant => variant.HasWork);

    /// <summary>
    /// Plans a study on a data set; by force, also cells that are stored already. Every cell that is there is read and checked; its rows
    /// are kept for who asks for them.
    /// </summary>
    public static Plan Make(Study study, string dataDigest, ResultStore store, bool force = false, bool keepRows = false)
    {
        IReadOnlyList<int> seeds = [.. study.Seeds.Order()];
        return new(ParallelReading.Of(study.Variants, Planned));

        PlannedVariant Planned(Variant variant)
        {
            var determines = Determines(variant, dataDigest);
            var key = ResultKey.Of(study.Recipe, variant.Name, determines);
            var planned = new PlannedVariant(variant, key, determines, seeds) { Forced = force };
            return force ? planned : planned.Against(store, keepRows);
        }
    }

    /// <summary>
    /// Everything that determines a variant's numbers, by name: its settings, its model or computation, the data and the engine.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Determines(Variant variant, string dataDigest)
    {
        var all = new SortedDictionary<string, string>(SettingNames.Determining(Effective(variant)).ToDictionary(), StringComparer.Ordinal)
        {
            [variant.Workload is Model ? "model" : "computation"] = variant.Workload.Description,
            [RunRecord.DigestName] = dataDigest,
            ["engine-results"] = EngineResults,
        };
        if (variant.Probes.Count > 0)
        {
            all["probes"] = string.Join(", ", variant.Probes.Select(probe => probe.Name));
        }

        return all;
    }

    /// <summary>Whether two variants are the same training or computation on the same images.</summary>
    public static bool AreSame(Variant variant, Variant other) =>
        variant.Name == other.Name && ResultKey.HashOf(Determines(variant, "")) == ResultKey.HashOf(Determines(other, ""));

    /// <summary>Settings in one spelling for all that mean the same.</summary>
    public static Settings Effective(Settings settings)
    {
        var effective = settings.Effective();
        return effective with { Split = Split.Canonical(effective.Split) };
    }

    // Settings of a recipe's own reach a training only through its model and the engine's settings, so their values say nothing more about
    // it; computations and probes may read them.
    private static Settings Effective(Variant variant) =>
        Effective(variant is { Workload: Model, Probes.Count: 0 } ? Setting.WithoutOwn(variant.Settings) : variant.Settings);
}
