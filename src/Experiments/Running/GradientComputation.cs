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

    /// <summary>A check with one ε.</summary>
    public static Computation Of(NumericalCheck check, double epsilon) =>
        new(Describe(check), (seed, _) => Rows(0, epsilon, check.Of(seed.Seed, epsilon)));

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
