namespace Experiments.Results;

/// <summary>
/// The results of one variant, in the terms of a textbook sentence: <c>results["drop 0.5"].TestAccuracy.MeanOfLast(10)</c>,
/// <c>results["4 hidden"].BiasGradient.Ratio(layer: 4, over: 1, epoch: 0)</c>. A variant without results gives nothing for any seed.
/// </summary>
/// <param name="results">The results.</param>
/// <param name="name">The variant's name.</param>
public sealed class VariantResults(ResultTable results, string name)
{
    /// <summary>The variant's name.</summary>
    public string Name => name;

    /// <summary>
    /// The variants that this one was chosen from, itself too, if it was: then its numbers are those of seeds that did not choose.
    /// </summary>
    internal IReadOnlyList<string> Candidates { get; init; } = [name];

    /// <summary>Why nothing could be chosen, as numbers say when they are read; null if something was.</summary>
    internal RecipeException? Problem { get; init; }

    private IReadOnlyList<int> ChoosingSeeds => Candidates.Count > 1 ? results.ChoosingSeeds : [];

    /// <summary>Its factors.</summary>
    public Factors Factors => results.FactorsOf(name);

    /// <summary>Mean cost per training image, without penalties.</summary>
    public MetricSeries TrainingLoss => Metric(Metrics.Loss, Splits.Train);

    /// <summary>Mean cost per validation image.</summary>
    public MetricSeries ValidationLoss => Metric(Metrics.Loss, Splits.Validation);

    /// <summary>Accuracy on the training images, in %.</summary>
    public MetricSeries TrainingAccuracy => Metric(Metrics.Accuracy, Splits.Train);

    /// <summary>Accuracy on the validation images, in %.</summary>
    public MetricSeries ValidationAccuracy => Metric(Metrics.Accuracy, Splits.Validation);

    /// <summary>Accuracy on the test images, in %.</summary>
    public MetricSeries TestAccuracy => Metric(Metrics.Accuracy, Splits.Test);

    /// <summary>Validation images classified wrongly, in %: 100 minus the accuracy.</summary>
    public MetricSeries ValidationError =>
        Metric(Metrics.Accuracy, Splits.Validation, null, "validation error", accuracy => 100 - (100 * accuracy));

    /// <summary>Test images classified wrongly, in %: 100 minus the accuracy.</summary>
    public MetricSeries TestError => Metric(Metrics.Accuracy, Splits.Test, null, "test error", accuracy => 100 - (100 * accuracy));

    /// <summary>Loss on the test images.</summary>
    public MetricSeries TestLoss => Metric(Metrics.Loss, Splits.Test);

    /// <summary>
    /// Accuracy on the test images with the weights that early stopping leaves behind, in %: those of the best check if it restores them.
    /// </summary>
    public SeedValues RestoredTestAccuracy => Metric(Metrics.RestoredAccuracy, Splits.Test).Last();

    /// <summary>L2 norm of the cost's gradient with respect to each layer's biases.</summary>
    public LayerMetric BiasGradient => ByLayer(Metrics.BiasGradient);

    /// <summary>Frobenius norm of the cost's gradient with respect to each layer's weights.</summary>
    public LayerMetric WeightGradient => ByLayer(Metrics.WeightGradient);

    /// <summary>Standard deviation of each hidden layer's activations.</summary>
    public LayerMetric ActivationDeviation => ByLayer(Metrics.ActivationDeviation);

    /// <summary>How many of each hidden layer's activations are saturated, in %.</summary>
    public LayerMetric ActivationSaturated => ByLayer(Metrics.ActivationSaturated);

    /// <summary>The epoch at which early stopping ended training; nothing for a seed that trained through.</summary>
    public SeedValues StoppedEpoch => Metric(Metrics.Stopped).Last() with { Unit = "epochs" };

    /// <summary>The epoch of early stopping's best check.</summary>
    public SeedValues BestEpoch => Metric(Metrics.Best).Last() with { Unit = "epochs" };

    /// <summary>The epoch at which training diverged; nothing for a seed whose numbers stayed finite.</summary>
    public SeedValues DivergedEpoch => Metric(Metrics.Diverged).Of("epoch of divergence", "epochs", rows =>
        rows.Where(row => row.Value == 1).Select(row => (double?)row.Epoch).FirstOrDefault());

    /// <summary>The last epoch that was trained.</summary>
    public SeedValues LastEpoch => ValidationLoss.Of("last epoch", "epochs", rows => rows[^1].Epoch);

