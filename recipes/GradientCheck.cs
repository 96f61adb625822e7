using System.Globalization;
using Experiments.Running;
using TorchSharp;

namespace Experiments.Recipes;

/// <summary>The settings of <see cref="GradientCheck"/>.</summary>
public sealed record GradientCheckSettings : Settings
{
    /// <summary>ε, how far a parameter is moved.</summary>
    [Meaning("ε, how far a parameter is moved to either side", Above = 0)]
    public double Epsilon { get; init; } = 1e-5;
}

/// <summary>The gradients that everything else is trained with, against nothing but values of the cost. No images are needed: inputs are random.</summary>
public sealed class GradientCheck : Recipe<GradientCheckSettings>
{
    private const double Bound = 1e-7; // the textbook's, for ‖a − n‖ / (‖a‖ + ‖n‖)
    private const string Cube = "θ³ at θ = 1";

    // Metrics. A sweep numbers its steps where a training has epochs.
    private const string ByAutograd = "error.two-sided"; // autograd's against the two-sided quotient
    private const string OneSided = "error.one-sided"; // autograd's against the one-sided quotient
    private const string Fused = "error.fused"; // the fused trainer's, in single precision, against autograd's
    private const string Single = "error.single-precision"; // libtorch's in single precision, against double precision
    private const string Checked = "parameters.checked";
    private const string Skipped = "parameters.skipped"; // a ReLU passes its kink between θ − ε and θ + ε
    private const string Epsilon = "epsilon";

    // Four steps a decade from 0.1 down to 10⁻¹². The textbook's 0.01 is number 4; errors are so large above it that they do not follow their laws yet.
    private const int Textbook = 4;
    private static readonly double[] Steps = [.. Enumerable.Range(0, 45).Select(number => Math.Pow(10, -1 - (number / 4.0)))];

    public override string Question => "Is the gradient right?";
    public override Source Source => new("A. Ng, Deep Learning", "course 2, 1.12 to 1.14");
    public override GradientCheckSettings Defaults => new();

