namespace ScottPlot.Statistics;

/// <summary>
/// Counts values in bins of equal width. A value on an edge belongs to the bin above it, one on the last edge to the last bin.
/// </summary>
public class Histogram
{
    private Histogram(double[] edges)
    {
        Edges = edges;
        Bins = edges[..^1];
        Counts = new int[Bins.Length];
    }

    public int[] Counts { get; }

    /// <summary>The lower edges.</summary>
    public double[] Bins { get; }

    public double[] Edges { get; }
    public double FirstBinSize => Edges[1] - Edges[0];

    /// <summary>Whether values outside count in the first or last bin; otherwise they are passed over.</summary>
    public bool IncludeOutliers { get; set; }

    // What is left over beyond the last whole bin is outside.
    public static Histogram WithBinSize(double binSize, double firstBin, double lastBin)
    {
        if (lastBin <= firstBin)
            throw new ArgumentException($"{lastBin} must be greater than {nameof(firstBin)}");
        int count = (int)((lastBin - firstBin) / binSize);
        return new(Enumerable.Range(0, count + 1).Select(i => firstBin + i * binSize).ToArray());
    }

    public static Histogram WithBinSize(double binSize, IEnumerable<double> values) =>
        WithBinSize(binSize, values.Min(), values.Max()).Holding(values);

    public static Histogram WithBinCount(int count, double minValue, double maxValue)
    {
        if (maxValue <= minValue)
            throw new ArgumentException($"{maxValue} must be greater than {nameof(minValue)}");
        double[] lower = Enumerable.Range(0, count).Select(i => minValue + i * (maxValue - minValue) / count).ToArray();
        return new([.. lower, maxValue]);
    }

    public static Histogram WithBinCount(int count, IEnumerable<double> values) =>
        WithBinCount(count, values.Min(), values.Max()).Holding(values);

    public void Clear() => Array.Clear(Counts);

    public void Add(double value)
    {
        if (value < Edges[0] || value > Edges[^1])
        {
            if (IncludeOutliers)
                Counts[value < Edges[0] ? 0 : Counts.Length - 1]++;
            return;
        }

        double width = (Edges[^1] - Edges[0]) / Counts.Length;
        Counts[value == Edges[^1] ? Counts.Length - 1 : (int)((value - Edges[0]) / width)]++;
    }

    public void AddRange(IEnumerable<double> values)
    {
        foreach (double value in values)
            Add(value);
    }

    public double[] GetProbability(double scale = 1)
    {
        int total = Counts.Sum();
        return Counts.Select(count => scale * count / total).ToArray();
    }

    public double[] GetNormalized(double maxValue = 1)
    {
        double scale = maxValue / Counts.Max();
        return Counts.Select(count => count * scale).ToArray();
    }

    public int[] GetCumulativeCounts()
    {
        int sum = 0;
        return Counts.Select(count => sum += count).ToArray();
    }

    public double[] GetCumulativeProbability(double scale = 1)
    {
        double total = Counts.Sum();
        return GetCumulativeCounts().Select(count => scale * count / total).ToArray();
    }

    private Histogram Holding(IEnumerable<double> values)
    {
        AddRange(values);
        return this;
    }
}
