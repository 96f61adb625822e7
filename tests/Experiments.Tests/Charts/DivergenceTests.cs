using Experiments.Charts;
using Experiments.Results;

namespace Experiments.Tests.Charts;

public sealed class DivergenceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_seed_diverged_at_the_epoch_that_its_cell_says() =>
        Assert.Equal([KeyValuePair.Create(1, 2.0)], Table()["a"].DivergedEpoch.BySeed);

    [Fact]
    public void A_line_of_training_that_diverged_is_crossed_and_the_legend_says_so()
    {
        var path = new LearningCurves("learning", "Title").Save(Table(), folder, ["svg"])[0];

        Assert.Contains("diverged", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_diverged_the_legend_does_not_speak_of_it()
    {
        var path = new LearningCurves("learning", "Title") { Where = [("variant", "b")] }.Save(Table(), folder, ["svg"])[0];

        Assert.DoesNotContain("diverged", File.ReadAllText(path), StringComparison.Ordinal);
    }

    private ResultTable Table() => MadeUpResults.Of(Path.Combine(folder, "results"), ["a", "b"], 2, (variant, seed) =>
    [
        .. MadeUpResults.Learning(variant == "a" && seed == 1 ? 2 : 4, seed),
        .. variant == "a" && seed == 1 ? new Measurement[] { new(2, 2, "", Metrics.Diverged, null, 1) } : [],
    ]);
}
