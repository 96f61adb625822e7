using Microsoft.Data.Analysis;

namespace Experiments.Results;

/// <summary>All results of one recipe under one set of settings. Charts and claims are functions of it.</summary>
public sealed class ResultTable
{
    private readonly IReadOnlyDictionary<string, Factors> declared;
    private readonly Factors baseline;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<Departure>> departures;
    private readonly IReadOnlyDictionary<string, VariantRows> rows;
    private readonly IReadOnlyDictionary<string, RunRecord> recordOf;
    private readonly Lazy<IReadOnlyList<int>> seeds;
    private readonly Lazy<IReadOnlyDictionary<string, IReadOnlyDictionary<int, double>>> seconds;

    private ResultTable(
        ResultStore store, string recipe, IReadOnlyList<RunRecord> records, IReadOnlyDictionary<string, Factors> declared,
        Factors baseline, IReadOnlyDictionary<string, IReadOnlyList<Departure>> departures, IReadOnlyDictionary<string, VariantRows> rows)
    {
        (Recipe, Records, this.declared, this.baseline, this.departures, this.rows) =
            (recipe, records, declared, baseline, departures, rows);
        Variants = [.. records.Select(record => record.Variant)];
        recordOf = records.DistinctBy(record => record.Variant).ToDictionary(record => record.Variant);
        seeds = new(() => [.. rows.Values.SelectMany(variant => variant.All).Select(row => row.Seed).Distinct().Order()]);
        seconds = new(() => ParallelReading.Of([.. recordOf.Values], record => (record.Variant, Seconds: store.Seconds(record.Key)))
            .ToDictionary(variant => variant.Variant, variant => variant.Seconds));
    }

    /// <summary>The recipe's name.</summary>
    public string Recipe { get; }

    /// <summary>How each variant's results came about, in the recipe's order of variants.</summary>
    public IReadOnlyList<RunRecord> Records { get; }

    /// <summary>The variants that have results, in the recipe's order.</summary>
    public IReadOnlyList<string> Variants { get; }

    /// <summary>The seeds that have results in at least one variant, ascending.</summary>
    public IReadOnlyList<int> Seeds => seeds.Value;

    /// <summary>Whether any of the results come from a quick run.</summary>
    public bool Quick => Records.Any(record => record.Quick);

    /// <summary>Whether any of the results come from images that the engine drew itself.</summary>
    public bool Synthetic => Records.Any(record => record.Synthetic);

    /// <summary>The data set's name.</summary>
    public string DataSet => string.Join(", ", Records.DistinctBy(record => record.DataDigest).Select(record => record.DataSet));

    /// <summary>Cells that are missing or damaged, of those that these results should have: charts and tables say so.</summary>
    public IReadOnlyList<MissingCells> Gaps { get; private init; } = [];

    /// <summary>The seeds that choose among variants, which report nothing of what they chose.</summary>
    internal IReadOnlyList<int> ChoosingSeeds { get; private init; } = [];

    /// <summary>Number of cells that were read.</summary>
    public int Cells { get; private init; }

    /// <summary>Ten hexadecimal digits over the hashes of all variants: charts carry it to say which results they show.</summary>
    public string Hash => ResultKey.HashOf(Records.ToDictionary(record => record.Variant, record => record.Hash));

    /// <summary>Reads the cells of the given variants.</summary>
    /// <param name="store">The results folder.</param>
    /// <param name="recipe">The recipe's name.</param>
    /// <param name="records">The variants to read, in the order in which they are to be shown.</param>
    /// <param name="seeds">The seeds to read; null for all that are there.</param>
    /// <param name="gaps">Cells known to be missing or damaged, which are not read.</param>
    /// <param name="variants">
    /// The factors of all variants of the recipe by name, also of those without results; null if nothing is known of them but the records.
    /// </param>
    /// <param name="baseline">The recipe's baseline.</param>
    /// <param name="departures">Where the settings of variants are not those of the published run, by variant.</param>
    /// <param name="choosingSeeds">How many of the first seeds choose among variants.</param>
    /// <exception cref="BadResultException">A cell is damaged.</exception>
    public static ResultTable Read(
        ResultStore store, string recipe, IReadOnlyList<RunRecord> records, IReadOnlyCollection<int>? seeds = null,
        IReadOnlyList<MissingCells>? gaps = null,
        IReadOnlyDictionary<string, Factors>? variants = null, Factors? baseline = null,
        IReadOnlyDictionary<string, IReadOnlyList<Departure>>? departures = null, int choosingSeeds = 0) =>
        Read(store, store.Read, recipe, records, seeds, gaps, variants, baseline, departures, choosingSeeds);

