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

/// <summary>The gradients that everything else is trained with, against nothing but values of the cost. No images are needed: inputs are random.</summary>
public sealed class GradientCheck : Recipe
{
    private const double Bound = 1e-7; // the textbook's, for ‖a − n‖ / (‖a‖ + ‖n‖)
    private const string Cube = "θ³ at θ = 1";

    // Metrics. A sweep numbers its steps where a training has epochs.
    private const string ByAutograd = "error.two-sided"; // autograd's against the two-sided quotient
    private const string OneSided = "error.one-sided"; // autograd's against the one-sided quotient
    private const string Fused = "error.fused"; // the fused trainer's, in single precision, against autograd's
    private const string Single = "error.single-precision"; // libtorch's in single precision, against double precision
    private const string Checked = "parameters.checked";
    private const string Skipped = "parameters.skipped";
    private const string Epsilon = "epsilon";
    private const string TwoSidedQuotient = "quotient.two-sided";
    private const string OneSidedQuotient = "quotient.one-sided";

    // Four steps a decade from 0.1 down to 10⁻¹². The textbook's 0.01 is number 4; errors are so large above it that they do not follow their laws yet.
    private const int Textbook = 4;
    private const int StepsADecade = 4;
    private static readonly double[] Steps = [.. Enumerable.Range(0, 45).Select(number => Math.Pow(10, -1 - (number / (double)StepsADecade)))];

    private static readonly int[] Small = [5, 6, 4, 3]; // inputs, hidden units, classes

    public override string Question => "Is the gradient right?";

    public override Source Source => new("A. Ng, Deep Learning", "course 2, 1.12 to 1.14");

    public override Settings Defaults => new GradientCheckSettings();

    // Every kind of layer, activation, loss, penalty and dropout that the engine has, in networks of a few units.
    public override IEnumerable<Variant> Variants(Settings settings) =>
    [
        .. from one in Combinations
           let epsilon = (settings as GradientCheckSettings ?? new()).Epsilon
           select new Variant(one.Name, new Computation(Describe(one.Check), (seed, _) => Rows(0, epsilon, one.Check.Of(seed.Seed, epsilon))), settings),
        new(Cube, new Computation("quotients of θ³ for 45 steps", (_, _) => Steps.SelectMany(CubeRows)), settings),
        .. from activation in Swept
           select new Variant(NameOf(activation), new Computation($"{Describe(Check(activation))}, 45 steps", (seed, cancellation) => Sweep(activation, seed, cancellation)), settings),
        .. from usual in Usual
           select new Variant(usual.Name, new Computation($"single against double precision: {usual.Model.Description}", (seed, _) => SingleRows(usual.Model, seed)), settings),
    ];

    public override IEnumerable<Chart> Charts(ResultTable results) =>
    [
        new VariantRows("relative-errors", "Is the gradient right?", [(ByAutograd, "autograd, two-sided"), (OneSided, "autograd, one-sided")], "relative error ‖a − n‖ / (‖a‖ + ‖n‖)")
        {
            Variants = CombinationNames, Bound = (Bound, "right: below 10⁻⁷"), Remark = RemarkSkipped, Reading = ReadErrors,
        },
        new VariantRows(
            "single-precision", "Are gradients right in single precision, on this machine?",
            [(Fused, "fused trainer, against autograd"), (Single, "libtorch, against itself in double precision")], "relative error")
        {
            Variants = [.. FusedNames, .. Usual.Select(usual => usual.Name)], Bound = (1e-5, "right: below 10⁻⁵"), Reading = ReadSingle,
        },
        new ErrorAgainstStep("error-against-step", "How small should ε be?", Epsilon, [(ByAutograd, "two-sided"), (OneSided, "one-sided")], "ε", "relative error")
        {
            Variants = [Cube, .. Swept.Select(NameOf)], GreatestFittedStep = Steps[Textbook], Bound = (Bound, "right: below 10⁻⁷"), Reading = ReadSteps,
        },
    ];

