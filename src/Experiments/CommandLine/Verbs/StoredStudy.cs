using Experiments.CommandLine.Options;
using Experiments.CommandLine.Output;

namespace Experiments.CommandLine.Verbs;

/// <summary>What is stored of a study on one data set.</summary>
internal sealed class StoredStudy
{
    private readonly Recipe recipe;
    private readonly Study study;
    private readonly ResultStore store;
    private readonly string digest;
    private readonly List<PlannedVariant> usable;
    private readonly Dictionary<string, IReadOnlyDictionary<int, IReadOnlyList<Measurement>>> rows;

    /// <summary>Looks: of every variant there should be a cell for each seed of the study.</summary>
    public StoredStudy(Recipe recipe, Study study, string digest, string dataSet, ResultStore store)
    {
        (this.recipe, this.study, this.digest, this.store, DataSet) = (recipe, study, digest, store, dataSet);
        var variants = Plan.Make(study, digest, store, keepRows: true).Variants;

        // Cells without a sound record cannot be used: nobody knows what they are.
        usable = [.. variants.Where(IsUsable)];
        Gaps =
        [
            .. from variant in variants
               let seeds = IsUsable(variant) ? variant.Missing : [.. study.Seeds.Order()]
               where seeds.Count > 0
               select new MissingCells(variant.Name, seeds, variant.Damaged.Count > 0 || variant.RecordProblem is not null),
        ];
        rows = usable.ToDictionary(variant => variant.Key.Folder, variant => variant.Rows);
        Problems = [.. variants.SelectMany(variant => variant.Damaged)];

        static bool IsUsable(PlannedVariant variant) => variant.Present.Count > 0 && variant.RecordProblem is null;
    }

    /// <summary>The data set's name.</summary>
    public string DataSet { get; }

    /// <summary>What <c>--dataset</c> takes for these results, whether or not the images are still there.</summary>
    public string Choice => digest == Mnist.Sha256 ? "mnist" : digest == SyntheticDigits.Sha256 ? "synthetic" : digest[..12];

    /// <summary>Number of cells that can be used.</summary>
    public int Cells => usable.Sum(variant => variant.Present.Count);

    /// <summary>Cells that should be there beside them and are not, or cannot be used.</summary>
    public IReadOnlyList<MissingCells> Gaps { get; }

    /// <summary>What is wrong with those that cannot be used.</summary>
    public IReadOnlyList<BadResultException> Problems { get; }

    /// <summary>
    /// What is stored of a study on each data set; MNIST first, then the one with most cells. The seeds are the study's, or all that any
    /// variant has a cell of.
    /// </summary>
    public static IReadOnlyList<StoredStudy> All(
        Recipe recipe, Study study, IEnumerable<RunRecord> records, ResultStore store, bool allSeeds)
    {
        return
        [
            .. records.Where(record => record.DataDigest.Length > 0)
                .GroupBy(record => record.DataDigest)
                .Select(same => new StoredStudy(
                    recipe, allSeeds ? WithAllSeeds(study, same.Key, store) : study, same.Key, same.First().DataSet, store))
                .OrderByDescending(stored => stored.digest == Mnist.Sha256)
                .ThenByDescending(stored => stored.Cells),
        ];
    }

    /// <summary>The cells that can be used.</summary>
    public ResultTable Read() => ResultTable.Read(
        store, (key, seed) => rows[key.Folder][seed], recipe.Name,
        ParallelReading.Of(usable, variant => store.Record(variant.Key)), [.. study.Seeds], Gaps,
        recipe.FactorsOf(study.Variants), recipe.Baseline(study.Settings), Departures.Of(recipe, study.Variants, study.Settings),
        study.Settings.Quick ? Math.Min(1, recipe.ChoosingSeeds) : recipe.ChoosingSeeds);

    /// <summary>
    /// Tests the recipe's claims. <c>--variants</c> chooses which claims are shown, but a verdict depends on all that is stored of its
    /// claim's variants, with the seeds asked for or with all.
    /// </summary>
    /// <param name="context">Where what throws is said.</param>
    /// <param name="shown">The results that are shown.</param>
    /// <param name="request">What the user asked for.</param>
    public ClaimReport Test(CommandContext context, ResultTable shown, StudyRequest request)
    {
        var all = (request with { Variants = [] }).Of(recipe, [])!;
        all = request.Seeds is null ? WithAllSeeds(all, digest, store) : all;
        var isShown = all.Variants.Count == study.Variants.Count && all.Seeds.Order().SequenceEqual(study.Seeds.Order());
        var report = ClaimReport.Of(
            recipe, shown, isShown ? shown : new StoredStudy(recipe, all, digest, DataSet, store).Read(),
            request.Variants.Count == 0 ? null : [.. study.Variants.Select(variant => variant.Name)]);
        foreach (var (words, problem) in report.Problems)
        {
            context.Warn(words);
            context.Trace(problem);
        }

        return report;
    }

    private static Study WithAllSeeds(Study study, string digest, ResultStore store) => study with
    {
        Seeds = [.. Plan.Make(study with { Seeds = [] }, digest, store).Variants
            .SelectMany(variant => store.Seeds(variant.Key)).Distinct().Order()],
    };
}
