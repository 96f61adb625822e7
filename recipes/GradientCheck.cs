using Experiments.Running;
using static Experiments.Running.GradientComputation;

namespace Experiments.Recipes;

/// <summary>The settings of <see cref="GradientCheck"/>.</summary>
public sealed record GradientCheckSettings : Settings
{
    /// <summary>ε, how far a parameter is moved.</summary>
    [Meaning("ε, how far a parameter is moved to either side", Above = 0)]
    public double Epsilon { get; init; } = 1e-5;
}

/// <summary>The gradients that everything else is trained with, against nothing but values of the cost. Inputs are random.</summary>
public sealed class GradientCheck : Recipe<GradientCheckSettings>
{
    private const double Bound = 1e-7; // the textbook's, for ‖a − n‖ / (‖a‖ + ‖n‖)
    private const string Single = "error.single-precision"; // libtorch's gradient in single precision, against double precision
    private const string Cube = "θ³ at θ = 1";

    // Four steps a decade from 0.1 down to 10⁻¹². The textbook's 0.01 is number 4; above it errors do not follow their laws yet.
    private const int Textbook = 4;
    private static readonly double[] Steps = [.. Enumerable.Range(0, 45).Select(number => Math.Pow(10, -1 - (number / 4.0)))];

    public override string Question => "Is the gradient right?";
    public override Source Source => Sources.Ng("1.12 to 1.14");
    public override GradientCheckSettings Defaults => new();

