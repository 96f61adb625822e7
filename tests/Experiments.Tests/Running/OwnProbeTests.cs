using Experiments.Results;
using Experiments.Running;
using Experiments.Training;

namespace Experiments.Tests.Running;

/// <summary>Measurements that a recipe brings itself.</summary>
[Collection(nameof(Alone))]
public sealed class OwnProbeTests
{
    private static readonly Variant Without = new("variant", SmallNetworks.Dropped, Cells.Small);
    private static readonly Variant With = Without with { Probes = [new DrawingProbe()] };

    [Fact]
    public void Its_rows_are_in_the_cell_before_training_and_after_every_epoch()
    {
        var rows = Cells.Run(With, [0])[0].Where(row => row.Metric == DrawingProbe.Metric).ToList();

        Assert.Equal([0, 1, 2, 3, 4, 5, 6], rows.Select(row => row.Epoch));
        Assert.Equal(7, rows.Select(row => row.Value).Distinct().Count());
        Assert.All(rows, row => Assert.Equal(1, row.Layer));
    }

    [Theory]
    [InlineData(TrainerKind.Auto)]
    [InlineData(TrainerKind.Eager)]
    public void It_may_draw_and_change_the_modules_mode_and_no_other_row_changes(TrainerKind trainer)
    {
        var settings = Cells.Small with { Trainer = trainer, EvaluateEvery = 2 };

        var with = Cells.Run(With with { Settings = settings }, [0])[0];

        Assert.Equal(Cells.Run(Without with { Settings = settings }, [0])[0], with.Where(row => row.Metric != DrawingProbe.Metric));
    }

    [Fact]
    public void Its_name_is_in_the_hash()
    {
        var determines = Plan.Determines(With, "0");

        Assert.Equal("a probe that draws", determines["probes"]);
        Assert.DoesNotContain("probes", Plan.Determines(Without, "0").Keys);
        Assert.NotEqual(ResultKey.HashOf(Plan.Determines(Without, "0")), ResultKey.HashOf(determines));
    }
}
