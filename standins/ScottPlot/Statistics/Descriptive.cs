namespace ScottPlot.Statistics;

/// <summary>Sums, moments and quantiles of arrays. Those without a P take the values for a sample and divide by n - 1.</summary>
public static partial class Descriptive
{
    public static double Sum(double[] values)
    {
        ThrowIfEmpty(values, "cannot be empty");
        double sum = 0;
        foreach (double value in values)
            sum += value;
        return sum;
    }

    public static double Mean(double[] values) => Sum(values) / values.Length;

    public static double Median(double[] values)
    {
        ThrowIfEmpty(values, "cannot be empty");
        return SortedMedian(values.Order().ToArray());
    }

    public static double SortedMedian(IReadOnlyList<double> sortedValues)
    {
        int half = sortedValues.Count / 2;
        return sortedValues.Count % 2 == 1 ? sortedValues[half] : (sortedValues[half - 1] + sortedValues[half]) / 2;
    }

    // The value below which the given share lies: no interpolation, so that the 50th percentile is not always the median.
    public static double SortedPercentile(IReadOnlyList<double> sortedValues, double percentile)
    {
        int index = (int)(percentile * sortedValues.Count / 100);
        return sortedValues[Math.Min(sortedValues.Count - 1, Math.Max(0, index))];
    }

    public static double Percentile(IReadOnlyList<double> values, double percentile) =>
        SortedPercentile(values.Order().ToArray(), percentile);

    public static double Variance(double[] values) => SpreadOver(values, values.Length - 1);
    public static double VarianceP(double[] values) => SpreadOver(values, values.Length);
    public static double StandardDeviation(double[] values) => Math.Sqrt(Variance(values));
    public static double StandardDeviationP(double[] values) => Math.Sqrt(VarianceP(values));
    public static double[] RemoveNaN(double[] values) => values.Where(v => !double.IsNaN(v)).ToArray();

    // A single value has no spread, whichever way one counts.
    private static double SpreadOver(double[] values, int count)
    {
        ThrowIfEmpty(values, "must not be empty");
        if (values.Length == 1)
            return 0;
        double mean = Mean(values);
        return values.Sum(v => (v - mean) * (v - mean)) / count;
    }

    private static void ThrowIfEmpty(double[] values, string problem)
    {
        if (values.Length == 0)
            throw new ArgumentException($"{nameof(values)} {problem}");
    }
}
