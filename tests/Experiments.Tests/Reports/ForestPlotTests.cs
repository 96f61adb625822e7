using Experiments.Claims;
using Experiments.Reports;
using Experiments.Results;
using Experiments.Tests.MadeUp;
using ScottPlot;
using ScottPlot.Plottables;
using static Experiments.Claims.Expected;

namespace Experiments.Tests.Reports;

/// <summary>
/// The chart of claims. Of the seeds' numbers 1..5 the mean is 3, s is 1.5811 and the 95 % interval is 3 ± 1.963, so the number farthest
/// from a bound of 0 is 5.
/// </summary>
public sealed class ForestPlotTests
{
    private static readonly double[] OneToFive = [1, 2, 3, 4, 5];

    [Fact]
    public void A_bound_stands_in_the_middle_and_the_expected_side_is_shaded()
    {
        var range = Assert.Single(Drawn(Above(0)).GetPlottables<Rectangle>());

        Assert.Equal((0, 1), (range.X1, range.X2));
    }

    [Theory]
    [InlineData(1.0, 5.0, Verdict.Supported)]
    [InlineData(2.0, 4.0, Verdict.Inconclusive)]
    public void The_interval_of_a_mean_lies_in_the_shaded_range_where_the_claim_is_supported(double low, double high, Verdict verdict)
    {
        var (plot, result) = (Drawn(Between(low, high)), Result(Between(low, high)));

        var range = plot.GetPlottables<Rectangle>().Single();
        var interval = plot.GetPlottables<Scatter>().Single(line => line.MarkerShape == MarkerShape.VerticalBar).Data.GetScatterPoints();
        Assert.Equal(verdict, result.Verdict);
        Assert.Equal(verdict == Verdict.Supported, interval.All(end => end.X >= range.X1 && end.X <= range.X2));
    }

    [Fact]
    public void Around_a_published_run_the_range_is_that_of_95_per_cent_of_runs()
    {
        var plot = Drawn(OneRunGave(3));

        var range = plot.GetPlottables<Rectangle>().Single();
        var interval = plot.GetPlottables<Scatter>().Single(line => line.MarkerShape == MarkerShape.VerticalBar).Data.GetScatterPoints();
        Assert.Equal(1.95996 * 1.58114 / 1.96324, (range.X2 - range.X1) / (interval[1].X - interval[0].X), 1e-4);
    }

    [Fact]
    public void Every_seed_has_its_dot()
    {
        var dots = Drawn(Above(0)).GetPlottables<Scatter>().Single(line => line.Data.GetScatterPoints().Count == 5);

        Assert.All(OneToFive.Zip(dots.Data.GetScatterPoints()), seed => Assert.Equal(0.95 * seed.First / 5, seed.Second.X, 1e-12));
    }

    [Fact]
    public void A_claim_without_numbers_keeps_its_row_and_its_word()
    {
        var claim = new Claim("Nothing was measured", Book, new("x", "", new Dictionary<int, double>(), ["a"]), Above(0));
        var plot = Drawn(new ClaimResult(claim, Verdict.NotTested, Statistics.Mean([]), null, null, "no results yet"));

        Assert.Empty(plot.GetPlottables<Rectangle>());
        Assert.Contains(plot.GetPlottables<Text>(), text => text.LabelText == "not tested");
    }

    private static Source Book => new("A. Author, A Book", "ch. 1");

    private static ClaimResult Result(Expectation expected)
    {
        var values = new SeedValues("x", "", OneToFive.Index().ToDictionary(seed => seed.Index, seed => seed.Item), ["a"]);
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var results = MadeUpResults.Of(folder, ["a"], 5, (_, seed) => MadeUpResults.Learning(1, seed));
            return ClaimEvaluator.Of([new Claim("It is so", Book, values, expected)], results).Single();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Plot Drawn(Expectation expected) => Drawn(Result(expected));

    private static Plot Drawn(ClaimResult result) => new ForestPlot([result]).Draw(null!).Panels.Single();
}
