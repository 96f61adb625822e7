using ScottPlot.Statistics;

namespace Packages.Tests.PlotParts;

public class HistogramTests
{
    private static readonly double[] Values = [1, 2, 2, 3, 7, 9.5];

    [Fact]
    public void Bins_for_values_reach_from_the_least_to_the_greatest()
    {
        Histogram histogram = Histogram.WithBinCount(4, Values);
        Assert.Equal([1, 3.125, 5.25, 7.375, 9.5], histogram.Edges);
        Assert.Equal([1, 3.125, 5.25, 7.375], histogram.Bins);
        Assert.Equal([4, 0, 1, 1], histogram.Counts);
    }

    [Fact]
    public void Bins_between_limits_start_empty()
    {
        Histogram histogram = Histogram.WithBinCount(5, 0, 10);
        Assert.Equal([0, 2, 4, 6, 8, 10], histogram.Edges);
        Assert.Equal(2, histogram.FirstBinSize);
        Assert.Equal([0, 0, 0, 0, 0], histogram.Counts);
    }

    [Fact]
    public void A_value_on_an_edge_counts_above_it_and_the_last_edge_is_inside()
    {
        Histogram histogram = Histogram.WithBinCount(5, 0, 10);
        histogram.AddRange([0, 2, 4, 10, -1, 11]);
        Assert.Equal([1, 1, 1, 0, 1], histogram.Counts);
    }

    [Fact]
    public void Outliers_count_at_the_ends_if_wanted()
    {
        Histogram histogram = Histogram.WithBinCount(5, 0, 10);
        histogram.IncludeOutliers = true;
        histogram.AddRange([-1, 11, 12]);
        Assert.Equal([1, 0, 0, 0, 2], histogram.Counts);
    }

    [Fact]
    public void Counts_as_probabilities_as_shares_of_the_highest_and_summed_up()
    {
        Histogram histogram = Histogram.WithBinCount(4, Values);
        Assert.Equal([4 / 6.0, 0, 1 / 6.0, 1 / 6.0], histogram.GetProbability());
        Assert.Equal([1, 0, .25, .25], histogram.GetNormalized());
        Assert.Equal([4, 4, 5, 6], histogram.GetCumulativeCounts());
        Assert.Equal(1, histogram.GetCumulativeProbability()[^1]);
    }

    [Fact]
    public void A_bin_size_leaves_out_what_fills_no_bin() =>
        Assert.Equal([0, 3, 6, 9], Histogram.WithBinSize(3, 0, 10).Edges);

    [Fact]
    public void Clear_keeps_the_bins()
    {
        Histogram histogram = Histogram.WithBinCount(4, Values);
        histogram.Clear();
        Assert.Equal([0, 0, 0, 0], histogram.Counts);
        Assert.Equal(5, histogram.Edges.Length);
    }

    [Fact]
    public void Limits_in_the_wrong_order_are_refused() => Assert.Throws<ArgumentException>(() => Histogram.WithBinCount(4, 2, 1));
}
