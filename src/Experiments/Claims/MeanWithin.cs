using Experiments.Results;

namespace Experiments.Claims;

/// <summary>The mean over seeds, geometric on the log scale, lies between two bounds, of which one may be infinite.</summary>
internal sealed record MeanWithin(double Low, double High) : Expectation
{
    /// <summary>The figure in the middle, if the range was made of one.</summary>
    public string? Figure { get; init; }

    /// <summary>What follows the figure and its unit.</summary>
    public string UpTo { get; init; } = "";

    public override string Describe(string unit) => Figure is null ? BoundWords.Of(Low, High, unit) : Figure + BoundWords.Unit(unit) + UpTo;

    internal override Decision Decide(Measured measured)
    {
        if (measured.IsExact)
        {
            return new(measured.BySeed.Values.All(Contains), null, "nothing about it is random");
        }

        var first = measured.BySeed.Values.First();
        if (measured.BySeed.Values.All(value => value == first))
        {
            return new(Contains(first), 0, "all seeds are alike");
        }

        // Two one-sided tests: the mean lies within if it lies above one bound and below the other, outside if it does not for one of them.
        double[] values = [.. measured.BySeed.Values.Select(measured.ToScale)];
        var (low, high) = (measured.ToScale(Low), measured.ToScale(High));
        var (pAboveLow, pBelowHigh) = (Above(values, low), Above([.. values.Select(value => -value)], -high));
        return Decision.BetweenTwo(Math.Max(pAboveLow, pBelowHigh), 1 - Math.Max(pAboveLow, pBelowHigh));
    }

    // On the only bound there is, nothing is above or below; a range has its ends in it.
    private bool Contains(double value) => double.IsFinite(Low) && double.IsFinite(High) ? value >= Low && value <= High : value > Low && value < High;

    // An infinite bound is no bound.
    private static double Above(double[] values, double bound) => double.IsNegativeInfinity(bound) ? 0 : Statistics.ProbabilityOfMeanThisHigh(values, bound);
}
