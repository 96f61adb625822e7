using System.Reflection;
using Experiments.Claims;
using Experiments.Models;
using Experiments.Recipes;
using Experiments.Results;
using Experiments.Running;
using Experiments.Tests.Charts;
using Experiments.Training;

namespace Experiments.Tests.EveryRecipe;

public sealed class GradientCheckTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private static readonly GradientCheck Recipe = new();

    private static IReadOnlyList<Variant> Variants => [.. Recipe.Variants(Recipe.Defaults)];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Activations_losses_and_penalties_are_checked_together()
    {
        var (activations, losses) = (Named<Activation>(), Named<Loss>());
        Assert.Equal("one of none, L2, L1, elastic-net", SettingNames.List(new()).Single(setting => setting.Name == "penalty").Takes);
        string[] penalties = ["penalty none 0", "penalty L2 0.1", "penalty L1 0 and 0.1", "penalty elastic-net 0.2 and 0.1"];

        var descriptions = (from activation in activations
                            from loss in losses
                            let name = $"{activation}, {loss}, each penalty"
                            select Variants.Single(variant => variant.Name == name).Workload.Description).ToList();

        Assert.Equal(6 * 4, descriptions.Count);
        Assert.All(descriptions, text => Assert.All(penalties, penalty => Assert.Contains(penalty, text, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("DropConnect")]
    [InlineData("convolution")]
    [InlineData("batch normalization")]
    [InlineData("residual connection")]
    [InlineData("RNN")]
    [InlineData("LSTM")]
    [InlineData("GRU")]
    public void Layers_of_every_kind_are_checked_by_autograd_alone(string layers)
    {
        var rows = Rows(Variants.Single(variant => variant.Name == $"layers: {layers}"), 0).ToList();

        Assert.DoesNotContain(rows, row => row.Metric == "error.fused");
        Assert.InRange(rows.Single(row => row.Metric == "error.two-sided").Value, 0, 1e-7);
    }

    [Fact]
    public void Of_several_checks_the_worst_counts_and_a_number_that_is_none_is_not_passed_over()
    {
        GradientErrors first = new(1e-9, 1e-5, double.NaN, 10, 1), second = new(3e-9, 1e-6, double.NaN, 20, 0);

        Assert.Equal(new(3e-9, 1e-5, double.NaN, 30, 1), GradientErrors.GreatestOf([first, second]));
        Assert.Equal(double.NaN, GradientErrors.GreatestOf([first, second with { Autograd = double.NaN }, first]).Autograd);
    }

    [Fact]
    public void All_losses_of_the_engine_are_in_the_list_of_losses() => Assert.Empty(Named<Loss>().Except(Loss.All));

    [Theory]
    [InlineData("inverted dropout")]
    [InlineData("standard dropout")]
    public void Every_form_of_dropout_is_checked(string form) =>
        Assert.Contains(Variants, variant => variant.Name == $"tanh, {form}, drop rate 0.5");

    [Fact]
    public void The_step_is_a_setting()
    {
        var coarse = SettingNames.With(Recipe.Defaults, "epsilon", "0.1");

        var (fineError, coarseError) = (Error(Recipe.Defaults), Error(coarse));

        Assert.True(coarseError > 1e4 * fineError, $"{fineError} with the default, {coarseError} with 0.1");

        static double Error(Settings settings) =>
            Rows(Recipe.Variants(settings).First(), 0).Single(row => row.Metric == "error.two-sided").Value;
    }

    [Fact]
    public void No_claim_is_refuted_in_a_run_of_two_seeds()
    {
        var results = MadeUpResults.Of(
            folder, [.. Variants.Select(variant => variant.Name)], seeds: 2, (name, seed) =>
                Rows(Variants.Single(one => one.Name == name), seed));

        var refuted = ClaimEvaluator.Of(Recipe.Claims(results), results).Where(one => one.Verdict is Verdict.Refuted or Verdict.NotTested)
            .Select(one => $"{one.Claim.Sentence}: {one.Estimate} {one.Reason}");

        Assert.Equal(8, Recipe.Claims(results).Count());
        Assert.Empty(refuted);
    }

    private static IEnumerable<Measurement> Rows(Variant variant, int seed) =>
        Assert.IsType<Computation>(variant.Workload).Compute(new RandomStreams(seed), TestContext.Current.CancellationToken);

    private static List<T> Named<T>() =>
        [.. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == typeof(T))
            .Select(property => (T)property.GetValue(null)!)];
}
