namespace Experiments.Charts;

/// <summary>Labels of a log axis, all written in one way: 0.01 if that is easy to read for every one of them, else 10⁻².</summary>
/// <param name="low">Lower limit of the axis, as a base-10 logarithm.</param>
/// <param name="high">Upper limit of the axis, as a base-10 logarithm.</param>
internal sealed class LogLabels(double low, double high)
{
    private const int LeastDecimal = -3;
    private const int GreatestDecimal = 4;

    private readonly bool decimals = Math.Ceiling(low) >= LeastDecimal && Math.Floor(high) <= GreatestDecimal;

    /// <summary>The label at a whole power of ten.</summary>
    public string PowerOfTen(double exponent) => Of(1, (int)Math.Round(exponent));

    /// <summary>The label at a digit times a power of ten.</summary>
    public string Of(int digit, int exponent) => decimals
        ? (digit * Math.Pow(10, exponent)).ToString("#,0.######", CultureInfo.InvariantCulture)
        : $"{(digit == 1 ? "" : $"{digit}·")}{NumberText.PowerOfTen(exponent)}";
}
