namespace Experiments.Claims;

/// <summary>
/// A sentence about every network. A seed beyond a bound refutes it. Otherwise it is supported if the seeds lie so far from the bounds
/// that, if they spread normally, 95 % of all networks would lie within: a tolerance bound, by the noncentral t distribution.
/// </summary>
internal sealed record ToleranceBoundTest(double Low, double High) : Expectation
{
    private const double Nearly = 1.6448536269514722; // 95 % of a normal distribution lie above μ − this · σ
    private const double NearlyOnBothSides = 1.9599639845400545;

    public override string Describe(string unit) => BoundText.Of(Low, High, unit) + ", always";

    internal override Decision Decide(SeedValues values)
    {
        var outside = values.BySeed.Where(seed => !(seed.Value >= Low && seed.Value <= High)).Select(seed => seed.Key).Order().ToList();
        if (outside.Count > 0)
        {
            return new(false, null, $"not in seed{(outside.Count > 1 ? "s" : "")} {string.Join(", ", outside)}");
        }

        if (values.IsExact)
        {
            return new(true, null, "nothing about it is random");
        }

        double[] scaled = [.. values.BySeed.Values.Select(values.ToScale)];
        var distance = double.IsFinite(Low) && double.IsFinite(High) ? NearlyOnBothSides : Nearly;
        var p = Math.Max(
            NearBound(scaled, values.ToScale(Low), distance),
            NearBound([.. scaled.Select(value => -value)], -values.ToScale(High), distance));
        return new(true, p);
    }

    // Probability of seeds this far above the bound if only just 95 % of all networks lay above it
    private static double NearBound(double[] values, double bound, double distance) => double.IsNegativeInfinity(bound) ? 0
        : 1 - Statistics.NoncentralT(Statistics.TStatistic(values, bound), values.Length - 1, distance * Math.Sqrt(values.Length));
}
