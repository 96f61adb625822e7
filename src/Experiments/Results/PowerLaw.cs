using MathNet.Numerics.LinearRegression;

namespace Experiments.Results;

/// <summary>y = factor · x^exponent over a range of x: a straight line on two log axes, whose slope is the exponent.</summary>
/// <param name="Exponent">The slope on two log axes; NaN if fewer than two points gave it.</param>
/// <param name="Factor">y at x = 1.</param>
/// <param name="From">The least x that it was fitted to.</param>
/// <param name="To">The greatest x that it was fitted to.</param>
public readonly record struct PowerLaw(double Exponent, double Factor, double From, double To)
{
    // How far above its least value an error counts as free of rounding: there rounding is a tenth of what it is at the turn, or less.
    private const double Clearance = 10;

    /// <summary>y at a given x.</summary>
    public double At(double x) => Factor * Math.Pow(x, Exponent);

    /// <summary>The least-squares line through the logarithms of both; points that are not positive and finite are passed over.</summary>
    public static PowerLaw Fit(IEnumerable<(double X, double Y)> points)
    {
        var sound = points.Where(point => IsPositive(point.X) && IsPositive(point.Y)).ToList();
        double[] x = [.. sound.Select(point => Math.Log(point.X))];
        if (x.Distinct().Count() < 2)
        {
            return new(double.NaN, double.NaN, double.NaN, double.NaN);
        }

        var (intercept, slope) = SimpleRegression.Fit(x, [.. sound.Select(point => Math.Log(point.Y))]);
        return new(slope, Math.Exp(intercept), sound.Min(point => point.X), sound.Max(point => point.X));
    }

    /// <summary>
    /// The law by which an error falls with a step before rounding raises it again: fitted from ten times the step of the least error up to
    /// the greatest step given.
    /// </summary>
    /// <param name="points">Step and error.</param>
    /// <param name="greatestStep">Above it the error need not follow its law for small steps yet.</param>
    public static PowerLaw FitBeforeRounding(IReadOnlyCollection<(double Step, double Error)> points, double greatestStep)
    {
        var turn = points.Where(point => IsPositive(point.Error)).DefaultIfEmpty((Step: double.NaN, Error: double.NaN))
            .MinBy(point => point.Error).Step;
        // A step that is the limit but for rounding belongs to the range.
        return Fit(points.Where(point => point.Step >= turn * Clearance * (1 - 1e-9) && point.Step <= greatestStep * (1 + 1e-9)));
    }

    private static bool IsPositive(double value) => value > 0 && double.IsFinite(value);
}
