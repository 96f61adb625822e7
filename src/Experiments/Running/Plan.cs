using System.Globalization;
using Experiments.Data;
using Experiments.Models;
using Experiments.Results;
using Experiments.Training;

namespace Experiments.Running;

/// <summary>Variants × seeds, minus the cells that are on disk already.</summary>
/// <param name="Variants">The variants in the recipe's order, also those with nothing missing.</param>
public sealed record Plan(IReadOnlyList<PlannedVariant> Variants)
{
    /// <summary>Changes when the engine's numbers change, so that results of different engines never mix.</summary>
    private const string EngineResults = "3";

    /// <summary>The cells to compute, in the order in which workers take them: by variant, and within a variant by seed.</summary>
    public IReadOnlyList<PlannedCell> Cells => [.. Variants.SelectMany(variant => variant.Cells)];

    /// <summary>Number of cells to compute.</summary>
    public int MissingCells => Variants.Sum(variant => variant.Missing.Count);

    /// <summary>Whether anything is to be done.</summary>
    public bool HasWork => Variants.Any(variant => variant.HasWork);

    /// <summary>Makes the plan.</summary>
    /// <param name="study">What is to be run.</param>
    /// <param name="dataDigest">SHA-256 of the data set.</param>
    /// <param name="store">Where cells may be already.</param>
    /// <param name="force">Compute cells even if they are there.</param>
    public static Plan Make(Study study, string dataDigest, ResultStore store, bool force = false)
    {
        return new([.. study.Variants.Select(Planned)]);

        PlannedVariant Planned(Variant variant)
        {
            var determines = Determines(variant, dataDigest);
            var key = ResultKey.Of(study.Recipe, variant.Name, determines);
            var planned = new PlannedVariant(variant, key, determines, [.. study.Seeds.Order()], []) { Forced = force, RecipeType = study.RecipeType };
            return force ? planned : planned.Against(store);
        }
    }

    /// <summary>Everything that determines a variant's numbers, by name: its settings, its model or computation, the data and the engine.</summary>
    public static IReadOnlyDictionary<string, string> Determines(Variant variant, string dataDigest)
    {
        var all = new SortedDictionary<string, string>(SettingNames.Determining(variant.Settings).ToDictionary(), StringComparer.Ordinal)
        {
            [variant.Workload is Model ? "model" : "computation"] = variant.Workload.Description,
            ["data-sha256"] = dataDigest,
            ["engine-results"] = EngineResults,
        };
        if (variant.Probes.Count > 0)
        {
            all["probes"] = string.Join(", ", variant.Probes.Select(probe => probe.Name));
        }

        return all;
    }

    /// <summary>What is wrong with a study before anything runs, one line each; nothing if all is well. Models are checked apart: <see cref="ModelCheck"/>.</summary>
    public static IReadOnlyList<string> Mistakes(Study study, DataSet data) =>
        [.. study.Variants.SelectMany(variant => variant.Settings.Mistakes().Concat(variant.Workload is Model ? SplitMistakes(variant, data) : [])).Distinct()];

    private static IEnumerable<string> SplitMistakes(Variant variant, DataSet data)
    {
        try
        {
            var (settings, images) = (variant.Settings, Cut(variant.Settings, data).Training.Count);
            return settings.BatchSize <= images || settings.Quick ? [] // a quick look is to work on a small data set, too
                : [$"batch-size is {settings.BatchSize:N0}, but there are only {images:N0} training images{(images == data.Training.Count ? "" : " in this split")} of {data.Name}: ask for at most that many, which is full-batch gradient descent."];
        }
        catch (ArgumentException problem)
        {
            return [problem.Message.Split(" (Parameter")[0]];
        }
    }

    /// <summary>
    /// The images of the settings' split. A quick look takes as many training images as there are, up to what it asks for: it is to work on a
    /// small data set, too.
    /// </summary>
    /// <exception cref="ArgumentException">The data set cannot be cut so.</exception>
    internal static SplitData Cut(Settings settings, DataSet data)
    {
        var split = Split.Parse(settings.Split);
        return split.Of(data, settings is { Quick: true, TrainingImages: { } count } ? Math.Min(count, split.Of(data).Training.Count) : settings.TrainingImages);
    }

    /// <summary>Reads seeds as users write them: <c>5</c> for the seeds 0 to 4, <c>2..4</c>, <c>0,3,7</c>.</summary>
    /// <exception cref="ArgumentException">It is none of these.</exception>
    public static IReadOnlyList<int> ParseSeeds(string text)
    {
        var range = text.Split("..");
        IEnumerable<int>? seeds =
            range.Length == 2 && Number(range[0]) is { } first && Number(range[1]) is { } last && first <= last && last - first < 1_000 ? Enumerable.Range(first, last - first + 1)
            : range.Length == 1 && Number(text) is > 0 and <= 1_000 and { } count ? Enumerable.Range(0, count)
            : text.Contains(',') && text.Split(',').All(part => Number(part) is not null) ? text.Split(',').Select(part => Number(part)!.Value).Distinct().Order()
            : null;
        return seeds is not null
            ? [.. seeds]
            : throw new ArgumentException($"Seeds are a count from 1 to 1000 (5), a range (0..4) or a list (0,3,7), but got '{text}'.");

        static int? Number(string part) => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