    // Every kind of layer, activation, loss, penalty and dropout that the engine has, in networks of a few units; then sweeps of ε; then what
    // recipes use in single precision: libtorch has kernels of its own for each processor, and they may be wrong.
    public override IEnumerable<Variant> Variants(GradientCheckSettings settings) =>
    [
        .. from check in Combinations
           let computation = new Computation(Describe(check.Check), (seed, _) => Rows(0, settings.Epsilon, check.Check.Of(seed.Seed, settings.Epsilon)))
           select new Variant(computation, settings) { ["combination"] = check.Name },
        new(new Computation("quotients of θ³ for 45 steps", (_, _) => Steps.SelectMany(CubeRows)), settings) { ["sweep"] = Cube },
        .. from activation in Swept
           let computation = new Computation($"{Describe(Check(activation))}, 45 steps", (seed, cancellation) => Sweep(Check(activation), seed.Seed, cancellation))
           select new Variant(computation, settings) { ["sweep"] = NameOf(activation) },
        .. from usual in UsualModels.All
           let computation = new Computation($"single against double precision: {usual.Model.Description}", (seed, _) => [Row(0, Single, Check(usual.Model, seed))])
           select new Variant(computation, settings) { ["layers of libtorch"] = usual.Layers },
    ];

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new DotPlot("relative-errors", "Is the gradient right?", "relative error ‖a − n‖ / (‖a‖ + ‖n‖)",
            ("autograd, two-sided", variant => variant.Metric(ByAutograd).At(0)), ("autograd, one-sided", variant => variant.Metric(OneSided).At(0)))
            { Lines = "combination", LogScale = true, Bound = (Bound, "right: below 10⁻⁷"), Remark = SkippedOf },
        new DotPlot("single-precision", "Are gradients right in single precision, on this machine?", "relative error",
            ("fused trainer, against autograd", variant => variant.Metric(Fused).At(0)),
            ("libtorch, against itself in double precision", variant => variant.Metric(Single).At(0)))
            { Lines = "combination, layers of libtorch", LogScale = true, Bound = (1e-5, "right: below 10⁻⁵") },
        new ConvergencePlot("error-against-step", "How small should ε be?", Epsilon, "ε", "relative error", (ByAutograd, "two-sided"), (OneSided, "one-sided"))
            { Panels = "sweep", GreatestFittedStep = Steps[Textbook], Bound = (Bound, "right: below 10⁻⁷") },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results) =>
    [
        new("The gradient that autograd finds is right, in every combination: relative error below 10⁻⁷", Source,
            Greatest(results, ByAutograd, Combinations.Select(check => check.Name)), AlwaysBelow(Bound)) { OnAnyData = true },
        new("The fused trainer's gradient, in single precision, is autograd's, in every combination that it knows: relative error below 10⁻⁵", Source,
            Greatest(results, Fused, FusedNames), AlwaysBelow(1e-5)) { OnAnyData = true },
        new("The two-sided quotient of θ³ at 1 with ε = 0.01 is 3.0001, off by 0.0001", Source,
            OffThree(results, "quotient.two-sided"), Near(0.0001, within: 1e-8)) { OnAnyData = true }, // cells carry nine digits
        new("The one-sided quotient of θ³ at 1 with ε = 0.01 is 3.0301, off by 0.0301", Source,
            OffThree(results, "quotient.one-sided"), Near(0.0301, within: 1e-8)) { OnAnyData = true },
        .. from activation in Swept.Select(NameOf) select new Claim(
            $"The error of the two-sided quotient is O(ε²): slope 2 ({activation})", Source,
            Slope(results, activation, ByAutograd), Near(2, within: 0.05)) { OnAnyData = true },
        .. from activation in Swept.Select(NameOf) select new Claim(
            $"The error of the one-sided quotient is O(ε): slope 1 ({activation})", Source,
            Slope(results, activation, OneSided), Near(1, within: 0.05)) { OnAnyData = true },
    ];

    private static IReadOnlyList<(string Name, NumericalCheck Check)> Combinations { get; } =
    [
        .. from activation in new[] { Activation.Sigmoid, Activation.Tanh, Activation.Relu, Activation.Identity }
           from loss in Loss.All
           from penalty in new[] { Penalty.None, new L2(0.1) }
           select ($"{activation}, {loss}{(penalty == Penalty.None ? "" : ", L2")}", Check(activation) with { Loss = loss, Penalty = penalty }),
        .. from activation in Swept
           from form in new[] { "inverted dropout", "standard dropout", "DropConnect" }
           select ($"{activation}, {form}, drop rate 0.5", Check(Model.Of(Network, Small, activation, form))),
        ("tanh, 5 hidden layers", Check(Model.Of(Network, new[] { 5, 4, 4, 4, 4, 4, 3 }, Activation.Tanh, ""))),
        ("no hidden layer", Check(Model.Of(Network, new[] { 5, 3 }, Activation.Identity, ""))),
        ("convolution", Check(Model.Of(Convolution)) with { Inputs = 16 }),
    ];

    private static int[] Small => [5, 6, 4, 3]; // inputs, hidden units, classes
    private static Activation[] Swept => [Activation.Tanh, Activation.Relu];

    // DropConnect and convolutions are trained by autograd alone.
    private static IEnumerable<string> FusedNames =>
        Combinations.Select(check => check.Name).Where(name => !name.Contains("DropConnect", StringComparison.Ordinal) && name != "convolution");

    private static string NameOf(Activation swept) => swept.HasKink ? $"{swept} network, kinks left out" : $"{swept} network";

    private static NumericalCheck Check(Activation activation) => Check(Model.Of(Network, Small, activation, ""));

    private static NumericalCheck Check(Model model) => new(model, Loss.SoftmaxCrossEntropy, Penalty.None, Inputs: 5, Classes: 3);

    // Hidden layers with an activation and, if it says so, some form of dropout at rate 0.5.
    private static nn.Module<Tensor, Tensor> Network(int[] sizes, Activation activation, string dropout)
    {
        var network = nn.Sequential();
        for (var layer = 1; layer < sizes.Length; layer++)
        {
            var linear = nn.Linear(sizes[layer - 1], sizes[layer]).Start(Initializer.LeCunNormal, Initializer.StandardNormal);
            network.append(dropout == "DropConnect" && layer > 1 ? new DropConnect(linear, 0.5) : linear);
            if (layer < sizes.Length - 1)
            {
                network.append(activation.Module());
                network.append(dropout == "inverted dropout" ? nn.Dropout(0.5) : dropout == "standard dropout" ? new StandardDropout(0.5) : nn.Identity());
            }
        }

        return network;
    }

    private static nn.Module<Tensor, Tensor> Convolution() =>
        nn.Sequential(nn.Unflatten(1, [1, 4, 4]), nn.Conv2d(1, 2, 3), nn.Tanh(), nn.Flatten(), nn.Linear(8, 3));

    private static double Check(Model model, RandomStreams seed) =>
        ModelCheck.Of(model, Loss.SoftmaxCrossEntropy, UsualModels.Images, seed.Seed).GradientError;

    private static string Describe(NumericalCheck check) => string.Create(CultureInfo.InvariantCulture,
        $"gradient check of {check.Model.Description}; {check.Loss}; penalty {check.Penalty.Name} {check.Penalty.WeightDecay}; {check.Images} random images");

    private static IEnumerable<Measurement> Sweep(NumericalCheck check, int seed, CancellationToken cancellation) => Steps.SelectMany((step, number) =>
    {
        cancellation.ThrowIfCancellationRequested();
        return Rows(number, step, check.Of(seed, step));
    });

    private static Measurement[] Rows(int number, double epsilon, GradientErrors found) =>
    [
        Row(number, Epsilon, epsilon), Row(number, ByAutograd, found.Autograd), Row(number, OneSided, found.OneSided),
        .. double.IsNaN(found.Fused) ? Array.Empty<Measurement>() : [Row(number, Fused, found.Fused)],
        Row(number, Checked, found.Checked), Row(number, Skipped, found.Skipped),
    ];

    private static Measurement[] CubeRows(double step, int number)
    {
        var (right, left) = ((1 + step) * (1 + step) * (1 + step), (1 - step) * (1 - step) * (1 - step));
        var (twoSided, oneSided) = (DifferenceQuotient.TwoSided(right, left, step), DifferenceQuotient.OneSided(right, 1, step));
        return
        [
            Row(number, Epsilon, step), Row(number, "quotient.two-sided", twoSided), Row(number, "quotient.one-sided", oneSided),
            Row(number, ByAutograd, DifferenceQuotient.RelativeError([3], [twoSided])), Row(number, OneSided, DifferenceQuotient.RelativeError([3], [oneSided])),
        ];
    }

    private static Measurement Row(int number, string metric, double value) => new(number, 0, "", metric, null, value);

    // In every seed the worst of all combinations.
    private static SeedValues Greatest(ResultTable results, string metric, IEnumerable<string> names) => SeedValues.MaxOf(
        $"{metric}, the greatest of all combinations", [.. names.Select(name => results[name].Metric(metric).At(0))]).OnLogScale();

    private static SeedValues OffThree(ResultTable results, string metric) =>
        results[Cube].Metric(metric).At(Textbook).Each("", quotient => quotient - 3).Named($"{metric} minus 3 at ε = 0.01 ({Cube})").Exactly();

    private static SeedValues Slope(ResultTable results, string variant, string metric)
    {
        var (steps, errors) = (results.Curve(variant, Epsilon), results.Curve(variant, metric));
        var slopes = steps.Values.Zip(errors.Values, (x, y) => PowerLaw.FitBeforeRounding([.. x.Zip(y)], Steps[Textbook]).Exponent);
        return new($"slope of {metric} on log axes ({variant})", "", errors.Seeds.Zip(slopes).ToDictionary(), [variant]);
    }

    private static string SkippedOf(VariantResults variant)
    {
        var (skipped, all) = (Count(Skipped), Count(Skipped) + Count(Checked));
        return skipped == 0 ? "" : $"{skipped} of {all} left out";

        double Count(string metric) => variant.Metric(metric).At(0).Values.Sum();
    }
}