    /// <summary>Any metric over the epochs.</summary>
    /// <param name="metric">One of <see cref="Metrics"/>, or a recipe's own.</param>
    /// <param name="split">One of <see cref="Splits"/>; empty for a metric that belongs to no split.</param>
    /// <param name="layer">The layer, counted from 1; null for a metric of the whole network.</param>
    public MetricSeries Metric(string metric, string split = "", int? layer = null) => Metric(
        metric, split, layer, $"{split} {metric}{(layer is null ? "" : $" of layer {layer}")}".TrimStart(),
        value => Metrics.Shown(metric, value));

    private MetricSeries Metric(string metric, string split, int? layer, string words, Func<double, double> shown)
    {
        var images = metric is Metrics.Accuracy or Metrics.RestoredAccuracy ? results.ImagesOf(name, split) : (int?)null;
        var series = new MetricSeries(name, words, Metrics.Unit(metric), [])
        {
            EvaluateEvery = results.EvaluateEvery(name), Images = images is { } count ? (split, count) : null,
            Variants = Candidates, ChoosingSeeds = ChoosingSeeds,
        };
        var reported = () => Problem is not null ? throw Problem
            : results.BySeed(name, metric, split, layer).Where(seed => !ChoosingSeeds.Contains(seed.Key));
        return series.With(() => reported().Select(seed =>
            KeyValuePair.Create(seed.Key, seed.Value.ConvertAll(row => (row.Epoch, shown(row.Value))))));
    }

    /// <summary>The power of a step by which an error falls before rounding raises it again: its slope on two log axes.</summary>
    /// <param name="error">The metric that is the error.</param>
    /// <param name="step">The metric that is the step.</param>
    /// <param name="greatestStep">The greatest step that the slope is fitted to.</param>
    public SeedValues Slope(string error, string step, double greatestStep)
    {
        var nothing = new SeedValues($"slope of {error} on log axes ({name})", "", new Dictionary<int, double>(), Candidates)
        {
            ChoosingSeeds = ChoosingSeeds,
        };
        return SeedValues.Of(nothing, () =>
        {
            var (steps, errors) = (results.Curve(name, step), results.Curve(name, error));
            return errors.Seeds.Zip(steps.Values.Zip(errors.Values, (x, y) =>
                PowerLaw.FitBeforeRounding([.. x.Zip(y)], greatestStep).Exponent), (seed, slope) => (seed, slope, 0.0))
                .Where(row => !ChoosingSeeds.Contains(row.seed));
        });
    }

    /// <summary>Any metric that layers have.</summary>
    public LayerMetric ByLayer(string metric) => new(this, metric, results.Layers(name, metric));
}

/// <summary>One metric of one variant over the epochs, each seed with the epochs that it has. Fractions are in %.</summary>
public sealed class MetricSeries
{
    private readonly string variant;
    private readonly string what;
    private readonly string unit;
    private readonly SortedDictionary<int, List<(int Epoch, double Value)>> bySeed;

    internal MetricSeries(string variant, string what, string unit, SortedDictionary<int, List<(int Epoch, double Value)>> bySeed) =>
        (this.variant, this.what, this.unit, this.bySeed, Variants) = (variant, what, unit, bySeed, [variant]);

    /// <summary>Epochs between two measurements.</summary>
    internal int EvaluateEvery { get; init; } = 1;

    /// <summary>The variants that the numbers hang on: more than one where it was chosen from them.</summary>
    internal IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>The seeds that chose it, which have no numbers here.</summary>
    internal IReadOnlyList<int> ChoosingSeeds { get; init; } = [];

    /// <summary>The images that an accuracy or an error is a share of; null for other metrics.</summary>
    internal (string Split, int Count)? Images { get; init; }

    // Why there are no values; null if there are.
    private Exception? Problem { get; init; }

    // What values change by: one image more or less. 0 for numbers in single precision.
    private double Step => Images is { } images ? 100.0 / images.Count : 0;

    /// <summary>The same with other values; an exception is kept until somebody reads them.</summary>
    internal MetricSeries With(Func<IEnumerable<KeyValuePair<int, List<(int Epoch, double Value)>>>> values)
    {
        try
        {
            return Alike(new(values().ToDictionary()), null);
        }
        catch (Exception problem)
        {
            return Alike([], problem);
        }
    }

    private MetricSeries Alike(SortedDictionary<int, List<(int Epoch, double Value)>> values, Exception? problem) =>
        new(variant, what, unit, values)
        {
            EvaluateEvery = EvaluateEvery, Images = Images, Variants = Variants, ChoosingSeeds = ChoosingSeeds, Problem = problem,
        };

