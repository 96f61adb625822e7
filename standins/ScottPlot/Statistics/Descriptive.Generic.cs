namespace ScottPlot.Statistics;

// The same for lists of any numeric type, with forms that pass over NaN.
public static partial class Descriptive
{
    public static double Sum<T>(IReadOnlyList<T> values) => Sum(Numbers(values));
    public static double Mean<T>(IEnumerable<T> values) => Mean(Numbers(values));
    public static double Variance<T>(IReadOnlyList<T> values) => Variance(Numbers(values));
    public static double VarianceP<T>(IReadOnlyList<T> values) => VarianceP(Numbers(values));

    public static double StandardDeviation<T>(IEnumerable<T> values)
    {
        double[] numbers = Numbers(values);
        ThrowIfEmpty(numbers, "cannot be empty");
        return StandardDeviation(numbers);
    }

    public static double StandardDeviationP<T>(IEnumerable<T> values)
    {
        double[] numbers = Numbers(values);
        ThrowIfEmpty(numbers, "cannot be empty");
        return StandardDeviationP(numbers);
    }

    public static double StandardError<T>(IReadOnlyList<T> values) => StandardDeviation(values) / Math.Sqrt(values.Count);

    public static IReadOnlyList<double> RemoveNaN<T>(IReadOnlyList<T> values) => RemoveNaN(Numbers(values)).ToList();

    public static double NanMean<T>(IReadOnlyList<T> values) => OfReal(values, 1, Mean);
    public static double NanVariance<T>(IReadOnlyList<T> values) => OfReal(values, 2, Variance);
    public static double NanVarianceP<T>(IReadOnlyList<T> values) => OfReal(values, 2, VarianceP);
    public static double NanStandardDeviation<T>(IReadOnlyList<T> values) => OfReal(values, 2, StandardDeviation);
    public static double NanStandardDeviationP<T>(IReadOnlyList<T> values) => OfReal(values, 2, StandardDeviationP);
    public static double NanStandardError<T>(IReadOnlyList<T> values) => OfReal(values, 1, StandardError);

    public static double[,] ArrayTranspose(double[,] matrix)
    {
        double[,] result = new double[matrix.GetLength(1), matrix.GetLength(0)];
        for (int i = 0; i < matrix.GetLength(0); i++)
            for (int j = 0; j < matrix.GetLength(1); j++)
                result[j, i] = matrix[i, j];
        return result;
    }

    public static double[] VerticalSlice(double[,] values, int columnIndex) =>
        Enumerable.Range(0, values.GetLength(0)).Select(row => values[row, columnIndex]).ToArray();

    public static double[] VerticalMean(double[,] values) => OfColumns(values, Mean);
    public static double[] VerticalNanMean(double[,] values) => OfColumns(values, NanMean);
    public static double[] VerticalStandardDeviation(double[,] values) => OfColumns(values, StandardDeviation);
    public static double[] VerticalNanStandardDeviation(double[,] values) => OfColumns(values, NanStandardDeviation);
    public static double[] VerticalStandardError(double[,] values) => OfColumns(values, StandardError);
    public static double[] VerticalNanStandardError(double[,] values) => OfColumns(values, NanStandardError);

    private static double[] OfColumns(double[,] values, Func<double[], double> statistic) =>
        Enumerable.Range(0, values.GetLength(1)).Select(column => statistic(VerticalSlice(values, column))).ToArray();

    private static double OfReal<T>(IReadOnlyList<T> values, int fewest, Func<double[], double> statistic)
    {
        double[] real = RemoveNaN(Numbers(values));
        return real.Length < fewest ? double.NaN : statistic(real);
    }

    private static double[] Numbers<T>(IEnumerable<T> values) =>
        values as double[] ?? values.Select(v => Convert.ToDouble(v, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
}