    // Every kind of layer, activation, loss, penalty and dropout that the engine has, in networks of a few units; then sweeps of ε; then
    // usual layers in single precision: libtorch has kernels of its own for each processor, and they may be wrong.
    public override IEnumerable<Variant> Variants(GradientCheckSettings settings)
    {
        var others = Defaults with { Quick = settings.Quick }; // nothing is trained, so no other setting has an effect
        var step = others with { Epsilon = settings.Epsilon };
        return
        [
            .. from check in Combinations select new Variant(Of(check.Check, settings.Epsilon), step) { ["combination"] = check.Name },
            new(new Computation("quotients of θ³ for 45 steps", (_, _) => Steps.SelectMany(CubeRows)), others) { ["sweep"] = Cube },
            .. from swept in Swept select new Variant(Sweep(Check(swept), Steps), others) { ["sweep"] = NameOf(swept) },
            .. from usual in UsualModels.All select new Variant(InSinglePrecision(usual.Model), others) { ["libtorch"] = usual.Layers },
        ];
    }

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new DotPlot("relative-errors", "Is the gradient right?", "relative error ‖a − n‖ / (‖a‖ + ‖n‖)",
            ("two-sided quotient", variant => variant.Metric(TwoSided).At(0)), ("one-sided", variant => variant.Metric(OneSided).At(0)))
            { Lines = "combination", LogScale = true, Bound = (Bound, "right: below 10⁻⁷"), Remark = SkippedOf },
        new DotPlot("single-precision", "Are gradients right in single precision, on this machine?", "relative error",
            ("fused trainer, against autograd", variant => variant.Metric(Fused).At(0)),
            ("libtorch, against itself in double precision", variant => variant.Metric(Single).At(0)))
            { Lines = "combination, libtorch", LogScale = true, Bound = (1e-5, "right: below 10⁻⁵") },
        new ConvergencePlot("error-against-step", "How small should ε be?", Epsilon, "ε", "relative error",
            (TwoSided, "two-sided"), (OneSided, "one-sided"))
            { Panels = "sweep", GreatestFittedStep = Steps[Textbook], Bound = (Bound, "right: below 10⁻⁷") },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results) =>
    [
        new("The gradient that autograd finds is right, in every combination: relative error below 10⁻⁷", Source,
            Greatest(results, TwoSided, Combinations.Select(check => check.Name)), AlwaysBelow(Bound)) { OnAnyData = true },
        new("The fused trainer's gradient, in single precision, is autograd's wherever it knows the model: error below 10⁻⁵", Source,
            Greatest(results, Fused, FusedNames), AlwaysBelow(1e-5)) { OnAnyData = true },
        new("The two-sided quotient of θ³ at 1 with ε = 0.01 is 3.0001, off by 0.0001", Source,
            OffThree(results, "quotient.two-sided"), Near(0.0001, within: 1e-8)) { OnAnyData = true }, // cells carry nine digits
        new("The one-sided quotient of θ³ at 1 with ε = 0.01 is 3.0301, off by 0.0301", Source,
            OffThree(results, "quotient.one-sided"), Near(0.0301, within: 1e-8)) { OnAnyData = true },
        .. from variant in Swept.Select(swept => results[NameOf(swept)]) select new Claim(
            $"The error of the two-sided quotient is O(ε²): slope 2 ({variant.Name})", Source,
            variant.Slope(TwoSided, Epsilon, Steps[Textbook]), Near(2, within: 0.05)) { OnAnyData = true },
        .. from variant in Swept.Select(swept => results[NameOf(swept)]) select new Claim(
            $"The error of the one-sided quotient is O(ε): slope 1 ({variant.Name})", Source,
            variant.Slope(OneSided, Epsilon, Steps[Textbook]), Near(1, within: 0.05)) { OnAnyData = true },
    ];

    private static IReadOnlyList<(string Name, NumericalCheck Check, bool IsFused)> Combinations { get; } =
    [
        .. from activation in new[] { Activation.Sigmoid, Activation.Tanh, Activation.Relu, Activation.Identity }
           from loss in new[] { Loss.CrossEntropyPerUnit, Loss.SoftmaxCrossEntropy }
           from penalty in new[] { Penalty.None, new L2(0.1) }
           let name = $"{activation}, {loss}{(penalty == Penalty.None ? "" : ", L2")}"
           select (name, Check(activation) with { Loss = loss, Penalty = penalty }, true),
        .. from activation in Swept
           from form in new[] { "inverted dropout", "standard dropout", "DropConnect" }
           select ($"{activation}, {form}, drop rate 0.5", Check(Model.Of(Network, Small, activation, form)), form != "DropConnect"),
        ("tanh, 5 hidden layers", Check(Model.Of(Network, new[] { 5, 4, 4, 4, 4, 4, 3 }, Activation.Tanh, "")), true),
        ("no hidden layer", Check(Model.Of(Network, new[] { 5, 3 }, Activation.Identity, "")), true),
        ("convolution", Check(Model.Of(Convolution)) with { Inputs = 16 }, false),
    ];

    private static int[] Small => [5, 6, 4, 3]; // inputs, hidden units, classes
    private static Activation[] Swept => [Activation.Tanh, Activation.Relu];

    // DropConnect and convolutions are trained by autograd alone.
    private static IEnumerable<string> FusedNames => Combinations.Where(check => check.IsFused).Select(check => check.Name);

    private static string NameOf(Activation swept) => swept.HasKink ? $"{swept} network, kinks left out" : $"{swept} network";
    private static NumericalCheck Check(Activation activation) => Check(Model.Of(Network, Small, activation, ""));
    private static NumericalCheck Check(Model model) => new(model, Loss.SoftmaxCrossEntropy, Penalty.None, Inputs: 5, Classes: 3);

    // Hidden layers with an activation and, if it says so, some form of dropout at rate 0.5.
    private static Module<Tensor, Tensor> Network(int[] sizes, Activation activation, string dropout)
    {
        var network = Sequential();
        for (var layer = 1; layer < sizes.Length; layer++)
        {
            var linear = Linear(sizes[layer - 1], sizes[layer]).Start(Initializer.LeCunNormal, Initializer.StandardNormal);
            network.append(dropout == "DropConnect" && layer > 1 ? new DropConnect(linear, 0.5) : linear);
            if (layer < sizes.Length - 1)
            {
                network.append(activation.Module()).append(dropout switch
                { "inverted dropout" => Dropout(0.5), "standard dropout" => new StandardDropout(0.5), _ => Identity() });
            }
        }

        return network;
    }

    private static Module<Tensor, Tensor> Convolution() =>
        Sequential(Unflatten(1, [1, 4, 4]), Conv2d(1, 2, 3), Tanh(), Flatten(), Linear(8, 3));

    private static Computation InSinglePrecision(Model model) => new(
        $"single against double precision: {model.Description}",
        (seed, _) => [Row(0, Single, ModelCheck.Of(model, Loss.SoftmaxCrossEntropy, UsualModels.Images, seed.Seed).GradientError)]);

    private static Measurement[] CubeRows(double step, int number)
    {
        var (right, left) = ((1 + step) * (1 + step) * (1 + step), (1 - step) * (1 - step) * (1 - step));
        var (twoSided, oneSided) = (DifferenceQuotient.TwoSided(right, left, step), DifferenceQuotient.OneSided(right, 1, step));
        return
        [
            Row(number, Epsilon, step), Row(number, "quotient.two-sided", twoSided), Row(number, "quotient.one-sided", oneSided),
            Row(number, TwoSided, DifferenceQuotient.RelativeError([3], [twoSided])),
            Row(number, OneSided, DifferenceQuotient.RelativeError([3], [oneSided])),
        ];
    }

    // In every seed the worst of all combinations.
    private static SeedValues Greatest(ResultTable results, string metric, IEnumerable<string> names) => SeedValues.MaxOf(
        $"{metric}, the greatest of all combinations", [.. names.Select(name => results[name].Metric(metric).At(0))]).OnLogScale();

    private static SeedValues OffThree(ResultTable results, string metric) => results[Cube].Metric(metric).At(Textbook)
        .Each("", quotient => quotient - 3).Named($"{metric} minus 3 at ε = 0.01 ({Cube})").Exactly();

    private static string SkippedOf(VariantResults variant)
    {
        var (skipped, others) = (variant.Metric(Skipped).At(0).Values.Sum(), variant.Metric(Checked).At(0).Values.Sum());
        return skipped == 0 ? "" : $"{skipped} of {skipped + others} left out";
    }
}
