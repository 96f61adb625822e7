namespace Experiments.Training;

/// <summary>
/// Slopes from values alone. For a smooth function the error of the two-sided quotient shrinks with ε², that of the one-sided with ε, until
/// rounding, which grows with 1/ε, takes over.
/// </summary>
public static class DifferenceQuotient
{
    /// <summary>(f(θ + ε) − f(θ − ε)) / 2ε</summary>
    /// <param name="above">f(θ + ε).</param>
    /// <param name="below">f(θ − ε).</param>
    /// <param name="epsilon">ε.</param>
    public static double TwoSided(double above, double below, double epsilon) => (above - below) / (2 * epsilon);

    /// <summary>(f(θ + ε) − f(θ)) / ε</summary>
    /// <param name="above">f(θ + ε).</param>
    /// <param name="here">f(θ).</param>
    /// <param name="epsilon">ε.</param>
    public static double OneSided(double above, double here, double epsilon) => (above - here) / epsilon;

    /// <summary>‖a − b‖ / (‖a‖ + ‖b‖), from 0 (equal) to 1 (opposite, or one of them 0); NaN of nothing.</summary>
    public static double RelativeError(IReadOnlyCollection<double> a, IReadOnlyCollection<double> b)
    {
        var apart = Norm(a.Zip(b, (x, y) => x - y));
        return a.Count == 0 ? double.NaN
            : apart == 0 ? 0
            : apart / (Norm(a) + Norm(b));
    }

    /// <summary>The Euclidean norm.</summary>
    internal static double Norm(IEnumerable<double> values) => Math.Sqrt(values.Sum(value => value * value));
}
