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
        return new(ParallelReading.Of(study.Variants, variant =>
        {
            var planned = Planned(study, variant, dataDigest) with { Forced = force };
            return force ? planned : planned.Against(store, keepRows);
        }));
    }

    /// <summary>Plans cells of a list.</summary>
    /// <param name="study">The study that they belong to.</param>
    /// <param name="cells">The cells.</param>
    /// <param name="store">Where those are that are done.</param>
    /// <exception cref="FormatException">The study does not have them all.</exception>
    public static Plan Make(Study study, ListedStudy cells, ResultStore store)
    {
        var seeds = cells.Cells.ToLookup(cell => cell.Folder, cell => cell.Seed);
        var planned =
            (from variant in study.Variants
             let made = Planned(study, variant, cells.DataDigest)
             where seeds.Contains(made.Key.Name)
             select made with { Seeds = [.. seeds[made.Key.Name].Order()] }).ToList();
        var known = planned.Select(variant => variant.Key.Name).ToHashSet();
        return cells.Cells.FirstOrDefault(cell => !known.Contains(cell.Folder)) is not { } strange
            ? new([.. planned.Select(variant => variant.Against(store))])
            : throw new FormatException(
                $"Cell {strange.Number} of the list, {strange.Folder}, is none of '{string.Join(' ', cells.Words)}' in this program.");
    }

    private static PlannedVariant Planned(Study study, Variant variant, string dataDigest)
    {
        var determines = Determines(variant, dataDigest);
        return new(variant, ResultKey.Of(study.Recipe, variant.Name, determines), determines, [.. study.Seeds.Order()]);
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
