using Experiments.Results;

namespace Experiments.Tests.Results;

public class SeedValuesTests
{
    // Cushny and Peebles' hours of sleep gained, with which Student (1908) introduced the paired test; t = 4.0621, p = 0.002833, interval
    // 0.7001 to 2.4599.
    private static readonly SeedValues Dextro = Numbered(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
    private static readonly SeedValues Laevo = Numbered(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);

    [Fact]
    public void The_paired_interval_is_that_of_Students_own_example()
    {
        var difference = (Laevo - Dextro).Mean;

        Assert.Equal(1.58, difference.Estimate, 1e-9);
        Assert.Equal(0.7001142, difference.Low, 1e-6);
        Assert.Equal(2.4598858, difference.High, 1e-6);
        Assert.Equal(10, difference.Count);
    }

    [Fact]
    public void The_paired_test_is_that_of_Students_own_example()
    {
        var differences = (Laevo - Dextro).Values;

        Assert.Equal(4.0621, Statistics.TStatistic(differences, 0), 1e-4);
        Assert.Equal(0.00283289 / 2, Statistics.OneSidedPValue(differences, 0), 1e-7);
    }

    [Fact]
    public void Only_seeds_that_both_have_are_paired()
    {
        var a = new SeedValues("a", "", new Dictionary<int, double> { [0] = 5, [1] = 7, [3] = 1 }, ["a"]);
        var b = new SeedValues("b", "", new Dictionary<int, double> { [3] = 2, [1] = 3, [2] = 9 }, ["b"]);

        Assert.Equal([KeyValuePair.Create(1, 4.0), KeyValuePair.Create(3, -1.0)], (a - b).BySeed);
        Assert.Equal([KeyValuePair.Create(1, 7 / 3.0), KeyValuePair.Create(3, 0.5)], (a / b).BySeed);
    }

    [Fact]
    public void Ratios_of_2_and_8_have_the_geometric_mean_4()
    {
        var ratio = (Numbered(2, 40) / Numbered(1, 5)).Mean;

        Assert.Equal(4, ratio.Estimate, 1e-12);
        Assert.Equal(16, ratio.Low * ratio.High, 1e-9);
    }

    // 1.96 √(0.03 · 0.97 / 10,000) = 0.334 %; a difference of errors of 3 and 2 % on the same images at most 1.96 √(0.05 / 10,000) =
    // 0.438 points, and on others 1.96 √(0.0291 / 10,000 + 0.0196 / 10,000) = 0.432.
    [Fact]
    public void Other_images_could_change_accuracies_and_their_differences_by_as_much_as_binomial_shares()
    {
        var (a, b) = (Accuracy(Splits.Test, 0.97), Accuracy(Splits.Test, 0.02));

        Assert.Equal(0.334, a.OtherImages, 1e-3);
        Assert.Equal(0.438, (Accuracy(Splits.Test, 0.98) - a).OtherImages, 1e-3);
        Assert.Equal(0.438, (Accuracy(Splits.Test, 0.03) - b).OtherImages, 1e-3); // as errors
        Assert.Equal(0.432, (Accuracy(Splits.Validation, 0.98) - a).OtherImages, 1e-3);
        Assert.Equal(double.NaN, (a / b).OtherImages);
        Assert.Equal(double.NaN, Dextro.OtherImages);

        static SeedValues Accuracy(string split, double mean) => Dextro with { Shares = [new(split, 10_000, mean)] };
    }

    // Half of the step on the log scale: 0.005 of 2 is 0.0025.
    [Fact]
    public void A_step_is_carried_through_differences_ratios_and_functions()
    {
        var a = Numbered(2, 2) with { Steps = new Dictionary<int, double> { [0] = 0.01, [1] = 0.01 } };

        Assert.Equal(0.005, a.LeastDeviation, 1e-9);
        Assert.Equal(0.005, (a - Numbered(1.5, 1.25)).LeastDeviation, 1e-6);
        Assert.Equal(0.005, (Numbered(1.5, 1.25) - a).LeastDeviation, 1e-6);
        Assert.Equal(0.05, a.Each("", value => 1 - (10 * value)).LeastDeviation, 1e-9);
        Assert.Equal(0.005, SeedValues.MinOf("least", a, Numbered(1.5, 7.25)).LeastDeviation, 1e-6);
        Assert.Equal(0.0025, (a / Numbered(1, 1)).LeastDeviation, 1e-4);
        Assert.Equal(0, a.Exactly().LeastDeviation);
    }

    // The second seed's number at 0.1 is not finite; at the last level the next is the one before.
    [Fact]
    public void The_level_of_the_least_number_is_found_seed_by_seed_and_changes_by_levels()
    {
        var best = SeedValues.LevelOfLeast("best rate", (0.1, Numbered(2, double.NaN)), (1, Numbered(3, 5)), (10, Numbered(4, 4)));

        Assert.Equal([0.1, 10], best.Values);
        Assert.Equal([0.9, 9], best.Steps.OrderBy(step => step.Key).Select(step => step.Value));
        Assert.Equal(Scale.Logarithmic, best.Scale);
    }

    private static SeedValues Numbered(params double[] values) =>
        new("hours of sleep", "h", values.Index().ToDictionary(value => value.Index, value => value.Item), ["drug"]);
}