    public override IEnumerable<Claim> Claims(ResultTable results) =>
    [
        Right(results, "The gradient that autograd finds is right", ByAutograd),
        new("The fused trainer's gradient, in single precision, is autograd's, in every combination that it knows: relative error below 10⁻⁵",
            Source,
            Measured.GreatestOf($"{Fused}, the greatest of all combinations", [.. FusedNames.Select(name => results.Of(name).At(Fused, 0))]).OnLogScale(),
            AlwaysBelow(1e-5)) { OnAnyData = true },
        OfTheCube(results, "The two-sided quotient of θ³ at 1 with ε = 0.01 is 3.0001, off by 0.0001", TwoSidedQuotient, 0.0001),
        OfTheCube(results, "The one-sided quotient of θ³ at 1 with ε = 0.01 is 3.0301, off by 0.0301", OneSidedQuotient, 0.0301),
        .. from activation in Swept select Order(results, "The error of the two-sided quotient is O(ε²)", activation, ByAutograd, 2),
        .. from activation in Swept select Order(results, "The error of the one-sided quotient is O(ε)", activation, OneSided, 1),
    ];

    private static IReadOnlyList<(string Name, NumericalCheck Check)> Combinations { get; } =
    [
        .. from activation in new[] { Activation.Sigmoid, Activation.Tanh, Activation.Relu, Activation.Identity }
           from loss in Loss.All
           from penalty in new[] { Penalty.None, new L2(0.1) }
           select ($"{activation}, {loss}{(penalty == Penalty.None ? "" : ", L2")}", Check(activation) with { Loss = loss, Penalty = penalty }),
        .. from activation in new[] { Activation.Tanh, Activation.Relu }
           from form in new[] { "inverted dropout", "standard dropout", "DropConnect" }
           select ($"{activation}, {form}, drop rate 0.5", Check(Model.Of(Network, Small, activation, form))),
        ("tanh, 5 hidden layers", Check(Model.Of(Network, new[] { 5, 4, 4, 4, 4, 4, 3 }, Activation.Tanh, ""))),
        ("no hidden layer", Check(Model.Of(Network, new[] { 5, 3 }, Activation.Identity, ""))),
        ("convolution", Check(Model.Of(Convolution)) with { Inputs = 16 }),
    ];

    // DropConnect and convolutions are trained by autograd alone.
    private static string[] FusedNames => [.. CombinationNames.Where(name => !name.Contains("DropConnect", StringComparison.Ordinal) && name != "convolution")];

    private static string[] CombinationNames => [.. Combinations.Select(one => one.Name)];

    private static Activation[] Swept => [Activation.Tanh, Activation.Relu];

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

    private static string Describe(NumericalCheck check) =>
        Invariant($"gradient check of {check.Model.Description}; {check.Loss}; penalty {check.Penalty.Name} {check.Penalty.WeightDecay}; {check.Images} random images");

