using Experiments.Charts;
using Experiments.Reports;

namespace Experiments.Tests.EveryRecipe;

/// <summary>Every recipe, for a few steps on a few images: all that it consists of fits together.</summary>
public sealed class FewStepsTests(FewSteps runs) : IClassFixture<FewSteps>
{
    public static TheoryData<string> Names => [.. FewSteps.All.Select(recipe => recipe.Name)];

    [Fact]
    public void There_are_the_recipes_of_the_first_page() =>
        Assert.Superset(
            new HashSet<string> { "depth", "init", "dropout", "early-stopping", "gradient-check" },
            FewSteps.All.Select(recipe => recipe.Name).ToHashSet());

    [Theory]
    [MemberData(nameof(Names))]
    public void It_draws_its_claims_and_all_of_its_charts(string name)
    {
        var table = runs.Results(name);

        Assert.Equal(
            FewSteps.Recipe(name).Charts(table).Select(chart => chart.Name).Append("claims").Order(StringComparer.Ordinal),
            runs.Charts(name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_chart_has_a_caption_of_whole_sentences(string name)
    {
        var table = runs.Results(name);

        var captions = FewSteps.Recipe(name).Charts(table).Select(chart => chart.Draw(table).Caption).ToList();

        Assert.NotEmpty(captions);
        Assert.All(captions, caption => Assert.EndsWith(".", caption, StringComparison.Ordinal));
        Assert.All(captions, caption => Assert.DoesNotContain("NaN", caption, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_chart_has_an_interactive_twin_with_as_many_panels(string name)
    {
        var table = runs.Results(name);

        var figures = FewSteps.Recipe(name).Charts(table).Select(chart => chart.DrawForPage(table)).OfType<DrawnFigure>().ToList();

        Assert.NotEmpty(figures);
        Assert.All(figures, drawn =>
        {
            var panels = PlotlyFigure.Of(drawn)["panels"]!.AsArray();
            Assert.Equal(drawn.Figure.Panels.Count, panels.Count);
            Assert.All(panels, panel => Assert.NotEmpty(panel!["traces"]!.AsArray()));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_claims_are_the_same_before_and_after_a_run_and_are_measured_by_it(string name)
    {
        var claims = FewSteps.Recipe(name).Claims(runs.Results(name)).ToList();

        Assert.NotEmpty(claims);
        Assert.Equal(
            FewSteps.Recipe(name).Claims(runs.Nothing(name)).Select(claim => claim.Sentence), claims.Select(claim => claim.Sentence));

        // A quick run need not have all variants: 20,000 images are too many for it.
        var run = runs.Results(name).Variants;
        var measured = claims.FindAll(claim => !claim.Values.Variants.Except(run).Any());
        Assert.InRange(measured.Count, claims.Count - 1, claims.Count);
        Assert.All(measured, claim => Assert.NotEmpty(claim.Values.BySeed));
    }
}
