using Experiments.CommandLine.Options;
using Experiments.Models;
using Experiments.Results;
using Experiments.Running;
using Experiments.Tests.House;
using Experiments.Tests.Running;
using Experiments.Training;

namespace Experiments.Tests.EveryRecipe;

/// <summary>Settings that change nothing, or not everything, and settings that are written differently and mean the same.</summary>
public sealed class UselessSettingsTests
{
    private const string FullBatch = " does not change 2 hidden, full batch; 3 hidden, full batch; 4 hidden, full batch of depth";
    private const string ByLoss = " does not change no stopping; loss, patience 3; loss, patience 5; loss, patience 10 of early-stopping";
    private const string ByAccuracy =
        " does not change no stopping; accuracy, patience 3; accuracy, patience 5; accuracy, patience 10 of early-stopping";

    [Theory]
    [InlineData("gradient-check", "epochs=3")]
    [InlineData("gradient-check", "learning-rate=1")]
    [InlineData("early-stopping", "monitor=validation-accuracy")] // both are watched anyway
    [InlineData("early-stopping", "monitor=none")]
    [InlineData("early-stopping", "monitor.patience=3")]
    [InlineData("init", "activations-every-epoch=true", "gradient-images=0")]
    [InlineData("depth", "histogram-bins=5", "gradient-images=0")]
    [InlineData("depth", "subset=first", null, "1-hidden")] // all images are used
    [InlineData("depth", "epochs=5", null, "2-hidden-full-batch")]
    [InlineData("depth", "penalty.strength=0.1", null, "2-hidden-full-batch")]
    [InlineData("depth", "schedule=exponential", "epochs=1", "1-hidden")] // its first epoch has the full rate
    [InlineData("depth", "schedule=step", "epochs=5", "1-hidden")] // its first step is after 10 epochs
    [InlineData("depth", "schedule.gamma=0.5", "schedule=step epochs=5", "1-hidden")]
    [InlineData("init", "width=64", null, "30-layers-he")]
    [InlineData("init", "deep-epochs=3", null, "tanh-lecun")]
    [InlineData("dropout", "drop=0.4", null, "drop-0.1")]
    public void A_setting_that_changes_no_variant_is_a_mistake(string recipe, string useless, string? others = null, string? variant = null)
    {
        var (mistakes, _) = Ask(recipe, $"{useless} {others}", variant);

        Assert.Contains($"{useless} changes nothing in {recipe}: its variants set it themselves, or have no use for it.", mistakes);
    }

    [Theory]
    [InlineData("depth", "epochs=5", "epochs=5" + FullBatch)]
    [InlineData("depth", "batch-size=20", "batch-size=20" + FullBatch)]
    [InlineData("depth", "bs=20", "bs=20" + FullBatch)]
    [InlineData("depth", "training-images=2000", "training-images=2000" + FullBatch)]
    [InlineData(
        "depth", "schedule=step epochs=5", "schedule=step does not change 1 hidden; 2 hidden; 3 hidden; 4 hidden; 5 hidden of depth")]
    [InlineData("early-stopping", "monitor.direction=max", "monitor.direction=max" + ByAccuracy)]
    [InlineData("early-stopping", "monitor.direction=min", "monitor.direction=min" + ByLoss)]
    [InlineData(
        "init", "deep-epochs=3",
        "deep-epochs=3 does not change tanh, zeros; tanh, N(0,1); tanh, N(0,0.01²); tanh, LeCun; and 13 others of init")]
    public void Variants_that_a_setting_does_not_change_are_named(string recipe, string set, string note)
    {
        var (mistakes, notes) = Ask(recipe, set);

        Assert.Empty(mistakes);
        Assert.Contains(note, notes);
    }

    [Theory]
    [InlineData("depth", "lr=0.5")]
    [InlineData("depth", "epochs=30")] // as it is anyway
    [InlineData("depth", "split=60/20/20")]
    [InlineData("depth", "trainer=eager")]
    [InlineData("depth", "optimizer=adam learning-rate=0.001")]
    [InlineData("depth", "width=64")]
    [InlineData("dropout", "epochs=3")]
    public void Where_everything_changes_nothing_is_said(string recipe, string set)
    {
        var (mistakes, notes) = Ask(recipe, set);

        Assert.Empty(mistakes);
        Assert.Empty(notes);
    }

    [Fact]
    public void Of_several_recipes_one_that_does_not_change_is_named()
    {
        List<string> mistakes = [];
        var study = new StudyRequest([], null, 3, false, [], [], null).Of(FewSteps.Recipe("gradient-check"), mistakes)!;

        Assert.Empty(mistakes);
        Assert.Equal(
            ["epochs=3 changes nothing in gradient-check: its variants set it themselves, or have no use for it."], study.Notes);
    }

    [Fact]
    public void Images_for_a_recipe_that_takes_none_change_nothing()
    {
        Assert.Equal(["--dataset synthetic changes nothing in gradient-check: it computes without images"], Notes("gradient-check"));
        Assert.Empty(Notes("init"));

        static IReadOnlyList<string> Notes(string recipe) =>
            new StudyRequest([recipe], null, null, false, [], [], "synthetic").Of(FewSteps.Recipe(recipe), [])!.Notes;
    }