    /// <summary>Its value at one epoch, 0 for before training.</summary>
    public SeedValues At(int epoch) => Of($"{what}, {(epoch == 0 ? "before training" : $"epoch {epoch}")}", unit, rows =>
        rows.Where(row => row.Epoch == epoch).Select(row => (double?)row.Value).FirstOrDefault());

    /// <summary>Its value at the last epoch of each seed.</summary>
    public SeedValues Last() => Of($"{what}, at the end", unit, rows => rows[^1].Value);

    /// <summary>Its greatest value over the epochs trained: not that of before training.</summary>
    public SeedValues Max() => OverTrained($"greatest {what}", unit, rows => rows.Max(row => row.Value));

    /// <summary>Its least value over the epochs trained: not that of before training.</summary>
    public SeedValues Min() => OverTrained($"least {what}", unit, rows => rows.Min(row => row.Value));

    /// <summary>The epoch at which it is least, the first of some.</summary>
    public SeedValues EpochOfMin() => OverTrained($"epoch of least {what}", "epochs", rows => rows.MinBy(row => row.Value).Epoch);

    /// <summary>The epoch at which it is greatest, the first of some.</summary>
    public SeedValues EpochOfMax() => OverTrained($"epoch of greatest {what}", "epochs", rows => rows.MaxBy(row => row.Value).Epoch);

    /// <summary>
    /// Its mean over the last epochs trained, of what was measured at them; over all if a seed trained fewer, and never over before
    /// training.
    /// </summary>
    public SeedValues MeanOfLast(int epochs) => OverLast(epochs, "mean", values => values.Average());

    /// <summary>The same with a geometric mean.</summary>
    public SeedValues GeometricMeanOfLast(int epochs) =>
        OverLast(epochs, "geometric mean", values => Math.Exp(values.Average(value => Math.Log(value)))).OnLogScale();

    /// <summary>Anything else that can be computed from one seed's epochs and values; null where there is nothing.</summary>
    /// <param name="words">What it is, in words.</param>
    /// <param name="unitOfIt">Its unit.</param>
    /// <param name="ofSeed">From epochs and values, by epoch ascending and never empty, to the number.</param>
    public SeedValues Of(string words, string unitOfIt, Func<IReadOnlyList<(int Epoch, double Value)>, double?> ofSeed) =>
        Of(words, unitOfIt, ofSeed, _ => 1);

    /// <summary>Its ratio to another, for the seeds and epochs that both have.</summary>
    internal MetricSeries Over(MetricSeries other, string words) => new MetricSeries(variant, words, "×", [])
    {
        Variants = Variants, ChoosingSeeds = ChoosingSeeds,
    }.With(() =>
    (Problem ?? other.Problem) is { } problem ? throw problem :
    from seed in bySeed
    where other.bySeed.ContainsKey(seed.Key)
    let both = seed.Value.Join(
        other.bySeed[seed.Key], row => row.Epoch, row => row.Epoch, (a, b) => (a.Epoch, a.Value / b.Value)).ToList()
    where both.Count > 0
    select KeyValuePair.Create(seed.Key, both));

    // Of a mean over some epochs the step is smaller by their number.
    private SeedValues Of(
        string words, string unitOfIt, Func<IReadOnlyList<(int Epoch, double Value)>, double?> ofSeed,
        Func<IReadOnlyList<(int Epoch, double Value)>, int> epochs)
    {
        var nothing = new SeedValues($"{words} ({variant})", unitOfIt, new Dictionary<int, double>(), Variants)
        {
            ChoosingSeeds = ChoosingSeeds,
        };
        var found = SeedValues.Of(nothing, () => Problem is not null
            ? throw Problem
            : from seed in bySeed
              let value = ofSeed(seed.Value)
              where value is not null
              select (seed.Key, value.Value, StepOf(seed.Value, value.Value)));
        return Images is not { } images || unitOfIt != unit || found.Problem is not null ? found
            : found with { Shares = [new(images.Split, images.Count, found.BySeed.Values.DefaultIfEmpty(double.NaN).Average() / 100)] };

        double StepOf(List<(int Epoch, double Value)> rows, double value) => unitOfIt == "epochs" ? EvaluateEvery
            : Step == 0 ? 0 : SeedValues.StepFrom(value, Moved(rows, -Step), Moved(rows, Step)) / epochs(rows);

        double Moved(List<(int Epoch, double Value)> rows, double by) =>
            ofSeed(rows.ConvertAll(row => (row.Epoch, row.Value + by))) ?? double.NaN;
    }

