namespace Experiments.Claims;

/// <summary>
/// The mean over seeds, geometric on the log scale, lies between two bounds, one of which may be infinite: two one-sided t tests.
/// </summary>
internal sealed record MeanTest(double Low, double High) : Expectation
{
    /// <summary>The figure in the middle, if the range was made of one.</summary>
    public string? Figure { get; init; }

    /// <summary>What follows the figure and its unit.</summary>
    public string UpTo { get; init; } = "";

    public override string Describe(string unit) => Figure is null ? RangeInWords(Low, High, unit) : Figure + After(unit) + UpTo;

    internal override (double Low, double High) Range(SeedValues values) => (values.ToScale(Low), values.ToScale(High));

    internal override Decision Decide(SeedValues values)
    {
        if (values.IsExact)
        {
            return Decision.Certain(values.BySeed.Values.All(Contains));
        }

        // The mean lies within if it lies above the lower bound and below the upper one, outside if it does not for one of them.
        double[] scaled = [.. values.BySeed.Values.Select(values.ToScale)];
        var (low, high, least) = (values.ToScale(Low), values.ToScale(High), values.LeastDeviation);
        return Decision.OnEitherSide(Math.Max(Above(scaled, low, least), Above([.. scaled.Select(value => -value)], -high, least)));
    }

    // On the only bound there is, nothing is above or below; a range has its ends in it.
    private bool Contains(double value) =>
        double.IsFinite(Low) && double.IsFinite(High) ? value >= Low && value <= High : value > Low && value < High;

    // An infinite bound is no bound.
    private static double Above(double[] values, double bound, double leastDeviation) =>
        double.IsNegativeInfinity(bound) ? 0 : Statistics.OneSidedPValue(values, bound, leastDeviation);
}
