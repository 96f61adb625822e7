namespace Experiments.Claims;

/// <summary>
/// A sentence about every network. A seed beyond a bound refutes it. Otherwise it is supported if the seeds lie so far from the bound
/// that, if they spread normally, 95 % of all networks would lie within: a tolerance bound, by the noncentral t distribution.
/// </summary>
internal sealed record ToleranceBoundTest(double Low, double High) : Expectation
{
    private const double Nearly = 1.6448536269514722; // 95 % of a normal distribution lie above μ − this · σ

    public override string Describe(string unit) => RangeInWords(Low, High, unit) + ", always";

    internal override (double Low, double High) Range(SeedValues values) => (values.ToScale(Low), values.ToScale(High));

    internal override Decision Decide(SeedValues values) => InEverySeed(values, value => value >= Low && value <= High, () =>
    {
        double[] scaled = [.. values.BySeed.Values.Select(values.ToScale)];
        var (low, high, least) = (values.ToScale(Low), values.ToScale(High), values.LeastDeviation);
        return Math.Max(NearBound(scaled, low, least), NearBound([.. scaled.Select(value => -value)], -high, least));
    });

    // Probability of seeds this far above the bound if only just 95 % of all networks lay above it
    private static double NearBound(double[] values, double bound, double leastDeviation) => double.IsNegativeInfinity(bound) ? 0
        : 1 - Statistics.NoncentralT(
            Statistics.TStatistic(values, bound, leastDeviation), values.Length - 1, Nearly * Math.Sqrt(values.Length));
}
