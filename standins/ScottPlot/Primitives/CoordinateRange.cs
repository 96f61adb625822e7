namespace ScottPlot;

/// <summary>A stretch of one axis; it keeps the order of its two ends.</summary>
public readonly struct CoordinateRange
{
    public readonly double Value1;
    public readonly double Value2;
    public readonly double Min;
    public readonly double Max;
    public readonly bool IsInverted;

    public CoordinateRange(double value1, double value2)
    {
        Value1 = value1;
        Value2 = value2;
        Min = Math.Min(value1, value2);
        Max = Math.Max(value1, value2);
        IsInverted = value1 > value2;
    }

    public static CoordinateRange NotSet => new(double.PositiveInfinity, double.NegativeInfinity);
    public static CoordinateRange NoLimits => new(double.NaN, double.NaN);

    public double Span => Value2 - Value1;
    public double Center => (Value1 + Value2) / 2;
    public double Length => Math.Abs(Span);

    public CoordinateRange Rectified() => new(Min, Max);
    public bool Contains(double value) => Min <= value && value <= Max;
    public bool Overlaps(CoordinateRange other) => Min <= other.Max && other.Min <= Max;
    public CoordinateRange Expanded(double value) => new(Math.Min(Min, value), Math.Max(Max, value));

    public static CoordinateRange Extrema(IEnumerable<double> values)
    {
        double[] numbers = values.Where(v => !double.IsNaN(v)).ToArray();
        return numbers.Length == 0 ? NoLimits : new(numbers.Min(), numbers.Max());
    }

    public bool Equals(CoordinateRange other) => (Value1, Value2).Equals((other.Value1, other.Value2));
    public override bool Equals(object? obj) => obj is CoordinateRange other && Equals(other);
    public override int GetHashCode() => (Value1, Value2).GetHashCode();
    public static bool operator ==(CoordinateRange a, CoordinateRange b) => a.Equals(b);
    public static bool operator !=(CoordinateRange a, CoordinateRange b) => !a.Equals(b);

    public override string ToString() => $"CoordinateRange [{Min}, {Max}]{(IsInverted ? " (inverted)" : "")}";
}
