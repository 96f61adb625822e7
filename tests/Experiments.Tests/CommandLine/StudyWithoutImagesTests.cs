using Experiments.Recipes;

namespace Experiments.Tests.CommandLine;

public sealed class StudyWithoutImagesTests : IDisposable
{
    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_study_that_trains_nothing_runs_without_a_data_set()
    {
        var call = Run("run gradient-check --quick --seeds 1");

        Assert.Equal(0, call.ExitCode);
        Assert.DoesNotContain("MNIST", call.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("synthetic", call.Error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(place.Files, file => file.Contains("idx", StringComparison.Ordinal));
        Assert.Contains(place.Files, file => file.EndsWith("relative-errors.png", StringComparison.Ordinal));
        Assert.Contains(place.Files, file => file.EndsWith("error-against-step.svg", StringComparison.Ordinal));
    }

    [Fact]
    public void Its_plan_and_its_stored_results_are_found_whatever_data_set_is_named()
    {
        Run("run gradient-check --variants tanh-network --quick --seeds 1");

        Assert.Contains("no data set", Run("run gradient-check --quick --seeds 1 --dry-run").Out, StringComparison.Ordinal);
        Assert.Equal(0, Run("table gradient-check --quick --dataset mnist").ExitCode);
        Assert.Equal(0, Run("table gradient-check --quick --dataset synthetic").ExitCode);
    }

    [Fact]
    public void Its_summary_counts_seeds_and_speaks_of_no_accuracy()
    {
        var call = Run("run gradient-check --variants tanh-5-hidden-layers --quick --seeds 2");

        Assert.DoesNotContain("validation", call.Out, StringComparison.Ordinal);
        Assert.Matches(@"tanh, 5 hidden layers +2 +", call.Out);
        Assert.Contains("tanh, 5 hidden layers, seed 1: done in ", call.Error, StringComparison.Ordinal);
    }

    private Call Run(string words) => place.Call(words.Split(' '), [new GradientCheck()], new());
}
