using static Experiments.Running.GradientComputation;

namespace Experiments.Recipes;

public sealed record GradientCheckSettings : Settings
{
    [Meaning("ε, how far a parameter is moved to either side", Above = 0)]
    public double Epsilon { get; init; } = 1e-5;
}

/// <summary>The gradients that everything else is trained with, against nothing but values of the cost. Inputs are random.</summary>
public sealed class GradientCheck : Recipe<GradientCheckSettings>
{
    private const double Bound = 1e-7; // the textbook's, for ‖a − n‖ / (‖a‖ + ‖n‖)
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
            .. from one in Combinations select new Variant(Of(settings.Epsilon, one.Checks), step) { ["combination"] = one.Name },
            new(Quotients("θ³", θ => θ * θ * θ, at: 1, slope: 3, Steps), others) { ["sweep"] = Cube },
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
            ("libtorch, against itself in double precision", variant => variant.Metric(SinglePrecision).At(0)))
            { Lines = "combination, libtorch", LogScale = true, Bound = (1e-5, "right: below 10⁻⁵") },
        new ConvergencePlot("error-against-step", "How small should ε be?", Epsilon, "ε", "relative error",
            (TwoSided, "two-sided"), (OneSided, "one-sided"))
            { Panels = "sweep", GreatestFittedStep = Steps[Textbook], Bound = (Bound, "right: below 10⁻⁷") },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results) =>
    [
        new("The gradient that autograd finds is right, in every combination: relative error below 10⁻⁷",
            Source, Greatest(results, TwoSided), AlwaysBelow(Bound)) { OnAnyData = true },
        new("The fused trainer's gradient, in single precision, is autograd's wherever it knows the model: error below 10⁻⁵", Source,
            Greatest(results, Fused), AlwaysBelow(1e-5)) { OnAnyData = true },
        new("The two-sided quotient of θ³ at 1 with ε = 0.01 is 3.0001, off by 0.0001", Source,
            OffThree(results, TwoSidedQuotient), Near(0.0001, within: 1e-8)) { OnAnyData = true }, // cells carry nine digits
        new("The one-sided quotient of θ³ at 1 with ε = 0.01 is 3.0301, off by 0.0301", Source,
            OffThree(results, OneSidedQuotient), Near(0.0301, within: 1e-8)) { OnAnyData = true },
        .. from swept in Swept select new Claim($"The error of the two-sided quotient is O(ε²): slope 2 ({NameOf(swept)})", Source,
            results[NameOf(swept)].Slope(TwoSided, Epsilon, Steps[Textbook]), Near(2, within: 0.05)) { OnAnyData = true },
        .. from swept in Swept select new Claim($"The error of the one-sided quotient is O(ε): slope 1 ({NameOf(swept)})", Source,
            results[NameOf(swept)].Slope(OneSided, Epsilon, Steps[Textbook]), Near(1, within: 0.05)) { OnAnyData = true },
    ];

    // The fused trainer does not know all of them.
    private static IReadOnlyList<(string Name, NumericalCheck[] Checks, bool IsFused)> Combinations { get; } =
    [
        .. from activation in Activation.All
           from loss in Loss.All
           let checks = Penalties.Select(penalty => Check(activation) with { Loss = loss, Penalty = penalty })
           select ($"{activation}, {loss}, each penalty", checks.ToArray(), true),
        .. from activation in Swept
           from form in new[] { "inverted dropout", "standard dropout" }
           select ($"{activation}, {form}, drop rate 0.5", new[] { Check(activation, form) }, true),
        ("tanh, 5 hidden layers", [Check(Model.Of(Network, new[] { 5, 4, 4, 4, 4, 4, 3 }, Activation.Tanh, ""))], true),
        ("no hidden layer", [Check(Model.Of(Network, new[] { 5, 3 }, Activation.Identity, ""))], true),
        .. from small in UsualModels.Small
           select ($"layers: {small.Layers}", new[] { Check(small.Model) with { Inputs = UsualModels.SmallImages.Pixels } }, false),
    ];

    private static Penalty[] Penalties => [Penalty.None, new L2(0.1), new L1(0.1), new ElasticNet(0.1, 0.2)];
    private static Activation[] Swept => [Activation.Tanh, Activation.Relu];
    private static string NameOf(Activation swept) => swept.HasKink ? $"{swept} network, kinks left out" : $"{swept} network";
    private static NumericalCheck Check(Activation activation, string dropout = "") =>
        Check(Model.Of(Network, new[] { 5, 6, 4, 3 }, activation, dropout));
    private static NumericalCheck Check(Model model) => new(model, Loss.SoftmaxCrossEntropy, Penalty.None, Inputs: 5, Classes: 3);

    // Hidden layers with an activation and, if it says so, some form of dropout at rate 0.5.
    private static Module<Tensor, Tensor> Network(int[] sizes, Activation activation, string dropout) =>
        Mlp.Of(sizes, Initializer.LeCunNormal, Initializer.StandardNormal, after: _ =>
        [
            activation.Module(),
            dropout switch { "inverted dropout" => Dropout(0.5), "standard dropout" => new StandardDropout(0.5), _ => Identity() },
        ]);

    // In every seed the worst of all combinations, or of those that the fused trainer knows.
    private static SeedValues Greatest(ResultTable results, string metric) => SeedValues.MaxOf($"greatest {metric} of all combinations",
        [.. from one in Combinations where metric != Fused || one.IsFused select results[one.Name].Metric(metric).At(0)]).OnLogScale();
    private static SeedValues OffThree(ResultTable results, string metric) => results[Cube].Metric(metric).At(Textbook)
        .Each("", quotient => quotient - 3).Named($"{metric} minus 3 at ε = 0.01 ({Cube})").Exactly();
}