    /// <summary>The same, from rows that were read already or are read now.</summary>
    internal static ResultTable Read(
        ResultStore store, Func<ResultKey, int, IReadOnlyList<Measurement>> read, string recipe, IReadOnlyList<RunRecord> records,
        IReadOnlyCollection<int>? seeds, IReadOnlyList<MissingCells>? gaps, IReadOnlyDictionary<string, Factors>? variants,
        Factors? baseline, IReadOnlyDictionary<string, IReadOnlyList<Departure>>? departures, int choosingSeeds)
    {
        variants ??= records.ToDictionary(record => record.Variant, record => new Factors { ("variant", record.Variant) });
        var names = variants.Keys.ToLookup(ResultKey.Slug);
        List<RunRecord> named = [.. from record in records
                                    let name = names[ResultKey.Slug(record.Variant)].FirstOrDefault()
                                    select record with { Variant = name ?? record.Variant }];
        var wanted = seeds?.ToHashSet();
        var gone = (gaps ?? []).SelectMany(gap => gap.Seeds, (gap, seed) => (gap.Variant, seed)).ToHashSet();
        var cells = ParallelReading.Of(named, record =>
        {
            List<int> there =
                [.. store.Seeds(record.Key).Where(seed => wanted?.Contains(seed) != false && !gone.Contains((record.Variant, seed)))];
            return (record.Variant, there.Count, Rows: VariantRows.Of(there.Select(seed => (seed, read(record.Key, seed)))));
        });
        var rows = cells.GroupBy(cell => cell.Variant).ToDictionary(
            same => same.Key, same => same.Count() == 1 ? same.First().Rows : new([.. same.SelectMany(cell => cell.Rows.All)]));
        departures ??= new Dictionary<string, IReadOnlyList<Departure>>();
        return new(store, recipe, named, variants, baseline ?? [], departures, rows)
        {
            Gaps = gaps ?? [], Cells = cells.Sum(ofVariant => ofVariant.Count), ChoosingSeeds = [.. Enumerable.Range(0, choosingSeeds)],
        };
    }

    /// <summary>What can be measured of a variant. A name that the recipe does not have is an error when numbers are read.</summary>
    /// <param name="variant">The variant's name.</param>
    public VariantResults this[string variant] => new(this, variant);

    /// <summary>The variant that differs from another in one level alone, such as the same network without dropout.</summary>
    /// <param name="variant">The other.</param>
    /// <param name="factor">The factor in which they differ; both have it.</param>
    /// <param name="level">Its level in the variant asked for.</param>
    public VariantResults Twin(VariantResults variant, string factor, Level level)
    {
        Factors factors = [.. variant.Factors.Select(own => own.Factor == factor ? (factor, level) : own)];
        return new(this, factors.Name);
    }

    /// <summary>
    /// The variant that has the least of something on the mean of the recipe's choosing seeds, with the numbers of its other seeds. Choose
    /// by validation data, and report test data. Of some that are equal it is the first; never one that has no finite number in a choosing
    /// seed, as where training diverged. What is claimed of it needs the results of all candidates.
    /// </summary>
    /// <param name="by">What is to be least, such as <c>variant => variant.ValidationLoss.Last()</c>.</param>
    /// <param name="among">Levels of factors that all candidates have, such as <c>("optimizer", "Adam")</c>.</param>
    public VariantResults ChooseLeast(Func<VariantResults, SeedValues> by, params (string Factor, Level Level)[] among) =>
        Choose(by, 1, among);

    /// <summary>The same with the greatest of something.</summary>
    /// <param name="by">What is to be greatest, such as <c>variant => variant.ValidationAccuracy.Last()</c>.</param>
    /// <param name="among">Levels of factors that all candidates have.</param>
    public VariantResults ChooseGreatest(Func<VariantResults, SeedValues> by, params (string Factor, Level Level)[] among) =>
        Choose(by, -1, among);

