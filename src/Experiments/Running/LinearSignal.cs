using static TorchSharp.torch;

namespace Experiments.Running;

/// <summary>How a random signal fares in a deep linear network, y = W[L] … W[1] x, where all W are one multiple of the identity.</summary>
public static class LinearSignal
{
    /// <summary>‖W[L] … W[1] x‖ / ‖x‖, by layer L.</summary>
    public const string Norm = "signal.norm";

    private const int Units = 100;
    private const int Layers = 30;

    /// <summary>The signal's size after each of 30 layers.</summary>
    /// <param name="factor">a in W = a I.</param>
    public static Computation Of(double factor) => new(
        FormattableString.Invariant($"norm of W[L]...W[1] x over that of x, W = {factor} I of {Units} x {Units}, L to {Layers}"),
        (seed, _) => Signal(seed, factor));

    /// <summary>What all W are, as a label: <c>W = 0.5 I</c>.</summary>
    /// <param name="factor">a in W = a I.</param>
    public static string NameOf(double factor) => factor == 1 ? "W = I" : FormattableString.Invariant($"W = {factor} I");

    /// <summary>The sizes in closed form: a to the power of L.</summary>
    /// <param name="factor">a in W = a I.</param>
    public static IReadOnlyList<double> ClosedForm(double factor) =>
        [.. Enumerable.Range(1, Layers).Select(layer => Math.Pow(factor, layer))];

    /// <summary>The size after the last layer over its closed form.</summary>
    /// <param name="variant">What was computed.</param>
    /// <param name="factor">a in W = a I.</param>
    public static SeedValues OverClosedForm(VariantResults variant, double factor) =>
        variant.Metric(Norm, layer: Layers).At(0).Each("×", norm => norm / Math.Pow(factor, Layers)).Exactly();

    private static IEnumerable<Measurement> Signal(RandomStreams seed, double factor)
    {
        using var generator = seed.Generator("signal");
        using var weights = eye(Units).mul(factor);
        var signal = randn([Units, 1], generator: generator);
        var start = Size(signal);
        for (var layer = 1; layer <= Layers; layer++)
        {
            signal = weights.mm(signal);
            yield return new(0, 0, "", Norm, layer, Size(signal) / start);
        }

        static double Size(Tensor values) => values.to(ScalarType.Float64).pow(2).sum().sqrt().item<double>();
    }
}
