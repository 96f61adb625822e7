using ScottPlot;
using ScottPlot.TickGenerators;

namespace Experiments.Charts;

/// <summary>
/// An axis of numbers, which the panels of a figure share: linear, or logarithmic from a power of ten below to one above all that it shows.
/// On a log axis zeros have a place of their own below all others, and means are geometric.
/// </summary>
/// <param name="logarithmic">Whether positions on it are base-10 logarithms.</param>
/// <param name="possible">The least and the greatest value that the number can have: intervals and ticks end there.</param>
/// <param name="unit">What a value of 1 is at the axis: 100 where fractions are shown in per cent.</param>
public sealed class ValueAxis(bool logarithmic, (double Least, double Greatest) possible, double unit = 1)
{
    /// <summary>The range of a number that can be anything.</summary>
    public static readonly (double Least, double Greatest) Anything = (double.NegativeInfinity, double.PositiveInfinity);

    private const double NarrowDecades = 2.2;
    private const int MostLabelsOnLeft = 9;
    private const int LeastDecimal = -3; // as an exponent
    private const int LeastDecimalOfScale = -7; // a scale of colours has room for more

    private static readonly int[] RoundDigits = [1, 2, 5];
    private static readonly int[] RoundSteps = [1, 2, 3, 4, 5, 10, 20, 50, 100];

    private double least = double.PositiveInfinity; // of the logarithms of what is shown
    private double greatest = double.NegativeInfinity;
    private bool hasZeros;

    /// <summary>A log axis of any numbers.</summary>
    public static ValueAxis Log() => new(logarithmic: true, Anything);

    /// <summary>The axis of a metric, in its unit.</summary>
    public static ValueAxis Of(string metric, bool logarithmic = false) =>
        new(logarithmic, Metrics.Possible(metric), Metrics.Shown(metric, 1));

    /// <summary>Lower limit of a log axis but for zeros, as a base-10 logarithm; a value on a power of ten gets room below it.</summary>
    public double Low => IsEmpty ? -1
        : IsNarrow ? RoundNumbers(least, greatest).Last(number => number.Position < least).Position
        : Math.Floor(least - 0.05);

    /// <summary>Upper limit of a log axis, as a base-10 logarithm.</summary>
    public double High => IsEmpty ? 0
        : IsNarrow ? RoundNumbers(least, greatest).First(number => number.Position > greatest).Position
        : Math.Max(Math.Ceiling((greatest + 0.1) * 2) / 2, Low + 1);

    /// <summary>A log axis as a scale of colours, from the least to the greatest that it shows.</summary>
    /// <param name="label">What the numbers are.</param>
    /// <param name="colors">The colours.</param>
    /// <param name="mostLabels">How many labels it has at most.</param>
    public ColorScale Colored(string label, IColormap colors, int mostLabels)
    {
        var (low, high) = (hasZeros || IsEmpty ? Position(0) : least, IsEmpty ? High : Math.Max(greatest, least + 1e-6));
        var ticks = LabelsTo(High, mostLabels, LeastDecimalOfScale).Where(tick => tick.Position >= low && tick.Position <= high);
        return new(label, colors, (low, high), [.. ticks]);
    }

    // So narrow that powers of ten alone would leave an axis with one label or none.
    private bool IsNarrow => !hasZeros && !IsEmpty && greatest - least < NarrowDecades;

    private bool IsEmpty => double.IsInfinity(least);

    private double RoomForZeros => Math.Max(0.3, 0.07 * (High - Low));

    /// <summary>Widens a log axis to values, passing over those that are negative or not finite.</summary>
    public void Include(IEnumerable<double> values)
    {
        foreach (var value in values.Where(value => value >= 0 && double.IsFinite(value)))
        {
            hasZeros |= value == 0;
            if (value > 0)
            {
                (least, greatest) = (Math.Min(least, Math.Log10(unit * value)), Math.Max(greatest, Math.Log10(unit * value)));
            }
        }
    }

    /// <summary>Widens a log axis to means, not to their intervals.</summary>
    public void Include(IEnumerable<Interval> means) => Include(means.Select(mean => mean.Estimate));

    /// <summary>Whether a seed's value has a place: finite and, on a log axis, not negative.</summary>
    public bool HasPlaceFor(double value) => double.IsFinite(value) && (value >= 0 || !logarithmic);

    /// <summary>Whether a seed's value is one of a mean: finite and, on a log axis, positive.</summary>
    public bool Shows(double value) => double.IsFinite(value) && (value > 0 || !logarithmic);

