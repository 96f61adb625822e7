using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;

namespace Experiments.Results;

// What decides a sentence: probabilities of results as extreme as these if the sentence were false, or true.
public static partial class Statistics
{
    /// <summary>
    /// Probability that the mean of a sample comes out this high or higher if the true mean is the bound: one-sided, by Student's t. The
    /// other side is 1 minus this. A sample without any spread leaves no doubt: 0 above the bound, 1 below, one half on it.
    /// </summary>
    /// <param name="values">At least two values.</param>
    /// <param name="bound">The true mean that is supposed.</param>
    public static double OneSidedPValue(IReadOnlyCollection<double> values, double bound)
    {
        var t = TStatistic(values, bound);
        return double.IsPositiveInfinity(t) ? 0 : double.IsNegativeInfinity(t) ? 1 : StudentT.CDF(0, 1, values.Count - 1, -t);
    }

    /// <summary>t = √n (mean − bound) / s; infinite for a sample without spread, 0 if that lies on the bound.</summary>
    public static double TStatistic(IReadOnlyCollection<double> values, double bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Count, 2);
        var distance = Average(values) - bound;
        return distance == 0 ? 0 : Math.Sqrt(values.Count) * distance / StandardDeviation(values);
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
    /// Share of a population that shows something, with the exact interval of Clopper and Pearson (1934): honest for few seeds, of which
    /// five out of five leave anything from 48 to 100 % possible.
    /// </summary>
    /// <param name="showing">How many of the sample show it.</param>
    /// <param name="count">Size of the sample.</param>
    /// <param name="confidence">Least probability that the interval covers the true share.</param>
    public static Interval Proportion(int showing, int count, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(showing);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(showing, count);
        var tail = (1 - confidence) / 2;
        return count == 0 ? Mean([]) : new(
            (double)showing / count,
            showing == 0 ? 0 : Beta.InvCDF(showing, count - showing + 1, tail),
            showing == count ? 1 : Beta.InvCDF(showing + 1, count - showing, 1 - tail),
            double.NaN,
            count);
    }

    /// <summary>
    /// Holm's step-down correction (1979): adjusted p-values such that rejecting wherever they are at most α makes a single wrong rejection
    /// no likelier than α over all tests together, however they depend on each other. The k-th smallest of m is multiplied by m − k + 1,
    /// and never falls below those before it.
    /// </summary>
    /// <param name="pValues">One p-value per test.</param>
    /// <returns>The adjusted p-values, in the same order.</returns>
    public static IReadOnlyList<double> Holm(IReadOnlyList<double> pValues)
    {
        var adjusted = new double[pValues.Count];
        var floor = 0.0;
        foreach (var (rank, index) in Enumerable.Range(0, pValues.Count).OrderBy(index => pValues[index]).Index())
        {
            floor = Math.Max(floor, Math.Min(1, (pValues.Count - rank) * pValues[index]));
            adjusted[index] = floor;
        }

        return adjusted;
    }
}
