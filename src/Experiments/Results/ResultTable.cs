using Microsoft.Data.Analysis;

namespace Experiments.Results;

/// <summary>
/// All results of one recipe under one set of settings, as one data frame in long form with the columns
/// <c>variant, seed, epoch, step, split, metric, layer, value</c>. Charts and claims are functions of it.
/// </summary>
public sealed class ResultTable
{
    private readonly Dictionary<(string Variant, string Metric, string Split, int? Layer), List<Row>> series = [];
    private readonly Dictionary<(string Variant, string Metric), HashSet<(string Split, int? Layer)>> measured = [];
    private readonly HashSet<string> metrics = [.. Metrics.All];

    private readonly ResultStore store;
    private readonly IReadOnlyDictionary<string, Factors> declared;
    private readonly Factors baseline;
    private IReadOnlyDictionary<string, IReadOnlyList<Departure>> departures = new Dictionary<string, IReadOnlyList<Departure>>();

    private ResultTable(
        ResultStore store, string recipe, IReadOnlyList<RunRecord> records, IReadOnlyDictionary<string, Factors>? variants,
        Factors? baseline)
    {
        (this.store, Recipe, this.baseline) = (store, recipe, baseline ?? []);
        Records = variants is null ? records
            : [.. records.Select(record =>
                record with { Variant = variants.Keys.FirstOrDefault(name => ResultKey.IsSame(name, record.Variant)) ?? record.Variant })];
        declared = variants ?? records.ToDictionary(record => record.Variant, record => new Factors { ("variant", record.Variant) });
    }

    private readonly record struct Row(int Seed, int Epoch, double Value);

    /// <summary>The recipe's name.</summary>
    public string Recipe { get; }

    /// <summary>How each variant's results came about, in the recipe's order of variants.</summary>
    public IReadOnlyList<RunRecord> Records { get; }

    /// <summary>The variants that have results, in the recipe's order.</summary>
    public IReadOnlyList<string> Variants => [.. Records.Select(record => record.Variant)];

    /// <summary>The seeds that have results in at least one variant, ascending.</summary>
    public IReadOnlyList<int> Seeds { get; private set; } = [];

    /// <summary>The rows as a data frame; <c>layer</c> is null where a metric belongs to the whole network.</summary>
    public DataFrame Frame { get; private set; } = new();

    /// <summary>Whether any of the results come from a quick run.</summary>
    public bool Quick => Records.Any(record => record.Quick);

    /// <summary>Whether any of the results come from images that the engine drew itself.</summary>
    public bool Synthetic => Records.Any(record => record.Synthetic);

    /// <summary>The data set's name.</summary>
    public string DataSet => string.Join(", ", Records.Select(record => record.DataSet).Distinct());

    /// <summary>Cells that are missing or damaged, of those that these results should have: charts and tables say so.</summary>
    public IReadOnlyList<MissingCells> Gaps { get; private set; } = [];

    /// <summary>Number of cells that were read.</summary>
    public int Cells { get; private set; }

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
    /// <exception cref="BadResultException">A cell is damaged.</exception>
    public static ResultTable Read(
        ResultStore store, string recipe, IReadOnlyList<RunRecord> records, IReadOnlyCollection<int>? seeds = null,
        IReadOnlyList<MissingCells>? gaps = null,
        IReadOnlyDictionary<string, Factors>? variants = null, Factors? baseline = null,
        IReadOnlyDictionary<string, IReadOnlyList<Departure>>? departures = null)
    {
        var table = new ResultTable(store, recipe, records, variants, baseline) { Gaps = gaps ?? [] };
        table.departures = departures ?? table.departures;
        var rows = new Columns();
        foreach (var record in table.Records)
        {
            var key = new ResultKey(recipe, record.Variant, record.Hash);
            var left = table.Gaps.Where(gap => gap.Variant == record.Variant).SelectMany(gap => gap.Seeds).ToHashSet();
            foreach (var seed in store.Seeds(key).Where(seed => (seeds is null || seeds.Contains(seed)) && !left.Contains(seed)))
            {
                table.Cells++;
                var measurements = store.Read(key, seed);
                rows.Add(record.Variant, seed, measurements);
                table.Index(record.Variant, seed, measurements);
            }
        }

        table.Frame = rows.ToFrame();
        table.Seeds = [.. table.series.Values.SelectMany(rows => rows).Select(row => row.Seed).Distinct().Order()];
        return table;
    }

