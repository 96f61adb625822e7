using ScottPlot;
using ScottPlot.TickGenerators;

namespace Experiments.Charts;

/// <summary>
/// The range of a log axis that several panels share: whole powers of ten around all that is shown. Zeros, which have no logarithm, have a
/// place of their own below it.
/// </summary>
internal sealed class LogRange
{
    private const int MostTicks = 9;
    private const double NarrowDecades = 1.3;

    private static readonly int[] RoundDigits = [1, 2, 5];

    private double least = double.PositiveInfinity;
    private double greatest = double.NegativeInfinity;

    /// <summary>Lower limit, as a base-10 logarithm; a value on a power of ten gets room below it.</summary>
    public double Low =>
        IsEmpty ? -1 : IsNarrow ? RoundNumbers().Last(number => number.Position < least).Position : Math.Floor(least - 0.05);

    /// <summary>Upper limit, as a base-10 logarithm.</summary>
    public double High =>
        IsEmpty ? 0
            : IsNarrow ? RoundNumbers().First(number => number.Position > greatest).Position
            : Math.Max(Math.Ceiling((greatest + 0.1) * 2) / 2, Low + 1);

    /// <summary>Whether some of the values are 0.</summary>
    public bool HasZeros { get; private set; }

    /// <summary>Where the axis ends: below the place of zeros if there are some.</summary>
    public double Bottom => HasZeros ? Low - (2 * Room) : Low;

    // So narrow that powers of ten alone would leave an axis with one label or none.
    private bool IsNarrow => !HasZeros && greatest - least < NarrowDecades;

    private bool IsEmpty => double.IsInfinity(least);

    private double Room => Math.Max(0.3, 0.07 * (High - Low));

    /// <summary>Widens the range to values, passing over those that are negative or not finite.</summary>
    public void Include(IEnumerable<double> values)
    {
        foreach (var value in values.Where(value => value >= 0 && double.IsFinite(value)))
        {
            HasZeros |= value == 0;
            if (value > 0)
            {
                least = Math.Min(least, Math.Log10(value));
                greatest = Math.Max(greatest, Math.Log10(value));
            }
        }
    }

    /// <summary>Where a value stands on the axis.</summary>
    public double Position(double value) => value == 0 ? Low - Room : Math.Log10(value);

    // 1, 2 and 5 times all powers of ten around the values.
    private IEnumerable<RoundNumber> RoundNumbers() =>
        from decade in Enumerable.Range((int)Math.Floor(least) - 1, (int)(Math.Ceiling(greatest) - Math.Floor(least)) + 2)
        from digit in RoundDigits
        select new RoundNumber(digit, decade);

    /// <summary>Gives a panel this axis on its left.</summary>
    public void ApplyTo(Plot plot)
    {
        Theme.LogLeft(plot, Low, High);
        plot.Axes.SetLimitsY(Bottom, High);
        var labels = new LogLabels(Low, High);
        if (IsNarrow && !IsEmpty)
        {
            var (low, high) = (Low, High);
            List<RoundNumber> numbers = [.. RoundNumbers().Where(number => number.Position >= low && number.Position <= high)];
            plot.Axes.Left.TickGenerator = new NumericManual(
                [.. numbers.Select(number => number.Position)], [.. numbers.Select(number => labels.Of(number.Digit, number.Decade))]);
        }
        else if (HasZeros)
        {
            int[] steps = [1, 2, 3, 4, 5, 10, 20, 50, 100];
            var step = steps.First(step => step == 100 || (High - Low) / step <= MostTicks);
            var decades = Enumerable.Range((int)Math.Ceiling(Low), (int)(Math.Floor(High) - Math.Ceiling(Low)) + 1)
                .Where(decade => decade % step == 0).ToList();
            plot.Axes.Left.TickGenerator = new NumericManual(
                [Position(0), .. decades.Select(decade => (double)decade)],
                ["0", .. decades.Select(decade => labels.PowerOfTen(decade))]);
        }
    }

    private readonly record struct RoundNumber(int Digit, int Decade)
    {
        public double Position => Decade + Math.Log10(Digit);
    }
}