    private VariantResults Choose(Func<VariantResults, SeedValues> by, int sign, (string Factor, Level Level)[] among)
    {
        List<string> candidates =
            [.. declared.Keys.Where(variant => among.All(own => LevelOf(variant, own.Factor) is { } level && level == own.Level))];
        var words = string.Join(", ", among.Select(own => own.Level.LabelOf(own.Factor)));
        return candidates.Count == 0 ? new(this, words) { Problem = new($"No variant has {words}.") }
            : rows.Values.All(variant => variant.All.Count == 0) ? new(this, candidates[0]) { Candidates = candidates }
            : ChoosingSeeds.Count == 0
                ? new(this, words) { Problem = new($"No seed chooses: {Recipe} must say how many do, as its ChoosingSeeds.") }
            : new(this, candidates.MinBy(Score)!) { Candidates = candidates };

        // The mean over the choosing seeds; infinite if one of them has no number.
        double Score(string variant)
        {
            var found = by(new(this, variant)).BySeed;
            var numbers = ChoosingSeeds.Select(seed => sign * found.GetValueOrDefault(seed, double.NaN)).ToList();
            return numbers.TrueForAll(double.IsFinite) ? numbers.Average() : double.PositiveInfinity;
        }
    }

    /// <summary>The factors of a variant, in the recipe's order.</summary>
    public Factors FactorsOf(string variant) => declared.GetValueOrDefault(variant, []);

    /// <summary>
    /// The settings of a variant that the user changed from the published run's, without those that change no number or that quick runs
    /// change anyway.
    /// </summary>
    public IReadOnlyList<Departure> DeparturesOf(string variant) => departures.GetValueOrDefault(variant, []);

    /// <summary>A variant's level of a factor, or the recipe's baseline where the variant does not say; null if neither does.</summary>
    public Level? LevelOf(string variant, string factor) => FactorsOf(variant).Of(factor) ?? baseline.Of(factor);

    /// <summary>
    /// The levels of a factor in the order in which variants have them: each has its place, and so its colour, in every chart.
    /// </summary>
    /// <exception cref="RecipeException">No variant has such a factor.</exception>
    public IReadOnlyList<Level> LevelsOf(string factor)
    {
        Check("factor", factor, declared.Values.SelectMany(factors => factors).Concat(baseline).Select(own => own.Factor));
        return [.. declared.Keys.Select(variant => LevelOf(variant, factor)).OfType<Level>().Distinct()];
    }

    /// <summary>One metric of one variant over epochs, seed by seed; empty if it was not measured.</summary>
    /// <param name="variant">The variant's name.</param>
    /// <param name="metric">One of <see cref="Metrics"/>.</param>
    /// <param name="split">One of <see cref="Splits"/>, or empty for a metric that belongs to no split.</param>
    /// <param name="layer">The layer, counted from 1; null for a metric of the whole network.</param>
    /// <exception cref="RecipeException">There is no such variant, metric, split or layer.</exception>
    public Curve Curve(string variant, string metric, string split = "", int? layer = null)
    {
        var bySeed = BySeed(variant, metric, split, layer);
        List<int> epochs = [.. bySeed.Values.SelectMany(rows => rows).Select(row => row.Epoch).Distinct().Order()];
        return new(variant, [.. bySeed.Keys], epochs, [.. bySeed.Values.Select(Over)]);

        double[] Over(List<(int Epoch, double Value)> ofSeed)
        {
            var values = ofSeed.ToDictionary(row => row.Epoch, row => row.Value);
            return [.. epochs.Select(epoch => values.GetValueOrDefault(epoch, double.NaN))];
        }
    }

    /// <summary>
    /// One metric of one variant over steps, seed by seed: what a metric was at the ends of epochs, and within them if settings say so
    /// (<c>evaluations-per-epoch</c>), or the loss of training's own batches (<see cref="Metrics.BatchLoss"/>, split
    /// <c>train</c>). Empty if it was not measured.
    /// </summary>
    /// <param name="variant">The variant's name.</param>
    /// <param name="metric">One of <see cref="Metrics"/>.</param>
    /// <param name="split">One of <see cref="Splits"/>, or empty for a metric that belongs to no split.</param>
    /// <param name="layer">The layer, counted from 1; null for a metric of the whole network.</param>
    /// <exception cref="RecipeException">There is no such variant, metric, split or layer.</exception>
    public StepCurve StepCurve(string variant, string metric, string split = "", int? layer = null)
    {
        if (metric != Metrics.BatchLoss)
        {
            CheckAll(variant, metric, split, layer);
        }

        var own = Of(variant);
        var bySeed = own.Measured[metric].Concat(own.MeasuredByStep[metric]).Concat(own.MeasuredByStep[Metrics.WithinEpoch + metric])
            .Where(row => row.Of.Split == split && row.Of.Layer == layer).GroupBy(row => row.Seed).OrderBy(ofSeed => ofSeed.Key)
            .ToDictionary(ofSeed => ofSeed.Key, ofSeed => ofSeed.ToDictionary(row => row.Of.Step, row => row.Of.Value));
        List<long> steps = [.. bySeed.Values.SelectMany(values => values.Keys).Distinct().Order()];
        return new(variant, [.. bySeed.Keys], steps, StepsPerEpoch(variant),
            [.. bySeed.Values.Select(values => steps.Select(step => values.GetValueOrDefault(step, double.NaN)).ToList())]);
    }

