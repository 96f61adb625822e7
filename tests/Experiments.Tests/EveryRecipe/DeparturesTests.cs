using Experiments.Running;
using Experiments.Training;

namespace Experiments.Tests.EveryRecipe;

/// <summary>What of a variant's settings is not as published.</summary>
public sealed class DeparturesTests
{
    [Theory]
    [InlineData("depth", "1 hidden", "epochs=5", "epochs=5, published 30")]
    [InlineData("depth", "4 hidden, full batch", "epochs=5", "")] // it has steps of its own
    [InlineData("depth", "1 hidden", "lr=1e6", "optimizer.learning-rate=1000000, published 0.1")]
    [InlineData("depth", "1 hidden", "optimizer=adam", "optimizer=adam, published sgd; optimizer.learning-rate=0.001, published 0.1")]
    [InlineData("depth", "1 hidden", "penalty=none", "penalty=none, published L2")]
    [InlineData("depth", "2 hidden", "width=64", "width=64, published 30")]
    [InlineData("depth", "1 hidden", "trainer=eager", "")]
    [InlineData("depth", "1 hidden", "epochs=30", "")]
    [InlineData("depth", "1 hidden", "evaluations-per-epoch=5", "")] // it only measures
    [InlineData("depth", "1 hidden", "subset=first", "")] // all images are used
    [InlineData("depth", "2 hidden, full batch", "subset=first", "subset=first, published per-seed")]
    [InlineData("init", "30 layers, He", "width=64", "")] // it has a width of its own
    [InlineData("init", "30 layers, He", "deep-epochs=3", "deep-epochs=3, published 10; epochs=3, published 10")]
    [InlineData("init", "linear, W = I", "epochs=5", "")] // it is not trained
    [InlineData("early-stopping", "loss, patience 5", "monitor.direction=min", "")] // as it is anyway
    [InlineData("learning-rate", "batch 10, rate 0.1", "lr=0.5", "")] // a rate more
    [InlineData("learning-rate", "batch 10, rate 0.5", "lr=0.5", "optimizer.learning-rate=0.5, published 0.1")]
    [InlineData("dropout", "drop 0.4", "drop=0.4", "drop=0.4, published 0.5")]
    [InlineData("early-stopping", "no stopping", "monitor.patience=4", "")]
    [InlineData("early-stopping", "loss, patience 4", "monitor.patience=4", "monitor.patience=4, published 5")]
    public void Settings_that_are_not_as_published_are_departures(string recipe, string variant, string set, string expected) =>
        Assert.Equal(expected, Found(recipe, variant, FewSteps.Recipe(recipe).Defaults, set));

    [Theory]
    [InlineData("depth", "1 hidden", "quick=true", "")]
    [InlineData("depth", "1 hidden", "epochs=2", "epochs=2, published 30")]
    [InlineData("depth", "1 hidden", "epochs=30", "")]
    public void Of_a_quick_run_those_that_a_quick_run_changes_anyway_are_none(string recipe, string variant, string set, string expected) =>
        Assert.Equal(expected, Found(recipe, variant, FewSteps.Recipe(recipe).QuickSettings, set));

    private static string Found(string recipe, string variant, Settings start, string set)
    {
        var (own, settings) = (FewSteps.Recipe(recipe), SettingNames.With(start, set.Split('=')[0], set.Split('=')[1]));
        return string.Join("; ", Departures.Of(own, own.Variants(settings), settings)[variant]);
    }
}
