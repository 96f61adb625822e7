using Experiments.Running;
using Experiments.Running.Slurm;

namespace Experiments.Tests.Slurm;

public class TaskPackingTests
{
    [Fact]
    public void Short_cells_share_a_task_of_two_minutes()
    {
        var tasks = Pack(Enumerable.Repeat<double?>(30, 10), most: 100, cores: 1);

        Assert.Equal([(1, 4), (5, 8), (9, 10)], tasks);
    }

    [Fact]
    public void A_long_cell_has_a_task_of_its_own() =>
        Assert.Equal([(1, 1), (2, 2), (3, 3)], Pack([500, 400, 600], most: 100, cores: 1));

    [Fact]
    public void A_task_of_several_cores_has_a_cell_for_each() =>
        Assert.Equal([(1, 4), (5, 6)], Pack([500, 400, 600, 500, 500, 500], most: 100, cores: 4));

    [Fact]
    public void Cells_of_which_nothing_is_known_are_taken_for_the_mean_of_the_others() =>
        Assert.Equal([(1, 2), (3, 4)], Pack([60, null, 60, null], most: 100, cores: 1));

    [Theory]
    [InlineData(1_000)]
    [InlineData(7)]
    [InlineData(1)]
    public void There_are_never_more_tasks_than_the_cluster_takes_and_no_cell_is_lost(int most)
    {
        var random = new Random(1);
        var tasks = Pack(Enumerable.Range(0, 5_000).Select(_ => (double?)(random.NextDouble() * 300)), most, cores: 2);

        Assert.InRange(tasks.Count, most / 2, most);
        Assert.Equal(Enumerable.Range(1, 5_000), tasks.SelectMany(task => Enumerable.Range(task.From, task.To - task.From + 1)));
    }

    [Fact]
    public void No_cells_make_no_tasks() => Assert.Empty(Pack([], most: 10, cores: 1));

    private static IReadOnlyList<(int From, int To)> Pack(IEnumerable<double?> seconds, int most, int cores) =>
        TaskPacking.Pack([.. seconds.Select((time, at) => new ListedCell(at + 1, "depth/a", at, time))], most, cores);
}
