using System.Globalization;
using Experiments.Charts;
using Experiments.Claims;
using Experiments.Models;
using Experiments.Results;
using Experiments.Training;
using static Experiments.Claims.Expected;
using static TorchSharp.torch;

namespace Experiments.Recipes;

/// <summary>Dropout: the more units are dropped, the less a network overfits, up to a point. p is the probability to DROP everywhere.</summary>
public sealed class Dropout : Recipe
{
    private const int Images = 5_000;
    private const int LastEpochs = 10;
    private const string RateLabel = "p, probability to drop a unit";

    private static readonly double[] Rates = [0, 0.1, 0.2, 0.3, 0.5, 0.7];
    private static readonly int[] Sizes = [500, 1_000, Images, 20_000];

    private static readonly Source Notes = new("DL-CV notes on regularization and dropout (after CS231n)", "Dropout");
    private static readonly Source Srivastava = new("Srivastava et al. 2014, Dropout", "sec. 7.3 and 7.4");
    private static readonly Source Tricks = new("Notes on Hung-yi Lee's lecture on training tricks", "overfitting");

    public override string Question => "What does the drop rate buy?";

    public override Source Source => Notes;

    public override Settings Defaults => new()
    {
        Epochs = 50, BatchSize = 100, Optimizer = new Adam(LearningRate: 0.001), TrainingImages = Images, DropoutMasks = 100,
    };