    /// <summary>Where a value stands on the axis.</summary>
    public double Position(double value) => !logarithmic ? unit * value : value == 0 ? Low - RoomForZeros : Math.Log10(unit * value);

    /// <summary>Where a mean and the ends of its interval stand on the axis.</summary>
    public Interval Position(Interval mean) =>
        mean with { Estimate = Position(mean.Estimate), Low = Position(mean.Low), High = Position(mean.High) };

    /// <summary>The mean over seeds that the axis shows, geometric on a log axis, with its 95 % interval.</summary>
    public Interval Mean(IReadOnlyCollection<double> values)
    {
        // zeros in every seed have no logarithm to average
        var mean = !logarithmic ? Statistics.Mean(values)
            : values.All(value => value == 0) ? new(0, 0, 0, double.NaN, 1)
            : Statistics.GeometricMean(values);
        return mean.Within(possible);
    }

    /// <summary>Gives a panel this axis on its left; a log axis has its limits, too.</summary>
    public void ApplyLeft(Plot plot)
    {
        plot.Axes.Left.TickGenerator = !logarithmic ? Linear(LinearTicks.SpacingOnLeft)
            : hasZeros || IsNarrow ? LogTicks(High, MostLabelsOnLeft)
            : new LogTicks(new NumericAutomatic
            {
                MinorTickGenerator = new LogDecadeMinorTickGenerator(),
                IntegerTicksOnly = true,
                LabelFormatter = exponent => Label(1, (int)Math.Round(exponent), LeastDecimal),
            });
        if (logarithmic)
        {
            plot.Grid.MinorLineColor = Colors.Black.WithOpacity(0.04);
            plot.Grid.MinorLineWidth = 1;
            plot.Axes.SetLimitsY(hasZeros ? Low - (2 * RoomForZeros) : Low, High);
        }
    }

    /// <summary>Gives a panel this axis at its bottom; a log axis has its limits, too, and as many labels as there is room for.</summary>
    public void ApplyBottom(Plot plot, int mostLabels, bool wholeDecades = false)
    {
        var high = wholeDecades ? Math.Ceiling(High) : High;
        plot.Axes.Bottom.TickGenerator = logarithmic ? LogTicks(high, mostLabels) : Linear(LinearTicks.SpacingOnBottom);
        if (logarithmic)
        {
            plot.Axes.SetLimitsX(Low, high);
        }
    }

    private LinearTicks Linear(float spacing) => new(unit * possible.Least, unit * possible.Greatest, spacing);

    private LogTicks LogTicks(double high, int mostLabels)
    {
        var ticks = LabelsTo(high, mostLabels, LeastDecimal).ToList();
        return new(new NumericManual([.. ticks.Select(tick => tick.Position)], [.. ticks.Select(tick => tick.Label)]))
        {
            Zero = hasZeros ? Position(0) : null,
        };
    }

    private IEnumerable<(double Position, string Label)> LabelsTo(double high, int mostLabels, int leastDecimal)
    {
        var step = RoundSteps.FirstOrDefault(step => (high - Low) / step <= mostLabels, RoundSteps[^1]);
        var numbers = RoundNumbers(Low, high).Where(number => number.Position >= Low && number.Position <= high)
            .Where(number => IsNarrow || (number.Digit == 1 && number.Decade % step == 0));
        var ticks = numbers.Select(number => (number.Position, Label(number.Digit, number.Decade, leastDecimal)));
        return hasZeros ? ticks.Prepend((Position(0), "0")) : ticks;
    }

    // 1, 2 and 5 times the powers of ten around a range.
    private static IEnumerable<(int Digit, int Decade, double Position)> RoundNumbers(double low, double high) =>
        from decade in Enumerable.Range((int)Math.Floor(low) - 1, (int)(Math.Ceiling(high) - Math.Floor(low)) + 2)
        from digit in RoundDigits
        select (digit, decade, decade + Math.Log10(digit));

    // Written in one way along an axis: 0.01 if that is easy to read for every label, else 10⁻².
    private string Label(int digit, int exponent, int leastDecimal) => Math.Ceiling(Low) >= leastDecimal && Math.Floor(High) <= 4
        ? (digit * Math.Pow(10, exponent)).ToString("#,0.######", CultureInfo.InvariantCulture)
        : $"{(digit == 1 ? "" : $"{digit}·")}{NumberText.PowerOfTen(exponent)}";
}
