using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;

namespace Experiments.Results;

/// <summary>An estimate over seeds with its confidence interval.</summary>
/// <param name="Estimate">The mean, or geometric mean, over seeds; NaN when there are none.</param>
/// <param name="Low">Lower end of the interval; equals the estimate when one seed gives no interval.</param>
/// <param name="High">Upper end of the interval; equals the estimate when one seed gives no interval.</param>
/// <param name="Deviation">
/// Standard deviation over seeds (n − 1 in the denominator); for a geometric mean, of the natural logarithms. NaN below two seeds.
/// </param>
/// <param name="Count">Number of seeds.</param>
public readonly record struct Interval(double Estimate, double Low, double High, double Deviation, int Count)
{
    /// <summary>The part of the interval in which the quantity can be: Student's t knows nothing of an accuracy's bounds.</summary>
    /// <param name="possible">The least and the greatest value that the quantity can have.</param>
    public Interval Within((double Least, double Greatest) possible) =>
        this with { Low = Math.Max(Low, possible.Least), High = Math.Min(High, possible.Greatest) };
}

/// <summary>Statistics over seeds. The unit is the seed, so n is the number of seeds, never of images or epochs.</summary>
public static class Statistics
{
    private const double Confidence = 0.95;

    /// <summary>Arithmetic mean with Student's 95 % interval: mean ± t(n − 1) · s / √n.</summary>
    /// <param name="values">One value per seed.</param>
    /// <param name="leastDeviation">The least standard deviation that the interval is made of.</param>
    public static Interval Mean(IReadOnlyCollection<double> values, double leastDeviation = 0)
    {
        var n = values.Count;
        if (n == 0)
        {
            return new(double.NaN, double.NaN, double.NaN, double.NaN, 0);
        }

        var mean = Average(values);
        if (n == 1)
        {
            return new(mean, mean, mean, double.NaN, 1);
        }

        var deviation = StandardDeviation(values);
        var half = StudentT.InvCDF(0, 1, n - 1, 0.5 + (Confidence / 2)) * Math.Max(deviation, leastDeviation) / Math.Sqrt(n);
        return new(mean, mean - half, mean + half, deviation, n);
    }

    /// <summary>Geometric mean with Student's 95 % interval on the logarithms: for norms and ratios, which spread by factors.</summary>
    /// <param name="values">One positive value per seed; a value that is not positive makes the result NaN.</param>
    /// <param name="leastDeviation">The least standard deviation of the natural logarithms that the interval is made of.</param>
    public static Interval GeometricMean(IReadOnlyCollection<double> values, double leastDeviation = 0)
    {
        var logs = Mean([.. values.Select(value => Math.Log(value))], leastDeviation);
        return logs with { Estimate = Math.Exp(logs.Estimate), Low = Math.Exp(logs.Low), High = Math.Exp(logs.High) };
    }

    /// <summary>Standard deviation of a sample, n − 1 in the denominator; NaN below two values.</summary>
    public static double StandardDeviation(IReadOnlyCollection<double> values)
    {
        if (values.Count < 2)
        {
            return double.NaN;
        }

        var mean = Average(values);
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }

    /// <summary>
    /// Probability that the mean of a sample comes out this high or higher if the true mean is the bound: one-sided, by Student's t. The
    /// other side is 1 minus this. A sample without any spread leaves no doubt: 0 above the bound, 1 below, one half on it.
    /// </summary>
    /// <param name="values">At least two values.</param>
    /// <param name="bound">The true mean that is supposed.</param>
    /// <param name="leastDeviation">The least standard deviation that is assumed.</param>
    public static double OneSidedPValue(IReadOnlyCollection<double> values, double bound, double leastDeviation = 0)
    {
        var t = TStatistic(values, bound, leastDeviation);
        return double.IsPositiveInfinity(t) ? 0 : double.IsNegativeInfinity(t) ? 1 : StudentT.CDF(0, 1, values.Count - 1, -t);
    }

    /// <summary>t = √n (mean − bound) / s; infinite for a sample without spread, 0 if that lies on the bound.</summary>
    public static double TStatistic(IReadOnlyCollection<double> values, double bound, double leastDeviation = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Count, 2);
        var distance = Average(values) - bound;
        return distance == 0 ? 0 : Math.Sqrt(values.Count) * distance / Math.Max(StandardDeviation(values), leastDeviation);
    }

    /// <summary>
    /// Distribution function of the noncentral t distribution, that of (Z + δ) / √(χ²/ν): how √n (mean − bound) / s falls when the true
    /// mean lies δ/√n true standard deviations above the bound.
    /// </summary>
    /// <param name="t">Where.</param>
    /// <param name="degreesOfFreedom">ν, at least 1.</param>
    /// <param name="noncentrality">δ.</param>
    public static double NoncentralT(double t, int degreesOfFreedom, double noncentrality)
    {
        if (double.IsInfinity(t))
        {
            return t > 0 ? 1 : 0;
        }

        // P(Z + δ ≤ t u), u = √(χ²/ν), over the density of u, which is negligible beyond these ends for every ν ≥ 1
        var chi = new Chi(degreesOfFreedom);
        var root = Math.Sqrt(degreesOfFreedom);
        double Integrand(double u) => Normal.CDF(0, 1, (t * u) - noncentrality) * root * chi.Density(u * root);
        const int Pieces = 64;
        var end = 1 + (10 / root);
        return Math.Clamp(
            Enumerable.Range(0, Pieces).Sum(piece =>
                GaussLegendreRule.Integrate(Integrand, end * piece / Pieces, end * (piece + 1) / Pieces, 20)), 0, 1);
    }

    /// <summary>
    /// Share of a population that shows something, with the exact 95 % interval of Clopper and Pearson (1934): honest for few seeds, of
    /// which five out of five leave anything from 48 to 100 % possible.
    /// </summary>
    /// <param name="showing">How many of the sample show it.</param>
    /// <param name="count">Size of the sample.</param>
    public static Interval Proportion(int showing, int count)
    {
        const double Tail = (1 - Confidence) / 2;
        return count == 0 ? Mean([]) : new(
            (double)showing / count,
            showing == 0 ? 0 : Beta.InvCDF(showing, count - showing + 1, Tail),
            showing == count ? 1 : Beta.InvCDF(showing + 1, count - showing, 1 - Tail),
            double.NaN,
            count);
    }

    // Equal numbers have no spread, and rounding must not give them one.
    private static double Average(IReadOnlyCollection<double> values) => values.Min() == values.Max() ? values.First() : values.Average();
}