    [Theory]
    [InlineData("", "split=6/2/2")]
    [InlineData("split=60/20/20", "split=0.6/0.2/0.2")]
    [InlineData("split=60/20/20", "split=3/1/1")]
    [InlineData("split=1/1/1", "split=2/2/2")]
    [InlineData("evaluate-every=30", "evaluate-every=31")]
    [InlineData("penalty=none", "penalty=L2 penalty.strength=0")]
    [InlineData("monitor=validation-loss", "monitor=validation-loss direction=min")]
    [InlineData("monitor=validation-accuracy", "monitor=validation-accuracy direction=max")]
    [InlineData("monitor=validation-loss patience=0", "monitor=validation-loss patience=1")]
    [InlineData("subset=first", "")]
    [InlineData("", "schedule=step schedule.gamma=1")]
    [InlineData("", "schedule=step schedule.size=30")]
    [InlineData("", "schedule=exponential schedule.gamma=1")]
    [InlineData("", "schedule=warm-up schedule.start=1")]
    [InlineData("", "schedule=cosine schedule.minimum=0.1")]
    [InlineData("activations-every-epoch=true", "activations-every-epoch=true activations=true")]
    [InlineData("gradient-images=0", "gradient-images=0 activations=true activations-every-epoch=true histogram-bins=3 dropout-masks=2")]
    public void What_means_the_same_has_the_same_hash_and_gives_the_same_numbers(string first, string second)
    {
        var (left, right) = (Plain(Set(first)), Plain(Set(second)));

        Assert.NotEqual(left.Settings, right.Settings);
        Assert.Equal(Plan.Determines(left, "0"), Plan.Determines(right, "0"));
        Assert.Equal(Cells.Run(left, [0])[0], Cells.Run(right, [0])[0]);

        static Variant Plain(Settings settings) => new("a", SmallNetworks.Plain, settings);
    }

    [Theory]
    [InlineData("split=60/20/20", "split=60/20/21")]
    [InlineData("evaluate-every=29", "evaluate-every=30")]
    [InlineData("monitor=validation-loss", "monitor=validation-loss direction=max")]
    [InlineData("monitor=validation-loss patience=1", "monitor=validation-loss patience=2")]
    [InlineData("", "schedule=step schedule.size=29")]
    [InlineData("", "schedule=one-cycle")]
    [InlineData("", "gradient-images=0")]
    public void What_means_something_else_has_another_hash(string first, string second) => Assert.NotEqual(
        Plan.Determines(new("a", SmallNetworks.Plain, Set(first)), "0"), Plan.Determines(new("a", SmallNetworks.Plain, Set(second)), "0"));

    // A recipe's own setting does not reach a model that has no such argument, but a computation may read it.
    [Fact]
    public void A_setting_of_a_recipes_own_is_hashed_where_it_may_be_read()
    {
        Assert.Equal(Determines(SmallNetworks.Plain, 1), Determines(SmallNetworks.Plain, 2));
        Assert.NotEqual(Determines(new Computation("c", (_, _) => []), 1), Determines(new Computation("c", (_, _) => []), 2));

        static IReadOnlyDictionary<string, string> Determines(Workload workload, int size) =>
            Plan.Determines(new("a", workload, new OwnSettings { Size = size }), "0");
    }

    private sealed record OwnSettings : Settings
    {
        public int Size { get; init; } = 1;
    }

    [Fact]
    public void Published_results_that_use_all_images_keep_their_hashes()
    {
        var store = new ResultStore(Path.Combine(Checkout.Root, "data", "published"));
        var found = 0;
        foreach (var name in new[] { "depth", "gradient-check", "init" })
        {
            var recipe = FewSteps.Recipe(name);
            var hashes = store.Records(name).ToDictionary(record => ResultKey.Slug(record.Variant), record => record);
            foreach (var variant in recipe.Variants(recipe.Defaults).Where(variant => variant.Settings.TrainingImages is null))
            {
                if (!hashes.TryGetValue(ResultKey.Slug(variant.Name), out var record))
                {
                    continue; // not published yet
                }

                Assert.Equal(record.Hash, ResultKey.HashOf(Plan.Determines(variant, record.Determines["data-sha256"])));
                found++;
            }
        }

        Assert.InRange(found, 5 + 15 + 20, 5 + 46 + 20);
    }

    private static (IReadOnlyList<string> Mistakes, IReadOnlyList<string> Notes) Ask(string recipe, string set, string? variant = null)
    {
        List<string> mistakes = [];
        var request = new StudyRequest([recipe], null, null, false, Words(set), variant is null ? [] : [variant], null);
        var study = request.Of(FewSteps.Recipe(recipe), mistakes);
        return (mistakes, study?.Notes ?? []);
    }

    private static Settings Set(string set) => Words(set).Select(word => word.Split('='))
        .Aggregate(new Settings { Split = "60/20/20" }, (settings, words) => SettingNames.With(settings, words[0], words[1]));

    private static string[] Words(string set) => set.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