    // First the rate alone varies, then the number of training images, then what is dropped and when that is made up for.
    public override IEnumerable<Variant> Variants(Settings settings) =>
    [
        .. from rate in Rates
           select new Variant(Rate(rate), Model.Of(Network, rate), rate == 0.5 ? settings : settings with { DropoutMasks = 0 }),
        new("standard, drop 0.5", Model.Of(Standard, 0.5), settings),
        new("DropConnect, drop 0.5", Model.Of(DropConnect, 0.5), settings),
        .. from size in Sizes
           where size != Images
           from rate in new[] { 0, 0.5 }
           select new Variant(Size(size, rate), Model.Of(Network, rate), WithImages(settings, size)),
    ];

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new SplitCurves("loss", "What does the drop rate do to training and validation loss?", Metrics.Loss)
        {
            Variants = [.. Rates.Select(Rate)], LogScale = true, Reading = ReadLoss,
        },
        new AgainstSetting("gap", "Does dropout close the gap between training and validation?", [new("mean over seeds", ByRate, Gap)], RateLabel, "validation loss − training loss")
        {
            Reading = ReadGap,
        },
        new AgainstSetting("least-validation-loss", "Which drop rate gives the least validation loss?", [new("mean over seeds", ByRate, LeastLoss)], RateLabel, "least validation loss")
        {
            Possible = (0, double.PositiveInfinity), Reading = ReadLeast,
        },
        new AgainstSetting(
            "training-set-size", "When is dropout worth it: with few or with many training images?",
            [new("no dropout", BySize(0), LastTestError), new("drop 0.5", BySize(0.5), LastTestError)], "training images", $"test error, mean of the last {LastEpochs} epochs (%)")
        {
            LogSetting = true, LogScale = true, Possible = (0, 100), Reading = ReadSizes,
        },
        new SplitCurves("forms", "Does it matter what is dropped, and when that is made up for?", Metrics.Loss)
        {
            Variants = Forms, LogScale = true, Reading = ReadForms,
        },
        new AgainstSetting(
            "gradients", $"How large are gradients in the last {LastEpochs} epochs, by layer?",
            [.. Enumerable.Range(1, 3).Select(layer => new SettingSeries($"layer {layer}{(layer == 3 ? " (output)" : "")}", ByRate, (table, variant) => LastGradient(table, variant, layer)))],
            RateLabel, "‖∂C/∂W‖")
        {
            LogScale = true, Reading = ReadGradients,
        },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        var (without, half) = (results.Of(Rate(0)), results.Of(Rate(0.5)));
        yield return new("Without dropout the network overfits: it is very good on the training images and worse on all others", Notes,
            without.Last(Metrics.Accuracy, Splits.Train).InPercent() - without.Last(Metrics.Accuracy, Splits.Validation).InPercent(), Above(0));
        yield return new("Dropping half of the units lowers the gap between validation and training loss", Notes,
            GapOf(half) / GapOf(without), Below(1));
        yield return new("Dropping half of the units lowers the least validation loss", Tricks,
            half.Least(Metrics.Loss, Splits.Validation) - without.Least(Metrics.Loss, Splits.Validation), Below(0));
        yield return new("p = 0.5, the usual choice, does better than dropping a tenth", Tricks,
            half.Least(Metrics.Loss, Splits.Validation) - results.Of(Rate(0.1)).Least(Metrics.Loss, Splits.Validation), Below(0));
        yield return new("Test error is flat between p = 0.2 and p = 0.5 (keep probability 0.5 to 0.8): within half a point", Srivastava,
            TestAccuracy(results, Rate(0.2)) - TestAccuracy(results, Rate(0.5)), Between(-0.5, 0.5));
        yield return new("Inverted dropout has the same expected activations in training as in testing", Notes, Expectation(results, Rate(0.5)), Near(1, within: 0.01)) { OnAnyData = true };
        yield return new("So has standard dropout, which scales when testing", Notes, Expectation(results, Forms[1]), Near(1, within: 0.01)) { OnAnyData = true };
        yield return new("On the same masks the two agree", Notes, Expectation(results, Rate(0.5)) / Expectation(results, Forms[1]), Near(1, within: 1e-5)) { OnAnyData = true };
        yield return new("With 500 training images dropout gains nothing: less than half a point of test accuracy", Srivastava,
            TestAccuracy(results, Size(500, 0.5)) - TestAccuracy(results, Size(500, 0)), Below(0.5));
        yield return new("With 5,000 training images it gains test accuracy", Srivastava,
            TestAccuracy(results, Rate(0.5)) - TestAccuracy(results, Rate(0)), Above(0));
        yield return new("More training images lower variance: without dropout the gap is smaller with 20,000 than with 500", Tricks,
            GapOf(results.Of(Size(20_000, 0))) / GapOf(results.Of(Size(500, 0))), Below(1));
    }

    private static string[] Forms => [Rate(0.5), "standard, drop 0.5", "DropConnect, drop 0.5"];

    private static IReadOnlyList<(double, string)> ByRate => [.. Rates.Select(rate => (rate, Rate(rate)))];

    // 784-512-512-10, ReLU, the default initialization of torch.nn; what is dropped is the units of both hidden layers.
    private static nn.Module<Tensor, Tensor> Network(double drop) => nn.Sequential(
        nn.Linear(784, 512), nn.ReLU(), nn.Dropout(drop),
        nn.Linear(512, 512), nn.ReLU(), nn.Dropout(drop),
        nn.Linear(512, 10));

    private static nn.Module<Tensor, Tensor> Standard(double drop) => nn.Sequential(
        nn.Linear(784, 512), nn.ReLU(), new StandardDropout(drop),
        nn.Linear(512, 512), nn.ReLU(), new StandardDropout(drop),
        nn.Linear(512, 10));

    // The weights out of both hidden layers are dropped instead.
    private static nn.Module<Tensor, Tensor> DropConnect(double drop) => nn.Sequential(
        nn.Linear(784, 512), nn.ReLU(),
        new DropConnect(nn.Linear(512, 512), drop), nn.ReLU(),
        new DropConnect(nn.Linear(512, 10), drop));

    private static string Rate(double rate) => string.Create(CultureInfo.InvariantCulture, $"drop {rate}");

    private static string Size(int images, double rate) => string.Create(CultureInfo.InvariantCulture, $"{(images == Images ? "" : $"{images:N0} images, ")}{Rate(rate)}");

    private static IReadOnlyList<(double, string)> BySize(double rate) => [.. Sizes.Select(size => ((double)size, Size(size, rate)))];

    // A quick look has fewer images to start with.
    private static Settings WithImages(Settings settings, int images) =>
        settings with { TrainingImages = settings.Quick ? Math.Min(images, 2 * Images) : images, DropoutMasks = 0 };

    // Adam's late epochs jitter, so the last of them are averaged.
    private static Measured Late(VariantMeasures variant, string metric, string split) => variant.From(
        $"{split} {metric}, mean of the last {LastEpochs} epochs", "", metric, split, null, rows => rows.TakeLast(LastEpochs).Average(row => row.Value));

    private static Measured GapOf(VariantMeasures variant) => Late(variant, Metrics.Loss, Splits.Validation) - Late(variant, Metrics.Loss, Splits.Train);

    private static Measured TestAccuracy(ResultTable results, string variant) => Late(results.Of(variant), Metrics.Accuracy, Splits.Test).InPercent();

    // Mean activation in training over that in testing, of the first hidden layer: what later layers make of it is not linear.
    private static Measured Expectation(ResultTable results, string variant) => results.Of(variant).At(Metrics.DropoutExpectedActivation, 0, layer: 1);

    private static IReadOnlyList<double> Gap(ResultTable results, string variant) => [.. GapOf(results.Of(variant)).BySeed.Values];

    private static IReadOnlyList<double> LeastLoss(ResultTable results, string variant) => [.. results.Of(variant).Least(Metrics.Loss, Splits.Validation).BySeed.Values];

    private static IReadOnlyList<double> LastTestError(ResultTable results, string variant) => [.. TestAccuracy(results, variant).BySeed.Values.Select(accuracy => 100 - accuracy)];

    private static IReadOnlyList<double> LastGradient(ResultTable results, string variant, int layer) =>
        [.. results.Of(variant).From("gradient", "", Metrics.WeightGradient, "", layer, rows => Math.Exp(rows.TakeLast(LastEpochs).Average(row => Math.Log(row.Value)))).BySeed.Values];

    private static string ReadLoss(ResultTable results) => InWords.List(
        from rate in Rates
        let last = Statistics.GeometricMean([.. results.Of(Rate(rate)).Last(Metrics.Loss, Splits.Train).BySeed.Values])
        let validation = Statistics.Mean([.. results.Of(Rate(rate)).Last(Metrics.Loss, Splits.Validation).BySeed.Values])
        where last.Count > 0
        select $"{InWords.Number(last.Estimate)} against {InWords.Number(validation.Estimate)} at p {rate.ToString(CultureInfo.InvariantCulture)}") is { Length: > 0 } losses
        ? $"Training against validation loss at the end: {losses}."
        : "";

    private static string ReadGap(ResultTable results) => Compare(results, Gap, values => Statistics.Mean(values), $"Mean of the last {LastEpochs} epochs: the gap is");

    private static string ReadLeast(ResultTable results)
    {
        var least = Rates.Select(rate => (rate, Mean: Statistics.Mean(LeastLoss(results, Rate(rate))))).Where(one => one.Mean.Count > 0).ToList();
        return least.Count == 0 ? "" : least.MinBy(one => one.Mean.Estimate) is var best
            ? string.Create(CultureInfo.InvariantCulture, $"Least at p {best.rate}: {InWords.Mean(best.Mean)}; without dropout {InWords.Mean(least[0].Mean)}. Brackets and bands are 95 % intervals.")
            : "";
    }

    private static string ReadSizes(ResultTable results) => InWords.List(
        from size in Sizes
        let gain = Statistics.Mean([.. (TestAccuracy(results, Size(size, 0.5)) - TestAccuracy(results, Size(size, 0))).BySeed.Values])
        where gain.Count > 0
        select string.Create(CultureInfo.InvariantCulture, $"{gain.Estimate:+0.00;−0.00} points with {size:N0} images")) is { Length: > 0 } gains
        ? $"What dropping half of the units adds to the test accuracy, paired by seed: {gains}."
        : "";

    private static string ReadForms(ResultTable results) => InWords.List(
        from form in Forms
        let least = Statistics.Mean(LeastLoss(results, form))
        where least.Count > 0
        select $"{InWords.Mean(least)} {(form == Rate(0.5) ? "inverted" : form.Split(',')[0])}") is { Length: > 0 } forms
        ? $"Least validation loss with p 0.5: {forms}. Inverted dropout scales in training, standard dropout in testing; DropConnect drops weights."
        : "";

    private static string ReadGradients(ResultTable results) => Compare(results, (table, variant) => LastGradient(table, variant, 1), values => Statistics.GeometricMean(values), "In the first layer the norm is");

    private static string Compare(ResultTable results, Func<ResultTable, string, IReadOnlyList<double>> measure, Func<IReadOnlyList<double>, Interval> mean, string what)
    {
        var (without, half) = (mean(measure(results, Rate(0))), mean(measure(results, Rate(0.5))));
        return without.Count == 0 || half.Count == 0 ? "" : $"{what} {InWords.Mean(without)} without dropout and {InWords.Mean(half)} with p 0.5.";
    }
}
