using Experiments.Results;

namespace Experiments.Claims;

/// <summary>
/// A published figure lies among the central 95 % of runs: |figure − μ| ≤ 1.96 σ. With θ = (μ − figure)/σ, t = √n (mean − figure)/s has the noncentral t
/// distribution with δ = √n θ, so the data decide between |θ| ≤ 1.96 and |θ| > 1.96 without knowing σ.
/// </summary>
internal sealed record OneOfTheRuns(double Published) : Expectation
{
    private const double Central = 1.9599639845400545;

    public override string Describe(string unit) => $"{BoundWords.Number(Published)}{BoundWords.Unit(unit)}, one run";

    internal override Decision Decide(Measured measured)
    {
        double[] values = [.. measured.BySeed.Values.Select(measured.ToScale)];
        var t = Statistics.StudentizedDistance(values, measured.ToScale(Published));
        var edge = Central * Math.Sqrt(values.Length);

        // Probabilities of a mean this low from runs centred 1.96 σ above the figure, and this high from runs centred as far below it
        var (low, high) = (Statistics.NoncentralT(t, values.Length - 1, edge), 1 - Statistics.NoncentralT(t, values.Length - 1, -edge));
        return Decision.BetweenTwo(Math.Max(low, high), 1 - Math.Max(low, high));
    }
}