    private static IEnumerable<Measurement> Sweep(Activation activation, RandomStreams seed, CancellationToken cancellation)
    {
        for (var number = 0; number < Steps.Length; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var row in Rows(number, Steps[number], Check(activation).Of(seed.Seed, Steps[number])))
            {
                yield return row;
            }
        }
    }

    private static Measurement[] Rows(int number, double epsilon, GradientErrors found) =>
    [
        Row(number, Epsilon, epsilon), Row(number, ByAutograd, found.Autograd), Row(number, OneSided, found.OneSided),
        .. double.IsNaN(found.Fused) ? Array.Empty<Measurement>() : [Row(number, Fused, found.Fused)],
        Row(number, Checked, found.Checked), Row(number, Skipped, found.Skipped),
    ];

    // Convolutions, normalization and recurrence as recipes use them: libtorch has kernels of its own for each processor, and they may be wrong.
    private static IReadOnlyList<(string Name, Model Model)> Usual { get; } = [.. UsualModels.All.Select(usual => (usual.Layers, usual.Model))];

    private static IEnumerable<Measurement> SingleRows(Model model, RandomStreams seed) =>
        [Row(0, Single, ModelCheck.Of(model, Loss.SoftmaxCrossEntropy, UsualModels.Images, seed.Seed).GradientError)];

    private static Measurement[] CubeRows(double step, int number)
    {
        var twoSided = DifferenceQuotient.TwoSided(Cubed(1 + step), Cubed(1 - step), step);
        var oneSided = DifferenceQuotient.OneSided(Cubed(1 + step), Cubed(1), step);
        return
        [
            Row(number, Epsilon, step), Row(number, TwoSidedQuotient, twoSided), Row(number, OneSidedQuotient, oneSided),
            Row(number, ByAutograd, DifferenceQuotient.RelativeError([3], [twoSided])), Row(number, OneSided, DifferenceQuotient.RelativeError([3], [oneSided])),
        ];

        static double Cubed(double theta) => theta * theta * theta;
    }

    private static Measurement Row(int number, string metric, double value) => new(number, 0, "", metric, null, value);

    // In every seed the worst of all combinations
    private Claim Right(ResultTable results, string sentence, string metric) => new(
        sentence + ", in every combination: relative error below 10⁻⁷",
        Source,
        Measured.GreatestOf($"{metric}, the greatest of all combinations", [.. CombinationNames.Select(name => results.Of(name).At(metric, 0))]).OnLogScale(),
        AlwaysBelow(Bound))
    { OnAnyData = true };

    // Cells carry nine digits.
    private Claim OfTheCube(ResultTable results, string sentence, string metric, double off) => new(
        sentence, Source, results.Of(Cube).At(metric, Textbook).Each("", quotient => quotient - 3).Named($"{metric} minus 3 at ε = 0.01 ({Cube})").Exactly(), Near(off, within: 1e-8))
    { OnAnyData = true };

    private Claim Order(ResultTable results, string sentence, Activation swept, string metric, int order) => new(
        $"{sentence}: slope {order} ({NameOf(swept)})", Source, Slope(results, NameOf(swept), metric), Near(order, within: 0.05))
    { OnAnyData = true };

    private static Measured Slope(ResultTable results, string variant, string metric)
    {
        var (steps, errors) = (results.Curve(variant, Epsilon), results.Curve(variant, metric));
        var slopes = steps.Values.Zip(errors.Values, (x, y) => PowerLaw.FitBeforeRounding([.. x.Zip(y)], Steps[Textbook]).Exponent);
        return new($"slope of {metric} on log axes ({variant})", "", errors.Seeds.Zip(slopes).ToDictionary(one => one.First, one => one.Second), [variant]);
    }

    private static string RemarkSkipped(ResultTable results, string variant)
    {
        var (skipped, all) = Counts(results, [variant], 0);
        return skipped == 0 ? "" : $"{skipped} of {all} left out";
    }

    private static string ReadErrors(ResultTable results)
    {
        var names = CombinationNames.Intersect(results.Variants).ToList();
        var (skipped, all) = Counts(results, names, 0);
        return Invariant($"With ε = {InWords.Number(Greatest(results, names, Epsilon))} the greatest two-sided error of {names.Count} combinations and {results.Seeds.Count} seeds is {InWords.Number(Greatest(results, names, ByAutograd))}. ")
            + Invariant($"Left out, because a ReLU passes its kink between θ − ε and θ + ε: {skipped:N0} of {all:N0} parameters.");
    }

    private static string ReadSingle(ResultTable results) => Invariant(
        $"The fused trainer is within {InWords.Number(Greatest(results, FusedNames, Fused))} of autograd, libtorch's kernels within {InWords.Number(Greatest(results, Usual.Select(usual => usual.Name), Single))} of double precision.");

    private static string ReadSteps(ResultTable results)
    {
        var kinks = NameOf(Activation.Relu);
        var (skipped, all) = Counts(results, [kinks], 0);
        return "Below the least error rounding takes over and grows as 1/ε. "
            + (all == 0 ? "" : Invariant($"The larger ε, the more parameters of the ReLU network have a kink within ±ε and are left out: {100.0 * skipped / all:F0} % at 0.1, {Share(Textbook):F1} % at 0.01, {Share(4 * StepsADecade):F1} % at 10⁻⁵."));

        double Share(int number) => Counts(results, [kinks], number) is var (some, of) ? 100.0 * some / of : 0;
    }

    private static (int Skipped, int All) Counts(ResultTable results, IReadOnlyList<string> variants, int number)
    {
        var skipped = Sum(Skipped);
        return (skipped, skipped + Sum(Checked));

        int Sum(string metric) => (int)variants.Sum(variant => results.Curve(variant, metric).At(number).Sum());
    }

    private static double Greatest(ResultTable results, IEnumerable<string> variants, string metric) =>
        variants.SelectMany(variant => results.Curve(variant, metric).At(0)).DefaultIfEmpty(double.NaN).Max();

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The settings of the gradient check.</summary>
public sealed record GradientCheckSettings : Settings
{
    /// <summary>ε, how far a parameter is moved.</summary>
    [Meaning("ε, how far a parameter is moved to either side", Above = 0)]
    public double Epsilon { get; init; } = 1e-5;
}