    /// <summary>What can be measured of a variant.</summary>
    /// <param name="variant">The variant's name.</param>
    /// <exception cref="RecipeException">The recipe has no such variant.</exception>
    public VariantResults this[string variant]
    {
        get
        {
            Check("variant", variant, declared.Keys);
            return new(this, variant);
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
        int[] epochs = [.. bySeed.Values.SelectMany(rows => rows).Select(row => row.Epoch).Distinct().Order()];
        return new(variant, [.. bySeed.Keys], epochs, [.. bySeed.Values.Select(rows => Over(epochs, rows))]);
    }

    /// <summary>Each seed's epochs, ascending, with their values.</summary>
    /// <exception cref="RecipeException">There is no such variant, metric, split or layer.</exception>
    internal SortedDictionary<int, List<(int Epoch, double Value)>> BySeed(
        string variant, string metric, string split = "", int? layer = null)
    {
        CheckAll(variant, metric, split, layer);
        return new(series.GetValueOrDefault((variant, metric, split, layer), []).GroupBy(row => row.Seed)
            .ToDictionary(rows => rows.Key, rows => rows.Select(row => (row.Epoch, row.Value)).OrderBy(row => row.Epoch).ToList()));
    }

    /// <summary>Whether a variant has a metric.</summary>
    internal bool Has(string variant, string metric) => measured.ContainsKey((variant, metric));

    /// <summary>The layers for which a variant has a metric, ascending.</summary>
    public IReadOnlyList<int> Layers(string variant, string metric) =>
        [.. series.Keys.Where(key => key.Variant == variant && key.Metric == metric && key.Layer is not null)
            .Select(key => key.Layer!.Value).Distinct().Order()];

    /// <summary>The seeds of a variant that have results, ascending.</summary>
    public IReadOnlyList<int> SeedsOf(string variant) =>
        [.. series.Where(rows => rows.Key.Variant == variant).SelectMany(rows => rows.Value).Select(row => row.Seed).Distinct().Order()];

    /// <summary>How many seconds each cell of a variant took, by seed, as far as it is recorded.</summary>
    public IReadOnlyDictionary<int, double> SecondsOf(string variant)
    {
        var all = store.Seconds(new(Recipe, variant, Records.First(record => record.Variant == variant).Hash));
        return SeedsOf(variant).Where(all.ContainsKey).ToDictionary(seed => seed, seed => all[seed]);
    }

    private static double[] Over(int[] epochs, List<(int Epoch, double Value)> rows)
    {
        var values = rows.ToDictionary(row => row.Epoch, row => row.Value);
        return [.. epochs.Select(epoch => values.GetValueOrDefault(epoch, double.NaN))];
    }

    // A name that nothing could have is an error; what merely was not measured is nothing.
    private void CheckAll(string variant, string metric, string split, int? layer)
    {
        Check("variant", variant, declared.Keys);
        Check("split", split, ["", Splits.Train, Splits.Validation, Splits.Test]);
        if (!metrics.Contains(metric) && measured.Keys.Any(key => key.Variant == variant))
        {
            Check("metric", metric, metrics);
        }

        if (!measured.TryGetValue((variant, metric), out var forms))
        {
            return;
        }

        if (!forms.Any(form => form.Layer == layer))
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
            var all = known.Where(other => !other.StartsWith(Metrics.HistogramBins, StringComparison.Ordinal)).Distinct();
            throw new RecipeException($"There is no {what} '{name}'. {NearestName.Hint(name, all.Where(other => other.Length > 0))}");
        }
    }

    private void Index(string variant, int seed, IReadOnlyList<Measurement> measurements)
    {
        foreach (var row in measurements)
        {
            var key = (variant, row.Metric, row.Split, row.Layer);
            if (!series.TryGetValue(key, out var rows))
            {
                series[key] = rows = [];
                metrics.Add(row.Metric);
                measured.TryAdd((variant, row.Metric), []);
                measured[(variant, row.Metric)].Add((row.Split, row.Layer));
            }

            rows.Add(new(seed, row.Epoch, row.Value));
        }
    }

    // A data frame counts its rows when it is made of its columns, so they are filled first.
    private sealed class Columns
    {
        private readonly StringDataFrameColumn variant = new("variant");
        private readonly Int32DataFrameColumn seed = new("seed");
        private readonly Int32DataFrameColumn epoch = new("epoch");
        private readonly Int64DataFrameColumn step = new("step");
        private readonly StringDataFrameColumn split = new("split");
        private readonly StringDataFrameColumn metric = new("metric");
        private readonly Int32DataFrameColumn layer = new("layer");
        private readonly DoubleDataFrameColumn value = new("value");

        public void Add(string ofVariant, int ofSeed, IReadOnlyList<Measurement> measurements)
        {
            foreach (var row in measurements)
            {
                variant.Append(ofVariant);
                seed.Append(ofSeed);
                epoch.Append(row.Epoch);
                step.Append(row.Step);
                split.Append(row.Split);
                metric.Append(row.Metric);
                layer.Append(row.Layer);
                value.Append(row.Value);
            }
        }

        public DataFrame ToFrame() => new(variant, seed, epoch, step, split, metric, layer, value);
    }
}
