namespace Experiments.Claims;

/// <summary>
/// A published figure lies among the central 95 % of runs: |figure − μ| ≤ 1.96 σ. With θ = (μ − figure)/σ, t = √n (mean − figure)/s has the
/// noncentral t distribution with δ = √n θ, so the data decide between |θ| ≤ 1.96 and |θ| > 1.96 without knowing σ.
/// </summary>
internal sealed record SingleRunTest(double Published) : Expectation
{
    private const double Central = 1.9599639845400545;

    public override string Describe(string unit) => $"{NumberText.Concise(Published)}{After(unit)} is a plausible single run of ours";

    internal override (double Low, double High) Range(SeedValues values)
    {
        var (figure, deviation) = (values.ToScale(Published), Statistics.StandardDeviation([.. values.Values.Select(values.ToScale)]));
        var half = Central * Math.Max(deviation, values.LeastDeviation);
        return (figure - half, figure + half);
    }

    internal override Decision Decide(SeedValues values)
    {
        double[] scaled = [.. values.BySeed.Values.Select(values.ToScale)];
        var t = Statistics.TStatistic(scaled, values.ToScale(Published), values.LeastDeviation);
        var edge = Central * Math.Sqrt(scaled.Length);

        // Probabilities of a mean this low from runs centred 1.96 σ above the figure, and this high from runs centred as far below it
        var (low, high) = (Statistics.NoncentralT(t, scaled.Length - 1, edge), 1 - Statistics.NoncentralT(t, scaled.Length - 1, -edge));
        return Decision.OnEitherSide(Math.Max(low, high));
    }
}