    /// <summary>Steps of an epoch of a variant; 1 if it did not train.</summary>
    internal long StepsPerEpoch(string variant)
    {
        var end = Of(variant).All.FirstOrDefault(row => row.Of.Epoch > 0 && !Metrics.IsByStep(row.Of.Metric)).Of;
        return Math.Max(1, end.Step / Math.Max(1, end.Epoch));
    }

    /// <summary>Each seed's epochs, ascending, with their values.</summary>
    /// <exception cref="RecipeException">There is no such variant, metric, split or layer.</exception>
    internal SortedDictionary<int, List<(int Epoch, double Value)>> BySeed(string variant, string metric, string split, int? layer)
    {
        CheckAll(variant, metric, split, layer);
        return new(Of(variant).Measured[metric].Where(row => row.Of.Split == split && row.Of.Layer == layer).GroupBy(row => row.Seed)
            .ToDictionary(rows => rows.Key, rows => rows.Select(row => (row.Of.Epoch, row.Of.Value)).OrderBy(row => row.Epoch).ToList()));
    }

    /// <summary>Whether each epoch of a variant is a step, as in full-batch gradient descent.</summary>
    internal bool EpochsAreSteps(string variant) => Of(variant).All.All(row => row.Of.Step == row.Of.Epoch);

    /// <summary>Whether a variant has a metric.</summary>
    internal bool Has(string variant, string metric) => Of(variant).Measured.Contains(metric);

    /// <summary>Everything that was measured of a variant at epochs, in the order of its cells.</summary>
    internal IReadOnlyList<(string Metric, string Split, int? Layer)> Measured(string variant) =>
        [.. Of(variant).All.Where(row => !Metrics.IsByStep(row.Of.Metric))
            .Select(row => (row.Of.Metric, row.Of.Split, row.Of.Layer)).Distinct()];

    /// <summary>The rows of all metrics of a variant whose name is a word with whole numbers behind it, as <c>confusion.4.9</c>.</summary>
    internal IEnumerable<(int Seed, int[] Parts, double Value)> OfParts(string variant, string word) =>
        from metric in Of(variant).Measured
        where metric.Key.StartsWith(word + ".", StringComparison.Ordinal)
        let parts = metric.Key[(word.Length + 1)..].Split('.')
        where parts.All(part => int.TryParse(part, CultureInfo.InvariantCulture, out _))
        from row in metric
        select (row.Seed, parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray(), row.Of.Value);

    /// <summary>
    /// The counts of all layers and epochs of a variant in <see cref="SizeBins"/>, of <see cref="Metrics.GradientHistogram"/> or
    /// <see cref="Metrics.WeightHistogram"/>; the bin is null for exact zeros.
    /// </summary>
    internal IReadOnlyList<(int Seed, int Epoch, int Layer, int? Bin, double Count)> OfBins(string variant, string histogram) =>
    [
        .. from bin in Enumerable.Range(0, SizeBins.Count).Select(bin => (int?)bin).Append(null)
           from row in Of(variant).Measured[bin is { } number ? Metrics.BinOf(histogram, number) : Metrics.ZerosOf(histogram)]
           select (row.Seed, row.Of.Epoch, row.Of.Layer!.Value, bin, row.Of.Value),
    ];

    /// <summary>The layers for which a variant has a metric, ascending.</summary>
    public IReadOnlyList<int> Layers(string variant, string metric) =>
        [.. Of(variant).Measured[metric].Select(row => row.Of.Layer).OfType<int>().Distinct().Order()];

