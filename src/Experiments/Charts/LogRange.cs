namespace Experiments.Charts;

/// <summary>The range of a log axis that several panels share: whole powers of ten around all that is shown.</summary>
internal sealed class LogRange
{
    private double least = double.PositiveInfinity;
    private double greatest = double.NegativeInfinity;

    /// <summary>Lower limit, as a base-10 logarithm; a value on a power of ten gets room below it.</summary>
    public double Low => Math.Floor(least - 0.05);

    /// <summary>Upper limit, as a base-10 logarithm.</summary>
    public double High => Math.Max(Math.Ceiling((greatest + 0.1) * 2) / 2, Low + 1);

    /// <summary>Widens the range to values, passing over those that a log axis cannot show.</summary>
    public void Include(IEnumerable<double> values)
    {
        foreach (var value in values.Where(value => value > 0 && double.IsFinite(value)))
        {
            least = Math.Min(least, Math.Log10(value));
            greatest = Math.Max(greatest, Math.Log10(value));
        }
    }
}
