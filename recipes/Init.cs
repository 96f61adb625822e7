using System.Globalization;
using Experiments.Charts;
using Experiments.Claims;
using Experiments.Models;
using Experiments.Results;
using Experiments.Running;
using Experiments.Training;
using TorchSharp;
using static Experiments.Claims.Expected;
using static TorchSharp.torch;

namespace Experiments.Recipes;

/// <summary>The settings of <see cref="Init"/>.</summary>
public sealed record InitSettings : Settings
{
    /// <summary>A factor of the variance of all weights.</summary>
    [Meaning("factor of the variance of all initial weights: one more hyperparameter", Above = 0)]
    public double Gain { get; init; } = 1;

    /// <summary>Epochs of the networks with 30 hidden layers: enough to tell slow from stalled.</summary>
    [Meaning("passes through the training images for the networks with 30 hidden layers", AtLeast = 1)]
    public int DeepEpochs { get; init; } = 10;
}

/// <summary>Initialization: where signals and gradients vanish or explode before training, nothing is learned.</summary>
public sealed class Init : Recipe
{
    private const int Hidden = 10;
    private const int DeepHidden = 30;
    private const int LinearLayers = 30;
    private const double AtChance = 20; // per cent; guessing gets 10
    private const string Deep = "30 layers";
    private const string Norm = "signal.norm";

    // In this order they have their colours. The same rule on all layers; biases 0.
    private static readonly (string Label, Initializer Weights)[] Rules =
    [
        ("zeros", Initializer.Zeros), ("N(0,1)", Initializer.StandardNormal), ("N(0,0.01²)", Initializer.Normal(0.01)),
        ("LeCun", Initializer.LeCunNormal), ("Glorot", Initializer.GlorotNormal), ("He", Initializer.HeNormal),
    ];

    private static readonly Activation[] Activations = [Activation.Tanh, Activation.Relu];
    private static readonly string[] Telling = ["tanh N(0,0.01²)", "tanh LeCun", "ReLU N(0,1)", "ReLU LeCun", "ReLU He"]; // read out under the charts
    private static readonly string[] Drawn = ["tanh N(0,1)", "tanh N(0,0.01²)", "tanh LeCun", "tanh He"]; // as histograms
    private static readonly double[] Factors = [0.5, 0.9, 1, 1.1, 1.5];

    private static readonly Source Ng = new("A. Ng, deep learning course 2", "1.11");
    private static readonly Source Notes = new("Course notes on improving a network", "vanishing and exploding");
    private static readonly Source HeEtAl = new("He et al. 2015, Delving Deep into Rectifiers", "sec. 2.2");

    public override string Question => "Which initialization lets a deep network train?";

    public override Source Source => Ng;

    public override Settings Defaults => new InitSettings
    {
        Epochs = 3, BatchSize = 128, Optimizer = new Sgd(LearningRate: 0.01, Momentum: 0.9), Activations = true, HistogramBins = 40,
    };

    public override Settings QuickLook => (InitSettings)base.QuickLook with { DeepEpochs = 2 };