    // A training that diverged had values before it did.
    private SeedValues OverTrained(string words, string unitOfIt, Func<IReadOnlyList<(int Epoch, double Value)>, double> ofSeed) =>
        Of(words, unitOfIt, rows => Last(rows, int.MaxValue) is not { Count: > 0 } trained ? null
            : trained.FindAll(row => !double.IsNaN(row.Value)) is { Count: > 0 } numbers ? ofSeed(numbers) : double.NaN);

    private SeedValues OverLast(int epochs, string mean, Func<IEnumerable<double>, double> ofSeed)
    {
        var spans = bySeed.Values.Select(rows => Last(rows, epochs)).Where(rows => rows.Count > 0).Select(Span).Distinct().ToList();
        var words = $"{what}, {mean} of {(spans is [var all] ? all : $"each seed's last {epochs} epochs")}";
        return Of(
            words, unit, rows => Last(rows, epochs) is { Count: > 0 } late ? ofSeed(late.Select(row => row.Value)) : null,
            rows => Last(rows, epochs).Count);
    }

    // The last epochs trained, which need not all have been measured.
    private static List<(int Epoch, double Value)> Last(IReadOnlyList<(int Epoch, double Value)> rows, int epochs) =>
        [.. rows.Where(row => row.Epoch > Math.Max(0, rows[^1].Epoch - epochs))];

    private static string Span(List<(int Epoch, double Value)> rows) => (rows[0].Epoch, rows[^1].Epoch) switch
    {
        var (first, last) when first == last => $"epoch {first}",
        var (first, last) when last - first + 1 == rows.Count => $"epochs {first} to {last}",
        var (first, last) => $"{rows.Count} epochs from {first} to {last}",
    };
}

/// <summary>A metric that layers have, of one variant. Layers count from 1, the output layer last.</summary>
/// <param name="variant">The variant.</param>
/// <param name="metric">The metric.</param>
/// <param name="layers">The layers that have it, ascending.</param>
public sealed class LayerMetric(VariantResults variant, string metric, IReadOnlyList<int> layers)
{
    /// <summary>The layers that have it, ascending.</summary>
    public IReadOnlyList<int> Layers => layers;

    /// <summary>One layer's metric over the epochs.</summary>
    public MetricSeries this[int layer] => variant.Metric(metric, layer: layer);

    /// <summary>One layer's metric over another's at one epoch, on the log scale.</summary>
    public SeedValues Ratio(int layer, int over, int epoch) =>
        (this[layer].At(epoch) / this[over].At(epoch)).Named(Words($"layer {layer} over layer {over}, {When(epoch)}"));

    /// <summary>The factor from one layer to the next, the geometric mean over the layers from first to last, at one epoch.</summary>
    public SeedValues RatioPerLayer(int first, int last, int epoch) => Ratio(last, first, epoch)
        .Each("×", ratio => Math.Pow(ratio, 1.0 / (last - first))).Named(Words($"factor per layer from {first} to {last}, {When(epoch)}"));

    /// <summary>
    /// The least factor from one layer to the next at one epoch: above 1 exactly if the metric grows from each layer to the next.
    /// </summary>
    public SeedValues MinRatioPerLayer(int first, int last, int epoch) => SeedValues.MinOf(
        Words($"least factor from a layer to the next, {first} to {last}, {When(epoch)}"),
        [.. Enumerable.Range(first, last - first).Select(layer => Ratio(layer + 1, layer, epoch))]);

    /// <summary>One layer's metric over another's, the least from before training on, on the log scale.</summary>
    public SeedValues MinRatio(int layer, int over) => Over(layer, over, "least", ratios => ratios.Min());

    /// <summary>One layer's metric over another's, the geometric mean from before training on, on the log scale.</summary>
    public SeedValues MeanRatio(int layer, int over) =>
        Over(layer, over, "geometric mean", ratios => Math.Exp(ratios.Average(Math.Log)));

    private SeedValues Over(int layer, int over, string kind, Func<IEnumerable<double>, double> ofEpochs)
    {
        var words = $"{metric}, layer {layer} over layer {over}, {kind} from before training on";
        return this[layer].Over(this[over], words).Of(words, "×", rows => ofEpochs(rows.Select(row => row.Value))).OnLogScale();
    }

    private string Words(string rest) => $"{metric}, {rest} ({variant.Name})";

    private static string When(int epoch) => epoch == 0 ? "before training" : $"epoch {epoch}";
}
