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

    // Those of the published run; NumericalCheckTests has them all.
    [Fact]
    public void Activations_losses_and_penalties_are_checked_together()
    {
        var activations = Named<Activation>().Except([Activation.LeakyRelu, Activation.Elu]).ToList();
        string[] penalties = ["", ", L2"];
        Assert.Equal("one of none, L2, L1, elastic-net", SettingNames.List(new()).Single(setting => setting.Name == "penalty").Takes);
        var expected = from activation in activations
                       from loss in new[] { Loss.CrossEntropyPerUnit, Loss.SoftmaxCrossEntropy }
                       from penalty in penalties
                       select $"{activation}, {loss}{penalty}";

        Assert.Equal(4, activations.Count);
        Assert.Empty(expected.Except(Variants.Select(variant => variant.Name)));
    }

    [Fact]
    public void All_losses_of_the_engine_are_in_the_list_of_losses() => Assert.Empty(Named<Loss>().Except(Loss.All));

    [Theory]
    [InlineData("inverted dropout")]
    [InlineData("standard dropout")]
    [InlineData("DropConnect")]
    public void Every_form_of_dropout_is_checked(string form) =>
        Assert.Contains(Variants, variant => variant.Name == $"tanh, {form}, drop rate 0.5");

    [Fact]
    public void A_model_that_the_fused_trainer_does_not_know_is_checked_by_autograd_alone()
    {
        var rows = Rows(Variants.Single(variant => variant.Name == "convolution"), 0).ToList();

        Assert.DoesNotContain(rows, row => row.Metric == "error.fused");
        Assert.InRange(rows.Single(row => row.Metric == "error.two-sided").Value, 0, 1e-7);
    }

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
