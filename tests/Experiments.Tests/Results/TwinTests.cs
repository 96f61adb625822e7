using Experiments.Naming;
using Experiments.Results;
using Experiments.Tests.MadeUp;

namespace Experiments.Tests.Results;

/// <summary>A variant's twin, and other readings that recipes share.</summary>
public sealed class TwinTests : IDisposable
{
    private static readonly Dictionary<string, Factors> Variants = new()
    {
        ["drop 0"] = [("drop", 0.0)],
        ["drop 0.5"] = [("drop", 0.5)],
        ["500 images, drop 0"] = [("images", 500), ("drop", 0.0)],
        ["500 images, drop 0.5"] = [("images", 500), ("drop", 0.5)],
    };

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("drop 0.5", "drop 0")]
    [InlineData("500 images, drop 0.5", "500 images, drop 0")]
    [InlineData("drop 0", "drop 0")]
    public void A_twin_has_all_levels_but_one(string variant, string twin) =>
        Assert.Equal(twin, Table().Twin(Table()[variant], "drop", 0.0).Name);

    [Fact]
    public void A_twin_that_the_recipe_does_not_have_is_an_error_when_numbers_are_read() => Assert.Throws<RecipeException>(
        () => Table().Twin(Table()["drop 0.5"], "drop", 0.3).ValidationLoss.Last().BySeed);

    [Fact]
    public void A_validation_error_is_what_the_accuracy_lacks() =>
        Assert.Equal([25, 50], Table()["drop 0"].ValidationError.Last().Values.Select(error => Math.Round(error, 6)));

    [Fact]
    public void A_number_of_each_seeds_steps_is_read_off_a_curve()
    {
        var rises = Table().StepCurve("drop 0", Metrics.Loss, Splits.Validation)
            .Of("rises", values => values.Zip(values.Skip(1)).Count(pair => pair.Second > pair.First));

        Assert.Equal([1.0, 2.0], rises.Values);
        Assert.Equal(["drop 0"], rises.Variants);
    }

    // The loss of seed 0 falls, then rises; that of seed 1 rises twice.
    private ResultTable Table() => MadeUpResults.Of(folder, [.. Variants.Keys], 2, (_, seed) =>
    [
        .. from epoch in new[] { 0, 1, 2 }
           let loss = seed == 1 ? epoch : (epoch - 1) * (epoch - 1)
           select new Measurement(epoch, epoch, Splits.Validation, Metrics.Loss, null, loss),
        new(2, 2, Splits.Validation, Metrics.Accuracy, null, seed == 0 ? 0.75 : 0.5),
    ], factors: Variants);
}
