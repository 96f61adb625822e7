namespace ScottPlot;

public readonly struct Range
{
    public Range(double min, double max)
    {
        if (!double.IsFinite(min))
            throw new ArgumentException($"{nameof(min)} must be a real number");
        if (!double.IsFinite(max))
            throw new ArgumentException($"{nameof(max)} must be a real number");
        if (min > max)
            throw new ArgumentException($"Argument ${nameof(min)} must be less than or equal to ${nameof(max)}.");
        (Min, Max) = (min, max);
    }

    public double Min { get; }
    public double Max { get; }

    public double Normalize(double value, bool clamp = false)
    {
        if (Max == Min)
            throw new ArgumentException($"Cannot normalize to the range if {nameof(Min)} == {nameof(Max)}");
        double fraction = (value - Min) / (Max - Min);
        return clamp ? new Range(0, 1).Clamp(fraction) : fraction;
    }

    public double Clamp(double value) => value < Min ? Min : value > Max ? Max : value;

    public static Range GetRange(double[,] input) => GetRange(input.Cast<double>());

    public static Range GetRange(IEnumerable<double> input)
    {
        double min = double.PositiveInfinity, max = double.NegativeInfinity;
        foreach (double value in input)
        {
            if (double.IsNaN(value))
                continue;
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }
        return new(min, max);
    }

    public override string ToString() => $"Range: [{Min}, {Max}]";
}
