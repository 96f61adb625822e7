namespace Experiments.Running;

/// <summary>Numerical gradient checks as computations of a variant, and the metrics that they measure.</summary>
public static class GradientComputation
{
    /// <summary>ε, how far a parameter was moved.</summary>
    public const string Epsilon = "epsilon";

    /// <summary>Relative error of autograd's gradient against the two-sided quotient.</summary>
    public const string TwoSided = "error.two-sided";

    /// <summary>Relative error of autograd's gradient against the one-sided quotient.</summary>
    public const string OneSided = "error.one-sided";

    /// <summary>
    /// Relative error of the fused trainer's gradient, in single precision, against autograd's; absent if it does not know the model.
    /// </summary>
    public const string Fused = "error.fused";

    /// <summary>Number of parameters checked.</summary>
    public const string Checked = "parameters.checked";

    /// <summary>Number of parameters left out, because a unit passes its activation's kink between −ε and +ε.</summary>
    public const string Skipped = "parameters.skipped";

    /// <summary>Relative error of libtorch's gradient in single precision against that in double precision.</summary>
    public const string SinglePrecision = "error.single-precision";

    /// <summary>The two-sided quotient of a function.</summary>
    public const string TwoSidedQuotient = "quotient.two-sided";

    /// <summary>The one-sided quotient of a function.</summary>
    public const string OneSidedQuotient = "quotient.one-sided";

    /// <summary>Checks with one ε: of several of one model the greatest errors, and the parameters of all.</summary>
    public static Computation Of(double epsilon, params IReadOnlyList<NumericalCheck> checks) =>
        new(string.Join("; ", checks.Select(Describe)), (seed, _) =>
            Rows(0, epsilon, GradientErrors.GreatestOf([.. checks.Select(check => check.Of(seed.Seed, epsilon))])));

    /// <summary>The quotients of a function, of one variable, with each of some steps, which are numbered as epochs are.</summary>
    /// <param name="name">The function's name; part of the hash of the results.</param>
    /// <param name="function">The function.</param>
    /// <param name="at">Where its slope is asked for.</param>
    /// <param name="slope">Its slope there.</param>
    /// <param name="steps">The steps, ε.</param>
    public static Computation Quotients(
        string name, Func<double, double> function, double at, double slope, IReadOnlyList<double> steps) =>
        new($"quotients of {name} for {steps.Count} steps", (_, _) => steps.SelectMany((step, number) =>
        {
            var twoSided = DifferenceQuotient.TwoSided(function(at + step), function(at - step), step);
            var oneSided = DifferenceQuotient.OneSided(function(at + step), function(at), step);
            return new[]
            {
                Row(number, Epsilon, step), Row(number, TwoSidedQuotient, twoSided), Row(number, OneSidedQuotient, oneSided),
                Row(number, TwoSided, DifferenceQuotient.RelativeError([slope], [twoSided])),
                Row(number, OneSided, DifferenceQuotient.RelativeError([slope], [oneSided])),
            };
        }));

    /// <summary>Libtorch's gradient of one of <see cref="UsualModels"/> in single precision, against double precision.</summary>
    public static Computation InSinglePrecision(Model model) => new(
        $"single against double precision: {model.Description}",
        (seed, _) =>
        [
            Row(0, SinglePrecision, ModelCheck.Of(model, Loss.SoftmaxCrossEntropy, UsualModels.Images, seed.Seed).GradientError),
        ]);

    /// <summary>A check with each of some steps, which are numbered as epochs are.</summary>
    public static Computation Sweep(NumericalCheck check, IReadOnlyList<double> steps) =>
        new($"{Describe(check)}, {steps.Count} steps", (seed, cancellation) =>
        steps.SelectMany((step, number) =>
        {
            cancellation.ThrowIfCancellationRequested();
            return Rows(number, step, check.Of(seed.Seed, step));
        }));

    /// <summary>One number of a computation.</summary>
    /// <param name="number">The number of the step; 0 if there is one alone.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="value">The number.</param>
    public static Measurement Row(int number, string metric, double value) => new(number, 0, "", metric, null, value);

    /// <summary>How many parameters could not be checked, as <c>12 of 600 left out</c>; empty if all were.</summary>
    public static string SkippedOf(VariantResults variant)
    {
        var (skipped, others) = (variant.Metric(Skipped).At(0).Values.Sum(), variant.Metric(Checked).At(0).Values.Sum());
        return skipped == 0 ? "" : $"{skipped} of {skipped + others} left out";
    }

    private static Measurement[] Rows(int number, double epsilon, GradientErrors found) =>
    [
        Row(number, Epsilon, epsilon), Row(number, TwoSided, found.Autograd), Row(number, OneSided, found.OneSided),
        .. double.IsNaN(found.Fused) ? Array.Empty<Measurement>() : [Row(number, Fused, found.Fused)],
        Row(number, Checked, found.Checked), Row(number, Skipped, found.Skipped),
    ];

    private static string Describe(NumericalCheck check) => string.Create(
        CultureInfo.InvariantCulture,
        $"gradient check of {check.Model.Description}; {check.Loss}; penalty {check.Penalty.Name} {check.Penalty.WeightDecay}"
        + $"{(check.Penalty.SignDecay == 0 ? "" : $" and {check.Penalty.SignDecay} times the sign")}; "
        + $"{check.Images} random images");
}