    /// <summary>The seeds of a variant that have results, ascending.</summary>
    public IReadOnlyList<int> SeedsOf(string variant) =>
        [.. Of(variant).All.Select(row => row.Seed).Distinct().Order()];

    /// <summary>How many images of a split accuracies of a variant are shares of, at most.</summary>
    internal int ImagesOf(string variant, string split) => split == Splits.Train
        ? Math.Min(Setting(variant, "evaluation-images", 10_000), Setting(variant, "training-images", int.MaxValue))
        : Setting(variant, "evaluation-images", 10_000);

    /// <summary>Epochs between two measurements of a variant.</summary>
    internal int EvaluateEvery(string variant) => Math.Max(1, Setting(variant, "evaluate-every", 1));

    private int Setting(string variant, string name, int otherwise) =>
        recordOf.GetValueOrDefault(variant)?.Determines.TryGetValue(name, out var text) == true
        && int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>How many seconds each cell of a variant took, by seed, as far as it is recorded.</summary>
    public IReadOnlyDictionary<int, double> SecondsOf(string variant)
    {
        var bySeed = seconds.Value[variant];
        return SeedsOf(variant).Where(bySeed.ContainsKey).ToDictionary(seed => seed, seed => bySeed[seed]);
    }

    /// <summary>
    /// All rows as a data frame in long form, with the columns <c>variant, seed, epoch, step, split, metric, layer, value</c>;
    /// <c>layer</c> is null where a metric belongs to the whole network.
    /// </summary>
    public DataFrame ToFrame() => new(
        new StringDataFrameColumn("variant", AllRows.Select(row => row.Variant)),
        new Int32DataFrameColumn("seed", AllRows.Select(row => row.Seed)),
        new Int32DataFrameColumn("epoch", AllRows.Select(row => row.Of.Epoch)),
        new Int64DataFrameColumn("step", AllRows.Select(row => row.Of.Step)),
        new StringDataFrameColumn("split", AllRows.Select(row => row.Of.Split)),
        new StringDataFrameColumn("metric", AllRows.Select(row => row.Of.Metric)),
        new Int32DataFrameColumn("layer", AllRows.Select(row => row.Of.Layer)),
        new DoubleDataFrameColumn("value", AllRows.Select(row => row.Of.Value)));

    /// <summary>The rows of a variant, by seed.</summary>
    internal IReadOnlyList<SeedRow> RowsOf(string variant) => Of(variant).All;

    private IEnumerable<(string Variant, int Seed, Measurement Of)> AllRows =>
        from variant in Variants.Distinct()
        from row in Of(variant).All
        select (variant, row.Seed, row.Of);

    private VariantRows Of(string variant) => rows.GetValueOrDefault(variant, VariantRows.None);

    // A name that nothing could have is an error; what merely was not measured is nothing.
    private void CheckAll(string variant, string metric, string split, int? layer)
    {
        Check("variant", variant, declared.Keys);
        Check("split", split, ["", Splits.Train, Splits.Validation, Splits.Test]);
        var forms = Of(variant).Measured[metric].Select(row => row.Of);
        if (!forms.Any())
        {
            if (Of(variant).All.Count > 0)
            {
                Check("metric", metric, Metrics.All.Concat(rows.Values.SelectMany(other => other.Measured.Select(rows => rows.Key))));
            }

            return;
        }

        if (forms.All(form => form.Layer != layer))
        {
            throw new RecipeException(forms.First().Layer is null
                ? $"The metric '{metric}' belongs to the whole network, not to a layer."
                : $"The metric '{metric}' of '{variant}' has the layers {string.Join(", ", Layers(variant, metric))}, but not "
                    + $"{layer?.ToString(CultureInfo.InvariantCulture) ?? "one for the whole network"}.");
        }

        if (forms.All(form => form.Split.Length == 0) != (split.Length == 0))
        {
            throw new RecipeException(split.Length == 0
                ? $"The metric '{metric}' belongs to a split: say which of "
                    + $"{string.Join(", ", forms.Select(form => form.Split).Distinct())}."
                : $"The metric '{metric}' belongs to no split, but '{split}' was asked for.");
        }
    }

    private static void Check(string what, string name, IEnumerable<string> known)
    {
        if (!known.Contains(name))
        {
            var all = known.Where(other => other.Length > 0 && !Metrics.IsForCharts(other));
            throw new RecipeException($"There is no {what} '{name}'. {NearestName.Hint(name, all.Distinct())}");
        }
    }
}