    // The initial weights vary; then the same rules in networks three times as deep; then a signal's way through linear layers, without training.
    public override IEnumerable<Variant> Variants(Settings settings)
    {
        var own = (InitSettings)settings;
        return
        [
            .. from activation in Activations
               from rule in Rules
               select new Variant($"{activation} {rule.Label}", Model.Of(Network, Hidden, 100, activation, rule.Weights with { Gain = own.Gain }), own),
            .. from rule in Rules.TakeLast(3)
               select new Variant($"{Deep} {rule.Label}", Model.Of(Network, DeepHidden, 64, Activation.Relu, rule.Weights with { Gain = own.Gain }), own with { Epochs = own.DeepEpochs, HistogramBins = 0 }),
            .. from factor in Factors
               select new Variant(Linear(factor), new Computation(Invariant($"norm of W[L]...W[1] x over that of x, W = {factor} I of 100 x 100, L to {LinearLayers}"), (seed, _) => Signal(seed, factor)), own),
        ];
    }

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new LayerLines("activations", "How large are activations before training, layer by layer?", Metrics.ActivationDeviation, "standard deviation of activations")
        {
            Groups = Groups, Reading = ReadActivations,
        },
        new LayerLines("gradients", "How large are gradients before training, layer by layer?", Metrics.WeightGradient, "‖∂C/∂W‖")
        {
            Groups = Groups, LayerLabel = "layer, the output last", Reading = ReadGradients,
        },
        new LayerHistograms("histograms", "What do activations look like before training where it works, and where it does not?", Histogram, [1, 4, 7, 10], "activation")
        {
            Variants = Drawn, Range = (-1, 1), Reading = ReadHistograms,
        },
        new LearningCurves("accuracy", "Which initialization lets a network with 10 hidden layers train?", Metrics.Accuracy, Splits.Validation)
        {
            Groups = [.. Groups.Take(2)], Closer = (90, 98), Reading = ReadAccuracy,
        },
        new LearningCurves("thirty-layers", "Which initialization lets a network with 30 hidden layers of ReLU train?", Metrics.Accuracy, Splits.Validation)
        {
            Groups = [.. Groups[2].Members.Select(member => new VariantGroup(member.Label, [member]))], LabelOrder = [.. Rules.Select(rule => rule.Label)],
            EachSeed = true, Reading = ReadDeep,
        },
        new LayerLines("linear", "How does a signal fare in a deep network of linear layers?", Norm, "‖W[L]…W[1] x‖ / ‖x‖")
        {
            Groups = [new("", [.. Factors.Select(factor => new LabelledVariant(Linear(factor)["linear, ".Length..], Linear(factor)))])], LayerLabel = "number of layers, L",
            Published = Factors.ToDictionary(Linear, ClosedForm), PublishedLabel = "closed form, the factor to the power of L", Reading = ReadLinear,
        },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results)
    {
        yield return new("Weights slightly above the identity make the signal explode, as 1.5^L", Notes,
            results.Of(Linear(1.5)).At(Norm, 0, layer: LinearLayers).Each("×", norm => norm / Math.Pow(1.5, LinearLayers)).Exactly(), Near(1, within: 1e-4))
        { OnAnyData = true };
        yield return new("Weights slightly below the identity make it vanish, as 0.5^L", Notes,
            results.Of(Linear(0.5)).At(Norm, 0, layer: LinearLayers).Each("×", norm => norm / Math.Pow(0.5, LinearLayers)).Exactly(), Near(1, within: 1e-4))
        { OnAnyData = true };
        yield return new("The more inputs, the smaller each weight must be: with N(0,1) and 100 inputs most tanh units are saturated", Ng,
            results.Of("tanh N(0,1)").At(Metrics.ActivationSaturated, 0, layer: Hidden).InPercent(), Above(50));
        yield return new("With tanh, var(w) = 1/n_in neither lets activations vanish nor explode: from one layer to the next their deviation changes by less than a tenth", Ng,
            results.Of("tanh LeCun").RatioPerLayer(Metrics.ActivationDeviation, 1, Hidden, 0), Between(0.9, 1.1));
        yield return new("With tanh, var(w) = 1/n_in is the choice: it trains better than 2/n_in", Ng,
            Final(results, "tanh LeCun") - Final(results, "tanh He"), Above(0));
        yield return new("With ReLU, var(w) = 2/n_in works better than 1/n_in", Ng, Final(results, "ReLU He") - Final(results, "ReLU LeCun"), Above(0));
        yield return new("A good initialization speeds training up: after one epoch He is ahead of N(0,0.01²) by more than 50 points", Ng,
            results.Of("ReLU He").At(Metrics.Accuracy, 1, Splits.Validation).InPercent() - results.Of("ReLU N(0,0.01²)").At(Metrics.Accuracy, 1, Splits.Validation).InPercent(), Above(50));
        yield return new("A multiplier on the variance is of low priority: twice the variance (He over LeCun, ReLU) gains less than one point", Ng,
            Final(results, "ReLU He") - Final(results, "ReLU LeCun"), Below(1));
        yield return new("With ReLU and var(w) = 1/n_in the signal's deviation shrinks by √½ per layer", HeEtAl,
            results.Of("ReLU LeCun").RatioPerLayer(Metrics.ActivationDeviation, 1, Hidden, 0), Near(Math.Sqrt(0.5), within: 0.03));
        yield return new("With ReLU and var(w) = 2/n_in it keeps its size", HeEtAl,
            results.Of("ReLU He").RatioPerLayer(Metrics.ActivationDeviation, 1, Hidden, 0), Near(1, within: 0.05));
        yield return new("With 30 layers of ReLU, var(w) = 1/n_in stalls completely", HeEtAl, BestOf(results, $"{Deep} LeCun"), Below(20));
        yield return new("With 30 layers of ReLU, Glorot's variance stalls completely", HeEtAl, BestOf(results, $"{Deep} Glorot"), Below(20));
        yield return new("With 30 layers of ReLU, var(w) = 2/n_in trains", HeEtAl, BestOf(results, $"{Deep} He"), Above(90));
    }

    private static IReadOnlyList<VariantGroup> Groups =>
    [
        .. from activation in Activations
           select new VariantGroup($"{activation}, 10 hidden layers of 100", [.. Rules.Select(rule => new LabelledVariant(rule.Label, $"{activation} {rule.Label}"))]),
        new("ReLU, 30 hidden layers of 64", [.. Rules.TakeLast(3).Select(rule => new LabelledVariant(rule.Label, $"{Deep} {rule.Label}"))]),
    ];

    // 784 pixels, hidden layers of one width, 10 logits; biases 0.
    private static nn.Module<Tensor, Tensor> Network(int hidden, int units, Activation activation, Initializer weights)
    {
        var network = nn.Sequential();
        for (var layer = 1; layer <= hidden; layer++)
        {
            network.append(nn.Linear(layer == 1 ? 784 : units, units).Start(weights)).append(activation.Module());
        }

        return network.append(nn.Linear(units, 10).Start(weights));
    }

    private static string Linear(double factor) => Invariant($"linear, W = {(factor == 1 ? "" : $"{factor.ToString(CultureInfo.InvariantCulture)} ")}I");

    // The norms of W[1] x, W[2] W[1] x and so on over that of x, which is drawn from the seed.
    private static IEnumerable<Measurement> Signal(RandomStreams seed, double factor)
    {
        const int Units = 100;
        using var generator = seed.Generator("signal");
        using var weights = torch.eye(Units).mul(factor);
        var signal = torch.randn([Units, 1], generator: generator);
        var start = Size(signal);
        for (var layer = 1; layer <= LinearLayers; layer++)
        {
            signal = weights.mm(signal);
            yield return new(0, 0, "", Norm, layer, Size(signal) / start);
        }

        static double Size(torch.Tensor values) => values.to(torch.ScalarType.Float64).pow(2).sum().sqrt().item<double>();
    }

    private static IReadOnlyList<double> ClosedForm(double factor) => [.. Enumerable.Range(1, LinearLayers).Select(layers => Math.Pow(factor, layers))];

    // The mean over seeds of each bin's share; tanh has the same bins in every seed.
    private static IReadOnlyList<HistogramBin> Histogram(ResultTable results, string variant, int layer)
    {
        var (low, high) = (Mean(results, variant, Metrics.HistogramLow, layer), Mean(results, variant, Metrics.HistogramHigh, layer));
        var shares = Enumerable.Range(1, int.MaxValue).Select(bin => Mean(results, variant, Metrics.HistogramBin(bin), layer)).TakeWhile(double.IsFinite).ToList();
        var width = (high - low) / shares.Count;
        return [.. shares.Select((share, bin) => new HistogramBin(low + (bin * width), low + ((bin + 1) * width), share))];
    }

    private static double Mean(ResultTable results, string variant, string metric, int layer) => Statistics.Mean(results.Curve(variant, metric, layer: layer).At(0)).Estimate;

    private static Measured Final(ResultTable results, string variant) => results.Of(variant).Last(Metrics.Accuracy, Splits.Validation).InPercent();

    private static Measured BestOf(ResultTable results, string variant) => results.Of(variant).Greatest(Metrics.Accuracy, Splits.Validation).InPercent();

    private static string ReadActivations(ResultTable results) => Read(results, Metrics.ActivationDeviation, "From the first hidden layer to the last the deviation goes", Hidden);

    private static string ReadGradients(ResultTable results) => Read(results, Metrics.WeightGradient, "From the second layer to the last hidden one the norm goes", Hidden, first: 2);

    private static string Read(ResultTable results, string metric, string what, int last, int first = 1)
    {
        var ways =
            from variant in Telling
            let start = Statistics.GeometricMean(results.Curve(variant, metric, layer: first).At(0))
            let end = Statistics.GeometricMean(results.Curve(variant, metric, layer: last).At(0))
            where start.Count > 0
            select $"{InWords.Number(start.Estimate)} → {InWords.Number(end.Estimate)} ({variant})";
        return ways.Any() ? $"{what} {InWords.List(ways)}. Geometric means over seeds." : "";
    }

    private static string ReadHistograms(ResultTable results)
    {
        var saturated =
            from variant in Drawn.Except(["tanh N(0,0.01²)"])
            let share = Statistics.Mean(results.Curve(variant, Metrics.ActivationSaturated, layer: Hidden).At(0))
            where share.Count > 0
            select Invariant($"{100 * share.Estimate:F1} % with {variant}");
        return saturated.Any() ? $"Saturated, beyond ±0.99, in the last hidden layer: {InWords.List(saturated)}. Shares of all units and images, means over seeds." : "";
    }

    // Best first; those that learned nothing are named together.
    private static string ReadAccuracy(ResultTable results) => string.Join(" ",
        from activation in Activations
        let ends = (from rule in Rules
                    let variant = $"{activation} {rule.Label}"
                    let mean = Statistics.Mean([.. Final(results, variant).BySeed.Values])
                    where mean.Count > 0
                    orderby mean.Estimate descending
                    select (rule.Label, mean.Estimate, Diverged: Divergence.Of(results, variant).Count)).ToList()
        let trained = ends.Where(one => one.Diverged == 0 && one.Estimate >= AtChance).Select(one => Invariant($"{one.Label} {one.Estimate:F2} %"))
        let not = ends.Where(one => one.Diverged == 0 && one.Estimate < AtChance).Select(one => one.Label)
        let diverged = ends.Where(one => one.Diverged > 0).Select(one => $"{one.Label} diverges in {one.Diverged} of {results.Seeds.Count} seeds")
        where ends.Count > 0
        select $"{activation}: {string.Join("; ", new[] { InWords.List(trained), not.Any() ? $"{InWords.List(not)} below {AtChance} %" : "", InWords.List(diverged) }.Where(part => part.Length > 0))}.");

    private static string ReadDeep(ResultTable results) => string.Join(" ",
        from label in Groups[2].Members
        let first = Statistics.Mean([.. results.Of(label.Variant).At(Metrics.Accuracy, 1, Splits.Validation).InPercent().BySeed.Values])
        let best = Statistics.Mean([.. BestOf(results, label.Variant).BySeed.Values])
        where first.Count > 0
        select Invariant($"{label.Label}: {first.Estimate:F1} % after the first epoch, {best.Estimate:F1} % at best.")) is { Length: > 0 } text ? text + " Means over seeds." : "";

    private static string ReadLinear(ResultTable results)
    {
        var norms =
            from factor in Factors
            let norm = Statistics.Mean(results.Curve(Linear(factor), Norm, layer: LinearLayers).At(0))
            where norm.Count > 0
            select $"{InWords.Number(norm.Estimate)} with {Linear(factor)["linear, ".Length..].Replace(' ', '\u00A0')}";
        return norms.Any() ? $"After {LinearLayers} layers the norm is {InWords.List(norms)} times that of x." : "";
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
