namespace Experiments.CommandLine.Verbs;

/// <summary>What is stored of a study on one data set.</summary>
internal sealed class StoredStudy
{
    private const string Digest = "data-sha256";

    private readonly Recipe recipe;
    private readonly Study study;
    private readonly ResultStore store;
    private readonly List<PlannedVariant> usable;

    /// <summary>Looks: of every variant there should be a cell for each seed of the study.</summary>
    public StoredStudy(Recipe recipe, Study study, string digest, string dataSet, ResultStore store)
    {
        (this.recipe, this.study, this.store, DataSet) = (recipe, study, store, dataSet);
        var variants = Plan.Make(study, digest, store).Variants;

        // Cells without a sound record cannot be used: nobody knows what they are.
        usable = [.. variants.Where(variant => variant.Present.Count > 0 && variant.RecordProblem is null)];
        Gaps =
        [
            .. from variant in variants
               let seeds = usable.Contains(variant) ? variant.Missing : [.. study.Seeds.Order()]
               where seeds.Count > 0
               select new MissingCells(variant.Name, seeds, variant.Damaged.Count > 0 || variant.RecordProblem is not null),
        ];
        Problems = [.. variants.SelectMany(variant => variant.Damaged)];
    }

    /// <summary>The data set's name.</summary>
    public string DataSet { get; }

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
            .. records.Where(record => record.Determines.ContainsKey(Digest))
                .GroupBy(record => record.Determines[Digest])
                .Select(same => new StoredStudy(recipe, Asked(same.Key), same.Key, same.First().DataSet, store))
                .OrderByDescending(stored => stored.DataSet == "MNIST")
                .ThenByDescending(stored => stored.Cells),
        ];

        Study Asked(string digest) => !allSeeds ? study : study with
        {
            Seeds = [.. Plan.Make(study with { Seeds = [] }, digest, store).Variants
                .SelectMany(variant => store.Seeds(variant.Key)).Distinct().Order()],
        };
    }

    /// <summary>Reads the cells that can be used.</summary>
    public ResultTable Read() => ResultTable.Read(
        store, recipe.Name, [.. usable.Select(variant => store.Record(variant.Key))], [.. study.Seeds], Gaps,
        recipe.FactorsOf(study.Variants), recipe.Baseline, recipe.DeparturesOf(study.Variants, study.Settings));
}
