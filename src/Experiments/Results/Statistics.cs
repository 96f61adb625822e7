using MathNet.Numerics.Distributions;

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
public static partial class Statistics
{
    /// <summary>Arithmetic mean with Student's t interval: mean ± t(n − 1) · s / √n.</summary>
    /// <param name="values">One value per seed.</param>
    /// <param name="confidence">Probability that the interval covers the true mean of normally distributed values.</param>
    public static Interval Mean(IReadOnlyCollection<double> values, double confidence = 0.95)
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
        var half = StudentT.InvCDF(0, 1, n - 1, 0.5 + (confidence / 2)) * deviation / Math.Sqrt(n);
        return new(mean, mean - half, mean + half, deviation, n);
    }

    /// <summary>Geometric mean with Student's t interval on the logarithms: for norms and ratios, which spread by factors.</summary>
    /// <param name="values">One positive value per seed; a value that is not positive makes the result NaN.</param>
    /// <param name="confidence">Probability that the interval covers the true geometric mean of log-normal values.</param>
    public static Interval GeometricMean(IReadOnlyCollection<double> values, double confidence = 0.95)
    {
        var logs = Mean([.. values.Select(value => Math.Log(value))], confidence);
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

    // Equal numbers have no spread, and rounding must not give them one.
    private static double Average(IReadOnlyCollection<double> values) => values.Min() == values.Max() ? values.First() : values.Average();
}
